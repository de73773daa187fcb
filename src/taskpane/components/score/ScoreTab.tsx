import { makeStyles, tokens } from "@fluentui/react-components";
import type { EvaluationScore } from "../../../domain/evaluation/scoreEvaluation";
import { usePaneHost } from "../paneHost";
import { AddProject } from "./AddProject";
import { FormScore } from "./FormScore";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL },
});

interface Props {
  readonly scores: readonly EvaluationScore[];
  /** The template has a form for projects. */
  readonly hasProjectForm: boolean;
  /** How many projects have a form in the workbook. */
  readonly projects: number;
  readonly isBusy: boolean;
}

export function ScoreTab({ scores, hasProjectForm, projects, isBusy }: Props) {
  const styles = useStyles();
  const { session } = usePaneHost();
  return (
    <div className={styles.tab}>
      {scores.map((score) => (
        <FormScore
          key={score.sheet ?? score.form}
          score={score}
          isNamed={scores.length > 1}
          isBusy={isBusy}
        />
      ))}
      {hasProjectForm && (
        <AddProject
          projects={projects}
          isBusy={isBusy}
          onAdd={(name) => void session.addProject(name)}
          onList={() => void session.addProjectList()}
        />
      )}
    </div>
  );
}
