import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import type { LastWrite } from "../../../application/draftingState";
import { strings } from "../../strings";
import { CellLinks } from "../check/CellLinks";
import { lastWriteWords } from "./lastWriteWords";

/** Beyond these the sheet itself is easier to read. */
const CELLS_SHOWN = 20;

const useStyles = makeStyles({
  note: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly lastWrite: LastWrite;
  /** Totals that stand as values and differ from what lies below them. */
  readonly keptTotals: number;
  readonly onTakeBack: () => void;
  /** Left out where the findings are on view. */
  readonly onCheck?: () => void;
}

/** What the last press wrote, with the way back. */
export function LastWriteBar({ lastWrite, keptTotals, onTakeBack, onCheck }: Props) {
  const styles = useStyles();
  const { kind, keptTexts = [] } = lastWrite;
  const isWhole = !lastWrite.isPartial && !lastWrite.takeBackStopped;
  const { intent, words, note } = lastWriteWords(lastWrite);
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {words}
        {kind === "repair" &&
          isWhole &&
          keptTotals > 0 &&
          ` ${strings.done.keptTotals(keptTotals)}`}
        {keptTexts.length > 0 && (
          <div>
            {strings.done.keptTexts(keptTexts.length)}
            <CellLinks cells={keptTexts} shown={CELLS_SHOWN} /> {strings.done.keptTextsNote}
          </div>
        )}
        <span className={styles.note}>{note}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onTakeBack}>
          {strings.done.takeBack}
        </Button>
        {isWhole && onCheck && (
          <Button size="small" onClick={onCheck}>
            {strings.done.toCheck}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
