import { type CellRange, rangeContains } from "../../domain/workbook/cellAddress";
import {
  WorkbookError,
  type WorkbookEditor,
  type WorkbookErrorCode,
  type WorkbookSnapshot,
  type WritePlan,
  type WriteProgress,
  type WriteReceipt,
  type WriteStep,
  type WrittenCell,
} from "../../ports/workbookPorts";
import { checkCell, checkPlan } from "../guard/planLimits";
import { requireUnchanged } from "../guard/unchanged";
import { boundsBySheet, groupBySheet, idsOf, placeOf, position } from "./cellPlaces";
import { type CellContent, contentOf, isAsPlanned, sameContent, sameValue } from "./cellText";
import { type CellEntry, entryOrders } from "./entryOrders";
import { type ExcelAccess, NOBODY } from "./excelAccess";
import { LookAgain } from "./excelRuns";
import { inspect, type Inspection, requireUnprotected } from "./inspection";
import { readMerges } from "./mergeReader";
import { findOwnMarks } from "./ownMarks";
import { EMPTY_SHEET, type SheetContents } from "./sheetContents";
import type { SheetOrder } from "./sheetOrder";
import { restoreOrders } from "./sheetOrders";
import { Witness } from "./witness";
import { NOTHING, toParts } from "./writeParts";

type CellWrite = Parameters<WorkbookEditor["writeCells"]>[0][number];

const REFUSED_AS_A_WHOLE: ReadonlySet<WorkbookErrorCode> = new Set([
  "editingCell",
  "writeTooLarge",
]);

/** Writes cells of sheets that are there, reads them back, and puts them back when that fails. */
export class CellWriter {
  constructor(private readonly access: ExcelAccess) {}

  async write(cells: readonly CellWrite[]): Promise<WriteReceipt> {
    if (cells.length === 0) return { addedSheets: [], written: [] };
    for (const cell of cells) checkCell(cell, placeOf(cell));
    return this.access.runs.afresh(() => this.lookAndWrite(cells));
  }

  private async lookAndWrite(cells: readonly CellWrite[]): Promise<WriteReceipt> {
    const bySheet = groupBySheet(cells);
    const inspection = await inspect(this.access.runs, boundsBySheet(bySheet));
    const sheets = cells.map((cell) => inspection.get(cell.sheet));
    const contents = await this.access.contentsOf(sheets);
    const merges = await readMerges(this.access.runs, idsOf(sheets));
    requireUnprotected(...sheets);
    const taken = new Set<string>();
    const written = cells.map((cell, index): WrittenCell => {
      const sheet = sheets[index] ?? inspection.get(cell.sheet);
      const { row, column } = cell;
      const before = contents.get(sheet.id)?.at(cell) ?? { value: null };
      checkWrite({ ...cell, sheet: sheet.name }, before, merges.get(sheet.id) ?? [], taken);
      return { sheet: sheet.name, row, column, before, after: contentOf(cell) };
    });
    return this.put({ written, inspection, contents });
  }

  async restore(
    plan: WritePlan,
    progress: WriteProgress = NOBODY,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    checkPlan(plan);
    let misplaced: string | undefined;
    try {
      return await this.access.runs.afresh(async () => {
        try {
          return await this.lookAndRestore(plan, progress, seen);
        } catch (error) {
          if (error instanceof RowsMoved) misplaced ??= error.sheet;
          throw error;
        }
      });
    } catch (error) {
      if (misplaced === undefined || isPartlyWritten(error)) throw error;
      throw new WorkbookError("repairMisplaced", misplaced);
    }
  }

  private async lookAndRestore(
    plan: WritePlan,
    progress: WriteProgress,
    seen?: WorkbookSnapshot,
  ): Promise<WriteReceipt> {
    progress({ kind: "checking" });
    const inspection = await inspect(
      this.access.runs,
      new Map(plan.sheets.map(({ name }) => [name, undefined])),
    );
    const sheets = plan.sheets.map(({ name }) => inspection.get(name));
    requireUnprotected(...sheets);
    const contents = await this.access.contentsOf(sheets);
    const marks = groupBySheet(
      await findOwnMarks(
        this.access.runs,
        plan.sheets.flatMap(({ conditionalFormats }, index) =>
          conditionalFormats.map((format) => ({ ...format, sheet: sheets[index]?.name ?? "" })),
        ),
      ),
    );
    const orders = plan.sheets.flatMap((sheet, index) => {
      const own = sheets[index] ?? inspection.get(sheet.name);
      const before = contents.get(own.id) ?? EMPTY_SHEET;
      const known = seen?.sheets.find(({ name }) => name === own.name);
      if (known) requireUnchanged(sheet, known, (cell) => before.at(cell));
      const lost = sheet.cells.filter(
        (cell) => cell.formula !== undefined && !sameContent(before.at(cell), contentOf(cell)),
      );
      const written = lost.map(({ row, column, ...cell }): WrittenCell => {
        return {
          sheet: own.name,
          row,
          column,
          before: before.at({ row, column }),
          after: contentOf(cell),
        };
      });
      const entries = written.map((cell) => ({
        ...position(cell),
        content: cell.after,
        isTextCell: false,
      }));
      return [
        {
          written,
          orders: restoreOrders(sheet, own.id, plan, entries, marks.get(own.name) ?? []),
        },
      ];
    });
    let last: WriteStep = { kind: "checking" };
    try {
      return await this.put(
        {
          written: orders.flatMap(({ written }) => written),
          inspection,
          contents,
          orders: orders.flatMap((sheet) => sheet.orders),
        },
        (step) => {
          if (step.kind !== "takingBack") last = step;
          progress(step);
        },
      );
    } catch (error) {
      // Looks, marks and validations cannot be taken back; another press brings what is missing.
      throw isUndone(error, last) ? error : new WorkbookError("repairPartly", String(error));
    }
  }

  /**
   * Writes, and compares what stood there and what stands there in the write's own request. Where it was not what the
   * look had found, it goes back as it was, and the look is to be taken again.
   */
  async put(edit: CellEdit, progress: WriteProgress = NOBODY): Promise<WriteReceipt> {
    const { written, inspection, isTakingBack = false } = edit;
    const witness = new Witness();
    const orders = (edit.orders ?? this.entriesOf(edit)).map((order) => {
      // The answer says what stood there and what stands there, and is not to be longer than Excel gives.
      return { ...order, bytes: 2 * order.bytes };
    });
    let failure: unknown;
    try {
      if (orders.length > 0)
        await this.access.writeFresh(toParts(orders, NOTHING, NOTHING, witness), progress);
    } catch (error) {
      if (error instanceof LookAgain) throw error;
      failure = error;
    }
    const found = written.map((cell): WrittenCell => {
      const before = witness.before.at(inspection.get(cell.sheet).id, cell) ?? cell.before;
      return { ...cell, before };
    });
    const changed = found.filter((cell, index) => {
      return !sameContent(cell.before, written[index]?.before ?? cell.before);
    });
    failure ??= meanwhile(edit, changed, witness) ?? incompletePart(edit, witness);
    if (failure !== undefined) {
      progress({ kind: "takingBack" });
      // What is taken back need not come again; what somebody typed must.
      const back = isTakingBack ? changed : found;
      return this.rollBack(failure, { ...edit, written: back }, witness);
    }
    progress({ kind: "readingBack" });
    const results = await this.resultsOf(edit, witness);
    for (const name of groupBySheet(written).keys()) this.access.report(name);
    return { addedSheets: [], written: found.map((cell) => ({ ...cell, after: results(cell) })) };
  }

  /** As it was written; the results of formulas as they come to be. */
  private async resultsOf(
    { written, inspection }: CellEdit,
    witness: Witness,
  ): Promise<(cell: WrittenCell) => CellContent> {
    const sheets = Array.from(groupBySheet(written).keys(), (name) => inspection.get(name));
    const contents = await this.access.contentsOf(sheets).catch(() => undefined);
    return (cell) => {
      const { id } = inspection.get(cell.sheet);
      const after = witness.after.at(id, cell) ?? cell.after;
      const own = contents?.get(id)?.at(cell);
      return own && sameContent(own, after) ? own : after;
    };
  }

  /** Orders that give cells their content; the rows that they stand in are looked at as well. */
  private entriesOf({ written, inspection, contents }: CellEdit): SheetOrder[] {
    return Array.from(groupBySheet(written), ([name, own]) => {
      const sheet = inspection.get(name);
      const entries = own.map((cell): CellEntry => {
        return { ...position(cell), content: cell.after, isTextCell: sheet.isTextCell(cell) };
      });
      return entryOrders(sheet.id, entries, contents.get(sheet.id)?.width ?? 0);
    }).flat();
  }

  private async rollBack(error: unknown, edit: CellEdit, witness: Witness): Promise<never> {
    const { written, inspection } = edit;
    try {
      await this.access.runs.afresh(async () => {
        const contents = await this.access.contentsOf(
          written.map(({ sheet }) => inspection.get(sheet)),
        );
        const standing = written.filter((cell) => {
          const { id } = inspection.get(cell.sheet);
          const own = contents.get(id)?.at(cell);
          if (own === undefined || sameContent(own, cell.before)) return false;
          const ours = witness.after.at(id, cell);
          if (ours) return sameContent(own, ours);
          // Over a formula of ours somebody may have typed their own meanwhile.
          return cell.after.formula === undefined
            ? isAsPlanned(own, cell.after)
            : sameContent(own, cell.after);
        });
        const orders = this.entriesOf({
          ...edit,
          written: standing.map((cell) => ({ ...cell, after: cell.before })),
        });
        if (orders.length > 0) await this.access.writeFresh(toParts(orders, NOTHING, NOTHING));
      });
    } catch (second) {
      throw new WorkbookError("partlyWritten", String(second), { addedSheets: [], written });
    }
    throw error;
  }
}

interface CellEdit {
  /** `before`, as the look found it. */
  readonly written: readonly WrittenCell[];
  readonly inspection: Inspection;
  readonly contents: ReadonlyMap<string, SheetContents>;
  /** More than these cells. */
  readonly orders?: readonly SheetOrder[];
  readonly isTakingBack?: boolean;
}

/** Rows were inserted or deleted between a look and its write. */
class RowsMoved extends LookAgain {
  constructor(readonly sheet: string) {
    super("changedMeanwhile", sheet);
  }
}

/** What somebody did between the look and its write. */
function meanwhile(
  { inspection, contents, written }: CellEdit,
  [changed]: readonly WrittenCell[],
  { frame }: Witness,
): LookAgain | undefined {
  const places = new Set(written.map(placeOf));
  for (const { id, name } of inspection.sheets) {
    const seen = contents.get(id);
    const isMoved = frame.areas(id).some((area) =>
      seen?.filled().some(({ value, formula, ...cell }) => {
        if (typeof value !== "string" || formula !== undefined) return false;
        if (!rangeContains(area, cell) || places.has(placeOf({ ...cell, sheet: name })))
          return false;
        const now = frame.at(id, cell);
        return now !== undefined && !sameValue(now.value, value);
      }),
    );
    if (isMoved) return new RowsMoved(name);
  }
  return changed && new LookAgain("changedMeanwhile", placeOf(changed));
}

function incompletePart(
  { written, inspection }: CellEdit,
  { after }: Witness,
): WorkbookError | undefined {
  const incomplete = written.find((cell) => {
    const own = after.at(inspection.get(cell.sheet).id, cell);
    return own !== undefined && !isAsPlanned(own, cell.after);
  });
  return incomplete && new WorkbookError("writeIncomplete", placeOf(incomplete));
}

function isPartlyWritten(error: unknown): boolean {
  return error instanceof WorkbookError && error.code === "partlyWritten";
}

/** What failed is told by itself: nothing of it was done, or the formulas could not even be taken back. */
function isUndone(error: unknown, last: WriteStep): boolean {
  if (!(error instanceof WorkbookError) || error instanceof LookAgain) return true;
  if (isPartlyWritten(error)) return true;
  if (last.kind === "checking") return true;
  return last.kind === "writing" && last.part === 1 && REFUSED_AS_A_WHOLE.has(error.code);
}

function checkWrite(
  cell: CellWrite,
  before: CellContent,
  merges: readonly CellRange[],
  taken: Set<string>,
): void {
  const place = placeOf(cell);
  if (taken.has(place)) throw new WorkbookError("invalidPlan", `${place}: cell twice`);
  taken.add(place);
  const isCovered = merges.some(
    (merge) => rangeContains(merge, cell) && (merge.top !== cell.row || merge.left !== cell.column),
  );
  if (isCovered) throw new WorkbookError("invalidPlan", `${place}: under a merge`);
  const { expected } = cell;
  if (expected !== undefined && !sameValue(before.value, expected)) {
    throw new WorkbookError("changedMeanwhile", place);
  }
}
