import {
  BooleanNumber,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { formatPosition } from "../../domain/workbook/cellAddress";
import type { CellStyle, PlannedCell, SheetPlan, WritePlan } from "../../domain/workbook/writePlan";
import { positionsIn } from "../guard/planLimits";
import { cellsOf, formulaReader, sheetsOf, visibilityOf } from "./dataToSnapshot";
import { toCellValue } from "./gridCell";
import { toCellRange } from "./gridRules";
import { columnCharacters, rowPoints } from "./gridSizes";
import { toPlanStyle } from "./gridStyle";
import type { WorkbookMemory } from "./planToData";
import { currentMemory } from "./sheetMemory";

/** All that the grid holds as a plan again: what was laid out, where it stands now, and what people added. */
export function fromWorkbookData(data: IWorkbookData): WritePlan {
  const styles = new StyleBook(data.styles);
  const sheets = sheetsOf(data).map((sheet) => toSheetPlan(sheet, styles));
  const { title } = (data.custom ?? {}) as WorkbookMemory;
  return {
    sheets,
    styles: styles.used,
    properties: title === undefined ? {} : { title },
  };
}

/** Styles that came from the plan keep their names; those of a person are told apart by what they say. */
class StyleBook {
  readonly used = new Map<string, CellStyle>();
  private readonly own = new Map<string, string>();

  constructor(private readonly styles: IWorkbookData["styles"]) {}

  keyOf(style: ICellData["s"]): string | undefined {
    if (!style) return undefined;
    if (typeof style === "string") return this.named(style);
    const text = JSON.stringify(toPlanStyle(style));
    if (text === "{}") return undefined;
    const key = this.own.get(text) ?? `own.${String(this.own.size + 1)}`;
    this.own.set(text, key);
    return this.use(key, style);
  }

  private named(key: string): string | undefined {
    if (this.used.has(key)) return key;
    const style = this.styles[key];
    return style ? this.use(key, style) : undefined;
  }

  private use(key: string, style: IStyleData): string {
    if (!this.used.has(key)) this.used.set(key, toPlanStyle(style));
    return key;
  }
}

function toSheetPlan(sheet: Partial<IWorksheetData>, styles: StyleBook): SheetPlan {
  const { pageSetup, conditionalFormats, validations } = currentMemory(sheet);
  const { xSplit = 0, ySplit = 0 } = sheet.freeze ?? {};
  const tabColor = /^#([0-9a-f]{6})$/iu.exec(sheet.tabColor ?? "")?.[1];
  return {
    name: sheet.name ?? "",
    visibility: visibilityOf(sheet),
    cells: toCells(sheet, styles),
    merges: (sheet.mergeData ?? []).map(toCellRange),
    columnWidths: sizes(sheet.columnData, ({ w }) => (w === undefined ? w : columnCharacters(w))),
    rowHeights: sizes(sheet.rowData, ({ h, ia, ah }) => {
      const height = ia === BooleanNumber.FALSE ? h : (ah ?? h);
      return height === undefined ? height : rowPoints(height);
    }),
    hiddenColumns: hiddenLines(sheet.columnData),
    hiddenRows: hiddenLines(sheet.rowData),
    ...(pageSetup ? { pageSetup } : {}),
    ...(xSplit > 0 || ySplit > 0 ? { freeze: { rows: ySplit, columns: xSplit } } : {}),
    conditionalFormats,
    validations,
    ...(tabColor === undefined ? {} : { tabColor: tabColor.toUpperCase() }),
  };
}

function toCells(sheet: Partial<IWorksheetData>, styles: StyleBook): PlannedCell[] {
  const formulaOf = formulaReader(sheet);
  const covered = coveredCells(sheet);
  const cells: PlannedCell[] = [];
  for (const { row, column, cell } of cellsOf(sheet)) {
    const style = styles.keyOf(cell.s);
    const isCovered = covered.has(formatPosition({ row, column }));
    const formula = isCovered ? undefined : formulaOf(cell, row, column);
    const value = isCovered ? null : toCellValue(cell, formula !== undefined);
    if (value === null && formula === undefined && style === undefined) continue;
    cells.push({
      row,
      column,
      value,
      ...(formula === undefined ? {} : { formula }),
      ...(style === undefined ? {} : { style }),
    });
  }
  return cells;
}

/** A merge made over filled cells hides them without emptying them. */
function coveredCells(sheet: Partial<IWorksheetData>): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const merge of (sheet.mergeData ?? []).map(toCellRange)) {
    for (const position of positionsIn(merge)) {
      if (position.row !== merge.top || position.column !== merge.left) {
        covered.add(formatPosition(position));
      }
    }
  }
  return covered;
}

type Lines<Line> = Readonly<Record<number, Line | null | undefined>>;

function lineEntries<Line>(lines: Lines<Line> | undefined): [number, Line][] {
  return Object.entries(lines ?? {}).flatMap(([index, line]): [number, Line][] =>
    line ? [[Number(index) + 1, line]] : [],
  );
}

function sizes<Line>(
  lines: Lines<Line> | undefined,
  sizeOf: (line: Line) => number | undefined,
): ReadonlyMap<number, number> {
  return new Map(
    lineEntries(lines).flatMap(([number, line]): [number, number][] => {
      const size = sizeOf(line);
      return size === undefined ? [] : [[number, size]];
    }),
  );
}

export function hiddenLines(lines: Lines<{ hd?: BooleanNumber }> | undefined): number[] {
  return lineEntries(lines)
    .filter(([, { hd }]) => hd === BooleanNumber.TRUE)
    .map(([number]) => number);
}
