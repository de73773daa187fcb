import {
  type CellPosition,
  type CellRange,
  columnName,
  formatPosition,
  formatRange,
} from "../../domain/workbook/cellAddress";
import type {
  CellStyle,
  PageSetup,
  PlannedConditionalFormat,
  PlannedValidation,
  SheetPlan,
  WritePlan,
} from "../../domain/workbook/writePlan";
import { addressesOf, boundsOf, toAddresses, toSpans } from "./areas";
import { type CellContent, toInput } from "./cellText";
import type { Order } from "./excelRuns";
import { findCopies } from "./formulaCopies";
import {
  formatAreas,
  type LookGroup,
  lookGroups,
  type LookSetting,
  styledCells,
} from "./sheetLooks";
import { withSheetNames } from "./shortNames";

/** One thing to do on one sheet, and about how long it is on the wire. */
export interface SheetOrder {
  readonly sheet: string;
  readonly bytes: number;
  readonly apply: (sheet: SheetHandle) => void;
}

/** A sheet within one request; what has been asked for once is not asked for again. */
export class SheetHandle {
  private readonly ranges = new Map<string, Excel.Range>();
  private readonly areas = new Map<string, Excel.RangeAreas>();

  constructor(readonly sheet: Excel.Worksheet) {}

  range(address: string): Excel.Range {
    const known = this.ranges.get(address);
    if (known) return known;
    const range = this.sheet.getRange(address);
    range.untrack();
    this.ranges.set(address, range);
    return range;
  }

  manyAreas(address: string): Excel.RangeAreas {
    const known = this.areas.get(address);
    if (known) return known;
    const areas = this.sheet.getRanges(address);
    areas.untrack();
    this.areas.set(address, areas);
    return areas;
  }
}

type Names = ReadonlyMap<string, string>;

const OBJECT_BYTES = 300;
const BAND_BYTES = 400_000;
/** A gap of so many rows is not worth the nulls that would fill it. */
const LARGEST_GAP = 40;
/** Whatever a person types as a figure, with Excel's 15 digits. */
const DECIMAL_BOUND = 999_999_999_999_999;
const DEFAULT_MARGINS = { left: 1.8, right: 1.8, top: 1.9, bottom: 1.9 };
const HEADER_MARGIN = 0.8;
/** Of the font that widths in characters are counted in. */
const CHARACTER_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

const utf8 = new TextEncoder();

function bytesOf(value: unknown): number {
  return utf8.encode(JSON.stringify(value)).length;
}

export interface CellEntry extends CellPosition {
  readonly content: CellContent;
  readonly isTextCell: boolean;
}

/** Cells of one sheet as few blocks; what lies between them is null, which Excel leaves as it is. */
export function entryOrders(sheet: string, entries: readonly CellEntry[]): SheetOrder[] {
  return entryBands(entries).map((band) => {
    const bounds = boundsOf(band);
    const inputs: unknown[][] = Array.from({ length: bounds.bottom - bounds.top + 1 }, () =>
      Array.from({ length: bounds.right - bounds.left + 1 }, () => null),
    );
    for (const { row, column, content, isTextCell } of band) {
      const line = inputs[row - bounds.top];
      if (line) line[column - bounds.left] = toInput(content, isTextCell);
    }
    const onlyValues = band.every(({ content }) => content.formula === undefined);
    return {
      sheet,
      bytes: OBJECT_BYTES + bytesOf(inputs),
      apply: (own) => {
        const range = own.range(formatRange(bounds));
        // Excel takes back values that a program wrote, but not formulas.
        if (onlyValues) range.values = inputs;
        else range.formulas = inputs;
      },
    };
  });
}

function entryBands(entries: readonly CellEntry[]): CellEntry[][] {
  const bands: CellEntry[][] = [];
  let bytes = 0;
  for (const entry of [...entries].sort((one, other) => one.row - other.row)) {
    const last = bands.at(-1)?.at(-1);
    const isFar = last !== undefined && entry.row - last.row > LARGEST_GAP;
    const isFull = last !== undefined && entry.row !== last.row && bytes > BAND_BYTES;
    if (!last || isFar || isFull) {
      bands.push([]);
      bytes = 0;
    }
    bands.at(-1)?.push(entry);
    bytes += bytesOf(entry.content.formula ?? entry.content.value);
  }
  return bands;
}

/** What new sheets get, in an order in which texts stay texts: formats first, then contents, then all that is look. */
export function newSheetOrders(
  plan: SheetPlan,
  sheet: string,
  names: Names,
  { styles }: WritePlan,
): SheetOrder[] {
  const styled = styledCells(plan, styles);
  return [
    ...contentOrders(plan, sheet, names, styles),
    ...lookOrders(sheet, lookGroups(styled)),
    ...plan.merges.map((merge) =>
      onRange(sheet, merge, OBJECT_BYTES, (range) => {
        range.merge(false);
      }),
    ),
    ...sizeOrders(plan, sheet),
    ...markOrders(plan, sheet, names),
    ...validationOrders(plan, sheet, names),
    ...colorOrders(plan, sheet),
  ];
}

/** 修复版式: looks, marks and validations; which formulas to write is for the caller to say. */
export function restoreOrders(
  plan: SheetPlan,
  sheet: string,
  { styles }: WritePlan,
  formulas: readonly CellEntry[],
): SheetOrder[] {
  const styled = styledCells(plan, styles);
  const written = new Set(formulas.map((cell) => formatPosition(cell)));
  const isWritten = (cell: CellPosition) => written.has(formatPosition(cell));
  const late = styled.filter((cell) => isWritten(cell) && cell.style.numberFormat === "@");
  return [
    ...numberFormatOrders(
      sheet,
      styled.filter((cell) => !late.includes(cell)),
    ),
    // In a text cell a formula would be a text.
    ...late.map((cell) =>
      numberFormatOrder(sheet, "General", {
        top: cell.row,
        left: cell.column,
        bottom: cell.row,
        right: cell.column,
      }),
    ),
    ...entryOrders(sheet, formulas),
    ...numberFormatOrders(sheet, late),
    ...lookOrders(sheet, lookGroups(styled)),
    ...clearOrders(plan, sheet),
    ...markOrders(plan, sheet, new Map()),
    ...validationOrders(plan, sheet, new Map()),
  ];
}

function contentOrders(
  { cells, merges }: SheetPlan,
  sheet: string,
  names: Names,
  styles: ReadonlyMap<string, CellStyle>,
): SheetOrder[] {
  const isTextStyle = (style: string | undefined) =>
    style !== undefined && styles.get(style)?.numberFormat === "@";
  const filled = cells.filter(
    ({ value, formula }) => formula !== undefined || (value !== null && value !== ""),
  );
  const textFormulas = new Set(
    filled
      .filter(({ formula, style }) => formula !== undefined && isTextStyle(style))
      .map((cell) => formatPosition(cell)),
  );
  const entries = filled.map(({ row, column, value, formula, style }) => ({
    row,
    column,
    content: formula === undefined ? { value } : { value, formula: withSheetNames(formula, names) },
    isTextCell: isTextStyle(style),
  }));
  const copies = findCopies(
    entries.flatMap(({ row, column, content: { formula } }) =>
      formula === undefined ? [] : [{ row, column, formula }],
    ),
  );
  const copied = new Set(copies.flatMap((each) => each.cells.map(formatPosition)));
  const styled = styledCells({ cells, merges }, styles);
  const isLate = (cell: CellPosition) => textFormulas.has(formatPosition(cell));
  return [
    ...numberFormatOrders(
      sheet,
      styled.filter((cell) => !isLate(cell)),
    ),
    ...entryOrders(
      sheet,
      entries.filter((cell) => !copied.has(formatPosition(cell))),
    ),
    ...copies.flatMap(({ from, ranges }) =>
      onAreas(sheet, addressesOf(ranges), (areas) => {
        areas.copyFrom(formatPosition(from), "Formulas");
      }),
    ),
    ...numberFormatOrders(sheet, styled.filter(isLate)),
  ];
}

function numberFormatOrders(sheet: string, cells: Parameters<typeof formatAreas>[0]): SheetOrder[] {
  return Array.from(formatAreas(cells), ([format, ranges]) =>
    ranges.map((range) => numberFormatOrder(sheet, format, range)),
  ).flat();
}

function numberFormatOrder(sheet: string, format: string, range: CellRange): SheetOrder {
  return onRange(sheet, range, OBJECT_BYTES, (cells) => {
    // One format for all cells may be given alone, which the types do not know.
    cells.numberFormat = format as unknown as string[][];
  });
}

function onRange(
  sheet: string,
  range: CellRange,
  bytes: number,
  apply: (range: Excel.Range) => void,
): SheetOrder {
  return {
    sheet,
    bytes,
    apply: (own) => {
      apply(own.range(formatRange(range)));
    },
  };
}

function onAreas(
  sheet: string,
  addresses: readonly string[],
  apply: (areas: Excel.RangeAreas) => void,
): SheetOrder[] {
  return addresses.map((address) => ({
    sheet,
    bytes: 4 * OBJECT_BYTES + address.length,
    apply: (own) => {
      apply(own.manyAreas(address));
    },
  }));
}

function lookOrders(sheet: string, groups: readonly LookGroup[]): SheetOrder[] {
  return groups.flatMap(({ ranges, settings }) => [
    ...onAreas(sheet, addressesOf(ranges), ({ format }) => {
      for (const setting of settings) applySetting(format, setting);
    }),
    ...settings.flatMap(([key, value]) =>
      key === "border" ? innerBorders(sheet, ranges, value) : [],
    ),
  ]);
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const HORIZONTAL = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

function applySetting(format: Excel.RangeFormat, [key, value]: LookSetting): void {
  switch (key) {
    case "fontName":
      format.font.name = value;
      break;
    case "fontSize":
      format.font.size = value;
      break;
    case "bold":
      format.font.bold = value;
      break;
    case "italic":
      format.font.italic = value;
      break;
    case "color":
      format.font.color = `#${value}`;
      break;
    case "fill":
      format.fill.color = `#${value}`;
      break;
    case "horizontal":
      format.horizontalAlignment = HORIZONTAL[value];
      break;
    case "vertical":
      format.verticalAlignment = VERTICAL[value];
      break;
    case "wrap":
      format.wrapText = value;
      break;
    case "indent":
      format.indentLevel = value;
      break;
    case "border":
      for (const edge of EDGES) drawBorder(format, edge, value);
      break;
    case "numberFormat":
      break;
  }
}

function drawBorder(
  format: Excel.RangeFormat,
  side: (typeof EDGES)[number] | "InsideHorizontal" | "InsideVertical",
  weight: NonNullable<CellStyle["border"]>,
): void {
  const border = format.borders.getItem(side);
  border.style = "Continuous";
  if (weight === "medium") border.weight = "Medium";
}

/** Between the cells of an area; one of a single row or column has no such line. */
function innerBorders(
  sheet: string,
  ranges: readonly CellRange[],
  weight: NonNullable<CellStyle["border"]>,
): SheetOrder[] {
  const wide = addressesOf(ranges.filter(({ left, right }) => right > left));
  const high = addressesOf(ranges.filter(({ top, bottom }) => bottom > top));
  return [
    ...onAreas(sheet, wide, ({ format }) => {
      drawBorder(format, "InsideVertical", weight);
    }),
    ...onAreas(sheet, high, ({ format }) => {
      drawBorder(format, "InsideHorizontal", weight);
    }),
  ];
}

function columnsAddress({
  first,
  last,
}: {
  readonly first: number;
  readonly last: number;
}): string {
  return `${columnName(first)}:${columnName(last)}`;
}

function rowsAddress({ first, last }: { readonly first: number; readonly last: number }): string {
  return `${String(first)}:${String(last)}`;
}

function bySize(sizes: ReadonlyMap<number, number>): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const [line, size] of sizes) lines.set(size, [...(lines.get(size) ?? []), line]);
  return lines;
}

function toPoints(characters: number): number {
  return Math.round(characters * CHARACTER_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;
}

function sizeOrders(plan: SheetPlan, sheet: string): SheetOrder[] {
  const widths = Array.from(bySize(plan.columnWidths), ([width, columns]) =>
    onAreas(sheet, toAddresses(toSpans(columns).map(columnsAddress)), ({ format }) => {
      format.columnWidth = toPoints(width);
    }),
  );
  const heights = Array.from(bySize(plan.rowHeights), ([height, rows]) =>
    onAreas(sheet, toAddresses(toSpans(rows).map(rowsAddress)), ({ format }) => {
      format.rowHeight = height;
    }),
  );
  const hide = (addresses: readonly string[], apply: (range: Excel.Range) => void) =>
    addresses.map((address): SheetOrder => ({
      sheet,
      bytes: OBJECT_BYTES,
      apply: (own) => {
        apply(own.range(address));
      },
    }));
  return [
    ...widths.flat(),
    ...heights.flat(),
    ...hide(toSpans(plan.hiddenColumns).map(columnsAddress), (range) => {
      range.columnHidden = true;
    }),
    ...hide(toSpans(plan.hiddenRows).map(rowsAddress), (range) => {
      range.rowHidden = true;
    }),
  ];
}

function markOrders({ conditionalFormats }: SheetPlan, sheet: string, names: Names): SheetOrder[] {
  return conditionalFormats.map(({ range, formula, style }) => {
    const text = `=${withSheetNames(formula, names)}`;
    return onRange(sheet, range, 8 * OBJECT_BYTES + bytesOf(text), (cells) => {
      const { custom } = cells.conditionalFormats.add("Custom");
      custom.rule.formula = text;
      paintMark(custom.format, style);
    });
  });
}

function paintMark(
  format: Excel.ConditionalRangeFormat,
  { fill, color, bold }: PlannedConditionalFormat["style"],
): void {
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (color !== undefined) format.font.color = `#${color}`;
  if (bold !== undefined) format.font.bold = bold;
}

const SEVERITIES = { stop: "Stop", warning: "Warning", information: "Information" } as const;

function validationOrders({ validations }: SheetPlan, sheet: string, names: Names): SheetOrder[] {
  return validations.map((validation) =>
    onRange(
      sheet,
      validation.range,
      3 * OBJECT_BYTES + bytesOf(validation),
      ({ dataValidation }) => {
        dataValidation.rule = validationRule(validation, names);
        dataValidation.errorAlert = {
          showAlert: true,
          style: SEVERITIES[validation.severity],
          title: validation.title,
          message: validation.message,
        };
      },
    ),
  );
}

function validationRule(
  { kind, formulas = [] }: PlannedValidation,
  names: Names,
): Excel.DataValidationRule {
  switch (kind) {
    case "decimal":
      return {
        decimal: { formula1: -DECIMAL_BOUND, formula2: DECIMAL_BOUND, operator: "Between" },
      };
    case "list":
      return { list: { inCellDropDown: true, source: formulas.join(",") } };
    case "custom":
      return { custom: { formula: `=${withSheetNames(formulas[0] ?? "", names)}` } };
  }
}

export function clearMarkOrders(ranges: readonly CellRange[], sheet: string): SheetOrder[] {
  const marked = new Map(ranges.map((range) => [formatRange(range), range]));
  return Array.from(marked.values(), (range) =>
    onRange(sheet, range, OBJECT_BYTES, (cells) => {
      cells.conditionalFormats.clearAll();
    }),
  );
}

function clearOrders({ conditionalFormats, validations }: SheetPlan, sheet: string): SheetOrder[] {
  return [
    ...clearMarkOrders(
      conditionalFormats.map(({ range }) => range),
      sheet,
    ),
    ...validations.map(({ range }) =>
      onRange(sheet, range, OBJECT_BYTES, ({ dataValidation }) => {
        dataValidation.clear();
      }),
    ),
  ];
}

function colorOrders({ tabColor }: SheetPlan, sheet: string): SheetOrder[] {
  if (tabColor === undefined) return [];
  return [
    {
      sheet,
      bytes: OBJECT_BYTES,
      apply: ({ sheet: own }) => {
        own.tabColor = `#${tabColor}`;
      },
    },
  ];
}

/**
 * What the set can do without: freezing needs our window in front, and setting up a page a printer. On sheets that
 * have their names already; what may fail comes last, since what was done before it stays.
 */
export function finishingOrder(
  plan: WritePlan,
  front: string | undefined,
  parts: readonly ("freeze" | "pageSetup")[] = ["freeze", "pageSetup"],
): Order {
  return ({ workbook: { worksheets } }) => {
    const sheets = plan.sheets.map((own) => ({ own, sheet: worksheets.getItem(own.name) }));
    for (const { own, sheet } of parts.includes("freeze") ? sheets : []) {
      if (own.freeze) freezePanes(sheet.freezePanes, own.freeze);
    }
    if (front !== undefined) worksheets.getItem(front).activate();
    for (const { own, sheet } of parts.includes("pageSetup") ? sheets : []) {
      if (own.pageSetup) setUpPage(sheet.pageLayout, own.pageSetup);
    }
  };
}

function setUpPage(layout: Excel.PageLayout, setup: PageSetup): void {
  const { orientation, fitToWidth, fitToHeight, printArea, titleRows, centerHorizontally } = setup;
  layout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.zoom = {
    horizontalFitToPages: fitToWidth,
    ...(fitToHeight > 0 ? { verticalFitToPages: fitToHeight } : {}),
  };
  layout.centerHorizontally = centerHorizontally ?? false;
  layout.setPrintMargins("Centimeters", {
    ...(setup.margins ?? DEFAULT_MARGINS),
    header: HEADER_MARGIN,
    footer: HEADER_MARGIN,
  });
  if (printArea) layout.setPrintArea(formatRange(printArea));
  if (titleRows) layout.setPrintTitleRows(`$${String(titleRows.first)}:$${String(titleRows.last)}`);
}

function freezePanes(
  panes: Excel.WorksheetFreezePanes,
  { rows, columns }: NonNullable<SheetPlan["freeze"]>,
): void {
  if (rows > 0 && columns > 0) {
    panes.freezeAt(formatRange({ top: 1, left: 1, bottom: rows, right: columns }));
  } else if (rows > 0) panes.freezeRows(rows);
  else if (columns > 0) panes.freezeColumns(columns);
}
