import { planOf, range, sheetPlan } from "../../contract/plans";
import { ExcelHost } from "../../support/excelHost/excelHost";
import { withoutAreas } from "../../support/excelHost/hostSheet";

const opened = () =>
  new ExcelHost().open(
    planOf(
      sheetPlan("表", { A1: 1, B1: { formula: "'别的'!A1+A1", value: 2 } }),
      sheetPlan("别的", { A1: 1 }),
    ),
  );

test("a formula loses the sheet that goes", () => {
  const host = opened();
  host.deleteSheet(host.get("别的"));
  expect(host.get("表").cells.get("B1")?.formula).toBe("=#REF!A1+A1");
});

test("marks and validations move with their rows", () => {
  const host = opened();
  const sheet = host.get("表");
  sheet.marks.push({ range: range("A2:B3"), formula: "=A2>1", format: {} });
  sheet.validations.push({ range: range("A5"), settings: {} });
  host.moveRows(sheet, { kind: "insertRows", row: 3, count: 2 });
  expect(sheet.marks).toEqual([{ range: range("A2:B5"), formula: "=A2>1", format: {} }]);
  host.moveRows(sheet, { kind: "deleteRows", row: 1, count: 1 });
  expect(sheet.marks).toEqual([{ range: range("A1:B4"), formula: "=A1>1", format: {} }]);
  expect(sheet.validations).toEqual([{ range: range("A6"), settings: {} }]);
});

test("clearing leaves what of a rule lies beside the area", () => {
  const left = withoutAreas([{ range: range("A1:C5") }], [range("B2:B3"), range("E1:F2")]);
  expect(left.map((rule) => rule.range)).toEqual([
    range("A1:C1"),
    range("A4:C5"),
    range("A2:A3"),
    range("C2:C3"),
  ]);
});
