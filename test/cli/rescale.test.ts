import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { STATE_SHEET } from "../../src/domain/workbook/stateSheet";
import { timesLarger } from "../domain/rescaling/yuanUnits";
import { randomUnit } from "../golden/randomUnit";
import { workbookOf } from "../golden/unitWorkbook";
import type { Golden } from "../support/goldenText";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

/** A random unit's nine tables in 元; what other sheets say is left out. */
function yuanGolden(seed: number, unit: "元" | "万元" | "千元" | ""): Golden {
  const larger = timesLarger(randomUnit(seed, 6), 1237);
  return withUnits(without(workbookOf(larger), "附件1", "补充资料"), () => unit);
}

function withUnits(golden: Golden, unitOf: (sheet: string) => string): Golden {
  return {
    ...golden,
    sheets: golden.sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) =>
        row.map((text) =>
          text.replace("单位：万元", unitOf(name) === "" ? "" : `单位：${unitOf(name)}`),
        ),
      ),
    })),
  };
}

beforeAll(async () => {
  await saveGolden("yuan.xlsx", yuanGolden(4, "元"));
  await saveGolden("wan.xlsx", yuanGolden(4, "万元"));
  await saveGolden("thousands.xlsx", yuanGolden(4, "千元"));
  await saveGolden("no 03.xlsx", without(yuanGolden(4, "元"), "公开03表"));
  const whole = workbookOf(timesLarger(randomUnit(4, 6), 1237));
  await saveGolden(
    "whole.xlsx",
    withUnits(whole, () => "元"),
  );
  await saveGolden("none.xlsx", yuanGolden(4, ""));
  const mixed = withUnits(
    without(workbookOf(timesLarger(randomUnit(4, 6), 1237)), "附件1", "补充资料"),
    (name) => (name === "公开03表" ? "万元" : "元"),
  );
  await saveGolden("mixed.xlsx", mixed);
  const [first, ...rest] = yuanGolden(4, "元").sheets.filter(({ name }) => name !== "封面");
  const rows = first!.rows.map((row) =>
    row[0] === "总计" ? row.map((text, index) => (index === 2 ? "1.00" : text)) : row,
  );
  await saveGolden("unequal.xlsx", { name: "unequal", sheets: [{ ...first!, rows }, ...rest] });
  await gongkai("rescale", "yuan.xlsx", "-o", "out.xlsx", "--list", "list.xlsx");
});

interface Json {
  readonly adjustments: readonly { readonly yuan: string; readonly difference: string }[];
  readonly unbalanced: readonly unknown[];
  readonly unequal: readonly { readonly code: string }[];
}

test("a set in 元 comes out in 万元, adds up to the last figure, and says what it took", async () => {
  const { code, out } = await gongkai("rescale", "yuan.xlsx", "-o", "said.xlsx");
  expect(code).toBe(0);
  expect(out).toMatch(/^已换算成万元：said\.xlsx\n舍位平衡调整了 \d+ 个数，每个只差 0\.01。/u);
  const checked = await gongkai("check", "said.xlsx", "--json");
  const { summary, findings } = JSON.parse(checked.out) as {
    summary: { failed: number; roundingTail: number };
    findings: { explanation: string }[];
  };
  expect(summary.roundingTail).toBe(0);
  expect(findings.map(({ explanation }) => explanation).join()).not.toContain(STATE_SHEET);
  expect(checked.note).toBe("");
});

test("--json has the same as data", async () => {
  const { code, out } = await gongkai("rescale", "yuan.xlsx", "-o", "data.xlsx", "--json");
  const data = JSON.parse(out) as Json;
  expect(code).toBe(0);
  expect(Object.keys(data)).toEqual([
    ...["file", "output", "template", "unit", "adjustments", "unbalanced", "unequal"],
    ...["percentages", "unread", "unitNames"],
  ]);
  expect(data.adjustments.length).toBeGreaterThan(0);
  expect(Object.keys(data.adjustments[0]!)).toEqual([
    ...["table", "row", "column", "cells", "yuan", "rounded", "adjusted", "difference"],
  ]);
  for (const { yuan, difference } of data.adjustments) {
    expect(yuan).toMatch(/^-?\d+\.\d{2}$/u);
    expect(difference).toMatch(/^-?0\.01$/u);
  }
});

test("the list has a line for each cell", () => {
  const [sheet] = readXlsx(readFileSync("list.xlsx")).sheets;
  expect(sheet!.values[2]).toEqual([
    ...["序号", "表", "行", "栏", "原表单元格", "原数（元）", "直接舍入（万元）"],
    ...["调整后（万元）", "差（万元）"],
  ]);
  expect(sheet!.values.length).toBeGreaterThan(4);
  expect(sheet!.values[3]![0]).toBe(1);
});

test("a set is rescaled once", async () => {
  const { code, note } = await gongkai("rescale", "out.xlsx", "-o", "twice.xlsx");
  expect(code).toBe(2);
  expect(note).toMatch(/^out\.xlsx：这套表已经由元换算成万元、做过舍位平衡，不能再做一次。/u);
  expect(existsSync("twice.xlsx")).toBe(false);
});

test("--restore brings the figures in 元 back: rescaled again they give the same", async () => {
  const restored = await gongkai("rescale", "out.xlsx", "--restore", "-o", "back.xlsx");
  expect(restored).toMatchObject({ code: 0, note: "" });
  expect(restored.out).toMatch(/^已还原成元：back\.xlsx$/mu);
  const sheets = readXlsx(readFileSync("back.xlsx")).sheets;
  expect(sheets.map(({ name }) => name)).not.toContain(STATE_SHEET);
  expect(sheets[1]!.values.flat()).toContain("单位：元");
  const again = await gongkai("rescale", "back.xlsx", "-o", "again.xlsx", "--json");
  const first = await gongkai("rescale", "yuan.xlsx", "-o", "first.xlsx", "--json");
  const yuanOf = ({ out }: typeof again) =>
    (JSON.parse(out) as Json).adjustments.map(({ yuan }) => yuan);
  expect(again.code).toBe(0);
  expect(yuanOf(again)).toEqual(yuanOf(first));
});

test("what was typed over since is named when restoring", async () => {
  const { sheets } = readXlsx(readFileSync("out.xlsx"));
  const plan = {
    sheets: sheets.map(({ name, visibility, values, merges }) => ({
      name,
      visibility,
      cells: values.flatMap((row, index) =>
        row.map((value, column) => ({
          row: index + 1,
          column: column + 1,
          value:
            name === "收入决算表" && typeof value === "number" && value > 1 ? value + 3 : value,
        })),
      ),
      merges,
      columnWidths: new Map<number, number>(),
      rowHeights: new Map<number, number>(),
      hiddenColumns: [],
      hiddenRows: [],
      conditionalFormats: [],
      validations: [],
    })),
    styles: new Map(),
    properties: {},
  };
  writeFileSync("changed.xlsx", await new XlsxFile().write(plan));
  const { code, out } = await gongkai("rescale", "changed.xlsx", "--restore", "-o", "old.xlsx");
  expect(code).toBe(0);
  expect(out).toMatch(/换算以后有 \d+ 个数改过，还原成了改之前的元数：收入决算表!/u);
});

test("what does not add up in 元 is said, with 1", async () => {
  const { code, out } = await gongkai("rescale", "unequal.xlsx", "-o", "tail.xlsx");
  expect(code).toBe(1);
  expect(out).toContain("元的原数本身不平，没有调（");
  expect(existsSync("tail.xlsx")).toBe(true);
});

test("what is no figure is named, and so are several units", async () => {
  const golden = yuanGolden(4, "元");
  const sheets = golden.sheets
    .filter(({ name }) => name !== "封面")
    .map(({ name, rows }) => ({
      name,
      rows: rows.map((row) =>
        row.map((text, index) => {
          if (name === "公开01表" && row[0]?.includes("事业收入") && index === 2) return "约五万";
          return name === "公开03表" ? text.replace("示例第4号单位", "另一个单位") : text;
        }),
      ),
    }));
  await saveGolden("strange.xlsx", { name: "strange", sheets });
  const { note } = await gongkai("rescale", "strange.xlsx", "-o", "strange out.xlsx");
  expect(note).toContain("有 1 格写的不是数，不算数：");
  expect(note).toContain("写的是“约五万”");
  expect(note).toContain("2 个单位名称：");
  expect(note).toContain("另一个单位（1 张表）");
});

test("tables that the workbook lacks are named", async () => {
  const { note } = await gongkai("rescale", "no 03.xlsx", "-o", "partial.xlsx");
  expect(note).toContain("取数的工作簿里没有《支出决算表》，这些表排成空表。");
});

test("补充资料 and 自评表 stay in 万元 as they print it, and are not restored", async () => {
  const run = await gongkai("rescale", "whole.xlsx", "-o", "whole out.xlsx", "--json");
  const { adjustments } = JSON.parse(run.out) as { adjustments: { table: string }[] };
  expect(adjustments.map(({ table }) => table)).not.toContain("补充资料");
  const { out } = await gongkai("rescale", "whole out.xlsx", "--restore", "-o", "whole back.xlsx");
  expect(out).toBe(
    "已还原成元：whole back.xlsx\n《补充资料》《分项补充资料》《整体支出绩效自评表》按万元填写，没有排进去。",
  );
});

test.each([
  ["none.xlsx", "没有印单位。请用 --unit-of-figures 元 或 --unit-of-figures 万元 写明。"],
  ["mixed.xlsx", "《支出决算表》印的是“万元”"],
  ["wan.xlsx", "这些数已经是万元，不需要换算。数其实是元的，请加 --unit-of-figures 元。"],
  ["back to nothing.xlsx", "没有这个文件"],
])("%s is refused until the unit is clear", async (file, words) => {
  const { code, note } = await gongkai("rescale", file, "-o", "refused.xlsx");
  expect(code).toBe(2);
  expect(note).toContain(words);
  expect(existsSync("refused.xlsx")).toBe(false);
});

test.each(["none.xlsx", "mixed.xlsx", "wan.xlsx"])("%s is taken as stated", async (file) => {
  const output = `stated ${file}`;
  const run = await gongkai("rescale", file, "-o", output, "--unit-of-figures", "元");
  expect(run.code).toBe(0);
});

test.each([[[]], [["--unit-of-figures", "元"]]])(
  "千元 is nothing that an option settles %s",
  async (option) => {
    for (const args of [
      ["rescale", "thousands.xlsx", "-o", "no.xlsx"],
      [
        "layout",
        "--template",
        "hunan-2020",
        "--unit",
        "某局",
        "--figures",
        "thousands.xlsx",
        "-o",
        "no.xlsx",
      ],
    ]) {
      const { code, note } = await gongkai(...args, ...option);
      expect(code).toBe(2);
      expect(note).toMatch(/印的是“千元”，请先换算成元或万元。$/u);
    }
  },
);

test("nothing is restored from a set that keeps nothing", async () => {
  const { code, note } = await gongkai("rescale", "yuan.xlsx", "--restore", "-o", "no.xlsx");
  expect({ code, note }).toEqual({
    code: 2,
    note: "yuan.xlsx：这个工作簿里没有留存元的原数，不能还原：它不是本软件由元换算出来的。",
  });
});

test.each([
  [["yuan.xlsx"], "请用 -o 写明新文件写到哪里。"],
  [["yuan.xlsx", "-o", "a.xls"], "新文件的名字要以 .xlsx 结尾。"],
  [
    ["yuan.xlsx", "-o", "a.xlsx", "--unit-of-figures", "角"],
    "“角”不是可用的单位，请写 元 或 万元。",
  ],
  [["-o", "a.xlsx"], "请写明工作簿文件，例如：决算公开表.xlsx。"],
  [
    ["yuan.xlsx", "-o", "a.xlsx", "--list", "a.xlsx"],
    "清单和新文件不能是同一个文件，请换一个文件名。",
  ],
  [
    ["out.xlsx", "-o", "a.xlsx", "--restore", "--list", "b.xlsx"],
    "还原时不用写 --list、--template 和 --unit-of-figures。",
  ],
  [["yuan.xlsx", "-o", "yuan.xlsx", "--force"], "新文件不能就是取数的工作簿，请换一个文件名。"],
])("%j → %s", async (args, sentence) => {
  const { code, out, note } = await gongkai("rescale", ...args);
  expect({ code, out, note: note.split("\n")[0] }).toEqual({ code: 2, out: "", note: sentence });
  expect(existsSync("a.xlsx")).toBe(false);
});

test("a script gets the trouble as a result", async () => {
  const { out } = await gongkai("rescale", "none.xlsx", "-o", "refused.xlsx", "--json");
  expect(Object.keys(JSON.parse(out) as object)).toEqual(["file", "error"]);
});
