import type { LastWrite } from "../../../application/draftingState";
import { strings } from "../../strings";

/** What is said of it, and what 撤回 will do. */
export function lastWriteWords({
  kind,
  receipt,
  rows = [],
  isPartial,
  takeBackFailed,
}: LastWrite): {
  readonly intent: "success" | "warning";
  readonly words: string;
  readonly note: string;
} {
  if (takeBackFailed) {
    const { notTakenBack } = strings;
    // Of what was laid out in part, the names may not be known.
    const isKnown = receipt.addedSheets.length > 0;
    const words =
      kind === "layOut"
        ? notTakenBack.layOut(
            receipt.addedSheets.length,
            isKnown ? takeBackFailed.standing : undefined,
          )
        : notTakenBack[kind];
    return { intent: "warning", words, note: notTakenBack.note };
  }
  if (isPartial) {
    const { partial } = strings;
    if (kind === "fill" || kind === "mend") {
      return { intent: "warning", words: partial.fill, note: partial.fillNote };
    }
    return kind === "layOut"
      ? { intent: "warning", words: partial.layOut(receipt.addedSheets), note: partial.layOutNote }
      : { intent: "warning", words: partial.repair, note: partial.repairNote };
  }
  const { done } = strings;
  const words = {
    layOut: () =>
      [
        done.layOut(receipt.addedSheets.length),
        ...(receipt.unset ?? []).map((part) => done.unset[part]),
      ].join(" "),
    fill: () =>
      done.fill(
        receipt.written.filter(({ after }) => after.formula === undefined).length,
        rows.reduce((all, { count }) => all + count, 0),
      ),
    mend: () => done.mend(receipt.written.length),
    repair: () => done.repair(receipt.written.filter(({ after }) => after.formula).length),
  };
  return { intent: "success", words: words[kind](), note: done.takeBackNote };
}
