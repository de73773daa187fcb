import { CellValueType, type ICellData } from "@univerjs/core";

/** As figures stand on the clipboard, with commas between thousands or without. */
const FIGURE = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
/** More would not be kept as a number. */
const MOST_DIGITS = 15;

/**
 * A cell from another program as the grid shall take it. The grid reads figures only where no formula stood before, and
 * keeps a blank with nothing in it but spaces as text.
 */
export function cleanPastedCell(cell: ICellData, isTextCell: boolean): void {
  const text = (cell.p?.body?.dataStream ?? String(cell.v ?? "")).trim();
  const isFigure = FIGURE.test(text) && text.replace(/\D/gu, "").length <= MOST_DIGITS;
  if (text !== "" && !isFigure) return;
  delete cell.p;
  if (text === "" || isTextCell) {
    cell.v = text;
    return;
  }
  cell.v = Number(text.replaceAll(",", ""));
  cell.t = CellValueType.NUMBER;
  if (!text.includes(",")) return;
  const pattern = text.includes(".") ? "#,##0.00" : "#,##0";
  cell.s = { ...(typeof cell.s === "object" ? cell.s : {}), n: { pattern } };
}

/** Text with several cells, as programs put it on the clipboard beside or instead of a table. */
export function toTable(text: string): string {
  const lines = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "").split("\n");
  const rows = lines.map((line) => {
    const cells = line.split("\t").map((cell) => `<td>${escape(cell)}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${rows.join("")}</table>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
