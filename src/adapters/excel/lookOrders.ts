import type { CellRange } from "../../domain/workbook/cellAddress";
import type { CellStyle } from "../../domain/workbook/writePlan";
import { addressesOf } from "./areas";
import { formatAreas, type LookGroup, type LookSetting } from "./sheetLooks";
import { OBJECT_BYTES, onAreas, onRange, type SheetOrder } from "./sheetOrder";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const HORIZONTAL = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

export function numberFormatOrders(
  sheet: string,
  cells: Parameters<typeof formatAreas>[0],
): SheetOrder[] {
  return Array.from(formatAreas(cells), ([format, ranges]) =>
    ranges.map((range) => numberFormatOrder(sheet, format, range)),
  ).flat();
}

export function numberFormatOrder(sheet: string, format: string, range: CellRange): SheetOrder {
  return onRange(sheet, range, OBJECT_BYTES, (cells) => {
    // One format for all cells may be given alone, which the types do not know.
    cells.numberFormat = format as unknown as string[][];
  });
}

export function lookOrders(sheet: string, groups: readonly LookGroup[]): SheetOrder[] {
  return groups.flatMap(({ ranges, settings }) => [
    ...onAreas(sheet, addressesOf(ranges), ({ format }) => {
      for (const setting of settings) applySetting(format, setting);
    }),
    ...settings.flatMap(([key, value]) =>
      key === "border" ? innerBorders(sheet, ranges, value) : [],
    ),
  ]);
}

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
