import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import type { SheetPlan, WritePlan } from "../../domain/workbook/writePlan";
import { positionsIn } from "../guard/planLimits";
import { toGridContent } from "./gridCell";
import { toGridRange, toGridValidations, VALIDATIONS_RESOURCE } from "./gridRules";
import { columnPixels, rowPixels } from "./gridSizes";
import { toGridStyle } from "./gridStyle";
import { lineMemory } from "./lineMemory";
import { memoryOf } from "./sheetMemory";

const APP_VERSION = "0.25.1";
const DEFAULT_COLUMN_WIDTH = 73;
const DEFAULT_ROW_HEIGHT = 20;
/** Room below and beside what is filled, for notes and pasted figures. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;
const LEAST_COLUMNS = 26;

/**
 * One and the same for every workbook: the grid finds formulas by a short hash of this name and their text, and a test
 * shows that those of a laid out set do not meet.
 */
export const UNIT_ID = "gongkai";

export interface WorkbookMemory {
  readonly title?: string;
}

export function toWorkbookData(plan: WritePlan): IWorkbookData {
  const sheets = plan.sheets.map((sheet, index) => toSheetData(sheet, sheetId(index + 1)));
  const memory: WorkbookMemory = plan.properties;
  return {
    id: UNIT_ID,
    name: plan.properties.title ?? "",
    appVersion: APP_VERSION,
    locale: LocaleType.ZH_CN,
    styles: toGridStyles(plan),
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [
      {
        name: VALIDATIONS_RESOURCE,
        data: resource(plan, (sheet, id) => toGridValidations(id, sheet.validations)),
      },
    ],
    custom: { ...memory },
  };
}

export function sheetId(number: number): string {
  return `sheet-${String(number)}`;
}

function resource(plan: WritePlan, rules: (sheet: SheetPlan, id: string) => unknown): string {
  return JSON.stringify(
    Object.fromEntries(
      plan.sheets.map((sheet, index) => [sheetId(index + 1), rules(sheet, sheetId(index + 1))]),
    ),
  );
}

export function toGridStyles(plan: WritePlan): IWorkbookData["styles"] {
  return Object.fromEntries(Array.from(plan.styles, ([key, style]) => [key, toGridStyle(style)]));
}

export type SheetData = Partial<IWorksheetData> & Pick<IWorksheetData, "id" | "name">;

export function toSheetData(plan: SheetPlan, id: string): SheetData {
  const { rows, columns } = usedSize(plan);
  return {
    id,
    name: plan.name,
    hidden: plan.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: rows + SPARE_ROWS,
    columnCount: Math.max(columns + SPARE_COLUMNS, LEAST_COLUMNS),
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    cellData: toCellData(plan),
    mergeData: plan.merges.map(toGridRange),
    rowData: toRowData(plan, rows),
    columnData: toColumnData(plan, columns),
    freeze: toFreeze(plan.freeze),
    ...(plan.tabColor === undefined ? {} : { tabColor: `#${plan.tabColor}` }),
    custom: { ...memoryOf(plan) },
  };
}

/** Also what ranges of marks end before: the line below them shows where they end. */
function usedSize(plan: SheetPlan): { rows: number; columns: number } {
  const ranges = [
    ...plan.merges,
    ...plan.conditionalFormats.map(({ range }) => range),
    ...plan.validations.map(({ range }) => range),
  ];
  const most = (numbers: Iterable<number>) => {
    let largest = 1;
    for (const number of numbers) largest = Math.max(largest, number);
    return largest;
  };
  return {
    rows: most([
      ...plan.cells.map(({ row }) => row),
      ...ranges.map(({ bottom }) => bottom + 1),
      ...plan.rowHeights.keys(),
      ...plan.hiddenRows,
    ]),
    columns: most([
      ...plan.cells.map(({ column }) => column),
      ...ranges.map(({ right }) => right + 1),
      ...plan.columnWidths.keys(),
      ...plan.hiddenColumns,
    ]),
  };
}

/** Each cell under a merge gets the anchor's style: a border is drawn only where its own cell has it. */
function toCellData(plan: SheetPlan): Record<number, Record<number, ICellData>> {
  const data: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData): void => {
    (data[row - 1] ??= {})[column - 1] ??= cell;
  };
  for (const { row, column, value, formula, style } of plan.cells) {
    put(row, column, {
      ...toGridContent(value, formula),
      ...(style === undefined ? {} : { s: style }),
    });
  }
  for (const merge of plan.merges) {
    const style = data[merge.top - 1]?.[merge.left - 1]?.s;
    if (style === undefined) continue;
    for (const { row, column } of positionsIn(merge)) put(row, column, { s: style });
  }
  return data;
}

function toRowData(plan: SheetPlan, rows: number): Record<number, Partial<IRowData>> {
  const hidden = new Set(plan.hiddenRows);
  return Object.fromEntries(
    Array.from({ length: rows }, (_, index): [number, Partial<IRowData>] => {
      const height = plan.rowHeights.get(index + 1);
      return [
        index,
        {
          ...(height === undefined ? {} : { h: rowPixels(height) }),
          ...(hidden.has(index + 1) ? { hd: BooleanNumber.TRUE } : {}),
          custom: { ...lineMemory(index + 1, 0) },
        },
      ];
    }),
  );
}

function toColumnData(plan: SheetPlan, columns: number): Record<number, Partial<IColumnData>> {
  const hidden = new Set(plan.hiddenColumns);
  return Object.fromEntries(
    Array.from({ length: columns }, (_, index): [number, Partial<IColumnData>] => {
      const width = plan.columnWidths.get(index + 1);
      return [
        index,
        {
          ...(width === undefined ? {} : { w: columnPixels(width) }),
          ...(hidden.has(index + 1) ? { hd: BooleanNumber.TRUE } : {}),
          custom: { ...lineMemory(index + 1, 0) },
        },
      ];
    }),
  );
}

function toFreeze(freeze: SheetPlan["freeze"]): IWorksheetData["freeze"] {
  const rows = freeze?.rows ?? 0;
  const columns = freeze?.columns ?? 0;
  return {
    xSplit: columns,
    ySplit: rows,
    startRow: rows === 0 ? -1 : rows,
    startColumn: columns === 0 ? -1 : columns,
  };
}
