import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { layOutGolden, shippedTemplate } from "../../support/native";

const template = shippedTemplate();

test.each([
  ["上年数 = 年初预算数", seed001, "提示"],
  ["no 上年数", quanbiaoyoushu, "不适用"],
])("提示 are no 不符 on 审核, and mark no figure: %s", (_what, golden, word) => {
  const { sheets } = layOutGolden(golden, template);
  const cells = sheets.find(({ name }) => name === "审核")?.cells ?? [];
  const row = cells.find(({ value }) => value === "K260")?.row;
  const result = cells.find((cell) => cell.row === row && cell.column === 7);
  expect(result?.value).toBe(word);
  expect(result?.formula).toContain('"提示"');
  expect(result?.formula).not.toContain('"不符"');
  const summary = cells.find((cell) => cell.row === 2)?.value;
  expect(summary).toContain(word === "提示" ? "提示 1 条" : "提示 0 条");
  const supplement = sheets.find(({ name }) => name === "补充资料")?.cells ?? [];
  expect(supplement.filter(({ value }) => value === "不符")).toEqual([]);
});
