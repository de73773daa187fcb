import type { CellStyle, PlannedConditionalFormat } from "../workbook/writePlan";
import { RESULT } from "./resultWords";

export const AUDIT_FONT_SIZE = 10;

/** Not by colour alone: the word stands in the cell, and 不符 is bold. */
export const RESULT_FORMATS: readonly (readonly [string, PlannedConditionalFormat["style"]])[] = [
  [RESULT.failed, { fill: "F8CBAD", color: "9C0006", bold: true }],
  [RESULT.undetermined, { fill: "E7E6E6", color: "595959" }],
  [RESULT.roundingTail, { fill: "FFF2CC", color: "7F6000" }],
];

export function auditStyles(bodyFont: string): ReadonlyMap<string, CellStyle> {
  const text: CellStyle = { fontName: bodyFont, fontSize: AUDIT_FONT_SIZE, vertical: "middle" };
  const cell: CellStyle = { ...text, border: "thin" };
  return new Map<string, CellStyle>([
    ["audit.title", { ...text, fontSize: 16, bold: true, horizontal: "center" }],
    ["audit.summary", { ...text, horizontal: "left" }],
    ["audit.head", { ...cell, bold: true, horizontal: "center", fill: "F2F2F2" }],
    ["audit.code", { ...cell, horizontal: "center" }],
    ["audit.text", { ...cell, horizontal: "left", indent: 1, wrap: true }],
    ["audit.figure", { ...cell, horizontal: "right", indent: 1, numberFormat: "0.00" }],
    ["audit.result", { ...cell, horizontal: "center" }],
  ]);
}
