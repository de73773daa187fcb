import type { SheetDraft } from "../layout/sheetDraft";
import { figureStyle } from "../layout/styles";
import type { TablePaper } from "../layout/tablePaper";
import type { ProjectDefinition } from "../template/templatePackage";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { EvaluationInput } from "./evaluationInput";
import { breakName, fieldSpans, NAME_COLUMN } from "./formGrid";
import { isProjectName } from "./projectFields";

interface Paper {
  readonly input: EvaluationInput;
  readonly paper: TablePaper;
  readonly right: number;
}

/** The lines above the funds. Returns the row behind them. */
export function drawProject(
  draft: SheetDraft,
  project: ProjectDefinition,
  { input, paper, right }: Paper,
  first: number,
): number {
  const { heading, rows } = project;
  rows.forEach((fields, index) => {
    const row = first + index;
    draft.rowKinds.set(row, "body");
    fieldSpans(fields.length, right).forEach((spans, place) => {
      const { label = "", amount = false } = fields[place] ?? {};
      const of = (span: typeof spans.label) => ({ top: row, bottom: row, ...span });
      draft.write(of(spans.label), label, "evaluation.centred", paper.bodySize);
      const value = answerOf(project, label, input);
      if (amount) draft.span(of(spans.answer), value, figureStyle("amount", input.decimals));
      else draft.write(of(spans.answer), textOf(value), "table.text", paper.bodySize);
    });
  });
  const beside = rows.filter((fields) => fields.length > 1).length;
  if (beside > 0) {
    const bottom = first + beside - 1;
    const area = { top: first, left: NAME_COLUMN, bottom, right: NAME_COLUMN };
    draft.write(area, breakName(heading), "table.head", paper.headSize);
  }
  return first + rows.length;
}

function answerOf(
  project: ProjectDefinition,
  label: string,
  { form, project: name }: EvaluationInput,
): CellValue {
  const given = form?.fields.find((field) => field.label === label)?.value ?? null;
  return given === null && name !== undefined && isProjectName(project, label) ? name : given;
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
