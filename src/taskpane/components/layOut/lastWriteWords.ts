import type { LastWrite } from "../../../application/draftingState";
import { strings } from "../../strings";

/** What is said of it, and what 撤回 will do. */
export function lastWriteWords({ kind, receipt, isPartial, isTakenBackPartly }: LastWrite): {
  readonly intent: "success" | "warning";
  readonly words: string;
  readonly note: string;
} {
  const { partial } = strings;
  if (isTakenBackPartly) {
    const words =
      kind === "layOut"
        ? partial.sheetsLeft(receipt.addedSheets.length)
        : partial.cellsLeft(receipt.written.length);
    return { intent: "warning", words, note: partial.leftNote };
  }
  if (isPartial) {
    return kind === "layOut"
      ? { intent: "warning", words: partial.layOut(receipt.addedSheets), note: partial.layOutNote }
      : { intent: "warning", words: partial.repair, note: partial.repairNote };
  }
  const { done } = strings;
  const words =
    kind === "layOut"
      ? [
          done.layOut(receipt.addedSheets.length),
          ...(receipt.unset ?? []).map((part) => done.unset[part]),
        ].join(" ")
      : done.repair(receipt.written.filter(({ after }) => after.formula).length);
  return { intent: "success", words, note: done.takeBackNote };
}
