import type { CellRange } from "../../src/domain/workbook/cellAddress";
import { parsePosition, parseRange } from "../../src/domain/workbook/cellAddress";
import { type CellValue, valueAt } from "../../src/domain/workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan, WritePlan } from "../../src/domain/workbook/writePlan";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/ports/workbookPorts";

export type CellText =
  | CellValue
  | { readonly formula: string; readonly value: CellValue; readonly style?: string }
  | { readonly value: CellValue; readonly style: string };

function isPlanned(cell: CellText): cell is Exclude<CellText, CellValue> {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

export function range(text: string): CellRange {
  const parsed = parseRange(text);
  if (!parsed) throw new Error(`no range: ${text}`);
  return parsed;
}

/** A sheet's plan from its cells by address; the rest is what a new sheet has. */
export function sheetPlan(
  name: string,
  cells: Readonly<Record<string, CellText>>,
  more: Partial<SheetPlan> = {},
): SheetPlan {
  return {
    name,
    visibility: "visible",
    cells: Object.entries(cells).map(([address, cell]): PlannedCell => {
      const position = parsePosition(address);
      if (!position) throw new Error(`no address: ${address}`);
      return isPlanned(cell) ? { ...position, ...cell } : { ...position, value: cell };
    }),
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: [],
    hiddenRows: [],
    conditionalFormats: [],
    validations: [],
    ...more,
  };
}

export function planOf(...sheets: SheetPlan[]): WritePlan {
  return { sheets, styles: new Map(), properties: {} };
}

export function sheetOf(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function at(workbook: WorkbookSnapshot, sheet: string, address: string): CellValue {
  return valueAt(sheetOf(workbook, sheet), parsePosition(address)!);
}

export function formulaAt(
  workbook: WorkbookSnapshot,
  sheet: string,
  address: string,
): string | undefined {
  return sheetOf(workbook, sheet).formulas.get(address);
}
