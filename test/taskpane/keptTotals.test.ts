import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { keptTotals } from "../../src/taskpane/components/layOut/keptTotals";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { layOutGolden, shippedTemplate } from "../support/native";
import { checkedOf } from "./seedChecked";

async function findingsWith(...cells: readonly [row: number, column: number][]) {
  const workbook = MemoryWorkbook.fromPlan(layOutGolden(quanbiaoyoushu, shippedTemplate()));
  const sheet = "收入支出决算总表";
  await workbook.writeCells(cells.map(([row, column]) => ({ sheet, row, column, value: 1 })));
  return (await checkedOf(await workbook.read())).report.findings;
}

test("no total is a value", async () => {
  expect(keptTotals(await findingsWith())).toBe(0);
});

test("two totals of one table are two", async () => {
  expect(keptTotals(await findingsWith([33, 3], [36, 3]))).toBe(2);
});
