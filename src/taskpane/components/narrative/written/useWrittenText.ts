import { useState } from "react";
import type { CheckedText } from "../../../../application/checkWrittenText";
import { troubleOf, type Trouble } from "../../../../application/draftingState";
import type { Disclosure } from "../../../../domain/disclosure/disclosure";
import type { PaneHost } from "../../paneHost";

/** Text that somebody wrote, and what was found in it: stays while the person looks at other tabs. */
export interface WrittenText {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly text: string;
  /** Of the text as it was then. */
  readonly found: { readonly text: string; readonly checked: CheckedText } | undefined;
  readonly isChecking: boolean;
  readonly trouble: Trouble | undefined;
  readonly write: (text: string) => void;
  readonly check: () => void;
  /** Reads a file, and checks it at once. */
  readonly choose: (file: File) => void;
}

export function useWrittenText(
  { written: { read, check } }: PaneHost,
  figures: Disclosure | undefined,
): WrittenText {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [found, setFound] = useState<WrittenText["found"]>();
  const [isChecking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const checkText = async (get: () => Promise<string>) => {
    setChecking(true);
    setTrouble(undefined);
    try {
      const given = await get();
      setText(given);
      setFound({ text: given, checked: await check(given, figures) });
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setChecking(false);
    }
  };
  return {
    isOpen,
    open: () => {
      setOpen(true);
    },
    close: () => {
      setOpen(false);
    },
    text,
    found,
    isChecking,
    trouble,
    write: setText,
    check: () => {
      if (!isChecking) void checkText(() => Promise.resolve(text));
    },
    choose: (file) => {
      if (!isChecking) void checkText(() => read(file));
    },
  };
}
