import { WorkbookError, type WriteProgress } from "../../ports/workbookPorts";
import { idsOf } from "./cellPlaces";
import type { ExcelRuns, Order } from "./excelRuns";
import { MergeMemory } from "./mergeMemory";
import { readMerges } from "./mergeReader";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import { type ListedSheet, SheetReader } from "./sheetReader";

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
    return this.send(parts, progress, false);
  }

  /** What rests on a look just taken; see `ExcelRuns.write`. */
  writeFresh(parts: readonly Order[], progress: WriteProgress = NOBODY): Promise<void> {
    return this.send(parts, progress, true);
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

  private send(parts: readonly Order[], progress: WriteProgress, isFresh: boolean): Promise<void> {
    this.reader.forget();
    const told = (part: number) => {
      progress({ kind: "writing", part, parts: parts.length });
    };
    return this.runs.write(parts, told, isFresh);
  }
}
