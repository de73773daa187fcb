import { CellValueType, type ICellData } from "@univerjs/core";
import { type CellValue, isErrorValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import { EXCEL_ERRORS } from "../guard/planLimits";

/** What the grid keeps of a cell beside its style. */
type GridContent = Pick<ICellData, "v" | "t" | "f">;

/** Read as a number, a code would lose its zeros and a typed error would become a real one. */
function mustStayText(text: string): boolean {
  return EXCEL_ERRORS.has(text) || (text.trim() !== "" && Number.isFinite(Number(text)));
}

function toGridValue(value: CellValue): GridContent {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "string") {
    return {
      v: value,
      t: mustStayText(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
    };
  }
  if (!isErrorValue(value) || value.error === NO_RESULT) return {};
  return { v: value.error, t: CellValueType.STRING };
}

/** A formula without a result is computed by the grid itself. */
export function toGridContent(value: CellValue, formula: string | undefined): GridContent {
  if (formula === undefined) return toGridValue(value);
  const result = toGridValue(value === null ? "" : value);
  return result.t === CellValueType.FORCE_STRING
    ? { ...result, t: CellValueType.STRING, f: `=${formula}` }
    : { ...result, f: `=${formula}` };
}

/** A text with formats of its own lies in a document that ends in a line break. */
function richText(cell: ICellData): string | undefined {
  return cell.p?.body?.dataStream.replace(/\r\n$/u, "").replaceAll("\r", "\n");
}

export function toCellValue(cell: ICellData, hasFormula: boolean): CellValue {
  const value = richText(cell) ?? cell.v ?? null;
  if (value === null) return hasFormula ? { error: NO_RESULT } : null;
  switch (cell.t) {
    case CellValueType.BOOLEAN:
      return value === 1 || value === true || value === "1" || value === "TRUE";
    case CellValueType.FORCE_STRING:
      return String(value);
    case CellValueType.NUMBER:
      return toNumber(value);
    default:
      return typeof value === "string" ? toText(value, hasFormula) : value;
  }
}

function toText(text: string, hasFormula: boolean): CellValue {
  if (EXCEL_ERRORS.has(text)) return { error: text };
  return text === "" && !hasFormula ? null : text;
}

/** A figure that was typed may still be the text of it. */
function toNumber(value: string | number | boolean): CellValue {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  return EXCEL_ERRORS.has(String(value)) ? { error: String(value) } : String(value);
}
