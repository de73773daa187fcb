import { strings } from "../../../strings";
import { FileButton } from "../../intake/FileButton";
import { ENDINGS, TextForm } from "../TextForm";
import { ClaimList } from "./ClaimList";
import type { WrittenText } from "./useWrittenText";

/** 检查已有文稿: text pasted or from a file, each figure and each turn of phrase computed anew. */
export function WrittenTextView({ view }: { view: WrittenText }) {
  const { text, found, isChecking, trouble } = view;
  const words = strings.narrative.written;
  return (
    <TextForm
      words={words}
      text={text}
      source={found?.text}
      isBusy={isChecking}
      trouble={trouble}
      onWrite={view.write}
      onStart={view.check}
      onClose={view.close}
      files={
        <FileButton
          label={words.choose}
          isBusy={isChecking}
          isSingle
          endings={ENDINGS}
          onChoose={([file]) => {
            if (file) view.choose(file);
          }}
        />
      }
    >
      {found && <ClaimList checked={found.checked} text={found.text} />}
    </TextForm>
  );
}
