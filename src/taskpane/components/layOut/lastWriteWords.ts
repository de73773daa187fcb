import type { LastWrite } from "../../../application/draftingState";
import { STATE_SHEET } from "../../../domain/workbook/stateSheet";
import { strings } from "../../strings";

/** What is said of it, and what 撤回 will do. */
export function lastWriteWords({
  kind,
  receipt,
  rows = [],
  explained,
  adopted,
  paragraphs,
  isPartial,
  takeBackStopped,
}: LastWrite): {
  readonly intent: "success" | "warning";
  readonly words: string;
  readonly note: string;
} {
  const { partial } = strings;
  if (takeBackStopped === "unknown") {
    return { intent: "warning", words: partial.notTakenBack, note: partial.leftNote };
  }
  if (takeBackStopped === "partly") {
    const words = addsSheets(kind)
      ? partial.sheetsLeft(receipt.addedSheets.length)
      : partial.cellsLeft(receipt.written.length);
    return { intent: "warning", words, note: partial.leftNote };
  }
  if (isPartial) {
    if (
      kind === "sentence" ||
      kind === "paragraphs" ||
      kind === "settings" ||
      kind === "indicator" ||
      kind === "fill" ||
      kind === "mend" ||
      kind === "restore" ||
      kind === "explain"
    ) {
      return { intent: "warning", words: partial.fill, note: partial.fillNote };
    }
    if (kind === "report" || kind === "changes" || kind === "adopt") {
      return { intent: "warning", words: partial[kind], note: partial.layOutNote };
    }
    return addsSheets(kind)
      ? { intent: "warning", words: partial.layOut(receipt.addedSheets), note: partial.layOutNote }
      : { intent: "warning", words: partial.repair, note: partial.repairNote };
  }
  const { done } = strings;
  const words = {
    layOut: () => withUnset(done.layOut(receipt.addedSheets.length), receipt),
    report: () => withUnset(done.report(receipt.addedSheets), receipt),
    changes: () => withUnset(done.report(receipt.addedSheets), receipt),
    fill: () =>
      done.fill(
        receipt.written.filter(({ after }) => after.formula === undefined).length,
        rows.reduce((all, { count }) => all + count, 0),
      ),
    restore: () =>
      done.restore(receipt.written.filter(({ sheet }) => sheet !== STATE_SHEET).length),
    list: () => done.list,
    adopt: () =>
      withUnset(done.adopted(adopted?.paneOnly.length ?? 0, adopted?.isMarked === true), receipt),
    explain: () =>
      explained?.isWithdrawn
        ? done.reasonsWithdrawn(explained.findings)
        : done.explained(explained?.findings ?? 0),
    sentence: () => done.sentence,
    paragraphs: () =>
      done.paragraphs(paragraphs?.added.length ?? 0, paragraphs?.removed.length ?? 0),
    settings: () => done.settings,
    indicator: () => done.indicator(rows.length > 0),
    projects: () => withUnset(done.report(receipt.addedSheets), receipt),
    project: () => withUnset(done.project, receipt),
    mend: () => done.mend(receipt.written.length),
    repair: () => done.repair(receipt.written.filter(({ after }) => after.formula).length),
  };
  return { intent: "success", words: words[kind](), note: done.takeBackNote };
}

function addsSheets(kind: LastWrite["kind"]): boolean {
  return ["layOut", "list", "report", "changes", "adopt", "project", "projects"].includes(kind);
}

function withUnset(words: string, { unset = [] }: LastWrite["receipt"]): string {
  return [words, ...unset.map((part) => strings.done.unset[part])].join(" ");
}
