import {
  type TakenBack,
  WorkbookError,
  type WriteReceipt,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { keptSheets, leavingSheets } from "../guard/leavingSheets";
import { formulaTest } from "./brokenReferences";
import { boundsBySheet, groupBySheet } from "./cellPlaces";
import { type CellContent, sameContent } from "./cellText";
import type { CellWriter } from "./cellWriter";
import type { ExcelAccess } from "./excelAccess";
import { inspect, type Inspection, requireStructure, requireUnprotected } from "./inspection";
import type { SetWriter } from "./setWriter";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import type { ListedSheet, WorkbookLook } from "./sheetReader";
import type { Leaving, SheetRemover } from "./sheetRemover";

interface Choice extends Leaving {
  readonly stays: readonly { readonly name: string; readonly isUntouched: boolean }[];
}

/** How the cells of a receipt stand: as written, as before it, or as somebody has made them since. */
interface CellsNow {
  readonly standing: readonly WrittenCell[];
  readonly back: readonly WrittenCell[];
  readonly kept: readonly WrittenCell[];
}

/** 撤回: takes back what still stands as it was written. */
export class ReceiptTaker {
  constructor(
    private readonly access: ExcelAccess,
    private readonly sets: SetWriter,
    private readonly cells: CellWriter,
    private readonly remover: SheetRemover,
  ) {}

  async takeBack(receipt: WriteReceipt): Promise<TakenBack> {
    if (this.sets.isUnfinished(receipt)) return this.sets.withdrawUnfinished(receipt);
    try {
      const kept = await this.access.runs.afresh(() => this.takeCells(receipt));
      const sheets = await this.takeSheets(receipt);
      for (const { sheet } of receipt.written) this.access.report(sheet);
      return { kept, ...sheets };
    } catch (error) {
      return this.standingAfter(error, receipt);
    }
  }

  private async takeCells(receipt: WriteReceipt): Promise<readonly WrittenCell[]> {
    const cells = ownCells(receipt);
    if (cells.length === 0) return [];
    const { inspection, contents, now } = await this.lookAtCells(cells);
    const { standing, kept } = now;
    for (const { sheet } of standing) requireUnprotected(inspection.get(sheet));
    const written = standing.map(({ before, after, ...cell }) => {
      return { ...cell, before: after, after: before };
    });
    if (written.length > 0)
      await this.cells.put({ written, inspection, contents, isTakingBack: true });
    return kept;
  }

  private async lookAtCells(cells: readonly WrittenCell[]) {
    const inspection = await inspect(this.access.runs, boundsBySheet(groupBySheet(cells)));
    const sheets = cells.flatMap(({ sheet }) => inspection.find(sheet) ?? []);
    const contents = await this.access.contentsOf(sheets);
    return { inspection, contents, now: cellsNow(cells, inspection, contents) };
  }

  private async takeSheets(receipt: WriteReceipt): Promise<Omit<TakenBack, "kept">> {
    if (receipt.addedSheets.length === 0) return keptSheets([]);
    requireStructure(await inspect(this.access.runs));
    const { stays } = await this.remover.remove((look) => this.choose(receipt, look));
    return keptSheets(stays);
  }

  /** Sheets as we left them, but for those that the rest cannot do without. */
  private choose(receipt: WriteReceipt, { sheets, contents }: WorkbookLook): Choice {
    const ids = this.sets.idsOf(receipt);
    const bySheet = groupBySheet(receipt.written);
    const added = new Map(
      receipt.addedSheets.flatMap((name) => {
        const sheet = findAdded(name, sheets, ids);
        return sheet ? [[sheet.id, name] as const] : [];
      }),
    );
    const isThere = new Set(sheets.map(({ id }) => id));
    const isOurs = formulaTest({
      full: new Map(),
      gone: ids
        ? [...ids].filter(([, id]) => !isThere.has(id)).map(([name]) => name.toLowerCase())
        : [],
    });
    const standing = sheets.map((sheet) => {
      const own = contents.get(sheet.id) ?? EMPTY_SHEET;
      const addedAs = added.get(sheet.id);
      const ours = bySheet.get(addedAs ?? "") ?? [];
      return {
        sheet,
        addedAs,
        name: sheet.name,
        isShown: sheet.visibility === "Visible",
        isUntouched:
          sheet.name === addedAs &&
          own.filled().length === ours.length &&
          ours.every((cell) => standsAsWritten(own.at(cell), cell.after, isOurs)),
        formulas: own.formulas.values(),
      };
    });
    const leaving = leavingSheets(standing);
    const stays = standing.flatMap((each) =>
      each.addedAs === undefined || leaving.has(each)
        ? []
        : [{ name: each.addedAs, isUntouched: each.isUntouched }],
    );
    return { goes: Array.from(leaving, ({ sheet }) => sheet), stays };
  }

  /** What was done all the same is no failure; what is left can be taken back by another press. */
  private async standingAfter(error: unknown, receipt: WriteReceipt): Promise<TakenBack> {
    const cells = ownCells(receipt);
    const left = await this.leftOf(receipt, cells).catch(() => undefined);
    if (!left) throw error;
    const { now, choice } = left;
    if (choice.goes.length + now.standing.length === 0) {
      return { kept: now.kept, ...keptSheets(choice.stays) };
    }
    const going = new Set(choice.goes.map(({ id }) => id));
    const addedSheets = receipt.addedSheets.filter((name) => {
      const sheet = findAdded(name, left.sheets, this.sets.idsOf(receipt));
      return sheet && (going.has(sheet.id) || choice.stays.some((each) => each.name === name));
    });
    const isUndone = addedSheets.length === receipt.addedSheets.length && now.back.length === 0;
    if (isUndone) throw error;
    const rest = {
      addedSheets,
      written: receipt.written.filter(
        (cell) => addedSheets.includes(cell.sheet) || now.standing.includes(cell),
      ),
    };
    this.sets.inherit(rest, receipt);
    throw new WorkbookError("takenBackPartly", addedSheets.join("、"), rest);
  }

  private async leftOf(receipt: WriteReceipt, cells: readonly WrittenCell[]) {
    const now =
      cells.length > 0 ? (await this.lookAtCells(cells)).now : { standing: [], back: [], kept: [] };
    if (receipt.addedSheets.length === 0) {
      return { now, sheets: [], choice: { goes: [], stays: [] } };
    }
    await this.remover.showAgain().catch(() => undefined);
    const look = await this.remover.look();
    return { now, sheets: look.sheets, choice: this.choose(receipt, look) };
  }
}

/** On sheets that stood before. */
function ownCells({ addedSheets, written }: WriteReceipt): readonly WrittenCell[] {
  const added = new Set(addedSheets);
  return written.filter(({ sheet }) => !added.has(sheet));
}

function cellsNow(
  cells: readonly WrittenCell[],
  inspection: Inspection,
  contents: ReadonlyMap<string, SheetContents>,
): CellsNow {
  const own = ({ sheet, row, column }: WrittenCell): CellContent | undefined =>
    contents.get(inspection.find(sheet)?.id ?? "")?.at({ row, column });
  const is = (cell: WrittenCell, as: "before" | "after") => {
    const content = own(cell);
    return content !== undefined && sameContent(content, cell[as]);
  };
  const standing = cells.filter((cell) => is(cell, "after"));
  // What is as before already, an earlier try has put back.
  const back = cells.filter((cell) => !standing.includes(cell) && is(cell, "before"));
  const kept = cells.filter((cell) => !standing.includes(cell) && !back.includes(cell));
  return { standing, back, kept };
}

/** Also where it has another name by now: then it is one that somebody has worked on. */
function findAdded(
  name: string,
  sheets: readonly ListedSheet[],
  ids: ReadonlyMap<string, string> | undefined,
): ListedSheet | undefined {
  const id = ids?.get(name);
  return sheets.find((each) =>
    id === undefined ? each.name.toLowerCase() === name.toLowerCase() : each.id === id,
  );
}

function standsAsWritten(
  own: CellContent,
  after: CellContent,
  isOurs: (formula: string, ours: string) => boolean,
): boolean {
  if (own.formula !== undefined && after.formula !== undefined) {
    return isOurs(own.formula, after.formula);
  }
  return sameContent(own, after);
}
