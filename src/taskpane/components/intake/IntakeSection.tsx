import { strings } from "../../strings";
import { FilesSection } from "./FilesSection";
import { IntakeReport } from "./IntakeReport";
import type { IntakeOnView } from "./useIntake";

/** 取数: which files, and what stands in them, before anything is written. */
export function IntakeSection({ intake }: { intake: IntakeOnView }) {
  const { state, answer } = intake;
  return (
    <FilesSection words={strings.intake} files={intake}>
      {state.kind === "ready" && (
        <IntakeReport files={state.files} taken={state.taken} onAnswer={answer} />
      )}
    </FilesSection>
  );
}
