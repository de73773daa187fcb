import { FormulaError, referencesOf, type Expression } from "../expression/expression";
import { parseExpression, parseRelation } from "../expression/parse";
import { resolveReference } from "../expression/resolve";
import type { Reference } from "../expression/expression";
import type { Block, Row, Table, TemplateStructure } from "../template/template";
import type { RelationDefinition } from "../template/templatePackage";
import { compileSections, type Attempt, type Section } from "./compileNarrative";
import { compilePublication, type Publication } from "./compilePublication";
import { derivedRelations } from "./derivedRelations";
import { isProvable, quantifiersOf, type Relation } from "./relation";

/** A package ready to use: structure, relations, computed cells and paragraphs, all resolved. */
export interface Template {
  readonly structure: TemplateStructure;
  /** By code. */
  readonly relations: readonly Relation[];
  /** What figure cells hold as formulas: sums of the tables, and the money that forms take from them. */
  readonly totals: readonly Relation[];
  readonly computed: readonly Computed[];
  /** Of the information forms. */
  readonly answers: readonly Answer[];
  readonly sections: readonly Section[];
  readonly publication: Publication;
  /** In the package's order. */
  readonly previousYear: readonly PreviousYearFigure[];
}

/** A row of 补充资料 whose figure last year's published set has. */
export interface PreviousYearFigure {
  readonly table: Table;
  readonly block: Block;
  readonly row: Row;
  /** About a set of last year. */
  readonly expression: Expression;
}

export interface Computed {
  readonly table: Table;
  readonly target: Reference;
  readonly expression: Expression;
  readonly numberFormat?: string;
}

/** What the set says elsewhere of something that a form asks for. */
export interface Answer {
  readonly table: Table;
  readonly label: string;
  readonly expression: Expression;
}

/** A formula of the package that cannot be used. */
export interface CompileProblem {
  /** Where in the package: relations[3].formula */
  readonly path: string;
  /** K908, where it is about that relation. */
  readonly code?: string;
  /** Chinese, with the place in the formula. */
  readonly message: string;
  readonly suggestion?: string;
}

export function compileTemplate(
  structure: TemplateStructure,
): { readonly template: Template } | { readonly problems: readonly CompileProblem[] } {
  const problems: CompileProblem[] = [];
  const { definition } = structure;
  const attempt: Attempt = (path, formula, read, code) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      problems.push({ path, ...(code === undefined ? {} : { code }), ...describe(formula, error) });
      return undefined;
    }
  };

  const written = definition.relations.flatMap((each, index) => {
    const path = `relations[${String(index)}]`;
    const relation = compileRelation(each, path, structure, attempt);
    if (relation && each.allowed === undefined && !isProvable(relation.comparing)) {
      problems.push({ path: `${path}.allowed`, code: each.code, message: NEEDS_ALLOWED });
    }
    return relation ?? [];
  });
  const computed = [...structure.tables.values()].flatMap((table) =>
    (table.definition.computed ?? []).flatMap((cell, index): Computed[] => {
      const path = `tables.${table.key}.computed[${String(index)}]`;
      const target = attempt(`${path}.target`, cell.target, () => targetOf(cell.target, structure));
      const expression = attempt(`${path}.formula`, cell.formula, () =>
        parseExpression(cell.formula, structure),
      );
      if (!target || !expression) return [];
      const format = cell.numberFormat === undefined ? {} : { numberFormat: cell.numberFormat };
      return [{ table, target, expression, ...format }];
    }),
  );
  const answers = compileAnswers(structure, attempt);
  const sections = compileSections(structure, attempt, (path, message) => {
    problems.push({ path, message });
  });
  const publication = compilePublication(structure, attempt);
  const previousYear = compilePreviousYear(structure, attempt, problems);
  if (problems.length > 0) return { problems };
  const relations = [...derivedRelations(structure), ...written].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
  const totals = [
    ...relations.filter(({ definesTotal }) => definesTotal),
    ...computed.filter(isMoney).map(moneyTotal),
  ];
  return {
    template: {
      structure,
      relations,
      totals,
      computed,
      answers,
      sections,
      publication,
      previousYear,
    },
  };
}

/** Rates, points and grades have a format, or a column, of their own. */
export function isMoney({ target: { block, column }, numberFormat }: Computed): boolean {
  const own = block.figureColumns.some(({ key }) => column.kind === "column" && key === column.key);
  return own && numberFormat === undefined;
}

function moneyTotal({ target, expression }: Computed): Relation {
  return {
    code: "",
    id: target.text,
    level: "must-hold",
    formula: "",
    comparing: {
      left: expression,
      comparison: "=",
      right: { kind: "reference", reference: target },
    },
    why: "",
    authority: { kind: "house" },
    each: { columns: false },
    definesTotal: true,
  };
}

function compileAnswers(structure: TemplateStructure, attempt: Attempt): Answer[] {
  return [...structure.tables.values()].flatMap((table) => {
    const path = `tables.${table.key}.information`;
    const sections = (table.definition.information?.parts ?? []).flatMap((part) => part.sections);
    const fields = sections.flatMap((section) => (section.fields ?? []).flat());
    return fields.flatMap(({ label, formula }): Answer[] => {
      if (formula === undefined) return [];
      const expression = attempt(`${path}.${label}.formula`, formula, () =>
        parseExpression(formula, structure),
      );
      return expression ? [{ table, label, expression }] : [];
    });
  });
}

function compilePreviousYear(
  structure: TemplateStructure,
  attempt: Attempt,
  problems: CompileProblem[],
): PreviousYearFigure[] {
  const rows = [...structure.tables.values()].flatMap((table) =>
    table.blocks.flatMap((block) => block.rows.map((row, index) => ({ table, block, row, index }))),
  );
  return rows.flatMap(({ table, block, row, index }): PreviousYearFigure[] => {
    const formula = row.definition.previousYear;
    if (formula === undefined) return [];
    const path = `tables.${table.key}.blocks[${String(block.index)}].rows[${String(index)}].previousYear`;
    const expression = attempt(path, formula, () => parseExpression(formula, structure));
    if (!expression) return [];
    const references = referencesOf(expression);
    const each = quantifiersOf({ left: expression, comparison: "=", right: expression });
    if (each.rows !== undefined || each.columns) {
      problems.push({ path, message: "上年数只有一个，公式里不能用每行、每码、每列。" });
    }
    if (references.some(({ year }) => year === "previous")) {
      problems.push({ path, message: "这里写的就是上年的表，表名前不加“上年·”。" });
    }
    return [{ table, block, row, expression }];
  });
}

const NEEDS_ALLOWED =
  '公式里有乘、除、ROUND、MIN 或 MAX，尾差推不出来：请用 allowed 写明允许相差多少，一分也不能差的写 "0"。';

function compileRelation(
  definition: RelationDefinition,
  path: string,
  structure: TemplateStructure,
  attempt: Attempt,
): Relation | undefined {
  const { code, id, level, formula, why, authority, reasons } = definition;
  const comparing = attempt(
    `${path}.formula`,
    formula,
    () => parseRelation(formula, structure),
    code,
  );
  const optional = (key: "when" | "allowed") => {
    const text = definition[key];
    if (text === undefined) return {};
    const expression = attempt(
      `${path}.${key}`,
      text,
      () => parseExpression(text, structure),
      code,
    );
    return expression ? { [key]: expression } : {};
  };
  const extras = { ...optional("when"), ...optional("allowed") };
  if (!comparing) return undefined;
  const each = quantifiersOf(comparing);
  return {
    code,
    id,
    level,
    formula,
    comparing,
    ...extras,
    why,
    authority,
    ...(reasons ? { reasons } : {}),
    each,
    definesTotal: false,
  };
}

function targetOf(target: string, structure: TemplateStructure): Reference {
  const open = target.indexOf("[");
  const cell = target.slice(open + 1, target.lastIndexOf("]"));
  return resolveReference(target.slice(0, open), cell, structure, { table: 0, cell: open + 1 });
}

function describe(
  formula: string,
  { problem }: FormulaError,
): Pick<CompileProblem, "message" | "suggestion"> {
  const around = formula.slice(problem.at, problem.at + Math.max(problem.length, 1));
  const place = `第 ${String(problem.at + 1)} 个字${around === "" ? "" : `“${around}”`}`;
  const message = `${place}：${problem.message}`;
  return problem.suggestion === undefined
    ? { message }
    : { message, suggestion: problem.suggestion };
}
