import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FindingSides } from "../../../domain/checking/findingSides";
import type { FigureTerm } from "../../../domain/expression/scope";
import {
  formatAddress,
  formatPosition,
  type CellAddress,
} from "../../../domain/workbook/cellAddress";
import { figureText } from "../../../domain/disclosure/figureText";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useScope } from "./scopeContext";

/** Beyond these the table itself is easier to read. */
const SHOWN = 40;

const useStyles = makeStyles({
  terms: { margin: 0, padding: 0, listStyleType: "none" },
  right: { marginTop: tokens.spacingVerticalXS },
  term: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    width: "100%",
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    background: "none",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  figure: { flexShrink: 0, color: tokens.colorNeutralForeground1 },
});

/** Every figure of both sides, each a way to its cell. */
export function TermList({ sides }: { sides: FindingSides }) {
  const styles = useStyles();
  const scope = useScope();
  const { session } = usePaneHost();
  const decimals = scope?.decimals ?? 2;
  return [sides.left, sides.right].map(({ terms }, side) => (
    <ul key={side} className={mergeClasses(styles.terms, side === 1 && styles.right)}>
      {terms.slice(0, SHOWN).flatMap((term, index) => {
        const { cell } = term;
        if (!cell) return [];
        const isNewSheet = cell.sheet !== terms[index - 1]?.cell?.sheet;
        const place = formatAddress(cell);
        const words = termWords(term, cell);
        const figure = figureText(term.figure, decimals) || strings.check.blank;
        return [
          <li key={place}>
            {isNewSheet && <div>{cell.sheet}</div>}
            <button
              type="button"
              className={styles.term}
              title={place}
              aria-label={strings.goTo(place, `${words} ${figure}`)}
              onClick={() => void session.navigate(cell)}
            >
              <span>{words}</span> <span className={styles.figure}>{figure}</span>
            </button>
          </li>,
        ];
      })}
      {terms.length > SHOWN && <li>{strings.check.moreCells(terms.length)}</li>}
    </ul>
  ));
}

function termWords({ label }: FigureTerm, cell: CellAddress): string {
  const words = label.trim().replace(/^#/u, "");
  return `${formatPosition(cell)}${words === "" ? "" : `　${words}`}`;
}
