import {
  scoreEvaluation,
  type EvaluationScore,
} from "../../../src/domain/evaluation/scoreEvaluation";
import { tableStyles } from "../../../src/domain/layout/styles";
import { TABLE_PAPER } from "../../../src/domain/layout/tablePaper";
import { cellAt, layOutEmpty, layOutRows, readBack, rowsOf } from "./laidOutForm";
import { readRows, scoreRows, seedRows, seedWith, template, mistakesIn } from "./seedForm";

const seed = layOutRows(seedRows);

test("what is laid out reads back as the same form with the same score", async () => {
  const { disclosure, form } = await readBack(seed);
  const source = readRows(seedRows).form;
  const texts = ({ indicators }: typeof form) =>
    indicators.map((indicator) => ({ ...indicator, rowId: "", places: undefined }));
  expect(texts(form)).toEqual(texts(source));
  // The unit that the set is laid out for, not the one the figures came from.
  expect(form.unitName?.text).toBe("示例单位");
  expect(form.expectedGoals?.text).toBe(source.expectedGoals?.text);
  expect(form.actualGoals?.text).toBe(source.actualGoals?.text);
  expect(form.grade?.text).toBe("优");
  const wherever = ({ rows, ...score }: EvaluationScore) => ({
    ...score,
    sheet: undefined,
    findings: [],
    rows: rows.map((row) => ({ ...row, cell: undefined })),
  });
  const score = scoreEvaluation(template, disclosure, form);
  expect(mistakesIn(score)).toEqual([]);
  expect(wherever(score)).toEqual(wherever(scoreRows(seedRows)));
});

test("seed 001: every computed cell but one is a formula, with the seed's own figure as result", () => {
  const { total } = rowsOf(seed);
  const computed = [
    cellAt(seed, 4, 4),
    cellAt(seed, 4, 5),
    cellAt(seed, 4, 8),
    cellAt(seed, 4, 9),
    cellAt(seed, total, 7),
    cellAt(seed, total, 8),
    cellAt(seed, total, 9),
  ];
  expect(computed.map(({ value }) => value)).toEqual([66.93, 179.22, 1, 10, 100, 98, "等级：优"]);
  for (const { formula } of computed) expect(formula).toBeDefined();
  // 全年执行数 has no figures by source, so that the unit's own total stays.
  expect(cellAt(seed, 4, 6)).toMatchObject({ value: 179.22 });
  expect(cellAt(seed, 4, 6).formula).toBeUndefined();
});

test.each<[name: string, typed: Record<string, string>, column: number, value: string | number]>([
  ["总分", { H24: "99" }, 8, 99],
  ["等级", { I24: "等级：良" }, 9, "等级：良"],
  ["分值", { G24: "101" }, 7, 101],
])("a wrong %s of the source stays as a value", (_name, typed, column, value) => {
  const form = layOutRows(seedWith(typed));
  const cell = cellAt(form, rowsOf(form).total, column);
  expect(cell.value).toBe(value);
  expect(cell.formula).toBeUndefined();
});

test("target and actual values are texts: Excel makes a date of 2020 年 12 月 and of 1/3", () => {
  const laid = layOutEmpty();
  const { first, total } = rowsOf(laid);
  for (let row = first; row < total; row += 1) {
    const formats = [5, 6].map(
      (column) => laid.styles.get(cellAt(laid, row, column).style ?? "")?.numberFormat,
    );
    expect([row, ...formats]).toEqual([row, "@", "@"]);
  }
});

test("what follows from a figure that stays goes on from it", () => {
  const form = layOutRows(seedWith({ I5: "5", H24: "" }));
  const { total } = rowsOf(form);
  expect(cellAt(form, 4, 9)).toMatchObject({ value: 5 });
  expect(cellAt(form, total, 8)).toMatchObject({ value: 93, formula: expect.any(String) });
});

test.each([["100%"], ["100.00 %"], ["1"], ["100"]])(
  "a rate printed as %s becomes the formula",
  (text) => {
    const cell = cellAt(layOutRows(seedWith({ H5: text })), 4, 8);
    expect(cell).toMatchObject({ value: 1, formula: expect.any(String) });
  },
);

test.each([
  ["10", "优"],
  ["2", "优"],
  ["1.99", "良"],
  ["-8", "良"],
  ["-8.01", "中"],
  ["-28", "中"],
  ["-28.01", "差"],
])("the formula of 等级 has the bands of the package: %s points instead of 10", (points, grade) => {
  const typed = { H20: points, H24: "", I24: "" };
  const form = layOutRows(seedWith(typed));
  expect(cellAt(form, rowsOf(form).total, 9).value).toBe(`等级：${grade}`);
  expect(scoreRows(seedWith(typed)).grade).toBe(grade);
});

test("a text in a score cell leaves 总分 and 等级 undetermined", () => {
  const form = layOutRows(seedWith({ H13: "满分", H24: "", I24: "" }));
  const { total } = rowsOf(form);
  expect(cellAt(form, total, 8).value).toBe("数据不足");
  expect(cellAt(form, total, 9).value).toBe("数据不足");
});

describe("without a form of the unit's own", () => {
  const empty = layOutEmpty();
  const { first, total } = rowsOf(empty);

  test("each category has the rows that the package says", () => {
    expect(total - first).toBe(14);
    expect(cellAt(empty, first, 2).value).toBe("产出指标\n（50分）");
    expect(cellAt(empty, first + 8, 2).value).toBe("效益指标\n（30分）");
    expect(cellAt(empty, first + 13, 3).value).toMatch(/^服务对象\n?满意度指标$/u);
    expect(cellAt(empty, 2, 3).value).toBe("示例单位");
  });

  test("nothing is claimed: no rate, no score, no total, no grade", () => {
    const computed = [
      [4, 8],
      [4, 9],
      [total, 8],
      [total, 9],
    ].map(([row, column]) => cellAt(empty, row!, column!));
    expect(computed.map(({ value }) => value)).toEqual(["", "", "", ""]);
    expect(cellAt(empty, 4, 7).value).toBe(10);
    expect(cellAt(empty, total, 7).value).toBe(10);
  });

  test("it reads back as a form without indicators", async () => {
    const { disclosure, form } = await readBack(empty);
    const score = scoreEvaluation(template, disclosure, form);
    expect(score.total).toBeUndefined();
    expect(score.rows).toHaveLength(1);
    expect(score.findings.map(({ code }) => code)).toEqual(["K407"]);
  });
});

const LONG = "牵头协调清水塘关停搬迁企业遗留问题处置。".repeat(60);

describe.each([
  ["seed 001", seed],
  ["empty", layOutEmpty()],
  ["long goals", layOutRows(seedWith({ F10: LONG }))],
])("the sheet: %s", (_name, { sheet, styles, placed }) => {
  test("has a border around every cell of the form", () => {
    const all = new Map([...tableStyles(TABLE_PAPER), ...styles]);
    const bottom = rowsOf({ sheet, styles, placed, firstFreeColumn: 10, spareRows: [] }).total;
    for (let row = 2; row <= bottom; row += 1) {
      for (let column = 1; column <= 9; column += 1) {
        const cell = sheet.cells.find((each) => each.row === row && each.column === column);
        expect(all.get(cell?.style ?? "")?.border).toBe("thin");
      }
    }
  });

  test("has no merged areas that overlap, and no row higher than Excel allows", () => {
    const taken = new Set<string>();
    for (const { top, left, bottom, right } of sheet.merges) {
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          expect(taken.has(`${row},${column}`)).toBe(false);
          taken.add(`${row},${column}`);
        }
      }
    }
    expect(Math.max(...sheet.rowHeights.values())).toBeLessThanOrEqual(409);
  });

  test("prints on A4 portrait, one page wide", () => {
    expect(sheet.pageSetup).toMatchObject({ orientation: "portrait", fitToWidth: 1 });
  });
});

test("a form too long for one page repeats the heads of the indicators, and what spans them", async () => {
  const long = layOutRows(seedWith({ F10: LONG.slice(0, 450) }));
  expect(long.sheet.pageSetup).toMatchObject({ fitToHeight: 0, titleRows: expect.anything() });
  expect(seed.sheet.pageSetup).toMatchObject({ fitToHeight: 1 });
  const names = ({ sheet }: typeof long) =>
    sheet.cells.filter(({ column, value }) => column === 1 && value === "绩效\n指标").length;
  expect([names(seed), names(long)]).toEqual([1, 2]);
  const { disclosure, form } = await readBack(long);
  expect(scoreEvaluation(template, disclosure, form).total?.toFixed()).toBe("98");
  expect(form.indicators.map(({ category }) => category)).toEqual(
    readRows(seedRows).form.indicators.map(({ category }) => category),
  );
});
