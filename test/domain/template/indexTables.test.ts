import { indexTables } from "../../../src/domain/template/indexTables";
import { smallPackage } from "./smallPackage";

const structure = indexTables(smallPackage);

function block(table: string, index: number) {
  return structure.tables.get(table)!.blocks[index]!;
}

test("tables keep the package's order", () => {
  expect([...structure.tables.keys()]).toEqual(["summary", "expenditure"]);
});

test("rows go by their code, else by their label under its parent; blank rows by their place", () => {
  expect(block("summary", 0).rows.map(({ id }) => id)).toEqual([
    "一般公共预算财政拨款",
    "其他收入",
    "blank:3",
    "本年收入合计",
    "年初结转和结余",
    "年初结转和结余/一般公共预算财政拨款",
  ]);
  expect(block("summary", 1).rows.map(({ id }) => id)).toEqual(["#201", "#229", "总计"]);
});

test("a row's path begins with its half and a blank row has none", () => {
  const [first, , blank, , , ofWhich] = block("summary", 0).rows;
  expect(first!.path).toEqual(["收入", "一般公共预算财政拨款"]);
  expect(blank!.path).toEqual([]);
  expect(ofWhich!.path).toEqual(["收入", "年初结转和结余", "一般公共预算财政拨款"]);
  expect(block("summary", 1).rows[0]!.path).toEqual(["支出", "一般公共服务支出"]);
});

test("columns go by their headings, without the half and without blanks", () => {
  expect(block("summary", 0).columns.map(({ key }) => key)).toEqual(["项目", "行次", "决算数"]);
  expect(block("summary", 0).figureColumns[0]!.path).toEqual(["收入", "决算数"]);
  expect(block("expenditure", 0).figureColumns.map(({ key }) => key)).toEqual([
    "本年支出/小计",
    "本年支出/基本支出",
    "本年支出/项目支出",
  ]);
});

test("the row of a record has no name", () => {
  expect(block("expenditure", 1).rows).toEqual([{ id: "", definition: {}, path: [] }]);
});

test.each([
  ["the printed label", "决算数", "决算数"],
  ["a synonym", "金额", "决算数"],
  ["a synonym with blanks and an ordinal", "1、金 额", "决算数"],
  ["any other label", "二、外交支出", "外交支出"],
])("canonical of %s", (_, label, expected) => {
  expect(structure.canonical(label)).toBe(expected);
});
