import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Remedy } from "../../../domain/checking/finding";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { Fold } from "../Fold";
import { useListStyles } from "../intake/listStyles";
import { cellText } from "../../../application/findingWords";
import { usePaneHost } from "../paneHost";

const useStyles = makeStyles({
  press: { marginTop: tokens.spacingVerticalXS },
});

/** What a finding offers to change: every cell is shown before it is pressed. */
export function RemedyPress({ remedy }: { remedy: Remedy }) {
  const styles = useStyles();
  const list = useListStyles();
  const { session } = usePaneHost();
  const { press, changes } = remedy;
  return (
    <>
      <Fold title={strings.check.changes(changes.length)}>
        <ul className={list.lines}>
          {changes.map(({ cell, before, after }) => (
            <li key={formatAddress(cell)}>
              {strings.check.becomes(formatAddress(cell), cellText(before), cellText(after))}
            </li>
          ))}
        </ul>
      </Fold>
      <Button
        className={styles.press}
        size="small"
        appearance="primary"
        onClick={() => void session.mend(remedy)}
      >
        {press}
      </Button>
    </>
  );
}
