import { type Golden, sheetOf, textAt } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { DAMAGES, deleteColumn, stackSheets, totalLast, typeInto } from "./damages";
import { quanbiaoyoushu } from "./quanbiaoyoushu";
import { seed001, seed001Corrected } from "./seed001";

const GOLDENS: readonly Golden[] = [seed001, seed001Corrected, quanbiaoyoushu];

test.each(Object.entries(DAMAGES))("%s changes every golden, and only the copy", (_, damage) => {
  for (const golden of GOLDENS) {
    const before = JSON.stringify(golden);
    expect(damage(golden)).not.toEqual(golden);
    expect(JSON.stringify(golden)).toBe(before);
  }
});

test("a deleted column leaves its merged heading to the next one", () => {
  const golden = deleteColumn("公开05表", 3)(seed001);
  expect(sheetOf(golden, "公开05表").rows.slice(3, 5)).toEqual([
    ["项 目", "<", "本年支出", "<"],
    ["功能分类科目编码", "科目名称", "基本支出", "项目支出"],
  ]);
});

test("stacked tables stand on the first one's sheet", () => {
  const golden = stackSheets(["公开05表", "公开09表"])(seed001);
  const { rows } = sheetOf(golden, "公开05表");
  expect(rows.filter((row) => row[0]?.endsWith("决算表"))).toHaveLength(2);
  expect(golden.sheets.map(({ name }) => name)).not.toContain("公开09表");
});

test("合计 moves to the row above the note", () => {
  const sheet = sheetOf(totalLast("公开03表")(seed001), "公开03表");
  expect(textAt(sheet, 7, 1)).toBe("'201");
  expect(textAt(sheet, 13, 1)).toBe("合计");
});

test("a merged figure cell has no value of its own", () => {
  const golden = typeInto("公开02表", "E7", "<")(seed001);
  const sheet = snapshotOf(golden).sheets.find(({ name }) => name === "公开02表");
  expect(sheet?.values[6]?.[4]).toBeNull();
  expect(sheet?.merges).toContainEqual({ top: 7, left: 4, bottom: 7, right: 5 });
});
