import { recognise } from "../../../src/domain/disclosure/recognise";
import { intakeOf } from "../../../src/domain/intake/intake";
import {
  answerAt,
  lastYearAnswers,
  lastYearCells,
  lastYearFigures,
  lastYearProposals,
  yearFound,
  type LastYearFigure,
} from "../../../src/domain/intake/lastYear";
import type { UnitAnswer } from "../../../src/domain/intake/tableUnit";
import type { CellValue, WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { type Damage, deleteRow, dropSheet, typeInto } from "../../golden/damages";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();

function figuresOf(snapshot: WorkbookSnapshot, said?: ReadonlyMap<string, UnitAnswer>) {
  return lastYearFigures(intakeOf([{ name: "上年.xlsx", snapshot }], template, said));
}

const wordsOf = ({ label, value, from, why }: LastYearFigure) => [
  label,
  value?.toFixed() ?? why,
  ...from.map(({ file, sheet, cell, unit }) =>
    [file, sheet, cell.row, cell.column, unit].join(" "),
  ),
];

/** 栏次 under a heading without a row name: 1, 2, 3 … */
const isNumbering = (row: readonly CellValue[]) => row.every((value, index) => value === index + 1);

/** The set with its figures times ten thousand and a fraction of a 元 more, under 单位：元. */
function inYuan(golden: Golden, print = "元"): WorkbookSnapshot {
  const { sheets } = snapshotOf(golden);
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) =>
        row.map((value) => {
          if (typeof value === "number" && sheet.name.startsWith("公开") && !isNumbering(row))
            return value * 10_000 + 50;
          return typeof value === "string" ? value.replace(/单位：万元/u, `单位：${print}`) : value;
        }),
      ),
    })),
  };
}

test("last year's 总计, 财政拨款 and 年末 come from where they stand", () => {
  expect(figuresOf(snapshotOf(quanbiaoyoushu)).map(wordsOf)).toEqual([
    ["上年收入支出总计", "2000", "上年.xlsx 公开01表 36 6 万元"],
    ["上年财政拨款收入支出总计", "1705.3", "上年.xlsx 公开04表 38 6 万元"],
    ["上年财政拨款支出", "1203.25", "上年.xlsx 公开05表 7 3 万元"],
    ["上年年末结转和结余", "71", "上年.xlsx 公开01表 35 6 万元"],
    ["上年年末财政拨款结转和结余", "59.05", "上年.xlsx 公开04表 34 6 万元"],
    ["上年因公出国（境）费", "4.6", "上年.xlsx 公开07表 8 8 万元"],
    ["上年公务接待费", "3.1", "上年.xlsx 公开07表 8 12 万元"],
    ["上年公务用车购置费", "18.5", "上年.xlsx 公开07表 8 10 万元"],
    ["上年公务用车运行维护费", "11.2", "上年.xlsx 公开07表 8 11 万元"],
  ]);
});

test("元 become 万元 half up, once", () => {
  const figures = figuresOf(inYuan(quanbiaoyoushu));
  expect(figures.map(({ value, from: [at] }) => [value?.toFixed(2), at?.unit])).toEqual([
    ["2000.01", "元"],
    ["1705.31", "元"],
    ["1203.26", "元"],
    ["71.01", "元"],
    ["59.06", "元"],
    ["4.61", "元"],
    ["3.11", "元"],
    ["18.51", "元"],
    ["11.21", "元"],
  ]);
});

test("a money unit that is not printed is asked for, never guessed", () => {
  const snapshot = inYuan(quanbiaoyoushu, "");
  for (const { value, why } of figuresOf(snapshot)) {
    expect([value, why]).toEqual([undefined, expect.stringContaining("金额单位还没有选定")]);
  }
  const said = new Map(
    ["summary", "fiscalAppropriationSummary"].map((key): [string, UnitAnswer] => [key, "元"]),
  );
  expect(figuresOf(snapshot, said).map(({ value }) => value?.toFixed(2))).toEqual([
    "2000.01",
    "1705.31",
    "1203.26",
    "71.01",
    "59.06",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each<[string, Damage, string, RegExp]>([
  [
    "a table that is missing",
    dropSheet("公开05表"),
    "上年财政拨款支出",
    /没有认出《一般公共预算财政拨款支出决算表》/u,
  ],
  [
    "a row that is missing",
    deleteRow("公开01表", 35),
    "上年年末结转和结余",
    /没有认出“.*年末结转和结余”/u,
  ],
  [
    "a text",
    typeInto("公开05表", "C7", "见附件"),
    "上年财政拨款支出",
    /写的是“见附件”.*公开05表!C7/u,
  ],
  ["nothing", typeInto("公开05表", "C7", ""), "上年财政拨款支出", /是空的/u],
])("where there is %s, it says so", (_name, damage, label, why) => {
  const figures = figuresOf(snapshotOf(damage(quanbiaoyoushu)));
  const lacking = figures.filter(({ value }) => value === undefined);
  expect(lacking.map((each) => each.label)).toEqual([label]);
  expect(lacking[0]?.why).toMatch(why);
});

test.each([
  [2019, { kind: "right", wanted: 2019 }],
  [2020, { kind: "same", wanted: 2019 }],
  [2018, { kind: "other", wanted: 2019, found: 2018 }],
  [undefined, { kind: "unknown", wanted: 2019 }],
])("files of %s for a set of 2020", (found, expected) => {
  expect(yearFound(found, 2020)).toEqual(expected);
});

describe("in a set that stands", () => {
  const figures = figuresOf(snapshotOf(quanbiaoyoushu));
  const change = (...damages: readonly Damage[]) => {
    const golden = damages.reduce((before, damage) => damage(before), seed001);
    return recognise(snapshotOf(golden), template.structure);
  };
  // seed 001 was laid out before there was the row; a person has added it.
  const addRow: Damage = (golden) => ({
    ...golden,
    sheets: golden.sheets.map((sheet) =>
      sheet.name === "补充资料"
        ? { ...sheet, rows: [...sheet.rows, ["上年年末结转和结余", "万元", ""]] }
        : sheet,
    ),
  });
  const set = change(
    addRow,
    typeInto("补充资料", "C5", "1,705.30"),
    typeInto("补充资料", "C7", ""),
  );

  test("what is new, the same, typed, or has no place is told apart", () => {
    const states = (standing: typeof set) =>
      lastYearProposals(figures, standing).map(({ state, standing: own }) => [state, own]);
    expect(states(set)).toEqual([
      ["typed", 66.93],
      ["same", 1705.3],
      ["new", null],
      ["new", null],
      ...Array.from({ length: 5 }, () => ["nowhere", null]),
    ]);
    expect(states(change()).at(-1)).toEqual(["nowhere", null]);
    expect(states(change(dropSheet("补充资料"))).map(([state]) => state)).toEqual(
      Array.from({ length: 9 }, () => "nowhere"),
    );
  });

  test("what a person typed stays unless it is given up", () => {
    const proposals = lastYearProposals(figures, set);
    const cells = (...replaced: string[]) =>
      lastYearCells(proposals, new Set(replaced)).map(({ row, value, expected }) => [
        row,
        value,
        expected,
      ]);
    expect(cells()).toEqual([
      [7, 1203.25, null],
      [51, 71, null],
    ]);
    expect(cells("上年收入支出总计")[0]).toEqual([3, 2000, 66.93]);
  });

  test("a set that is laid out keeps what its own figures have", () => {
    const { taken, kept } = lastYearAnswers(figures, set);
    expect(kept.map(({ label }) => label)).toEqual(["上年收入支出总计"]);
    const place = { table: "supplement", block: 0, rowId: "上年财政拨款支出" };
    expect(answerAt(taken, { ...place, columnKey: "数值" })).toBe(1203.25);
    expect(answerAt(taken, { ...place, columnKey: "说明" })).toBeUndefined();
    expect(lastYearAnswers(figures, undefined).taken).toHaveLength(9);
  });
});
