import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { EvaluationScore } from "../../../domain/evaluation/scoreEvaluation";
import { strings } from "../../strings";
import { FindingItemList } from "../check/FindingItemList";
import { useSectionStyles } from "../sectionStyles";
import { ScoreBar } from "./ScoreBar";
import { scoreGroups } from "./scoreGroups";
import { ScoreTotal } from "./ScoreTotal";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  dimension: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
});

interface Props {
  readonly score: EvaluationScore;
}

export function ScoreTab({ score }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const groups = useMemo(() => scoreGroups(score.rows), [score]);
  return (
    <div className={styles.tab}>
      <ScoreTotal score={score} />
      <section className={section.section}>
        <h2 className={section.heading}>{strings.score.chart}</h2>
        {groups.map(({ dimension, lines }, index) => (
          <div key={index}>
            {dimension !== "" && <h3 className={styles.dimension}>{dimension}</h3>}
            <ul className={styles.lines}>
              {lines.map((line, position) => (
                <li key={position}>
                  <ScoreBar line={line} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section className={section.section}>
        <h2 className={section.heading}>{strings.score.findings}</h2>
        {score.findings.length === 0 ? (
          <p className={section.note}>{strings.score.noFindings}</p>
        ) : (
          <FindingItemList findings={score.findings} />
        )}
      </section>
    </div>
  );
}
