import type { Worksheet } from "@univerjs/core";
import { parsePosition, parseRange } from "../../domain/workbook/cellAddress";
import { toCellValue } from "./gridCell";

/** Whether the mark shows at the cell. */
export type Mark = (sheet: Worksheet, row: number, column: number) => boolean;

const CELL = String.raw`\$?[A-Z]+\$?[0-9]+`;
const ACROSS = new RegExp(
  String.raw`^AND\(COLUMN\(${CELL}\)=COLUMN\((?<total>${CELL})\),ABS\(ROUND\(SUM\(\k<total>\)-SUM\((?<plus>[^()]*)\)(?:\+SUM\((?<minus>[^()]*)\))?,2\)\)>INT\(`,
  "u",
);
/** The second of the two formulas marks nothing that this one's sum does not. */
const CHILDREN = new RegExp(
  String.raw`^AND\(LEN\((?<code>${CELL})\)>2,ABS\(ROUND\(SUM\(${CELL}\)-SUMPRODUCT\(\(LEFT\("  "&(?<head>${CELL}):(?<last>${CELL}),`,
  "u",
);

/**
 * The sums that rows of a tree are marked by, added up here: the grid would calculate a formula for each cell under
 * each mark. Undefined for a formula of another shape.
 */
export function toComputedMark(formula: string, family: CodeFamilies): Mark | undefined {
  const { total, plus, minus = "" } = ACROSS.exec(formula)?.groups ?? {};
  if (total !== undefined && plus !== undefined) {
    const [sum] = columnsOf(total);
    const [added, taken] = [columnsOf(plus), columnsOf(minus)];
    return (sheet, row, column) => {
      if (column !== sum) return false;
      const figures = (columns: readonly number[]) =>
        columns.map((each) => figureAt(sheet, row, each));
      const parts = [...figures(added), ...figures(taken).map((figure) => -figure)];
      return isOff(figureAt(sheet, row, column), parts);
    };
  }
  const { code, head, last } = CHILDREN.exec(formula)?.groups ?? {};
  const [from, to] = [parsePosition(head ?? ""), parsePosition(last ?? "")];
  if (code === undefined || !from || !to) return undefined;
  const codes = { top: from.row, bottom: to.row, column: from.column };
  return (sheet, row, column) => {
    const own = codeAt(sheet, row, codes.column);
    if (own.length <= 2) return false;
    const children = family.childrenOf(sheet, codes, own);
    const parts = children.map((child) => figureAt(sheet, child, column));
    return children.length > 0 && isOff(figureAt(sheet, row, column), parts);
  };
}

interface CodeColumn {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/** Which rows stand one level below a code; read once until something changes. */
export class CodeFamilies {
  private readonly known = new Map<string, ReadonlyMap<string, readonly number[]>>();

  forget(): void {
    this.known.clear();
  }

  childrenOf(sheet: Worksheet, codes: CodeColumn, parent: string): readonly number[] {
    const key = [sheet.getSheetId(), codes.column, codes.top, codes.bottom].join(" ");
    const family = this.known.get(key) ?? familyOf(sheet, codes);
    this.known.set(key, family);
    return family.get(parent) ?? [];
  }
}

function familyOf(sheet: Worksheet, { top, bottom, column }: CodeColumn) {
  const family = new Map<string, number[]>();
  for (let row = top; row <= bottom; row += 1) {
    const parent = codeAt(sheet, row, column).slice(0, -2);
    const rows = family.get(parent);
    if (rows) rows.push(row);
    else family.set(parent, [row]);
  }
  return family;
}

function columnsOf(references: string): number[] {
  return references.split(",").flatMap((reference) => {
    const area = parseRange(reference);
    if (!area) return [];
    return Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
  });
}

/** Figures are added as whole millionths: 0.1 + 0.2 is 0.3. */
const UNITS = 1e6;
const CENT = UNITS / 100;

/** Off by more than printing rounds: half a cent for each figure but the last. */
function isOff(total: number, parts: readonly number[]): boolean {
  const gap = parts.reduce((rest, part) => rest - part, total);
  const cents = Math.round(Math.abs(gap) / CENT);
  const terms = [total, ...parts].filter((figure) => figure !== 0).length;
  return cents > 0 && cents > Math.floor((terms - 1) / 2);
}

function figureAt(sheet: Worksheet, row: number, column: number): number {
  const value = valueAt(sheet, row, column);
  return typeof value === "number" ? Math.round(value * UNITS) : 0;
}

function codeAt(sheet: Worksheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function valueAt(sheet: Worksheet, row: number, column: number) {
  const cell = sheet.getCellRaw(row - 1, column - 1);
  return cell ? toCellValue(cell, Boolean(cell.f ?? cell.si)) : null;
}
