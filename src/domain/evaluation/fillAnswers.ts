import type { Answer } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import { typedWords } from "../expression/cellWords";
import { evaluate } from "../expression/evaluate";
import type { Expression, Reference } from "../expression/expression";
import { wordsCellOf, type PrintContext } from "../expression/print/area";
import { printCell } from "../expression/print/number";
import { resultOf } from "../expression/resultOf";
import { figuresOf, type FigureSource, type Scope } from "../expression/scope";
import { cellKey, type CellPosition } from "../workbook/cellAddress";
import { isErrorValue, type CellValue } from "../workbook/workbookSnapshot";
import type { SheetPlan } from "../workbook/writePlan";
import { readFields } from "./projectFields";

/**
 * The form with what the set says elsewhere as formulas; another answer that somebody gave stays. `words`: the texts of
 * 补充资料, which come into the set when it is laid out.
 */
export function fillAnswers(
  sheet: SheetPlan,
  cells: ReadonlyMap<string, CellPosition>,
  answers: readonly Answer[],
  scope: Scope,
  given: (label: string) => CellValue,
  words: FigureSource,
): SheetPlan {
  const { source, decimals, percentDecimals } = scope;
  const { placement } = source;
  const context: PrintContext = { placement, decimals, percentDecimals, sheet: sheet.name };
  const filled = new Map(
    answers.flatMap(({ label, expression }) => {
      const at = cells.get(label);
      if (!at) return [];
      const { value, formula } = taken(expression, scope, words, context);
      const typed = given(label);
      const isOther = wordsOf(typed) !== "" && wordsOf(typed) !== wordsOf(value);
      return [[cellKey(at), isOther ? { value: typed } : { value, formula }] as const];
    }),
  );
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, ...filled.get(cellKey(cell)) })),
  };
}

/** What people answered in a form that was understood; null where nobody did. */
export function givenAnswers(
  table: string,
  answers: readonly Answer[],
  figures: Disclosure | undefined,
): (label: string) => CellValue {
  const placed = figures?.placement.tables.get(table);
  const sheet = figures?.snapshot.sheets.find(({ name }) => name === placed?.sheet);
  if (!sheet) return () => null;
  const rows = { from: 1, to: sheet.values.length };
  const fields = readFields(sheet, rows, { heading: "", rows: [answers] });
  return (label) => fields.find((field) => field.label === label)?.value ?? null;
}

function taken(expression: Expression, scope: Scope, words: FigureSource, context: PrintContext) {
  if (expression.kind === "reference" && holdsWords(expression.reference)) {
    const { reference } = expression;
    const cell = wordsCellOf(reference, context) ?? "";
    const [own] = figuresOf(reference, { ...scope, source: words });
    return {
      value: (own && typedWords(own)) ?? "",
      formula: `IF(ISBLANK(${cell}),"",${cell})`,
    };
  }
  const value = resultOf(evaluate(expression, scope), undefined);
  return { value, formula: printCell(expression, context) };
}

function holdsWords({ block, row }: Reference): boolean {
  const own = block.rows.find(({ id }) => row.kind === "row" && row.id === id);
  return own?.definition.unit === "文字";
}

function wordsOf(value: CellValue): string {
  return value === null || isErrorValue(value) ? "" : String(value).trim();
}
