import { Button } from "@fluentui/react-components";
import { useRef } from "react";

/** What the readers understand, by content; the dialog shows these first. */
const ENDINGS = ".xlsx,.xlsm,.xls,.ods,.docx";

interface Props {
  readonly label: string;
  readonly isBusy: boolean;
  readonly isSingle?: boolean | undefined;
  /** What the dialog shows first, where it is no workbook. */
  readonly endings?: string;
  readonly onChoose: (files: readonly File[]) => void;
}

export function FileButton({
  label,
  isBusy,
  isSingle = false,
  endings = ENDINGS,
  onChoose,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={endings}
        multiple={!isSingle}
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onChoose(files);
          // The same files may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
