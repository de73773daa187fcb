import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Finding } from "../../../domain/checking/finding";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useLineStyles } from "./lineStyles";

const useStyles = makeStyles({
  words: { display: "block", overflowWrap: "anywhere" },
  text: { display: "block" },
  two: {
    display: "-webkit-box",
    // Deprecated in name only: no browser cuts a text after two lines in another way.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
  },
});

interface Props {
  readonly finding: Finding;
  /** How many findings say the same of other cells. */
  readonly places: number;
  readonly isOpen: boolean;
}

/** What is wrong; pressing it shows the first cell. */
export function FindingWords({ finding, places, isOpen }: Props) {
  const styles = useStyles();
  const { line, link } = useLineStyles();
  const { session } = usePaneHost();
  const { explanation } = finding;
  const [cell] = finding.cells;
  const words = places > 1 ? `${strings.check.places(places)}：${explanation}` : explanation;
  const content = (
    <span className={mergeClasses(styles.text, !isOpen && styles.two)} title={words}>
      {words}
    </span>
  );
  if (!cell) return <p className={mergeClasses(line, styles.words)}>{content}</p>;
  return (
    <button
      type="button"
      className={mergeClasses(line, styles.words, link)}
      aria-label={strings.goTo(formatAddress(cell), words)}
      onClick={() => void session.navigate(cell)}
    >
      {content}
    </button>
  );
}
