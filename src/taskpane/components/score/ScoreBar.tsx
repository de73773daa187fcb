import { makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { useHiddenStyle } from "../hiddenStyle";
import { usePaneHost } from "../paneHost";
import { differingRule, type ScoreLine } from "./scoreGroups";

const useStyles = makeStyles({
  line: {
    position: "relative",
    boxSizing: "border-box",
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    background: "none",
    color: "inherit",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
  },
  link: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: "flex", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  category: { color: tokens.colorNeutralForeground2 },
  points: { flexShrink: 0, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  lost: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  track: {
    height: "8px",
    minWidth: "8px",
    marginTop: "3px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: "border-box",
    // What was lost is hatched: to be told from what was reached without its colour.
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorPaletteRedBorder2} 0 1.5px, transparent 1.5px 5px)`,
    forcedColorAdjust: "none",
  },
  blank: { backgroundImage: "none", ...shorthands.borderStyle("dashed") },
  filled: { height: "100%", backgroundColor: tokens.colorBrandBackground },
  rule: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** What the rule says beside the points given. */
function ruleWords(row: ScoreLine["row"]): string {
  const rule = differingRule(row);
  if (rule) return strings.score.byRule(rule.toFixed());
  if (!row.quality) return "";
  const { word, from, to } = row.quality;
  return strings.score.byQuality(word, from.toFixed(), to.toFixed());
}

/** As long as its weight, filled as far as its score. */
export function ScoreBar({ line }: { line: ScoreLine }) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const { session } = usePaneHost();
  const { row, reached, lost, width, filled } = line;
  const { cell, weight, indicator, category } = row;
  const reachedWords = reached?.toFixed() ?? strings.score.blank;
  const points = row.isDropped
    ? strings.score.dropped
    : strings.score.reached(reachedWords, weight?.toFixed() ?? "—");
  const isLost = lost?.isPositive() === true && !lost.isZero();
  const lostWords = isLost ? strings.score.lost(lost.toFixed()) : "";
  const rule = ruleWords(row);
  const content = (
    <>
      <span className={styles.words}>
        <span className={styles.name}>
          {category !== "" && <span className={styles.category}>{category} · </span>}
          {indicator}
        </span>
        <span className={styles.points}>
          {isLost && <span className={styles.lost}>{lostWords}　</span>}
          {points}
        </span>
      </span>
      {rule !== "" && <span className={styles.rule}>{rule}</span>}
      {!row.isDropped && (
        <div
          className={mergeClasses(styles.track, !reached && styles.blank)}
          style={{ width: `${String(width * 100)}%` }}
          aria-hidden="true"
        >
          <div className={styles.filled} style={{ width: `${String(filled * 100)}%` }} />
        </div>
      )}
    </>
  );
  if (!cell) return <div className={styles.line}>{content}</div>;
  return (
    <button
      type="button"
      className={mergeClasses(styles.line, styles.link)}
      title={formatAddress(cell)}
      onClick={() => void session.navigate(cell)}
    >
      <span className={hidden}>{strings.goToCell(formatAddress(cell))}：</span>
      {content}
    </button>
  );
}
