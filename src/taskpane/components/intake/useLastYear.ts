import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { troubleOf, type DraftingState, type Trouble } from "../../../application/draftingState";
import type { LastYearIntake } from "../../../application/takeLastYear";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import type { LastYearProposal } from "../../../domain/intake/lastYear";
import type { UnitAnswer } from "../../../domain/intake/moneyUnits";
import { usePaneHost } from "../paneHost";
import { readFiles } from "./readFiles";

export type LastYearState =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly files: number }
  | { readonly kind: "failed"; readonly trouble: Trouble; readonly file: string }
  | {
      readonly kind: "ready";
      readonly taken: LastYearIntake;
      readonly proposals: readonly LastYearProposal[];
    };

/** Last year's files that a person chose, and what they have for 补充资料. */
export interface LastYearOnView {
  readonly state: LastYearState;
  readonly choose: (files: readonly File[]) => void;
  readonly answer: (table: string, answer: UnitAnswer) => void;
  readonly close: () => void;
}

type Shown =
  | Exclude<LastYearState, { kind: "ready" }>
  | { readonly kind: "ready"; readonly taken: LastYearIntake };

const NONE: Shown = { kind: "none" };
const NOBODY: ReadonlyMap<string, UnitAnswer> = new Map();

export function useLastYear({ checked }: DraftingState): LastYearOnView {
  const { session, readFile } = usePaneHost();
  const [files, setFiles] = useState<readonly SourceFile[]>();
  const [said, setSaid] = useState(NOBODY);
  const [shown, setShown] = useState(NONE);
  const latest = useRef(0);

  const choose = useCallback(
    (chosen: readonly File[]) => {
      const turn = (latest.current += 1);
      setSaid(NOBODY);
      setFiles(undefined);
      setShown({ kind: "reading", files: chosen.length });
      void readFiles(chosen, readFile).then((read) => {
        if (turn !== latest.current) return;
        if ("trouble" in read) setShown({ kind: "failed", ...read });
        else setFiles(read.files);
      });
    },
    [readFile],
  );
  useEffect(() => {
    if (!files) return;
    const turn = (latest.current += 1);
    const settle = (next: Shown) => {
      if (turn === latest.current) setShown(next);
    };
    session.takeLastYear(files, said).then(
      (taken) => {
        settle({ kind: "ready", taken });
      },
      (error: unknown) => {
        settle({ kind: "failed", trouble: troubleOf(error), file: "" });
      },
    );
  }, [session, files, said]);

  const state = useMemo((): LastYearState => {
    if (shown.kind !== "ready") return shown;
    if (!checked) return { kind: "none" };
    return { ...shown, proposals: session.previewLastYear(shown.taken) };
  }, [session, shown, checked]);
  return {
    state,
    choose,
    answer: (table, answer) => {
      setSaid((before) => new Map(before).set(table, answer));
    },
    close: () => {
      latest.current += 1;
      setFiles(undefined);
      setSaid(NOBODY);
      setShown(NONE);
    },
  };
}
