import { makeStyles, tokens } from "@fluentui/react-components";
import type { EvaluationScore } from "../../../domain/evaluation/scoreEvaluation";
import { FormScore } from "./FormScore";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL },
});

interface Props {
  readonly scores: readonly EvaluationScore[];
  readonly isBusy: boolean;
}

export function ScoreTab({ scores, isBusy }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.tab}>
      {scores.map((score) => (
        <FormScore key={score.form} score={score} isNamed={scores.length > 1} isBusy={isBusy} />
      ))}
    </div>
  );
}
