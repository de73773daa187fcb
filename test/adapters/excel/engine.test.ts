import { at, planOf, sheetPlan } from "../../contract/plans";
import { gridEngine } from "../../support/excelHost/gridEngine";
import { openExcel } from "../../support/excelHost/openExcel";
import { ownWorkbook } from "./excelSet";

const engine = gridEngine();

test("formulas laid out under short names and copied give their results under the real ones", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  host.engine = engine;
  const rows = Array.from({ length: 40 }, (_, index) => index + 1);
  const figures = Object.fromEntries(rows.map((row) => [`A${String(row)}`, row]));
  const long = (row: string) =>
    `ROUND(SUM('收入决算表'!$A$1:A${row}),2)+0*LEN("这些字只为把公式写得长一些，好让它写一次、抄很多次")`;
  const totals = Object.fromEntries(
    rows.map((row) => [`B${String(row)}`, { formula: long(String(row)), value: -1 }]),
  );
  await workbook.addSheets(planOf(sheetPlan("收入决算表", figures), sheetPlan("审核", totals)));
  const read = await workbook.read();
  for (const row of rows) {
    expect(at(read, "审核", `B${String(row)}`)).toBe((row * (row + 1)) / 2);
  }
  await workbook.writeCells([{ sheet: "收入决算表", row: 1, column: 1, value: 101 }]);
  expect(at(await workbook.read(), "审核", "B40")).toBe(920);
});
