import {
  type CellObject,
  type ParsingOptions,
  read,
  set_cptable,
  type WorkBook,
  type WorkSheet,
} from "@e965/xlsx";
import type { BiffSheet } from "../guard/biffRecords";
import type { GuardedRecords } from "../guard/guardWorkbook";
import type { SheetCells } from "../guard/sheetCells";
import { SnapshotBuilder } from "../guard/snapshotBuilder";
import { type CellValue, WorkbookError, type WorkbookSnapshot } from "../../ports/workbookPorts";
import { codePages } from "./codePages";

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};
const PREFIXES = /_xl(?:fn|ws|pm|udf)\./giu;
/** What old Chinese software writes when it does not say. */
const CHINESE = 936;

const OPTIONS: ParsingOptions = {
  type: "buffer",
  dense: true,
  codepage: CHINESE,
  cellFormula: true,
  cellText: false,
  cellHTML: false,
  cellNF: false,
};

set_cptable(codePages);

/** The library complains to the console about formulas; nobody there could do anything about it. */
function quietly<T>(work: () => T): T {
  const log = globalThis.console;
  const { error } = log;
  log.error = () => undefined;
  try {
    return work();
  } finally {
    log.error = error;
  }
}

/** Reads nothing but records that the guard has walked: no OLE container, no other format. */
function parse(records: Uint8Array): WorkBook {
  try {
    return quietly(() => read(records, OPTIONS));
  } catch (error) {
    throw new WorkbookError("damaged", `biff: ${String(error).slice(0, 100)}`);
  }
}

function readValue(cell: CellObject): CellValue {
  const { t: type, v: value } = cell;
  if (type === "e") return { error: ERRORS[Number(value)] ?? "#VALUE!" };
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function fill(cells: SheetCells, sheet: WorkSheet): void {
  const lines = (sheet["!data"] ?? []) as ((CellObject | undefined)[] | undefined)[];
  lines.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell) return;
      const at = { row: row + 1, column: column + 1 };
      const value = readValue(cell);
      if (value !== null) cells.place(at, value);
      if (cell.f !== undefined && cell.f !== "") {
        cells.placeFormula(at, cell.f.replace(PREFIXES, ""));
      }
    });
  });
  for (const { s: from, e: to } of sheet["!merges"] ?? []) {
    cells.addMerge({ top: from.r + 1, left: from.c + 1, bottom: to.r + 1, right: to.c + 1 });
  }
}

/** The library names sheets in the order of their records, which is not always that of their tabs. */
function nameOf(sheet: BiffSheet, sheets: readonly BiffSheet[], names: readonly string[]): string {
  const before = sheets.filter(({ position }) => position < sheet.position).length;
  return names[before] ?? "";
}

export function readXls({ records, sheets }: GuardedRecords): WorkbookSnapshot {
  const { SheetNames: names, Sheets: byName } = parse(records);
  const workbook = new SnapshotBuilder();
  const add = (name: string, visibility: BiffSheet["visibility"]): void => {
    const sheet = byName[name];
    if (!sheet) throw new WorkbookError("damaged", `no records for sheet ${name}`);
    const cells = workbook.startSheet();
    fill(cells, sheet);
    workbook.endSheet(cells, name, visibility);
  };
  if (sheets.length === 0)
    names.forEach((name) => {
      add(name, "visible");
    });
  for (const sheet of sheets) {
    if (sheet.hasCells) add(nameOf(sheet, sheets, names), sheet.visibility);
  }
  return workbook.finish();
}
