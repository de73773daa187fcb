import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../../../application/draftingState";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { Fold } from "../Fold";
import { cellText } from "../../../application/findingWords";
import { useListStyles } from "../intake/listStyles";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";

const useStyles = makeStyles({
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly checked: Checked;
  readonly isBusy: boolean;
  readonly onList: () => void;
  readonly onRestore: () => void;
}

/** Of a set that was rescaled: the list for the file, and the way back to the figures from before. */
export function RescaledSection({ checked, isBusy, onList, onRestore }: Props) {
  const styles = useStyles();
  const list = useListStyles();
  const section = useSectionStyles();
  const { session } = usePaneHost();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what the session says follows from what it checked
  const plan = useMemo(() => session.previewRestore(), [session, checked]);
  if (!plan) return null;
  const { cells, changed } = plan;
  const words = strings.rescaled;
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{words.heading}</h2>
      <p className={section.note}>
        {words.note} {words.listNote}
      </p>
      <p className={section.note}>
        {words.restores(cells.length)}
        {changed.length > 0 && ` ${words.changed(changed.length)}`}
      </p>
      {cells.length > 0 && (
        <Fold title={words.cells}>
          <ul className={list.lines}>
            {cells.map((cell) => (
              <li key={formatAddress(cell)}>
                {words.cell(formatAddress(cell), cellText(cell.expected), String(cell.value))}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <div className={styles.presses}>
        <Button disabledFocusable={isBusy} onClick={onList}>
          {words.list}
        </Button>
        <Button disabledFocusable={isBusy} onClick={onRestore}>
          {words.press}
        </Button>
      </div>
    </section>
  );
}
