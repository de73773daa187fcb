import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDisclosure, scopeOf } from "../../src/domain/checking/checkDisclosure";
import {
  compileTemplate,
  type CompileProblem,
  type Template,
} from "../../src/domain/checking/compileTemplate";
import type { State } from "../../src/domain/checking/verdict";
import { recognise } from "../../src/domain/disclosure/recognise";
import { plainNumber } from "../../src/domain/expression/cellWords";
import { evaluate } from "../../src/domain/expression/evaluate";
import { FUNCTIONS } from "../../src/domain/expression/expression";
import { parseExpression, parseText } from "../../src/domain/expression/parse";
import { renderText } from "../../src/domain/expression/renderText";
import type { RelationDefinition } from "../../src/domain/template/templatePackage";
import { narrativeProblems } from "../support/narrativePackage";
import { readShippedTemplate } from "../assets/readShippedTemplate";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { snapshotOf } from "../support/goldenWorkbook";

const page = readFileSync(join(__dirname, "../../docs/公式语言.md"), "utf8");
const structure = readShippedTemplate("hunan-2020");
const disclosure = recognise(snapshotOf(quanbiaoyoushu), structure);

/** The blocks of one kind, each with its lines. */
function blocks(kind: string): string[][] {
  return [...page.matchAll(/^```(\S+)\n([\s\S]*?)\n```$/gmu)]
    .filter(([, found]) => found === kind)
    .map(([, , text = ""]) => text.split("\n"));
}

function compiled(
  formula: string,
): { template: Template } | { problems: readonly CompileProblem[] } {
  const example: RelationDefinition = {
    code: "K999",
    id: "example",
    level: "must-hold",
    formula,
    why: "示例",
    authority: { kind: "house" },
  };
  const { definition } = structure;
  return compileTemplate({
    ...structure,
    definition: {
      ...definition,
      relations: [example],
      narrative: { ...definition.narrative, sections: [] },
      narratives: [],
    },
  });
}

function templateWith(formula: string): Template {
  const result = compiled(formula);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.template;
}

const scope = scopeOf(disclosure, templateWith("1 = 1"));

const STATES: readonly (readonly [State, string])[] = [
  ["passed", "通过"],
  ["roundingTail", "尾差"],
  ["failed", "不符"],
  ["undetermined", "数据不足"],
  ["notApplicable", "不适用"],
];

/** 通过 6，不适用 20 */
function verdictsOf(formula: string): string {
  const { verdicts } = checkDisclosure(disclosure, templateWith(formula));
  const own = verdicts.filter(({ relation }) => relation.code === "K999");
  return STATES.flatMap(([state, words]) => {
    const count = own.filter((verdict) => verdict.state === state).length;
    return count === 0 ? [] : [`${words} ${count}`];
  }).join("，");
}

function resultOf(formula: string): string {
  const expression = parseExpression(formula, structure);
  const isRelation = expression.kind === "binary" && "=≠≤≥<>".includes(expression.operator);
  if (isRelation) return verdictsOf(formula);
  const value = evaluate(expression, scope);
  switch (value.kind) {
    case "amount":
      return plainNumber(value.value);
    case "text":
      return value.value;
    case "truth":
      return value.value ? "是" : "否";
    case "undetermined":
      return "数据不足";
  }
}

const formulas = blocks("公式")
  .flat()
  .map((line) => line.split("→").map((part) => part.trim()) as [string, string]);

test.each(formulas)("%s", (formula, result) => {
  expect(resultOf(formula)).toBe(result);
});

const sentences = blocks("句子").map(
  ([text = "", result = ""]) => [text, result.replace(/^→ /u, "")] as const,
);

test.each(sentences)("%s", (text, result) => {
  expect(renderText(parseText(text, structure), scope)).toBe(result);
});

const mistakes = blocks("错误示例").map(
  ([formula = "", message = ""]) => [formula, message] as const,
);

test.each(mistakes)("%s is reported as printed", (formula, printed) => {
  const result = compiled(formula);
  const [problem] = "problems" in result ? result.problems : [];
  const meant = problem?.suggestion === undefined ? "" : `（${problem.suggestion}）`;
  expect(`${problem?.message ?? ""}${meant}`).toBe(printed);
});

test("the relation with a condition and an allowance can be read", () => {
  const { formula, when, allowed } = JSON.parse(blocks("json")[0]!.join("\n"));
  for (const each of [formula, when, allowed]) {
    expect(() => parseExpression(each, structure)).not.toThrow();
  }
});

test.each(blocks("段落").map((lines) => lines.join("\n")))(
  "the paragraph %s can be used",
  (text) => {
    expect(narrativeProblems([JSON.parse(text) as object])).toHaveProperty("template");
  },
);

test.each(Object.keys(FUNCTIONS))("the function %s is explained", (name) => {
  expect(page).toContain(`\`${name}(`);
});

test("there are examples of every kind", () => {
  expect([formulas.length, sentences.length, mistakes.length].every((count) => count > 4)).toBe(
    true,
  );
});
