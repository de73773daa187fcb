import { strings } from "../../strings";
import { FilesSection } from "./FilesSection";
import { IntakeReport } from "./IntakeReport";
import type { IntakeOnView } from "./useIntake";

interface Props {
  readonly intake: IntakeOnView;
  /** That the figures are to be of. */
  readonly year: number;
}

/** 取数: which files, and what stands in them, before anything is written. */
export function IntakeSection({ intake, year }: Props) {
  const { state, answer } = intake;
  return (
    <FilesSection words={strings.intake} files={intake}>
      {state.kind === "ready" && (
        <IntakeReport files={state.files} taken={state.taken} year={year} onAnswer={answer} />
      )}
    </FilesSection>
  );
}
