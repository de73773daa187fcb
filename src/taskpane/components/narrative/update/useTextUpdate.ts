import { useState } from "react";
import { troubleOf, type Checked, type Trouble } from "../../../../application/draftingState";
import type { TextUpdate } from "../../../../domain/narrative/update/textUpdate";
import type { WorkbookSnapshot } from "../../../../ports/workbookPorts";
import type { PaneHost } from "../../paneHost";
import { toggled } from "../../toggled";

/** Last year's text on its way into this year: stays while the person looks at other tabs. */
export interface TextUpdating {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly text: string;
  readonly write: (text: string) => void;
  /** Of the text as it was then. */
  readonly update: TextUpdate | undefined;
  /** Replacements that stay as they were, by their place in the list. */
  readonly revoked: ReadonlySet<number>;
  readonly toggle: (index: number) => void;
  /** The name of last year's workbook, where one was chosen. */
  readonly lastYear: string | undefined;
  readonly isBusy: boolean;
  readonly trouble: Trouble | undefined;
  readonly start: () => void;
  readonly chooseText: (file: File) => void;
  readonly chooseLastYear: (file: File) => void;
  /** Left out where there is no file to write the new text into, or no place for it. */
  readonly save: (() => void) | undefined;
}

interface Source {
  readonly text: string;
  readonly file?: File;
}

export function useTextUpdate(
  { written, readFile }: PaneHost,
  checked: Checked | undefined,
): TextUpdating {
  const [isOpen, setOpen] = useState(false);
  const [source, setSource] = useState<Source>({ text: "" });
  const [last, setLast] = useState<{ name: string; snapshot: WorkbookSnapshot }>();
  const [done, setDone] = useState<{ update: TextUpdate; file?: File | undefined }>();
  const [revoked, setRevoked] = useState<ReadonlySet<number>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const work = async (step: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await step();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  const updateFrom = async (given: Source, snapshot: WorkbookSnapshot | undefined) => {
    if (!checked || given.text.trim() === "") return;
    const update = await written.update(given.text, checked, snapshot);
    setRevoked(new Set());
    setDone({ update, file: given.file });
  };
  const { save } = written;
  const file = done?.file;
  return {
    isOpen,
    open: () => {
      setOpen(true);
    },
    close: () => {
      setOpen(false);
    },
    text: source.text,
    write: (text) => {
      setSource({ text });
    },
    update: done?.update,
    revoked,
    toggle: (index) => {
      setRevoked(toggled(revoked, index));
    },
    lastYear: last?.name,
    isBusy,
    trouble,
    start: () => void work(() => updateFrom(source, last?.snapshot)),
    chooseText: (chosen) =>
      void work(async () => {
        const given = { text: await written.read(chosen), file: chosen };
        setSource(given);
        await updateFrom(given, last?.snapshot);
      }),
    chooseLastYear: (chosen) =>
      void work(async () => {
        const snapshot = await readFile(chosen);
        await updateFrom(source, snapshot);
        setLast({ name: chosen.name, snapshot });
      }),
    save: save && file ? () => void work(() => save(file, done.update, revoked)) : undefined,
  };
}
