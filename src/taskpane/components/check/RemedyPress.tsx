import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Remedy } from "../../../domain/checking/finding";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { isErrorValue, type CellValue } from "../../../domain/workbook/workbookSnapshot";
import { strings } from "../../strings";
import { Fold } from "../Fold";
import { usePaneHost } from "../paneHost";

const useStyles = makeStyles({
  press: { marginTop: tokens.spacingVerticalXS },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});

/** What a finding offers to change: every cell is shown before it is pressed. */
export function RemedyPress({ remedy }: { remedy: Remedy }) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const { press, changes } = remedy;
  return (
    <>
      <Fold title={strings.check.changes(changes.length)}>
        <ul className={styles.list}>
          {changes.map(({ cell, before, after }) => (
            <li key={formatAddress(cell)}>
              {strings.check.becomes(formatAddress(cell), textOf(before), after.toFixed(2))}
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

function textOf(value: CellValue): string {
  if (typeof value === "number") return value.toFixed(2);
  return isErrorValue(value) ? value.error : String(value ?? "");
}
