import { Button, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { useId } from "react";
import { troubleWords } from "../../../../application/troubleWords";
import { strings } from "../../../strings";
import { FileButton } from "../../intake/FileButton";
import { useSectionStyles } from "../../sectionStyles";
import { ENDINGS, useTextFormStyles } from "../textForm";
import { UpdateList } from "./UpdateList";
import type { TextUpdating } from "./useTextUpdate";

/** 按上年文稿更新: last year's text, and the same with this year's figures. */
export function UpdateView({ view }: { view: TextUpdating }) {
  const styles = useTextFormStyles();
  const section = useSectionStyles();
  const id = useId();
  const { text, update, isBusy, trouble, lastYear } = view;
  const words = strings.narrative.update;
  return (
    <section className={section.section} aria-labelledby={`${id}-heading`}>
      <Button className={styles.back} size="small" appearance="subtle" onClick={view.close}>
        {strings.narrative.written.back}
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
          view.write(currentTarget.value);
        }}
      />
      <div className={styles.presses}>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || text.trim() === ""}
          onClick={view.start}
        >
          {words.start}
        </Button>
        <FileButton
          label={words.chooseText}
          isBusy={isBusy}
          isSingle
          endings={ENDINGS}
          onChoose={([file]) => {
            if (file) view.chooseText(file);
          }}
        />
        <FileButton
          label={words.chooseLastYear}
          isBusy={isBusy}
          isSingle
          onChoose={([file]) => {
            if (file) view.chooseLastYear(file);
          }}
        />
      </div>
      <p className={section.note}>
        {lastYear === undefined ? words.withoutLastYear : words.lastYear(lastYear)}
      </p>
      <div role="status">
        {isBusy && (
          <>
            {words.updating}
            <ProgressBar aria-label={words.updating} />
          </>
        )}
      </div>
      {trouble && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{troubleWords(trouble)}</MessageBarBody>
        </MessageBar>
      )}
      {update && update.source !== text && <p className={section.note}>{words.outdated}</p>}
      {update && (
        <UpdateList
          update={update}
          revoked={view.revoked}
          isBusy={isBusy}
          onToggle={view.toggle}
          onSave={view.save}
        />
      )}
    </section>
  );
}
