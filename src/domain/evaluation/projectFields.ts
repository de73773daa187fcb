import { readFigure } from "../disclosure/readFigure";
import { isBlank } from "../disclosure/sheetGrid";
import { normaliseLabel } from "../template/labels";
import type { ProjectDefinition } from "../template/templatePackage";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import type { EvaluationForm, FieldAnswer } from "./evaluationForm";

/** Whether something stands there; “/” and 无 say that there is nothing. */
export function isAnswered({ value }: FieldAnswer): boolean {
  const { kind } = readFigure(value, 0);
  return kind !== "blank" && kind !== "notApplicable";
}

/** As the form names its project: undefined where it names none. */
export function projectNameOf({ fields }: EvaluationForm): string | undefined {
  const [name] = fields;
  const text = typeof name?.value === "number" ? String(name.value) : name?.value;
  return name && isAnswered(name) && typeof text === "string" ? text : undefined;
}

interface Rows {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly row: number;
  readonly column: number;
  /** Behind the label's colon, in one cell with it. */
  readonly rest: string;
}

export function isProjectName({ rows }: ProjectDefinition, label: string): boolean {
  return rows[0]?.[0]?.label === label;
}

/** The answers beside the labels, whether in the next cell or behind a colon; none where it is no project's form. */
export function readFields(
  sheet: SheetSnapshot,
  rows: Rows,
  project: ProjectDefinition | undefined,
): readonly FieldAnswer[] {
  const fields = project?.rows.flat() ?? [];
  const labels = new Set(fields.map(({ label }) => labelOf(label)));
  return fields.flatMap(({ label, amount = false }): FieldAnswer[] => {
    const found = findLabel(sheet, rows, labelOf(label));
    if (!found) return [];
    const { row, rest } = found;
    const own = { label, isAmount: amount };
    const at = (column: number) => ({ sheet: sheet.name, row, column });
    if (rest !== "") return [{ ...own, value: rest, cell: at(found.column) }];
    const values = sheet.values[row - 1] ?? [];
    const behind = values.findIndex((value, index) => index >= found.column && !isBlank(value));
    const value = values[behind] ?? null;
    const isNextLabel = typeof value === "string" && labels.has(labelOf(value));
    return behind < 0 || isNextLabel
      ? [{ ...own, value: null, cell: at(rightOf(sheet, found) + 1) }]
      : [{ ...own, value: typeof value === "string" ? value.trim() : value, cell: at(behind + 1) }];
  });
}

/** With and without （万元） and a colon. */
function labelOf(text: string): string {
  return normaliseLabel(text)
    .replace(/:$/u, "")
    .replace(/\(万?元\)$/u, "");
}

function findLabel(sheet: SheetSnapshot, { from, to }: Rows, wanted: string): Found | undefined {
  for (let row = from; row <= to; row += 1) {
    for (const [index, value] of (sheet.values[row - 1] ?? []).entries()) {
      if (typeof value !== "string") continue;
      if (labelOf(value) === wanted) return { row, column: index + 1, rest: "" };
      const [, label = "", rest = ""] = /^([^:：]+)[:：](.+)$/su.exec(value) ?? [];
      if (labelOf(label) === wanted) return { row, column: index + 1, rest: rest.trim() };
    }
  }
  return undefined;
}

/** The last column that the label's cell takes. */
function rightOf({ merges }: SheetSnapshot, { row, column }: Found): number {
  const area = merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );
  return area?.right ?? column;
}
