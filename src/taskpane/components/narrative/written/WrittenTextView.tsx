import { Button, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { useId } from "react";
import { troubleWords } from "../../../../application/troubleWords";
import { strings } from "../../../strings";
import { FileButton } from "../../intake/FileButton";
import { useSectionStyles } from "../../sectionStyles";
import { ENDINGS, useTextFormStyles } from "../textForm";
import { ClaimList } from "./ClaimList";
import type { WrittenText } from "./useWrittenText";

/** 检查已有文稿: text pasted or from a file, each figure and each turn of phrase computed anew. */
export function WrittenTextView({ view }: { view: WrittenText }) {
  const styles = useTextFormStyles();
  const section = useSectionStyles();
  const id = useId();
  const { text, found, isChecking, trouble, write, check, choose, close } = view;
  const words = strings.narrative.written;
  return (
    <section className={section.section} aria-labelledby={`${id}-heading`}>
      <Button className={styles.back} size="small" appearance="subtle" onClick={close}>
        {words.back}
      </Button>
      <h2 id={`${id}-heading`} className={section.heading}>
        {words.heading}
      </h2>
      <p id={`${id}-note`} className={section.note}>
        {words.note}
      </p>
      <textarea
        className={styles.text}
        aria-label={words.text}
        aria-describedby={`${id}-note`}
        placeholder={words.placeholder}
        value={text}
        spellCheck={false}
        onChange={({ currentTarget }) => {
          write(currentTarget.value);
        }}
      />
      <div className={styles.presses}>
        <Button
          appearance="primary"
          disabledFocusable={isChecking || text.trim() === ""}
          onClick={check}
        >
          {words.check}
        </Button>
        <FileButton
          label={words.choose}
          isBusy={isChecking}
          isSingle
          endings={ENDINGS}
          onChoose={([file]) => {
            if (file) choose(file);
          }}
        />
      </div>
      <div role="status">
        {isChecking && (
          <>
            {words.checking}
            <ProgressBar aria-label={words.checking} />
          </>
        )}
      </div>
      {trouble && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{troubleWords(trouble)}</MessageBarBody>
        </MessageBar>
      )}
      {found && found.text !== text && <p className={section.note}>{words.outdated}</p>}
      {found && <ClaimList checked={found.checked} text={found.text} />}
    </section>
  );
}
