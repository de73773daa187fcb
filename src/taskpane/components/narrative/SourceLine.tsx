import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { FigurePiece } from "../../../domain/expression/textPiece";
import { formatAddress, type CellAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { cellText } from "./cellText";

const SHOWN = 6;

const useStyles = makeStyles({
  line: {
    display: "block",
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textIndent: 0,
  },
  part: { display: "block" },
  figure: { fontWeight: tokens.fontWeightSemibold },
  cell: { marginRight: tokens.spacingHorizontalS, fontVariantNumeric: "tabular-nums" },
  link: { fontSize: tokens.fontSizeBase200, textAlign: "left", overflowWrap: "anywhere" },
});

/** Where a figure that has more than one cell comes from. */
export function SourceLine({ text, cells, base = [] }: FigurePiece) {
  const styles = useStyles();
  const { figureFrom, basedOn } = strings.narrative;
  const bases = new Set(base.map(formatAddress));
  return (
    <span className={styles.line}>
      <span className={styles.part}>
        <span className={styles.figure}>{text}</span> {figureFrom}{" "}
        <Cells cells={cells.filter((cell) => !bases.has(formatAddress(cell)))} />
      </span>
      {base.length > 0 && (
        <span className={styles.part}>
          {basedOn} <Cells cells={base} />
        </span>
      )}
    </span>
  );
}

function Cells({ cells }: { cells: readonly CellAddress[] }) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const { checked } = session.state();
  return (
    <>
      {cells.slice(0, SHOWN).map((cell) => {
        const place = formatAddress(cell);
        return (
          <span key={place} className={styles.cell}>
            <Link
              as="button"
              className={styles.link}
              aria-label={strings.goToCell(place)}
              onClick={() => void session.navigate(cell)}
            >
              {place}
            </Link>{" "}
            {checked && cellText(checked.disclosure.snapshot, cell)}
          </span>
        );
      })}
      {cells.length > SHOWN && strings.check.moreCells(cells.length)}
    </>
  );
}
