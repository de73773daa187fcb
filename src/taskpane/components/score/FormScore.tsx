import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { EvaluationScore } from "../../../domain/evaluation/scoreEvaluation";
import { strings } from "../../strings";
import { FindingItemList } from "../check/FindingItemList";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";
import { AddIndicator } from "./AddIndicator";
import { DimensionHead } from "./DimensionHead";
import { ScoreBar } from "./ScoreBar";
import { scoreGroups } from "./scoreGroups";
import { ScoreTotal } from "./ScoreTotal";
import { WeightMeter } from "./WeightMeter";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
});

interface Props {
  readonly score: EvaluationScore;
  /** Several forms stand one below the other. */
  readonly isNamed: boolean;
  readonly isBusy: boolean;
}

/** One form: its total, what its points come to, what does not fit. */
export function FormScore({ score, isNamed, isBusy }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { session } = usePaneHost();
  const groups = useMemo(() => scoreGroups(score.rows), [score]);
  return (
    <div className={styles.tab}>
      {isNamed && <h2 className={section.heading}>{score.form}</h2>}
      <ScoreTotal score={score} />
      <section className={section.section}>
        <h2 className={section.heading}>{strings.score.chart}</h2>
        <WeightMeter weights={score.weights} />
        {groups.map(({ dimension, lines }, index) => (
          <div key={index}>
            {dimension !== "" && (
              <DimensionHead name={dimension} weights={weightsOf(score, dimension)} />
            )}
            <ul className={styles.lines}>
              {lines.map((line, position) => (
                <li key={position}>
                  <ScoreBar line={line} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        <AddIndicator
          dimensions={score.weights.dimensions}
          isBusy={isBusy}
          onAdd={(indicator) =>
            void session.addIndicator({
              ...indicator,
              ...(score.sheet === undefined ? {} : { sheet: score.sheet }),
            })
          }
        />
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

function weightsOf({ weights }: EvaluationScore, dimension: string) {
  return weights.dimensions.find(({ name }) => name === dimension);
}
