import { useCallback, useMemo } from "react";
import type { DraftingState } from "../../../application/draftingState";
import type { LastYearIntake } from "../../../application/takeLastYear";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import type { LastYearProposal } from "../../../domain/intake/lastYear";
import type { UnitAnswer } from "../../../domain/intake/tableUnit";
import { usePaneHost } from "../paneHost";
import { useChosenFiles, type ChosenFiles } from "./useChosenFiles";

/** Last year's files that a person chose, and what they have for 补充资料. */
export interface LastYearOnView extends ChosenFiles<LastYearIntake> {
  /** Undefined until the files are understood and a set stands. */
  readonly proposals: readonly LastYearProposal[] | undefined;
}

export function useLastYear({ checked }: DraftingState): LastYearOnView {
  const { session, readFile } = usePaneHost();
  const take = useCallback(
    (files: readonly SourceFile[], said: ReadonlyMap<string, UnitAnswer>) =>
      session.takeLastYear(files, said),
    [session],
  );
  const chosen = useChosenFiles(readFile, take);
  const { state } = chosen;
  const proposals = useMemo(
    () => (checked && state.kind === "ready" ? session.previewLastYear(state.taken) : undefined),
    [session, state, checked],
  );
  return { ...chosen, proposals };
}
