import { strings } from "../../../strings";
import { FileButton } from "../../intake/FileButton";
import { useSectionStyles } from "../../sectionStyles";
import { ENDINGS, TextForm } from "../TextForm";
import { UpdateList } from "./UpdateList";
import type { TextUpdating } from "./useTextUpdate";

/** 按上年文稿更新: last year's text, and the same with this year's figures. */
export function UpdateView({ view }: { view: TextUpdating }) {
  const section = useSectionStyles();
  const { text, update, isBusy, trouble, lastYear } = view;
  const words = strings.narrative.update;
  return (
    <TextForm
      words={words}
      text={text}
      source={update?.source}
      isBusy={isBusy}
      trouble={trouble}
      onWrite={view.write}
      onStart={view.start}
      onClose={view.close}
      files={
        <>
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
        </>
      }
      about={
        <p className={section.note}>
          {lastYear === undefined ? words.withoutLastYear : words.lastYear(lastYear)}
        </p>
      }
    >
      {update && (
        <UpdateList
          update={update}
          revoked={view.revoked}
          isBusy={isBusy}
          onToggle={view.toggle}
          onSave={view.save}
        />
      )}
    </TextForm>
  );
}
