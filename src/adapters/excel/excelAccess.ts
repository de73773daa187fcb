import { WorkbookError, type WriteProgress } from "../../ports/workbookPorts";
import { idsOf } from "./cellPlaces";
import type { ExcelRuns, Order } from "./excelRuns";
import { MergeMemory } from "./mergeMemory";
import { readMerges } from "./mergeReader";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import type { SheetOrder } from "./sheetOrder";
import { type ListedSheet, SheetReader } from "./sheetReader";
import { NOTHING, toParts } from "./writeParts";

export const NOBODY: WriteProgress = () => undefined;

/** What reading and writing the workbook share: the way to Excel, and what is remembered of its sheets. */
export class ExcelAccess {
  readonly reader: SheetReader;
  readonly merges = new MergeMemory();

  constructor(
    readonly runs: ExcelRuns,
    readonly report: (sheet?: string) => void,
  ) {
    this.reader = new SheetReader(runs);
  }

  contentsOf(sheets: readonly ListedSheet[]): Promise<ReadonlyMap<string, SheetContents>> {
    return this.reader.readSheets(idsOf(sheets), true);
  }

  async learnMerges(
    sheets: readonly ListedSheet[],
    contents: ReadonlyMap<string, SheetContents>,
  ): Promise<void> {
    for (const [id, merges] of await readMerges(this.runs, idsOf(sheets))) {
      this.merges.learn(id, merges, contents.get(id) ?? EMPTY_SHEET);
    }
  }

  write(parts: readonly Order[], progress: WriteProgress = NOBODY): Promise<void> {
    this.reader.forget();
    return this.runs.write(parts, (part) => {
      progress({ kind: "writing", part, parts: parts.length });
    });
  }

  /** False when Excel refuses. */
  async isDone(order: Order): Promise<boolean> {
    try {
      await this.write([order]);
      return true;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return false;
    }
  }

  /** Deletes sheets, writes cells back and gives sheets other names. */
  async writeBack(
    sheets: readonly ListedSheet[],
    orders: readonly SheetOrder[],
    renamed: readonly { readonly sheet: ListedSheet; readonly name: string }[] = [],
  ): Promise<void> {
    if (sheets.length + orders.length + renamed.length === 0) return;
    await this.write(
      toParts(orders, NOTHING, ({ workbook: { worksheets } }) => {
        for (const { id, visibility } of sheets) {
          const sheet = worksheets.getItem(id);
          // What is very hidden cannot be deleted.
          if (visibility === "VeryHidden") sheet.visibility = "Hidden";
          sheet.delete();
        }
        for (const { sheet, name } of renamed) worksheets.getItem(sheet.id).name = name;
      }),
    );
  }
}
