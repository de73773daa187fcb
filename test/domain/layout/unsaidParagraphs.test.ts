import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { bringOwnContents } from "../../../src/domain/layout/ownContents";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { repairPlan } from "../../../src/domain/layout/repairPlan";
import { publishedPlan } from "../../../src/domain/publication/publishedPlan";
import type { SheetPlan, WritePlan } from "../../../src/domain/workbook/writePlan";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { layOutGolden, shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const SHEET = template.structure.definition.narrative.sheetName;
const INPUT = { unitName: "示例市某某中心", year: 2020 };

function narrativeOf({ sheets }: WritePlan): SheetPlan {
  return sheets.find(({ name }) => name === SHEET)!;
}

const wordsIn = ({ cells }: SheetPlan, row: number) => {
  const value = cells.find((cell) => cell.row === row && cell.column === 1)?.value;
  return typeof value === "string" ? value.trim() : value;
};

const filled = layOutGolden(seed001, template);
const hidden = narrativeOf(filled).hiddenRows;

test("paragraphs that do not apply stand in hidden rows, with their formulas", () => {
  expect(hidden).toHaveLength(5);
  expect(hidden.map((row) => wordsIn(narrativeOf(filled), row))).toEqual(["", "", "", "", ""]);
  const formulas = narrativeOf(filled).cells.filter(({ row }) => hidden.includes(row));
  expect(formulas.every(({ formula }) => formula !== undefined)).toBe(true);
});

test.each([
  ["every table filled", layOutGolden(quanbiaoyoushu, template)],
  ["nothing filled in yet: all is asked for", layOutWorkbook(template, INPUT)],
])("with %s no row is hidden", (_what, plan) => {
  expect(narrativeOf(plan).hiddenRows).toEqual([]);
});

test("the 公开稿 has no rows for them", () => {
  const published = narrativeOf(publishedPlan(filled, [SHEET]));
  expect(published.hiddenRows).toEqual([]);
  const rows = published.cells.filter(({ style }) => style === "narrative.paragraph");
  expect(rows.filter(({ row }) => wordsIn(published, row) === "")).toEqual([]);
  const before = narrativeOf(filled).cells.filter(({ style }) => style === "narrative.paragraph");
  expect(rows).toHaveLength(before.length - hidden.length);
});

describe("words that somebody typed into such a row show", () => {
  const [row = 0] = hidden;
  const typed = async () => {
    const workbook = MemoryWorkbook.fromPlan(filled);
    await workbook.writeCells([{ sheet: SHEET, row, column: 1, value: "出国费由主管部门列支。" }]);
    return recognise(await workbook.read(), template.structure);
  };

  test("when the layout is restored", async () => {
    const narrative = narrativeOf(repairPlan(template, await typed(), INPUT).plan);
    expect(narrative.hiddenRows).toEqual(hidden.slice(1));
    expect(wordsIn(narrative, row)).toBe("出国费由主管部门列支。");
  });

  test("when the set is laid out anew", async () => {
    const narrative = narrativeOf(bringOwnContents(filled, await typed()).plan);
    expect(narrative.hiddenRows).toEqual(hidden.slice(1));
    expect(wordsIn(narrative, row)).toBe("出国费由主管部门列支。");
  });
});
