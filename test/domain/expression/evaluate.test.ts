import { Decimal } from "decimal.js";
import { evaluate, type Value } from "../../../src/domain/expression/evaluate";
import { parseExpression } from "../../../src/domain/expression/parse";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { scopeOver, type TypedCells } from "./typedFigures";

const structure = readShippedTemplate("hunan-2020");

/** 02 with a tree, some cells as people leave them. */
const CELLS: TypedCells = {
  "收入决算表[合计, 本年收入合计]": "179.22",
  "收入决算表[合计, 财政拨款收入]": 75.4,
  "收入决算表[合计, 上级补助收入]": 0,
  "收入决算表[合计, 事业收入]": null,
  "收入决算表[合计, 经营收入]": "/",
  "收入决算表[合计, 附属单位上缴收入]": "约3",
  "收入决算表[合计, 其他收入]": { error: "#REF!" },
  "收入决算表[#201, 本年收入合计]": "75.40",
  "收入决算表[#20103, 本年收入合计]": "70.40",
  "收入决算表[#20103, 事业收入]": "1.005",
  "收入决算表[#20129, 本年收入合计]": ["2.00", "3.00"],
  "收入决算表[#20129, 事业收入]": "text",
  "收入决算表[#229, 本年收入合计]": "1，103.82",
};
const scope = scopeOver(structure, CELLS);

function valueOf(formula: string): Value {
  return evaluate(parseExpression(formula, structure), scope);
}

function short(value: Value): string {
  switch (value.kind) {
    case "amount":
      return value.blank ? "空白" : value.value.toFixed();
    case "undetermined":
      return `数据不足：${value.causes
        .map((cause) => (cause.kind === "zeroBase" ? "零基数" : cause.term.figure.kind))
        .join("、")}`;
    default:
      return String(value.value);
  }
}

const cell = (column: string, row = "合计") => `收入决算表[${row}, ${column}]`;

test.each([
  ["a figure", cell("本年收入合计"), "179.22"],
  ["a full-width figure", cell("本年收入合计", "#229"), "1103.82"],
  ["more decimals than published, rounded half up", cell("事业收入", "#20103"), "1.01"],
  ["a printed zero", cell("上级补助收入"), "0"],
  ["a blank cell", cell("事业收入"), "空白"],
  ["a stroke", cell("经营收入"), "空白"],
  ["a code that is not listed", cell("本年收入合计", "#211"), "空白"],
  ["a code in two rows, with both figures", cell("本年收入合计", "#20129"), "5"],
  ["an error value", cell("其他收入"), "数据不足：error"],
  ["a table that is not there", "支出决算表[合计, 基本支出]", "数据不足：missing"],
  ["a text where a text is asked for", cell("附属单位上缴收入"), "约3"],
  ["a text in a sum", `${cell("附属单位上缴收入")} + 1`, "数据不足：unreadable"],
  ["the children of a code", `SUM(${cell("本年收入合计", "#201/下级")})`, "75.4"],
  ["the classes", `SUM(${cell("本年收入合计", "各类")})`, "1179.22"],
  ["a text among children", `SUM(${cell("事业收入", "#201/下级")})`, "数据不足：unreadable"],
  ["no child at all", `SUM(${cell("本年收入合计", "#229/下级")})`, "空白"],
])("%s", (_name, formula, expected) => {
  expect(short(valueOf(formula))).toBe(expected);
});

const blank = cell("事业收入");
const zero = cell("上级补助收入");
const figure = cell("财政拨款收入");

test.each([
  ["a blank adds nothing", `${figure} + ${blank}`, "75.4"],
  ["a sum of blanks is blank", `${blank} + ${blank}`, "空白"],
  ["a product with a blank is blank", `${figure} × ${blank}`, "空白"],
  ["a quotient with a blank is blank", `${blank} ÷ ${figure}`, "空白"],
  ["a zero base", `${figure} ÷ ${zero}`, "数据不足：零基数"],
  ["division is exact until it is rounded", "ROUND(1 ÷ 3 × 3, 6)", "1"],
  ["half up, away from zero", "ROUND(0 - 0.125, 2)", "-0.13"],
  ["half up to tens", "ROUND(25, 0 - 1)", "30"],
  ["no minus zero", "ROUND(0 - 0.001, 2)", "0"],
  ["the lesser of figures", `MIN(${figure}, 80)`, "75.4"],
  ["the lesser while one is not filled in", `MIN(${blank}, ${figure}, 80)`, "空白"],
  ["the least of a range, blanks left out", `MIN(${cell("本年收入合计", "#201/下级")})`, "2"],
  ["the greatest of blanks", `MAX(${blank}, ${blank})`, "空白"],
  ["the absolute value", `ABS(0 - ${figure})`, "75.4"],
  ["a sum of groups and numbers", `SUM(${figure}, 1, ${blank})`, "76.4"],
  ["a choice", `IF(${figure} > 75, "优", "良")`, "优"],
  ["a choice on a blank decides nothing", `IF(${blank} > 0, 1, 2)`, "空白"],
  ["a choice between conditions", `IF(AND(${figure} > 0, NOT(${zero} > 0)), 1, 2)`, "1"],
  ["either", `IF(OR(${zero} > 0, ${figure} > 0), 1, 2)`, "1"],
  ["a figure is there", `IF(有数(${zero}), 1, 2)`, "1"],
  ["no figure is there", `IF(有数(${blank}), 1, 2)`, "2"],
  ["what cannot be read is no answer", `有数(${cell("附属单位上缴收入")})`, "数据不足：unreadable"],
  ["so many figures, zeros too, no blanks", `计数(${cell("本年收入合计", "各类")})`, "2"],
  ["a single cell", `计数(${zero})`, "1"],
  ["none at all", `计数(${blank}) + 计数(${cell("经营收入")})`, "0"],
  [
    "what cannot be read is not counted",
    `计数(${cell("事业收入", "#201/下级")})`,
    "数据不足：unreadable",
  ],
  ["a table that is missing", "计数(支出决算表[合计, 基本支出])", "数据不足：missing"],
  ["texts are put together", `"共" & ${figure} & "万元"`, "共75.4万元"],
  ["texts are compared", `"优" = "优"`, "true"],
  ["a percentage drops its zeros", `百分比(${figure}, ${figure})`, "100%"],
])("%s", (_name, formula, expected) => {
  expect(short(valueOf(formula))).toBe(expected);
});

test("the proof counts printed figures, zeros apart, and no blanks", () => {
  expect(valueOf(`${figure} + ${zero} - ${blank}`)).toMatchObject({
    nonzero: 1,
    zero: 1,
    provable: true,
  });
  expect(valueOf(`${figure} × 2`)).toMatchObject({ provable: false });
  expect(valueOf(`ROUND(${figure}, 1)`)).toMatchObject({ provable: false });
});

test("sums are exact where binary arithmetic is not", () => {
  expect(valueOf("0.1 + 0.2")).toMatchObject({ value: new Decimal("0.3") });
});
