import { Decimal } from "decimal.js";
import { checkDisclosure } from "../../../../src/domain/checking/checkDisclosure";
import { yuanFigures } from "../../../../src/domain/checking/checks/yuan-figures";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import { onSheet, typeInto, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { snapshotOf } from "../../../support/goldenWorkbook";
import { shippedTemplate } from "../../../support/native";
import { explanationsOf, reportsOf } from "./formReports";

const AMOUNT = /^-?[0-9,]+(?:\.[0-9]+)?$/u;

/** The figures of these columns, counted from 1, from row 7 on, as the software exports them. */
function inYuan(sheet: string, columns: readonly number[], cents = "0.37"): Damage {
  return onSheet(sheet, (rows) =>
    rows.map((row, index) =>
      row.map((text, place) => {
        if (index < 6 || !columns.includes(place + 1) || !AMOUNT.test(text)) return text;
        const amount = new Decimal(text.replaceAll(",", ""));
        return amount.isZero() ? text : amount.times(10_000).plus(cents).toFixed(2);
      }),
    ),
  );
}

test.each([
  ["全表有数", quanbiaoyoushu],
  ["the published one, with its own mistakes", seed001],
])("figures in 万元 are right: %s", (_, golden) => {
  expect(reportsOf(yuanFigures, golden)).toEqual([]);
});

test("a whole table in 元 is one finding, with what each figure becomes", () => {
  const [report, ...others] = reportsOf(
    yuanFigures,
    quanbiaoyoushu,
    inYuan("公开02表", [3, 4, 5, 6, 7, 8, 9]),
  );
  expect(others).toEqual([]);
  expect(report?.explanation).toMatch(
    /^《收入决算表》的 C7:I\d+ 有 \d+ 个数像是元：同一个数在别的表里小一万倍。请换算成万元。$/u,
  );
});

test("after the press the table is what it was", () => {
  const template = shippedTemplate();
  const damaged = inYuan("公开02表", [3, 4, 5, 6, 7, 8, 9])(quanbiaoyoushu);
  const [report] = yuanFigures.check(recognise(snapshotOf(damaged), template.structure), template);
  const before = new Map(
    snapshotOf(quanbiaoyoushu)
      .sheets.find(({ name }) => name === "公开02表")!
      .values.flatMap((row, index) => row.map((value, at) => [`${index + 1},${at + 1}`, value])),
  );
  expect(report!.remedy!.changes.length).toBeGreaterThan(50);
  for (const { cell, before: typed, after } of report!.remedy!.changes) {
    expect(typed).not.toBe(after);
    expect(before.get(`${cell.row},${cell.column}`)).toBe(after);
  }
});

test("one column of a table in 元", () => {
  expect(explanationsOf(yuanFigures, quanbiaoyoushu, inYuan("公开02表", [4]))).toEqual([
    expect.stringMatching(/^《收入决算表》的 D7:D\d+ 有 \d+ 个数像是元/u),
  ]);
});

/** The figures of these rows. */
function rowsInYuan(sheet: string, from: number, to: number, columns: readonly number[]): Damage {
  return onSheet(sheet, (rows) =>
    rows.map((row, index) =>
      row.map((text, place) => {
        if (index + 1 < from || index + 1 > to || !columns.includes(place + 1)) return text;
        if (!AMOUNT.test(text)) return text;
        return new Decimal(text.replaceAll(",", "")).times(10_000).toFixed(2);
      }),
    ),
  );
}

const WIDE = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

test.each([
  ["some rows of 02", rowsInYuan("公开02表", 8, 11, WIDE), "收入决算表"],
  ["some rows of 06", rowsInYuan("公开06表", 8, 16, WIDE), "一般公共预算财政拨款基本支出决算表"],
  ["all of 06", rowsInYuan("公开06表", 5, 99, WIDE), "一般公共预算财政拨款基本支出决算表"],
  [
    "all of 07",
    rowsInYuan("公开07表", 5, 99, [1, ...WIDE]),
    "一般公共预算财政拨款“三公”经费支出决算表",
  ],
])("a pasted part is noticed without the same figure elsewhere: %s", (_, damage, title) => {
  expect(explanationsOf(yuanFigures, quanbiaoyoushu, damage)).toEqual([
    expect.stringMatching(new RegExp(`^《${title}》的 [A-Z0-9:]+ 有 \\d+ 个数像是元：`, "u")),
  ]);
});

test("items in 元 below a total in 万元 are told by their sum", () => {
  const [report] = reportsOf(yuanFigures, quanbiaoyoushu, rowsInYuan("公开02表", 8, 99, [4]));
  expect(report?.explanation).toContain("明细与合计相差一万倍");
});

test("while too few tables agree, a far larger figure says nothing", () => {
  const two: Damage = (golden) => ({
    ...golden,
    sheets: golden.sheets.filter(({ name }) => /公开0[127]表/u.test(name)),
  });
  const damage = rowsInYuan("公开07表", 5, 99, [1, ...WIDE]);
  expect(reportsOf(yuanFigures, quanbiaoyoushu, damage, two)).toEqual([]);
});

test.each([
  ["a digit too much", typeInto("公开02表", "D8", "6814.00")],
  ["text", typeInto("公开02表", "D8", "约六百万元")],
  ["blank", typeInto("公开02表", "D8", "")],
  ["zero", typeInto("公开02表", "D8", "0.00")],
])("%s is no 元", (_, damage) => {
  expect(reportsOf(yuanFigures, quanbiaoyoushu, damage)).toEqual([]);
});

test("without the other tables nothing can be told", () => {
  const alone: Damage = (golden) => ({
    ...golden,
    sheets: golden.sheets.filter(({ name }) => name === "公开02表"),
  });
  const damage = inYuan("公开02表", [3, 4, 5, 6, 7, 8, 9]);
  expect(reportsOf(yuanFigures, quanbiaoyoushu, damage, alone)).toEqual([]);
});

test("the whole set in 元 is none of its business", () => {
  const all = quanbiaoyoushu.sheets
    .filter(({ name }) => /^公开/u.test(name))
    .map(({ name }) => inYuan(name, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
  expect(reportsOf(yuanFigures, quanbiaoyoushu, ...all)).toEqual([]);
});

test("it is quoted as K315 and must be mended", () => {
  const template = shippedTemplate();
  const damaged = inYuan("公开02表", [4])(quanbiaoyoushu);
  const { findings } = checkDisclosure(
    recognise(snapshotOf(damaged), template.structure),
    template,
  );
  expect(findings.find(({ code }) => code === "K315")).toMatchObject({
    level: "must-hold",
    remedy: { press: "换算成万元" },
  });
});
