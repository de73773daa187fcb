import { cutLabels } from "../../../../src/domain/checking/checks/cut-labels";
import { dropSheet } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

test("whole labels are right", () => {
  expect(reportsOf(cutLabels, quanbiaoyoushu)).toEqual([]);
});

test("labels that the print cuts off are one finding for the table", () => {
  expect(reportsOf(cutLabels, seed001)).toEqual([
    {
      explanation:
        "《一般公共预算财政拨款基本支出决算表》有 3 处名称被列宽截断，如“机关事业单位基本养老保险”应为“机关事业单位基本养老保险缴费”。请加宽列或自动换行。",
      cells: ["公开06表!B11", "公开06表!E29", "公开06表!E32"],
    },
  ]);
});

test("a table that is not there has no labels", () => {
  expect(reportsOf(cutLabels, seed001, dropSheet("公开06表"))).toEqual([]);
});
