import type { Decimal } from "decimal.js";
import type { PreviousYearFigure, Template } from "../checking/compileTemplate";
import { titled } from "../checking/checks/formWords";
import type { Disclosure } from "../disclosure/disclosure";
import { exactFigure } from "../disclosure/readFigure";
import type { Figure, FigureAt, FigurePlace } from "../disclosure/figure";
import { evaluate, type Cause } from "../expression/evaluate";
import { referencesOf } from "../expression/expression";
import { termsOf, type FigureSource, type FigureTerm, type Scope } from "../expression/scope";
import { roundHalfUp, type Amount } from "../money/amount";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import { valueAt, type CellValue } from "../workbook/workbookSnapshot";
import type { FilledCell } from "./fillPlan";
import type { Intake } from "./intake";
import type { SheetSource } from "./joinFiles";
import type { MoneyUnit } from "../money/moneyUnit";

/** A cell of last year's files. */
export interface FigureOrigin extends SheetSource {
  readonly cell: CellAddress;
  /** Of its table. */
  readonly unit: MoneyUnit;
}

/** What last year's published set has for a row of 补充资料. */
export interface LastYearFigure {
  readonly asked: PreviousYearFigure;
  readonly label: string;
  /** In the row's unit, published half up; undefined where there is none. */
  readonly value?: Amount;
  readonly from: readonly FigureOrigin[];
  /** Why there is no value, one sentence. */
  readonly why?: string;
}

/** The year that last year's files speak of, against the one that is wanted. */
export type YearFound =
  | { readonly kind: "right" | "same" | "unknown"; readonly wanted: number }
  | { readonly kind: "other"; readonly wanted: number; readonly found: number };

export function yearFound(found: number | undefined, year: number): YearFound {
  const wanted = year - 1;
  if (found === undefined) return { kind: "unknown", wanted };
  if (found === wanted) return { kind: "right", wanted };
  return found === year ? { kind: "same", wanted } : { kind: "other", wanted, found };
}

/** Tables of last year's set that the rows look at. */
export function tablesAsked({ previousYear }: Template): ReadonlySet<string> {
  const references = previousYear.flatMap(({ expression }) => referencesOf(expression));
  return new Set(references.map(({ table }) => table.key));
}

/** `intake`: last year's files, in the words of the template whose rows ask. */
export function lastYearFigures(intake: Intake): LastYearFigure[] {
  return intake.template.previousYear.map((asked) => {
    const label = asked.row.definition.label ?? "";
    return { asked, label, ...figureOf(asked, intake) };
  });
}

function figureOf(
  asked: PreviousYearFigure,
  intake: Intake,
): Pick<LastYearFigure, "value" | "from" | "why"> {
  const { template, disclosure, tables } = intake;
  const wanted = asked.row.definition.unit === "元" ? "元" : "万元";
  const units = new Map(tables.map(({ table, unit }) => [table.key, unit.unit]));
  for (const { table } of referencesOf(asked.expression)) {
    if (!disclosure.placement.tables.has(table.key)) {
      return { from: [], why: `上年的文件里没有认出${titled(table)}。` };
    }
    const unit = units.get(table.key);
    if (table.definition.role !== "disclosure") continue;
    if (unit === undefined) return { from: [], why: `上年${titled(table)}的金额单位还没有选定。` };
    if (wanted === "元" && unit === "万元") {
      return { from: [], why: `上年${titled(table)}以万元为单位，换不成元。` };
    }
  }
  const { decimals, percentDecimals } = template.structure.definition;
  const unitOf = (table: string): MoneyUnit => units.get(table) ?? wanted;
  const scope: Scope = { source: inUnit(disclosure, unitOf, wanted), decimals, percentDecimals };
  const terms = referencesOf(asked.expression).flatMap((reference) => termsOf(reference, scope));
  const from = terms.flatMap(({ cell, table }) => originOf(cell, unitOf(table), intake));
  const result = evaluate(asked.expression, scope);
  if (result.kind === "undetermined") return { from, why: causeWords(result.causes, intake) };
  if (result.kind !== "amount") return { from, why: unreadable(terms, intake) };
  if (result.blank) return { from, why: "上年的表里这一格是空的。" };
  return { from, value: roundHalfUp(result.value, decimals) };
}

const WAN = 10_000;

/** Exact where the table is in 元: what is rounded is rounded once, at the end. */
function inUnit(
  source: FigureSource,
  unitOf: (table: string) => MoneyUnit,
  wanted: MoneyUnit,
): FigureSource {
  return {
    placement: source.placement,
    figuresAt: (table, block, rowId, columnKey) => {
      const figures = source.figuresAt(table, block, rowId, columnKey);
      if (unitOf(table) === wanted) return figures;
      return figures.map((at): FigureAt => ({ ...at, figure: wanYuanOf(at.figure) }));
    },
  };
}

function wanYuanOf(figure: Figure): Figure {
  if (figure.kind !== "amount") return figure;
  const value: Decimal = figure.value.div(WAN);
  return exactFigure(value);
}

function originOf(
  cell: CellAddress | undefined,
  unit: MoneyUnit,
  { sources }: Intake,
): FigureOrigin[] {
  const source = cell && sources.get(cell.sheet);
  return source ? [{ ...source, cell, unit }] : [];
}

function causeWords(causes: readonly Cause[], intake: Intake): string {
  const terms = causes.flatMap((cause) => (cause.kind === "figure" ? [cause.term] : []));
  return unreadable(terms, intake);
}

function unreadable(terms: readonly FigureTerm[], { sources, template }: Intake): string {
  for (const { figure, cell, table, label } of terms) {
    const source = cell && sources.get(cell.sheet);
    const place = source ? `${source.sheet}!${formatPosition(cell)}` : "";
    const of = template.structure.tables.get(table);
    const name = of ? titled(of) : "";
    if (figure.kind === "unreadable") {
      return `上年${name}里写的是“${figure.text}”，读不成数（${place}）。`;
    }
    if (figure.kind === "error") {
      return `上年${name}里这一格是 ${figure.error}（${place}），请在 Excel 或 WPS 中打开、重算后另存再试。`;
    }
    if (figure.kind === "missing") return `上年${name}里没有认出“${label}”或它的栏目。`;
  }
  return "上年的表里算不出这个数。";
}

/**
 * new: nothing stands there · same: the same figure does · typed: something else does, which stays unless a person says
 * otherwise · nowhere: there is no figure, or no cell for it.
 */
export interface LastYearProposal extends LastYearFigure {
  readonly state: "new" | "same" | "typed" | "nowhere";
  readonly cell?: CellAddress;
  readonly standing: CellValue;
}

/** Last year's figures against a set that stands. */
export function lastYearProposals(
  figures: readonly LastYearFigure[],
  standing: Disclosure,
): LastYearProposal[] {
  return figures.map((figure) => {
    const cell = cellOf(figure, standing);
    const sheet = standing.snapshot.sheets.find(({ name }) => name === cell?.sheet);
    if (!cell || !sheet) {
      const why = figure.why ?? "工作簿的补充资料里没有这一行，没有地方填。";
      return { ...figure, why, state: "nowhere", standing: null };
    }
    const found = { ...figure, cell, standing: valueAt(sheet, cell) };
    if (figure.value === undefined) return { ...found, state: "nowhere" };
    const hasFormula = sheet.formulas.has(formatPosition(cell));
    const at = standingAt(figure, standing);
    const state = at ? stateOf(figure.value, at.figure) : "new";
    return { ...found, state: state === "new" && hasFormula ? "typed" : state };
  });
}

function stateOf(value: Amount, figure: Figure): "new" | "same" | "typed" {
  if (figure.kind === "amount") return figure.published.equals(value) ? "same" : "typed";
  return figure.kind === "unreadable" || figure.kind === "error" || figure.kind === "notApplicable"
    ? "typed"
    : "new";
}

/** Also in a table without any figure yet. */
function cellOf({ asked }: LastYearFigure, { placement }: Disclosure): CellAddress | undefined {
  const placed = placement.tables.get(asked.table.key);
  const block = placed?.blocks[asked.block.index];
  const row = block?.rows.find(({ id }) => id === asked.row.id)?.row;
  const column = block?.columns.get(asked.block.figureColumns[0]?.key ?? "");
  if (!placed || row === undefined || column === undefined) return undefined;
  return { sheet: placed.sheet, row, column };
}

function standingAt({ asked }: LastYearFigure, standing: Disclosure): FigureAt | undefined {
  const { table, block, row } = asked;
  const [column] = block.figureColumns;
  return column && standing.figuresAt(table.key, block.index, row.id, column.key)[0];
}

/** What goes into the set: all that is new, and of the typed ones those that a person gave up, by row. */
export function lastYearCells(
  proposals: readonly LastYearProposal[],
  replaced: ReadonlySet<string>,
): FilledCell[] {
  return proposals.flatMap(({ state, cell, value, standing, asked }) => {
    const isWanted = state === "new" || (state === "typed" && replaced.has(asked.row.id));
    if (!isWanted || !cell || value === undefined) return [];
    return [{ ...cell, value: value.toNumber(), expected: standing }];
  });
}

/** What a set that is laid out with figures of its own takes over, and where these have something else, which stays. */
export function lastYearAnswers(
  figures: readonly LastYearFigure[],
  own: Disclosure | undefined,
): { readonly taken: readonly LastYearFigure[]; readonly kept: readonly LastYearFigure[] } {
  const found = figures.filter(({ value }) => value !== undefined);
  const isTyped = (each: LastYearFigure) => {
    const at = own && standingAt(each, own);
    return each.value && at ? stateOf(each.value, at.figure) === "typed" : false;
  };
  return { taken: found.filter((each) => !isTyped(each)), kept: found.filter(isTyped) };
}

/** As the layout asks for it. */
export function answerAt(
  taken: readonly LastYearFigure[],
  { table, block, rowId, columnKey }: FigurePlace,
): number | undefined {
  const answer = taken.find(
    ({ asked }) =>
      asked.table.key === table &&
      asked.block.index === block &&
      asked.row.id === rowId &&
      asked.block.figureColumns[0]?.key === columnKey,
  );
  return answer?.value?.toNumber();
}
