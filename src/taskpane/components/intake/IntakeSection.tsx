import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { troubleWords } from "../../../application/troubleWords";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { FileButton } from "./FileButton";
import { IntakeReport } from "./IntakeReport";
import type { IntakeOnView } from "./useIntake";

const useStyles = makeStyles({
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 取数: which files, and what stands in them, before anything is written. */
export function IntakeSection({ intake }: { intake: IntakeOnView }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { state } = intake;
  const words = strings.intake;
  return (
    <section className={section.section} aria-label={words.heading}>
      <h2 className={section.heading}>{words.heading}</h2>
      <p className={section.note}>{words.note}</p>
      <div className={styles.presses}>
        <FileButton
          label={state.kind === "none" ? words.choose : words.chooseOthers}
          isBusy={state.kind === "reading"}
          onChoose={intake.choose}
        />
        {state.kind !== "none" && (
          <Button appearance="subtle" onClick={intake.close}>
            {words.close}
          </Button>
        )}
      </div>
      <div role="status">{state.kind === "reading" && words.reading(state.files)}</div>
      {state.kind === "failed" && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {state.file !== "" && `${words.file(state.file)} `}
            {troubleWords(state.trouble)}
          </MessageBarBody>
        </MessageBar>
      )}
      {state.kind === "ready" && (
        <IntakeReport files={state.files} taken={state.taken} onAnswer={intake.answer} />
      )}
    </section>
  );
}
