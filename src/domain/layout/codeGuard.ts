import type { PlacedBlock, PlacedTable } from "../disclosure/placement";
import { codeColumnOf } from "../expression/print/vector";
import {
  columnName,
  formatPosition,
  quoteSheetName,
  type CellPosition,
} from "../workbook/cellAddress";
import { isErrorValue, type CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";

/** 合计 */
const TOTAL_LENGTH = 2;
const CLASS_LENGTH = 3;
const CODE = /^[1-9].{2}(?:.{2}){0,2}$/u;

/** The hidden cell of a table with codes that counts those which no total can place. */
function codeGuardAt(placed: PlacedTable): CellPosition | undefined {
  return treeOf(placed) && { row: 1, column: placed.range.right + 1 };
}

/** As 计算 and 审核 refer to it. */
export function codeGuardReference(placed: PlacedTable): string | undefined {
  const at = codeGuardAt(placed);
  return at && `${quoteSheetName(placed.sheet)}!$${columnName(at.column)}$${String(at.row)}`;
}

/**
 * Codes whose parent is not listed, and what stands in the code column without being a code of 3, 5 or 7 digits (合计
 * has two characters). A total over codes would leave them out without a word.
 */
function codeGuard(placed: PlacedTable): PlannedCell | undefined {
  const at = codeGuardAt(placed);
  const block = treeOf(placed);
  const column = block && codeColumnOf(block);
  if (!at || !block || column === undefined) return undefined;
  const letter = columnName(column);
  const row = (number: number, offset: string) =>
    `INDEX($${letter}:$${letter},ROWS($A$1:$A$${String(number)})${offset})`;
  const codes = `${row(block.headRow, "+1")}:${row(block.endRow, "-1")}`;
  const length = `LEN(${codes})`;
  const isCode = `((${length}=3)+(${length}=5)+(${length}=7))`;
  const orphans = `SUMPRODUCT(${isCode}*(COUNTIF(${codes},LEFT(${codes},${length}-2*(${length}>3))&"")=0))`;
  const strange = `SUMPRODUCT((${length}>0)*(${length}<>2)*(1-${isCode}))`;
  const notDigits = `SUMPRODUCT(${isCode}*(1-ISNUMBER(FIND(LEFT(${codes},1),"123456789"))))`;
  return { ...at, value: 0, formula: `${orphans}+${strange}+${notDigits}` };
}

/** Whether that cell counts any, for computing totals as their formulas do. */
export function hasLooseCodes(
  placed: PlacedTable,
  valueAt: (cell: CellPosition) => CellValue,
): boolean {
  const block = treeOf(placed);
  const column = block && codeColumnOf(block);
  if (!block || column === undefined) return false;
  const codes: string[] = [];
  for (let row = block.headRow + 1; row < block.endRow; row += 1) {
    const value = valueAt({ row, column });
    const text = isErrorValue(value) ? value.error : String(value ?? "");
    if (text !== "" && text.length !== TOTAL_LENGTH) codes.push(text);
  }
  const listed = new Set(codes);
  return codes.some((code) => !CODE.test(code) || !listed.has(parentOf(code)));
}

/** A class is its own. */
function parentOf(code: string): string {
  return code.length > CLASS_LENGTH ? code.slice(0, -2) : code;
}

export function withCodeGuard(sheet: SheetPlan, placed: PlacedTable): SheetPlan {
  const guard = codeGuard(placed);
  return guard
    ? {
        ...sheet,
        cells: [...sheet.cells, guard],
        hiddenColumns: [...sheet.hiddenColumns, guard.column],
      }
    : sheet;
}

/** For formulas of the table itself. */
export function localCodeGuard(placed: PlacedTable): string | undefined {
  const at = codeGuardAt(placed);
  return at && formatPosition(at).replace(/([A-Z]+)([0-9]+)/u, "$$$1$$$2");
}

function treeOf({ blocks }: PlacedTable): PlacedBlock | undefined {
  return blocks.find(({ block }) => block.definition.kind === "tree");
}
