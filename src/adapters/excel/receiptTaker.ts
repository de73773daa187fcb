import type { TakenBack, WriteReceipt } from "../../ports/workbookPorts";
import { keptSheets, leavingSheets } from "../guard/leavingSheets";
import { boundsBySheet, groupBySheet } from "./cellPlaces";
import { sameContent } from "./cellText";
import type { CellWriter } from "./cellWriter";
import type { ExcelAccess } from "./excelAccess";
import {
  inspect,
  type InspectedSheet,
  type Inspection,
  requireStructure,
  requireUnprotected,
} from "./inspection";
import type { SetWriter } from "./setWriter";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import type { ListedSheet } from "./sheetReader";

/** 撤回: takes back what still stands as it was written. */
export class ReceiptTaker {
  constructor(
    private readonly access: ExcelAccess,
    private readonly sets: SetWriter,
    private readonly cells: CellWriter,
  ) {}

  async takeBack(receipt: WriteReceipt): Promise<TakenBack> {
    const left = await this.sets.withdrawUnfinished(receipt);
    if (left) return { kept: [], keptSheets: left, neededSheets: [] };
    const added = new Set(receipt.addedSheets);
    const cells = receipt.written.filter(({ sheet }) => !added.has(sheet));
    const inspection = await inspect(
      this.access.runs,
      new Map([
        ...receipt.addedSheets.map((name) => [name, undefined] as const),
        ...boundsBySheet(groupBySheet(cells)),
      ]),
    );
    const ids = this.sets.idsOf(receipt);
    const ours = receipt.addedSheets.flatMap((name) => findAdded(name, inspection, ids) ?? []);
    const places = cells.flatMap(({ sheet }) => inspection.find(sheet) ?? []);
    // Any sheet may refer to one that is to go.
    const contents = await this.access.contentsOf(ours.length > 0 ? inspection.sheets : places);
    const { goes, stays } = goingSheets(ours, receipt, contents, inspection);
    const standing = cells.filter((cell) => {
      const sheet = inspection.find(cell.sheet);
      const own = sheet && contents.get(sheet.id)?.at(cell);
      return own !== undefined && sameContent(own, cell.after);
    });
    if (goes.length > 0) requireStructure(inspection);
    requireUnprotected(...standing.map(({ sheet }) => inspection.get(sheet)));
    await this.access.writeBack(
      goes,
      this.cells.entriesOf(standing, inspection, ({ before }) => before),
    );
    for (const name of new Set(receipt.written.map(({ sheet }) => sheet))) this.access.report(name);
    return {
      kept: cells.filter((cell) => {
        const sheet = inspection.find(cell.sheet);
        const own = sheet && contents.get(sheet.id)?.at(cell);
        // What is as before already, an earlier try has put back.
        const isBack = own !== undefined && sameContent(own, cell.before);
        return !standing.includes(cell) && !isBack;
      }),
      ...stays,
    };
  }
}

interface AddedSheet {
  readonly name: string;
  readonly sheet: InspectedSheet | ListedSheet;
}

/** Also where it has another name by now: then it is one that somebody has worked on. */
function findAdded(
  name: string,
  inspection: Inspection,
  ids: ReadonlyMap<string, string> | undefined,
): AddedSheet | undefined {
  const id = ids?.get(name);
  const sheet =
    id === undefined ? inspection.find(name) : inspection.sheets.find((each) => each.id === id);
  return sheet && { name, sheet };
}

/** Sheets as we left them, but for those that the rest cannot do without. */
function goingSheets(
  added: readonly AddedSheet[],
  { written }: WriteReceipt,
  contents: ReadonlyMap<string, SheetContents>,
  { sheets }: Inspection,
): { readonly goes: ListedSheet[]; readonly stays: Omit<TakenBack, "kept"> } {
  const bySheet = groupBySheet(written);
  const standing = sheets.map((sheet) => {
    const own = contents.get(sheet.id) ?? EMPTY_SHEET;
    const addedAs = added.find((each) => each.sheet.id === sheet.id)?.name;
    const ours = bySheet.get(addedAs ?? "") ?? [];
    return {
      sheet,
      addedAs,
      name: sheet.name,
      isShown: sheet.visibility === "Visible",
      isUntouched:
        sheet.name === addedAs &&
        own.filled().length === ours.length &&
        ours.every((cell) => sameContent(own.at(cell), cell.after)),
      formulas: own.formulas.values(),
    };
  });
  const leaving = leavingSheets(standing);
  const stays = standing.flatMap((each) =>
    each.addedAs === undefined || leaving.has(each)
      ? []
      : [{ name: each.addedAs, isUntouched: each.isUntouched }],
  );
  return { goes: Array.from(leaving, ({ sheet }) => sheet), stays: keptSheets(stays) };
}
