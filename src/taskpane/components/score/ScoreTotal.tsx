import { makeStyles, tokens } from "@fluentui/react-components";
import type { EvaluationScore } from "../../../domain/evaluation/scoreEvaluation";
import { strings } from "../../strings";
import { pointsOf } from "./scoreGroups";

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  total: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontVariantNumeric: "tabular-nums",
  },
  grade: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "1px solid currentColor",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorBrandForeground1,
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

/** As the forms print it. */
const RATE_DECIMALS = 2;

interface Props {
  readonly score: EvaluationScore;
}

export function ScoreTotal({ score }: Props) {
  const styles = useStyles();
  const { total, grade, executionRate, rows } = score;
  const points = pointsOf(rows);
  const notes = [
    points && strings.score.of(points.full.toFixed(), points.lost.toFixed()),
    executionRate && strings.score.rate(`${executionRate.times(100).toFixed(RATE_DECIMALS)}%`),
  ].filter((note) => note !== undefined);
  return (
    <div className={styles.card}>
      <h2 className={styles.head}>
        {strings.score.total}
        <span className={styles.total}>{total?.toFixed() ?? "—"}</span>
        {total && strings.score.points}
        {grade !== undefined && <span className={styles.grade}>{grade}</span>}
      </h2>
      {!total && <p className={styles.note}>{strings.score.missing}</p>}
      <p className={styles.note}>{notes.join(" · ")}</p>
    </div>
  );
}
