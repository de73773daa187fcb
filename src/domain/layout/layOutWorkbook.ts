import type { Disclosure } from "../disclosure/disclosure";
import type { FigurePlace } from "../disclosure/figure";
import type { Placement } from "../disclosure/placement";
import type { Template } from "../checking/compileTemplate";
import { bindingsOf } from "../checking/instances";
import { judge } from "../checking/verdict";
import { fillAnswers, givenAnswers } from "../evaluation/fillAnswers";
import { plannedFigures } from "../evaluation/fillComputed";
import { layOutEvaluation, type LaidOutEvaluation } from "../evaluation/layOutEvaluation";
import { layOutInformation } from "../evaluation/layOutInformation";
import { readEvaluationForm } from "../evaluation/readEvaluationForm";
import { wantedForms, type WantedForm } from "../evaluation/wantedForms";
import type { FigureSource, Scope } from "../expression/scope";
import { cellKey } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { CellStyle, SheetPlan, WritePlan } from "../workbook/writePlan";
import { withGrownRows } from "./grownRows";
import { layOutAudit } from "./auditSheet";
import { auditStyles } from "./auditStyles";
import { withCodeGuard } from "./codeGuard";
import { emptyNoteFormula } from "./emptyNoteFormula";
import { layOutCover } from "./layOutCover";
import { layOutTable, type LaidOutTable } from "./layOutTable";
import { withMarks } from "./marks";
import { narrativeOf, narrativeStyles } from "./narrativeSheet";
import { PlanFigures } from "./planFigures";
import { tableFigures } from "./sourceFigures";
import { tableStyles } from "./styles";
import { TABLE_PAPER, type TablePaper } from "./tablePaper";

export interface WorkbookInput {
  readonly unitName: string;
  readonly year: number;
  /** Where the figures come from; an empty set without. */
  readonly figures?: Disclosure;
  /** What stands in a figure cell whatever the figures have there; undefined elsewhere. */
  readonly given?: (place: FigurePlace) => CellValue | undefined;
  /** The projects that get a form of their own, behind those that the figures have one of. */
  readonly projects?: readonly string[];
  /** How many empty code rows follow those with codes: see `TreeRows`. */
  readonly spareRows?: (table: string, blockIndex: number) => number | undefined;
}

/** The whole set of a template as one workbook that computes itself. */
export function layOutWorkbook(
  template: Template,
  input: WorkbookInput,
  paper: TablePaper = TABLE_PAPER,
): WritePlan {
  const { structure, relations, totals } = template;
  const { definition } = structure;
  const { decimals, percentDecimals, moneyUnit } = definition;
  const laidOut = layOutTables(template, input, paper);
  const placement = placementOf(laidOut);
  const settings = { decimals, percentDecimals };
  const tables = new PlanFigures(placement, laidOut, totals, settings);
  const evaluations = wantedForms(structure, input).map((form) =>
    layOutForm(form, template, input, tables, paper),
  );
  const figures = laidOut.some(({ placed }) => placed.table.definition.role === "information")
    ? new PlanFigures(
        placementOf([...laidOut, ...evaluations]),
        [...laidOut, ...evaluations],
        totals,
        settings,
      )
    : tables;
  const scope: Scope = { source: tables, decimals, percentDecimals, moneyUnit, year: input.year };
  const source = figuresWithForms(figures, evaluations, decimals);
  const verdicts = relations.flatMap((relation) =>
    bindingsOf(relation, source).map((binding) => judge(relation, binding, { ...scope, source })),
  );
  const audit = layOutAudit(relations, verdicts, {
    placement: source.placement,
    decimals,
    percentDecimals,
    moneyUnit,
    valueAt: (sheet, row, column) => figures.valueAt(sheet, row, column),
  });
  const answered = (sheet: SheetPlan, { placed, answers }: LaidOutTable): SheetPlan => {
    if (!answers) return sheet;
    const { table } = placed;
    const own = template.answers.filter((answer) => answer.table === table);
    const given = givenAnswers(table.key, own, input.figures);
    const words = input.figures ?? source;
    const form = fillAnswers(sheet, answers, own, { ...scope, source }, given, words);
    const cells = own.flatMap(({ label }) => answers.get(label) ?? []);
    const filled = form.cells.filter((cell) => cells.some((at) => cellKey(at) === cellKey(cell)));
    return withGrownRows(form, filled, tableStyles(paper));
  };
  const finish = (table: LaidOutTable): SheetPlan => {
    const sheet = withCodeGuard(
      emptyNoteFormula(figures.withFormulas(table.sheet), table),
      table.placed,
    );
    return withMarks(answered(sheet, table), table.placed, audit.marks, relations);
  };
  const ofRole = (role: string) =>
    laidOut.filter(({ placed }) => placed.table.definition.role === role).map(finish);
  const { narrative, calculation } = narrativeOf(template, placement, scope);
  return {
    sheets: [
      layOutCover(input, paper),
      ...ofRole("disclosure"),
      narrative,
      ...evaluations.map(({ sheet }) => sheet),
      ...ofRole("information"),
      ...ofRole("supplement"),
      audit.audit,
      audit.calculation,
      calculation,
    ],
    styles: new Map([...allStyles(paper), ...evaluations.flatMap(({ styles }) => [...styles])]),
    properties: { title: `${String(input.year)}年度部门决算公开` },
  };
}

/** The figures of the tables, and of the forms as they are laid out. */
function figuresWithForms(
  tables: FigureSource,
  forms: readonly LaidOutTable[],
  decimals: number,
): FigureSource {
  const sources = new Map<string, FigureSource>();
  const placed = new Map(tables.placement.tables);
  for (const form of forms) {
    const { key } = form.placed.table;
    const values = new Map(
      form.sheet.cells.map(({ row, column, value }) => [`${row},${column}`, value]),
    );
    const valueAt = (row: number, column: number) => values.get(`${row},${column}`) ?? null;
    sources.set(key, plannedFigures(form.placed, decimals, valueAt));
    placed.set(key, form.placed);
  }
  return {
    placement: { tables: placed },
    figuresAt: (table, ...place) => (sources.get(table) ?? tables).figuresAt(table, ...place),
  };
}

/** All tables but the 自评表, without their formulas. */
export function layOutTables(
  { structure }: Template,
  input: WorkbookInput,
  paper: TablePaper = TABLE_PAPER,
): LaidOutTable[] {
  const { decimals, moneyUnit } = structure.definition;
  return [...structure.tables.values()]
    .filter(({ definition: { role } }) => role !== "evaluation")
    .map((table) => {
      const stands = input.spareRows !== undefined;
      const { codes, value } = tableFigures(table, input.figures, structure, stands);
      const layOut = table.definition.role === "information" ? layOutInformation : layOutTable;
      return layOut(
        table,
        {
          unitName: input.unitName,
          year: input.year,
          moneyUnit,
          decimals,
          codes,
          value: (block, rowId, columnKey) =>
            input.given?.({ table: table.key, block, rowId, columnKey }) ??
            value(block, rowId, columnKey),
          spareRows: (block) => input.spareRows?.(table.key, block),
        },
        paper,
      );
    });
}

export function placementOf(laidOut: readonly LaidOutTable[]): Placement {
  return { tables: new Map(laidOut.map(({ placed }) => [placed.table.key, placed])) };
}

function layOutForm(
  { table, sheetName, project }: WantedForm,
  template: Template,
  { unitName, year, figures }: WorkbookInput,
  tables: FigureSource,
  paper: TablePaper,
): LaidOutEvaluation {
  const { decimals, percentDecimals, moneyUnit } = template.structure.definition;
  const placed = figures?.placement.tables.get(table.key);
  const form = figures && placed && readEvaluationForm(figures.snapshot, placed);
  const { value } = tableFigures(table, figures, template.structure);
  return layOutEvaluation(
    table,
    {
      unitName,
      year,
      moneyUnit,
      decimals,
      percentDecimals,
      value,
      computed: template.computed,
      tables,
      sheetName,
      ...(project === undefined ? {} : { project }),
      ...(form ? { form } : {}),
    },
    paper,
  );
}

function allStyles(paper: TablePaper): ReadonlyMap<string, CellStyle> {
  return new Map([
    ...tableStyles(paper),
    ...auditStyles(paper.bodyFont),
    ...narrativeStyles(paper.bodyFont),
  ]);
}
