import { derivedRelations } from "../../../src/domain/checking/derivedRelations";
import type { Expression } from "../../../src/domain/expression/expression";
import { parseExpression, parseRelation } from "../../../src/domain/expression/parse";
import { writeComparing, writeExpression } from "../../../src/domain/expression/write";
import { readShippedTemplate } from "../../assets/readShippedTemplate";

const structure = readShippedTemplate("hunan-2020");

/** Without the spelling; SUM around one reference to many rows is how such a reference is written. */
function meaning(expression: Expression): unknown {
  switch (expression.kind) {
    case "number":
      return expression.value.toFixed();
    case "text":
    case "year":
    case "item":
      return expression;
    case "reference": {
      const { year, table, block, row, column } = expression.reference;
      const rows = row.kind === "group" ? { kind: row.kind, ids: row.ids } : row;
      const one = row.kind === "code" ? { kind: "row", id: `#${row.code}` } : rows;
      return { year, table: table.key, block: block.index, row: one, column };
    }
    case "negate":
      return { negate: meaning(expression.operand) };
    case "binary": {
      const { operator, left, right } = expression;
      return [meaning(left), operator, meaning(right)];
    }
    case "call": {
      const [only, another] = expression.args;
      if (expression.name === "SUM" && only?.kind === "reference" && !another) return meaning(only);
      return { [expression.name]: expression.args.map(meaning) };
    }
  }
}

test.each(derivedRelations(structure).map((relation) => [relation.code, relation] as const))(
  "%s is written so that it can be read back",
  (_code, { comparing, formula }) => {
    const read = parseRelation(formula, structure);
    expect(formula).toBe(writeComparing(comparing));
    expect(meaning(read.left)).toEqual(meaning(comparing.left));
    expect(meaning(read.right)).toEqual(meaning(comparing.right));
    expect(writeComparing(read)).toBe(formula);
  },
);

test.each([
  ["1 - (2 - 3)"],
  ["(1 + 2) × 3"],
  ["1 ÷ (2 × 3)"],
  ["-(1 + 2)"],
  ["1 - -2"],
  ["(1 = 2) = 3"],
  ['IF(1 > 2, "优", "良") & "等"'],
  ["SUM(收入决算表[各类, 经营收入])"],
  ["收入决算表[#201/下级, 经营收入] + 1"],
  ["上年·收入决算表[合计, 经营收入]"],
  ["一般公共预算财政拨款“三公”经费支出决算表[决算数/公务用车购置及运行费/小计]"],
  ["财政拨款收入支出决算总表[年初财政拨款结转和结余/政府性基金预算财政拨款, 金额]"],
])("%s keeps its meaning", (formula) => {
  const read = parseExpression(formula, structure);
  expect(meaning(parseExpression(writeExpression(read), structure))).toEqual(meaning(read));
});

test.each([
  ["收入决算表", "合计, 经营收入"],
  ["收入支出决算总表", "#207, 决算数"],
])("what is written is what was typed: %s[%s]", (table, cell) => {
  const formula = `${table}[${cell}]`;
  expect(writeExpression(parseExpression(formula, structure))).toBe(formula);
});
