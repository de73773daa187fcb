import type { DraftingState } from "../../application/draftingState";
import type { PaneSession } from "./paneHost";

const nothing = () => Promise.resolve();

/** Stands in the pane until the workbook does: what can be filled in can be filled in already. */
export function waitingSession(state: DraftingState): PaneSession {
  return {
    state: () => state,
    subscribe: () => () => undefined,
    look: nothing,
    layOut: nothing,
    // Answered by the session that takes its place.
    takeFigures: () => new Promise(() => undefined),
    figureMoves: () => [],
    previewFill: () => undefined,
    previewRestore: () => undefined,
    demonstrate: () => [].values(),
    fill: nothing,
    takeLastYear: () => new Promise(() => undefined),
    previewLastYear: () => [],
    fillLastYear: nothing,
    repair: nothing,
    adopt: nothing,
    removeAudit: nothing,
    marksTables: false,
    restore: nothing,
    addAdjustmentList: nothing,
    inspect: () => new Promise(() => undefined),
    mend: nothing,
    explain: nothing,
    withdrawReason: nothing,
    restoreParagraph: nothing,
    updateParagraphs: nothing,
    changeSettings: nothing,
    addIndicator: nothing,
    addProject: nothing,
    addProjectList: nothing,
    takeBack: nothing,
    navigate: nothing,
    dismissTrouble: () => undefined,
  };
}
