import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { troubleWords } from "../../../application/troubleWords";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { IntakeReport } from "./IntakeReport";
import type { IntakeOnView } from "./useIntake";

/** What the readers understand, by content; the dialog shows these first. */
const ENDINGS = ".xlsx,.xlsm,.xls,.ods";

const useStyles = makeStyles({
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 取数: which files, and what stands in them, before anything is written. */
export function IntakeSection({ intake }: { intake: IntakeOnView }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const input = useRef<HTMLInputElement>(null);
  const { state } = intake;
  const words = strings.intake;
  return (
    <section className={section.section} aria-label={words.heading}>
      <h2 className={section.heading}>{words.heading}</h2>
      <p className={section.note}>{words.note}</p>
      <div className={styles.presses}>
        <Button disabledFocusable={state.kind === "reading"} onClick={() => input.current?.click()}>
          {state.kind === "none" ? words.choose : words.chooseOthers}
        </Button>
        {state.kind !== "none" && (
          <Button appearance="subtle" onClick={intake.close}>
            {words.close}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept={ENDINGS}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) intake.choose(files);
          // The same files may be chosen again.
          currentTarget.value = "";
        }}
      />
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
