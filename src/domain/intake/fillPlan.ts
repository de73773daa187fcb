import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedBlock, PlacedRow, PlacedTable, Placement } from "../disclosure/placement";
import { layOutWorkbook, type WorkbookInput } from "../layout/layOutWorkbook";
import { placeSheets } from "../layout/placeSheets";
import { spareRowsOf } from "../layout/repairPlan";
import { TotalCells } from "../layout/totalCells";
import { mergeFigures, totalsOf, type FigureConflict } from "./mergeFigures";
import { typedTexts, withTypedTexts } from "../layout/typedTexts";
import {
  formatAddress,
  formatPosition,
  parsePosition,
  type CellAddress,
} from "../workbook/cellAddress";
import {
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../workbook/workbookSnapshot";
import type { WritePlan } from "../workbook/writePlan";

export interface InsertedRows {
  readonly sheet: string;
  /** When those before it in the list are in. */
  readonly row: number;
  readonly count: number;
}

export interface FilledCell extends CellAddress {
  readonly value: CellValue;
  /** What stands there when the rows are in; left out for totals, whose formulas give what they give by then. */
  readonly expected?: CellValue;
}

/** What comes into a set that stands: rows first, then the form around them, then the figures. */
export interface FillWrites {
  readonly rows: readonly InsertedRows[];
  readonly form: WritePlan;
  readonly cells: readonly FilledCell[];
  /** Rows that are blank when all is written: they go last. */
  readonly gone?: readonly InsertedRows[];
  /** The sheets as they stand when the rows are in. */
  readonly shifted: readonly SheetSnapshot[];
  /** Sheets that no longer have the template's rows and columns: nothing comes into them. */
  readonly differentShape: readonly string[];
}

export interface Fill extends FillWrites {
  /** Typed figures that are other ones; they stay unless the person says otherwise. */
  readonly conflicts: readonly FigureConflict[];
  /** The tables of these sheets as they stand when the rows are in. */
  readonly placed: ReadonlyMap<string, PlacedTable>;
}

/** `overwrites`: figures of the files also replace other ones that somebody typed. */
export function fillPlan(
  template: Template,
  standing: Disclosure,
  taken: Disclosure,
  input: Omit<WorkbookInput, "figures" | "spareRows">,
  overwrites: boolean,
): Fill {
  const conflicts: FigureConflict[] = [];
  const totals = new TotalCells(standing.placement, template.totals);
  const figures = mergeFigures(
    standing,
    taken,
    totalsOf(totals, standing, taken, template),
    (conflict) => {
      conflicts.push(conflict);
      return overwrites;
    },
  );
  const codes = placeSheets(template, { ...input, figures });
  const spare = spareRowsOf(standing);
  const set: WorkbookInput = {
    ...input,
    figures,
    spareRows: (table, block) => {
      const own = standing.placement.tables.get(table)?.blocks[block];
      const planned = codes.get(table)?.blocks[block];
      const left = spare(table, block);
      if (!own || !planned || left === undefined) return undefined;
      const last = own.endRow - 1 - left;
      const placed = standing.placement.tables.get(table);
      const free = placed
        ? spareBelow(last, own.endRow, (row) => isFree(placed, row, standing))
        : 0;
      return left - Math.min(free, codesAtEnd(own, planned).length);
    },
  };
  const placed = placeSheets(template, set);
  const rows: InsertedRows[] = [];
  const differentShape: string[] = [];
  const filled = new Set<string>();
  for (const [key, own] of standing.placement.tables) {
    const planned = placed.get(key);
    const isTaken = taken.placement.tables.has(key) && own.table.definition.role === "disclosure";
    if (!planned || (!isTaken && !hasCodesOfAnother(own))) continue;
    const inserted = insertedRows(own, planned, (row) => isFree(own, row, standing));
    if (inserted === undefined) differentShape.push(own.sheet);
    else {
      rows.push(...inserted);
      filled.add(own.sheet);
    }
  }
  const plan = layOutWorkbook(template, set);
  const sheets = standing.snapshot.sheets
    .filter(({ name }) => filled.has(name))
    .map((sheet) => withRows(sheet, rows));
  const form = { ...plan, sheets: plan.sheets.filter(({ name }) => filled.has(name)) };
  const replaced = overwrites ? conflicts.map(({ cell }) => movedBy(rows, cell)) : [];
  return {
    rows,
    form: withTypedTexts(form, typedTexts(form, sheets)),
    cells: filledCells(form, sheets, { tables: placed }, template, replaced),
    conflicts,
    shifted: sheets,
    placed: new Map([...placed].filter(([, { sheet }]) => filled.has(sheet))),
    differentShape,
  };
}

/** 分项补充资料: codes that are new in the tables come in there, too. */
function hasCodesOfAnother({ table }: PlacedTable): boolean {
  return table.definition.blocks.some((block) => block.tree?.codesOf !== undefined);
}

/** Whether everything stands where the plan has it: nobody has moved rows meanwhile. */
export function standsAsShifted(
  shifted: readonly SheetSnapshot[],
  { sheets }: WorkbookSnapshot,
): boolean {
  return shifted.every(({ name, values, formulas }) => {
    const now = sheets.find((sheet) => sheet.name === name);
    return (
      now !== undefined &&
      values.every((line, row) =>
        line.every((value, column) => {
          const at = { row: row + 1, column: column + 1 };
          if (typeof value !== "string" || formulas.has(formatPosition(at))) return true;
          return value === "" || valueAt(now, at) === value;
        }),
      )
    );
  });
}

/** Planned rows below the last one that stands: they fill spare rows first. */
function codesAtEnd(own: PlacedBlock, planned: PlacedBlock): readonly PlacedRow[] {
  const known = new Set(own.rows.map(({ id }) => id));
  const ofOwn = planned.rows.map(({ id }) => known.has(id));
  return planned.rows.slice(ofOwn.lastIndexOf(true) + 1);
}

/** Undefined where the rows that stand are not the plan's, in its order. */
function insertedRows(
  own: PlacedTable,
  planned: PlacedTable,
  isSpare: (row: number) => boolean,
): InsertedRows[] | undefined {
  const inserted: InsertedRows[] = [];
  for (const [index, block] of planned.blocks.entries()) {
    const standing = own.blocks[index];
    if (!standing || !hasColumns(standing, block)) return undefined;
    const rowOf = new Map(standing.rows.map(({ id, row }) => [id, row]));
    if (rowOf.size !== standing.rows.length) return undefined;
    const atEnd = new Set(codesAtEnd(standing, block).map(({ id }) => id));
    const last = Math.max(standing.headRow, ...standing.rows.map(({ row }) => row));
    let spare = spareBelow(last, standing.endRow, isSpare);
    let shift = 0;
    let found = 0;
    for (const { id, row } of block.rows) {
      const present = rowOf.get(id);
      if (present !== undefined) {
        if (present + shift !== row) return undefined;
        found += 1;
      } else if (atEnd.has(id) && spare > 0) {
        spare -= 1;
      } else {
        if (standing.block.definition.kind !== "tree") return undefined;
        shift += 1;
        const before = inserted.at(-1);
        if (before && before.row + before.count === row) {
          inserted[inserted.length - 1] = { ...before, count: before.count + 1 };
        } else inserted.push({ sheet: own.sheet, row, count: 1 });
      }
    }
    if (found !== standing.rows.length) return undefined;
  }
  return inserted;
}

/** Rows right below the last one in which nothing is typed. */
function spareBelow(last: number, endRow: number, isSpare: (row: number) => boolean): number {
  let row = last + 1;
  while (row < endRow && isSpare(row)) row += 1;
  return row - last - 1;
}

function isFree(
  { sheet: name, range }: PlacedTable,
  row: number,
  { snapshot }: Disclosure,
): boolean {
  const sheet = snapshot.sheets.find((each) => each.name === name);
  for (let column = range.left; sheet && column <= range.right; column += 1) {
    const value = valueAt(sheet, { row, column });
    const isTyped = value !== null && value !== "";
    if (isTyped && !sheet.formulas.has(formatPosition({ row, column }))) return false;
  }
  return true;
}

function hasColumns(standing: PlacedBlock, planned: PlacedBlock): boolean {
  return [...planned.columns].every(([key, column]) => {
    const role = planned.block.columns.find((each) => each.key === key)?.definition.role;
    return role !== "figure" || standing.columns.get(key) === column;
  });
}

/** Codes, names and figures of the plan that do not stand there yet. */
function filledCells(
  form: WritePlan,
  sheets: readonly SheetSnapshot[],
  placement: Placement,
  { totals: rules }: Template,
  /** Formulas of the person's own that may go. */
  replaced: readonly CellAddress[],
): FilledCell[] {
  const totals = new TotalCells(placement, rules);
  const mayGo = new Set(replaced.map(formatAddress));
  return [...placement.tables.values()].flatMap(({ sheet: name, blocks }) => {
    const planned = form.sheets.find((each) => each.name === name);
    const sheet = sheets.find((each) => each.name === name);
    const first = Math.min(...blocks.map(({ headRow }) => headRow + 1));
    const end = Math.max(...blocks.map(({ endRow }) => endRow));
    if (!planned || !sheet) return [];
    return planned.cells.flatMap(({ row, column, value, formula }): FilledCell[] => {
      if (row < first || row >= end || formula !== undefined) return [];
      if (value === null || value === "") return [];
      const cell = { sheet: name, row, column };
      const expected = valueAt(sheet, cell);
      if (!sheet.formulas.has(formatPosition(cell))) {
        return expected === value ? [] : [{ ...cell, value, expected }];
      }
      // What a published total says stays visible, where its parts give something else.
      if (totals.at(cell)) return [{ ...cell, value }];
      return mayGo.has(formatAddress(cell)) ? [{ ...cell, value, expected }] : [];
    });
  });
}

export function withRows(sheet: SheetSnapshot, rows: readonly InsertedRows[]): SheetSnapshot {
  const values = [...sheet.values];
  for (const each of rows.filter((own) => own.sheet === sheet.name)) {
    while (values.length < each.row - 1) values.push([]);
    values.splice(each.row - 1, 0, ...Array.from({ length: each.count }, () => []));
  }
  const formulas = new Map(
    Array.from(sheet.formulas, ([at, formula]) => {
      const position = parsePosition(at);
      if (!position) return [at, formula];
      return [formatPosition(movedBy(rows, { sheet: sheet.name, ...position })), formula];
    }),
  );
  return { ...sheet, values, formulas };
}

/** Where a cell stands when the rows are in. */
function movedBy(rows: readonly InsertedRows[], cell: CellAddress): CellAddress {
  return rows
    .filter(({ sheet }) => sheet === cell.sheet)
    .reduce((at, { row, count }) => (at.row >= row ? { ...at, row: at.row + count } : at), cell);
}
