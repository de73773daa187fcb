import { useCallback, useEffect, useRef, useState } from "react";
import { troubleOf, type Trouble } from "../../../application/draftingState";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import type { UnitAnswer } from "../../../domain/intake/tableUnit";
import type { PaneHost } from "../paneHost";
import { readFiles } from "./readFiles";

export type FilesState<Taken> =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly files: number }
  | { readonly kind: "failed"; readonly trouble: Trouble; readonly file: string }
  | { readonly kind: "ready"; readonly files: readonly string[]; readonly taken: Taken };

/** Files that a person chose, and what was understood of them. */
export interface ChosenFiles<Taken> {
  readonly state: FilesState<Taken>;
  readonly choose: (files: readonly File[]) => void;
  readonly answer: (table: string, answer: UnitAnswer) => void;
  readonly close: () => void;
}

type Answers = ReadonlyMap<string, UnitAnswer>;

const NOBODY: Answers = new Map();

/** `take` is asked again for each answer, and whenever it is another one; undefined while nothing can be asked. */
export function useChosenFiles<Taken>(
  readFile: PaneHost["readFile"],
  take: ((files: readonly SourceFile[], said: Answers) => Promise<Taken>) | undefined,
): ChosenFiles<Taken> {
  const [files, setFiles] = useState<readonly SourceFile[]>();
  const [said, setSaid] = useState(NOBODY);
  const [state, setState] = useState<FilesState<Taken>>({ kind: "none" });
  const latest = useRef(0);

  const choose = useCallback(
    (chosen: readonly File[]) => {
      const turn = (latest.current += 1);
      setSaid(NOBODY);
      setFiles(undefined);
      setState({ kind: "reading", files: chosen.length });
      void readFiles(chosen, readFile).then((read) => {
        if (turn !== latest.current) return;
        if ("trouble" in read) setState({ kind: "failed", ...read });
        else setFiles(read.files);
      });
    },
    [readFile],
  );
  useEffect(() => {
    if (!files || !take) return;
    const turn = (latest.current += 1);
    const settle = (next: FilesState<Taken>) => {
      if (turn === latest.current) setState(next);
    };
    take(files, said).then(
      (taken) => {
        settle({ kind: "ready", files: files.map(({ name }) => name), taken });
      },
      (error: unknown) => {
        settle({ kind: "failed", trouble: troubleOf(error), file: "" });
      },
    );
  }, [take, files, said]);
  const close = useCallback(() => {
    latest.current += 1;
    setFiles(undefined);
    setSaid(NOBODY);
    setState({ kind: "none" });
  }, []);
  const answer = useCallback((table: string, told: UnitAnswer) => {
    setSaid((before) => new Map(before).set(table, told));
  }, []);
  return { state, choose, answer, close };
}
