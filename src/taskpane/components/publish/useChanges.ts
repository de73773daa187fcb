import { useCallback } from "react";
import type { ComparedWorkbooks } from "../../../application/compareWorkbooks";
import type { DraftingState } from "../../../application/draftingState";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import { useChosenFiles, type ChosenFiles } from "../intake/useChosenFiles";
import type { PaneHost } from "../paneHost";

export type ChangesOnView = ChosenFiles<ComparedWorkbooks | undefined>;

/** An earlier file that a person chose, and what is another since: anew with every look, while that is on view. */
export function useChanges(
  { readFile, changes: { compare } }: PaneHost,
  { checked }: DraftingState,
  isOnView: boolean,
): ChangesOnView {
  const take = useCallback(
    async ([earlier]: readonly SourceFile[]) => (checked && earlier ? compare(earlier) : undefined),
    [compare, checked],
  );
  return useChosenFiles(readFile, checked && isOnView ? take : undefined);
}
