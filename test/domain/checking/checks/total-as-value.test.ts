import { totalAsValue } from "../../../../src/domain/checking/checks/total-as-value";
import { typeInto } from "../../../golden/damages";
import { seed001 } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

/** The totals of 01, but for 支出总计, as formulas. */
const computed = [
  typeInto("公开01表", "C33", "=SUM(C7:C14)"),
  typeInto("公开01表", "F33", "=SUM(F7:F32)"),
  typeInto("公开01表", "C36", "=SUM(C33:C35)"),
];

test("a workbook of values has no totals to restore", () => {
  expect(reportsOf(totalAsValue, seed001)).toEqual([]);
});

test("totals that are all formulas are right", () => {
  const last = typeInto("公开01表", "F36", "=SUM(F33:F35)");
  expect(reportsOf(totalAsValue, seed001, ...computed, last)).toEqual([]);
});

test("a value among formulas is one finding", () => {
  expect(reportsOf(totalAsValue, seed001, ...computed)).toEqual([
    {
      explanation:
        "《收入支出决算总表》的合计“总计”（F36）是数值，别的合计是公式；明细改了它不会变。如非有意，请恢复公式。",
      cells: ["公开01表!F36"],
    },
  ]);
});

test("where most totals are values, they are the rule", () => {
  expect(reportsOf(totalAsValue, seed001, computed[0]!)).toEqual([]);
});

test("a blank total was overwritten by nothing", () => {
  const blank = typeInto("公开01表", "F36", "");
  expect(reportsOf(totalAsValue, seed001, ...computed, blank)).toEqual([]);
});
