import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FormWeights } from "../../../domain/evaluation/formWeights";
import { strings } from "../../strings";

const useStyles = makeStyles({
  words: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  off: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  track: {
    position: "relative",
    height: "8px",
    marginTop: "3px",
    overflow: "hidden",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: "border-box",
    forcedColorAdjust: "none",
  },
  filled: { height: "100%", backgroundColor: tokens.colorBrandBackground },
  over: { backgroundColor: tokens.colorPaletteRedBorder2 },
});

/** 还差 5, 多 5; nothing where it fits. */
export function offBy(
  given: FormWeights["given"],
  wanted: FormWeights["given"] | undefined,
): string {
  if (!wanted || given.equals(wanted)) return "";
  const words = strings.score.weights;
  const difference = wanted.minus(given);
  return difference.isNegative()
    ? words.over(difference.abs().toFixed())
    : words.short(difference.toFixed());
}

/** How far the points of the form come to 100. */
export function WeightMeter({ weights: { given, wanted, isRescaled } }: { weights: FormWeights }) {
  const styles = useStyles();
  const words = strings.score.weights;
  const isOver = given.greaterThan(wanted);
  const off = isRescaled && !isOver ? "" : offBy(given, wanted);
  const width = isOver ? 100 : given.div(wanted).times(100).toNumber();
  return (
    <div>
      <div className={styles.words}>
        <span>{isRescaled ? words.rescaled(given.toFixed()) : words.total(given.toFixed())}</span>
        {off !== "" && <span className={styles.off}>{off}</span>}
      </div>
      <div className={styles.track} aria-hidden="true">
        <div
          className={mergeClasses(styles.filled, isOver && styles.over)}
          style={{ width: `${String(width)}%` }}
        />
      </div>
    </div>
  );
}
