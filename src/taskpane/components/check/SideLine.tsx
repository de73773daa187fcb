import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FindingSide } from "../../../domain/checking/findingSides";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useLineStyles } from "./lineStyles";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  figure: {
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textUnderlineOffset: "3px",
  },
});

interface Props {
  readonly side: FindingSide;
  readonly figure: string | undefined;
}

/** One side of a comparison; pressing it shows its first cell. */
export function SideLine({ side, figure }: Props) {
  const styles = useStyles();
  const { line, link } = useLineStyles();
  const { session } = usePaneHost();
  const [cell] = side.cells;
  const { words } = side;
  const content = (
    <>
      <span className={styles.words}>{words}</span>
      <span className={cell ? styles.figure : undefined}>{figure}</span>
    </>
  );
  if (!cell) return <div className={mergeClasses(line, styles.line)}>{content}</div>;
  return (
    <button
      type="button"
      className={mergeClasses(line, styles.line, link)}
      title={`${formatAddress(cell)}　${words}`}
      aria-label={strings.goTo(formatAddress(cell), `${words} ${figure ?? ""}`)}
      onClick={() => void session.navigate(cell)}
    >
      {content}
    </button>
  );
}
