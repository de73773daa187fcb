import { makeStyles, tokens } from "@fluentui/react-components";
import type { DimensionWeights } from "../../../domain/evaluation/formWeights";
import { strings } from "../../strings";
import { offBy } from "./WeightMeter";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  points: { fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums" },
  off: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly name: string;
  readonly weights: DimensionWeights | undefined;
}

/** 产出指标, with the points dealt out under it. */
export function DimensionHead({ name, weights }: Props) {
  const styles = useStyles();
  const words = strings.score.weights;
  const { given, wanted, open = 0 } = weights ?? {};
  const off = given ? offBy(given, wanted) : "";
  const points =
    given && (wanted ? words.of(given.toFixed(), wanted.toFixed()) : words.alone(given.toFixed()));
  return (
    <h3 className={styles.head}>
      {name}
      <span className={styles.points}>
        {off !== "" && (
          <span className={styles.off}>
            {[off, open > 0 ? words.open(open) : ""].filter((each) => each !== "").join("，")}　
          </span>
        )}
        {points}
      </span>
    </h3>
  );
}
