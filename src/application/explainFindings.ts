import {
  EXPLANATIONS,
  readExplanations,
  type Explanation,
} from "../domain/checking/explanations/explanation";
import { readState } from "../domain/workbook/stateSheet";
import type { WorkbookEditor, WriteReceipt } from "../ports/workbookPorts";
import { writeState } from "./keptState";
import { UseCaseError } from "./useCaseError";

const NOT_READABLE = { newer: "newerState", damaged: "damagedReasons" } as const;

/** Changes the 审核说明 that the workbook keeps, and nothing else of what it keeps. */
export async function changeExplanations(
  editor: WorkbookEditor,
  change: (known: readonly Explanation[]) => readonly Explanation[],
): Promise<WriteReceipt> {
  const seen = await editor.read("thorough");
  const state = readState(seen);
  const read = readExplanations(state);
  if (read.kind !== "explanations") throw new UseCaseError(NOT_READABLE[read.kind]);
  const kept = state.kind === "state" ? state.sections : {};
  return writeState(editor, seen, { ...kept, [EXPLANATIONS]: change(read.explanations) });
}
