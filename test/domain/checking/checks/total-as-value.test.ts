import { totalAsValue } from "../../../../src/domain/checking/checks/total-as-value";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import type { WorkbookSnapshot } from "../../../../src/domain/workbook/workbookSnapshot";
import { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { layOutGolden, shippedTemplate } from "../../../support/native";
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

describe("in a set of ours, laid out from correct figures", () => {
  const template = shippedTemplate();
  const reports = (snapshot: WorkbookSnapshot) =>
    totalAsValue.check(recognise(snapshot, template.structure), template);
  const laidOut = () => MemoryWorkbook.fromPlan(layOutGolden(quanbiaoyoushu, template)).read();

  /** As a paste of values over the whole sheet leaves it. */
  function pastedOver({ sheets }: WorkbookSnapshot, names: readonly string[]): WorkbookSnapshot {
    return {
      sheets: sheets.map((sheet) =>
        names.includes(sheet.name) ? { ...sheet, formulas: new Map<string, string>() } : sheet,
      ),
    };
  }

  test("all totals are formulas", async () => {
    expect(reports(await laidOut())).toEqual([]);
  });

  test("a table whose totals are all values is one finding, however many they are", async () => {
    const [only, another] = reports(pastedOver(await laidOut(), ["收入支出决算总表"]));
    expect(another).toBeUndefined();
    expect(only?.cells).toHaveLength(4);
    expect(only?.explanation).toContain("“本年收入合计”（C33）、");
    expect(only?.explanation).toContain("等 4 格是数值，样表的合计是公式");
  });

  test("where nothing of ours is left, nobody can tell", async () => {
    const laid = await laidOut();
    const names = laid.sheets.map(({ name }) => name);
    expect(reports(pastedOver(laid, names))).toEqual([]);
  });
});
