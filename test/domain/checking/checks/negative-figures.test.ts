import { negativeFigures } from "../../../../src/domain/checking/checks/negative-figures";
import { typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { explanationsOf, reportsOf } from "./formReports";

test("no negative figure, nothing to explain", () => {
  expect(reportsOf(negativeFigures, seed001)).toEqual([]);
});

test("a red entry is one finding for each table that prints it, without its totals", () => {
  expect(reportsOf(negativeFigures, quanbiaoyoushu)).toEqual([
    {
      explanation:
        "《支出决算表》有负数：“其他财政事务支出”项目支出 -3.50。请核对；属冲减以前年度收支的，请在情况说明里写明。",
      cells: ["公开03表!E14"],
    },
    {
      explanation:
        "《一般公共预算财政拨款支出决算表》有负数：“其他财政事务支出”项目支出 -3.50。请核对；属冲减以前年度收支的，请在情况说明里写明。",
      cells: ["公开05表!E14"],
    },
  ]);
});

test.each([
  ["the carry-over of other money", "公开01表", "C35", "(12.00)"],
  ["the total with it", "公开01表", "C36", "(12.00)"],
])("%s may be negative", (_name, sheet, cell, text) => {
  expect(reportsOf(negativeFigures, seed001, typeInto(sheet, cell, text))).toEqual([]);
});

test.each([
  ["公开04表", "B34", "C34"],
  ["公开02表", "A8", "I8"],
])("a negative figure of %s is reported", (sheet, _label, cell) => {
  const [only] = reportsOf(negativeFigures, seed001, typeInto(sheet, cell, "-1.00"));
  expect(only?.cells).toEqual([`${sheet}!${cell}`]);
});

test("where totals alone are negative they are reported", () => {
  const [only] = explanationsOf(negativeFigures, seed001, typeInto("公开02表", "C7", "-1.00"));
  expect(only).toContain("《收入决算表》有负数：“合计”本年收入合计 -1.00");
});

test.each(["约-3", "—", ""])("%s is no negative figure", (text) => {
  expect(reportsOf(negativeFigures, seed001, typeInto("公开02表", "C9", text))).toEqual([]);
});
