import {
  type CellPosition,
  type CellRange,
  formatPosition,
} from "../../domain/workbook/cellAddress";
import type { CellStyle, SheetPlan, WritePlan } from "../../domain/workbook/writePlan";
import { addressesOf, boundsOf } from "./areas";
import { type CellEntry, entryOrders } from "./entryOrders";
import { findCopies } from "./formulaCopies";
import { lookOrders, numberFormatOrder, numberFormatOrders } from "./lookOrders";
import { clearOrders, markOrders, validationOrders } from "./markOrders";
import type { OwnMark } from "./ownMarks";
import { lookGroups, styledCells } from "./sheetLooks";
import {
  bytesOf,
  type Names,
  OBJECT_BYTES,
  onAreas,
  onRange,
  type SheetHandle,
  type SheetOrder,
} from "./sheetOrder";
import { withSheetNames } from "./shortNames";
import { sizeOrders } from "./sizeOrders";

const SEEN_BYTES = 150_000;

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
    // One answer holds the values of all tables, but not every long list.
    ...(bytesOf(plan.cells.map(({ value }) => value)) > SEEN_BYTES
      ? []
      : onCells(plan, sheet, (own, bounds) => {
          own.seeAfter(bounds, "values");
        })),
  ];
}

function onCells(
  { cells }: SheetPlan,
  sheet: string,
  apply: (own: SheetHandle, bounds: CellRange) => void,
): SheetOrder[] {
  if (cells.length === 0) return [];
  const bounds = boundsOf(cells);
  return [
    {
      sheet,
      bytes: OBJECT_BYTES,
      apply: (own) => {
        apply(own, bounds);
      },
    },
  ];
}

/** 修复版式: looks, marks and validations; which formulas to write and which marks go is for the caller to say. */
export function restoreOrders(
  plan: SheetPlan,
  sheet: string,
  { styles }: WritePlan,
  formulas: readonly CellEntry[],
  marks: readonly OwnMark[],
): SheetOrder[] {
  const styled = styledCells(plan, styles);
  const written = new Set(formulas.map((cell) => formatPosition(cell)));
  const isWritten = (cell: CellPosition) => written.has(formatPosition(cell));
  const late = styled.filter((cell) => isWritten(cell) && cell.style.numberFormat === "@");
  return [
    ...onCells(plan, sheet, (own, bounds) => {
      own.seeFrame(bounds);
    }),
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
    ...entryOrders(sheet, formulas, 0),
    ...numberFormatOrders(sheet, late),
    ...lookOrders(sheet, lookGroups(styled)),
    ...clearOrders(plan, sheet, marks),
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
