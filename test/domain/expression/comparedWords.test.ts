import { evaluate, plainText } from "../../../src/domain/expression/evaluate";
import { parseExpression } from "../../../src/domain/expression/parse";
import { printNumber } from "../../../src/domain/expression/print/number";
import { writeExpression } from "../../../src/domain/expression/write";
import { layOutTables, placementOf } from "../../../src/domain/layout/layOutWorkbook";
import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { shippedTemplate } from "../../support/native";
import { scopeOver } from "./typedFigures";

const structure = readShippedTemplate("hunan-2020");
const KIND = "补充资料[单位性质, 说明]";
const FIGURE = "补充资料[机关运行经费, 数值]";

function resultOf(formula: string, kind: CellValue, figure: CellValue = null): string {
  const scope = scopeOver(structure, { [KIND]: kind, [FIGURE]: figure });
  return plainText(evaluate(parseExpression(formula, structure), scope), scope);
}

test.each<[name: string, typed: CellValue, formula: string, result: string]>([
  ["the same words", "行政", `${KIND} = "行政"`, "是"],
  ["other words", "参公", `${KIND} = "行政"`, "否"],
  ["other words asked for", "参公", `${KIND} ≠ "行政"`, "是"],
  ["a part of the words", "行政单位", `${KIND} = "行政"`, "否"],
  ["blanks around and between", " 行 政　", `${KIND} = "行政"`, "是"],
  ["nothing", null, `${KIND} = "行政"`, "否"],
  ["nothing asked for", null, `${KIND} = ""`, "是"],
  ["a stroke", "—", `${KIND} = "—"`, "是"],
  ["a number", 2, `${KIND} = "2"`, "是"],
  ["an error value", { error: "#REF!" }, `${KIND} = "行政"`, "数据不足"],
  ["the literal first", "行政", `"行政" = ${KIND}`, "是"],
  ["words in a choice", "混合", `IF(${KIND} = "混合", "汇总", "单个")`, "汇总"],
  ["nothing in a choice", null, `IF(${KIND} = "混合", "汇总", "单个")`, "单个"],
  ["a text with an order", "行政", `${KIND} > "行政"`, "数据不足"],
])("%s", (_name, typed, formula, result) => {
  expect(resultOf(formula, typed)).toBe(result);
});

test.each<[name: string, formula: string, figure: CellValue, result: string]>([
  ["one that does not hold decides AND", `AND(${FIGURE} > 0, ${KIND} = "参公")`, "约8", "否"],
  ["one that holds decides OR", `OR(${FIGURE} > 0, ${KIND} = "行政")`, "约8", "是"],
  [
    "AND of what holds and what cannot be read",
    `AND(${FIGURE} > 0, ${KIND} = "行政")`,
    "约8",
    "数据不足",
  ],
  [
    "OR of what does not hold and what cannot be read",
    `OR(${FIGURE} > 0, ${KIND} = "参公")`,
    "约8",
    "数据不足",
  ],
  ["NOT of what cannot be read", `NOT(${FIGURE} > 0)`, "约8", "数据不足"],
  ["NOT of what holds", `NOT(${FIGURE} > 0)`, 8, "否"],
])("%s", (_name, formula, figure, result) => {
  expect(resultOf(formula, "行政", figure)).toBe(result);
});

test("it is written so that it can be read back", () => {
  const formula = `AND(有数(${FIGURE}), OR(${KIND} = "行政", ${KIND} ≠ "参公"))`;
  expect(writeExpression(parseExpression(formula, structure))).toBe(formula);
});

test("as a native condition it takes no text for something unread", () => {
  const template = shippedTemplate();
  const placement = placementOf(layOutTables(template, { unitName: "示例", year: 2020 }));
  const context = { placement, decimals: 2, percentDecimals: 1, sheet: "补充资料" };
  const { value, unreadable, blank } = printNumber(
    parseExpression(`${KIND} ≠ "行 政"`, structure),
    context,
  );
  expect(value).toMatch(/^\(SUBSTITUTE\(SUBSTITUTE\(\$D\$\d+," ",""\),"　",""\)<>"行政"\)$/u);
  expect([unreadable, blank]).toEqual(["FALSE", "FALSE"]);
});
