import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import { dropSheet, typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001, seed001Corrected } from "../golden/seed001";
import { docxOf } from "../support/docxFile";
import { inYuan, oneTableEach } from "../support/inYuan";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("published.xlsx", seed001);
  await saveGolden("corrected.xlsx", seed001Corrected);
  await saveGolden("last year.xlsx", lastYear("2019年度"));
  await saveGolden("two years ago.xlsx", lastYear("2018年度"));
  await saveGolden(
    "undated.xlsx",
    ["公开05表", "附件1"].reduce((set, sheet) => dropSheet(sheet)(set), lastYear("")),
  );
  writeFileSync("last year in Word.xlsx", docxOf(lastYear("2019年度")));
  await saveGolden("no 03.xlsx", without(seed001Corrected, "公开03表"));
  await saveGolden(
    "cover.xlsx",
    without(seed001, ...seed001.sheets.slice(1).map(({ name }) => name)),
  );
});

const lastYear = (cover: string) => typeInto("封面", "A1", cover)(quanbiaoyoushu);

function layOut(output: string, ...more: string[]) {
  return gongkai("layout", "--template", "hunan-2020", "--unit", "某某局", "-o", output, ...more);
}

test("an empty set is laid out and found again, and does not pass for a checked one", async () => {
  const { code, out } = await layOut("empty.xlsx");
  expect(code).toBe(0);
  expect(out).toMatch(/^已排好 \d+ 张工作表：empty\.xlsx$/u);
  const checked = await gongkai("check", "empty.xlsx", "--json");
  const { unit, tables, findings } = JSON.parse(checked.out) as {
    unit: string;
    tables: unknown[];
    findings: { code: string; level: string; state: string }[];
  };
  expect(unit).toBe("某某局");
  expect(tables.length).toBeGreaterThanOrEqual(9);
  const mustHold = findings.filter(
    ({ level, state }) => level === "must-hold" && state === "failed",
  );
  expect(mustHold.map(({ code }) => code)).toEqual(["K314"]);
  expect(checked.code).toBe(1);
});

test.each([
  ["published.xlsx", 1],
  ["corrected.xlsx", 0],
])("a set laid out with the figures of %s is judged as they are", async (figures, code) => {
  const output = `from ${figures}`;
  expect((await layOut(output, "--figures", figures)).code).toBe(0);
  expect((await gongkai("check", output)).code).toBe(code);
});

test("every sheet names the given unit, also where the figures are another one's", async () => {
  await layOut("named.xlsx", "--figures", "corrected.xlsx");
  const { out } = await gongkai("check", "named.xlsx", "--json");
  const { findings } = JSON.parse(out) as { findings: { code: string }[] };
  expect(findings.map(({ code }) => code)).not.toContain("K304");
});

test("figures of another year are taken, but not without a word", async () => {
  const args = ["--template", "hunan-2020", "--unit", "某局", "--figures", "published.xlsx"];
  const other = await gongkai("layout", ...args, "--year", "2019", "-o", "other year.xlsx");
  expect(other.note).toContain(
    "取数的文件里有 9 张表写的是2020年度，这套表是2019年度的，请确认没有拿错年度的文件。",
  );
  const same = await gongkai("layout", ...args, "--year", "2020", "-o", "same year.xlsx");
  expect(same.note).not.toContain("拿错年度");
});

test("--year stands on the cover", async () => {
  await layOut("2021.xlsx", "--year", "2021");
  const [cover] = readXlsx(readFileSync("2021.xlsx")).sheets;
  expect(cover!.values.flat()).toContain("2021年度");
});

/** What is asked about last year and the budget. */
const ASKED = /^上年(?!无数据)|^财政拨款支出年初预算数$/u;

function answersIn(file: string): unknown[] {
  const { sheets } = readXlsx(readFileSync(file));
  const { values } = sheets.find(({ name }) => name === "补充资料")!;
  return values.flatMap((row) => (ASKED.test(row[0] as string) ? [row[2] ?? null] : []));
}

test.each(["last year.xlsx", "last year in Word.xlsx"])(
  "%s gives last year's figures",
  async (file) => {
    const output = `with ${file}.xlsx`;
    const { code, note } = await layOut(output, "--last-year", file);
    expect(code).toBe(0);
    expect(note).toMatch(/^上年数填了 9 个：\n {2}上年收入支出总计 2000\.00（last year.*!F/u);
    expect(answersIn(output)).toEqual([
      2000,
      1705.3,
      1203.25,
      null,
      71,
      59.05,
      4.6,
      3.1,
      18.5,
      11.2,
    ]);
  },
);

test("what the figures workbook has in 补充资料 stays, and is named", async () => {
  const { note } = await layOut(
    ...["kept.xlsx", "--figures", "corrected.xlsx", "--last-year", "last year.xlsx"],
  );
  expect(note).toContain("上年数填了 6 个：\n  上年年末结转和结余 71.00");
  expect(note).toContain("已有别的数，没有动：\n  上年收入支出总计 2000.00");
  expect(answersIn("kept.xlsx")).toEqual([
    66.93, 66.93, 66.93, 66.93, 71, 59.05, 4.6, 3.1, 18.5, 11.2,
  ]);
});

test("several files together are last year's set; what they lack and leave open is said", async () => {
  const files = ["--last-year", "undated.xlsx", "cover.xlsx"];
  const { code, note } = await layOut("undated set.xlsx", "--year", "2021", ...files);
  expect(code).toBe(0);
  expect(note).toContain("没有取到的：\n  上年财政拨款支出：上年的文件里没有认出");
  expect((await layOut("undated.out.xlsx", "--last-year", "undated.xlsx")).note).toContain(
    "上年的文件里没有写年度，请确认是2019年度的。",
  );
});

test.each([
  ["published.xlsx", /^选的是本年（2020年度）的表/u],
  ["two years ago.xlsx", /^上年的文件写的是2018年度，要的是2019年度/u],
  ["cover.xlsx", /^上年的文件里没有认出任何一张/u],
  ["nowhere.xlsx", /^nowhere\.xlsx：没有这个文件/u],
])("%s as last year's ends in one sentence and no file", async (file, sentence) => {
  const { code, out, note } = await layOut("refused.xlsx", "--last-year", file);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(note).toMatch(sentence);
  expect(existsSync("refused.xlsx")).toBe(false);
});

test("tables that the figures workbook lacks are named", async () => {
  const { code, note } = await layOut("partial.xlsx", "--figures", "no 03.xlsx");
  expect(code).toBe(0);
  expect(note).toContain("取数的工作簿里没有《支出决算表》，这些表排成空表。");
});

test("which table was found where, in which unit, and what is no figure, is said", async () => {
  const golden = typeInto("公开02表", "D8", "约12万")(seed001Corrected);
  await saveGolden("text.xlsx", golden);
  const { note } = await layOut("said.xlsx", "--figures", "text.xlsx");
  expect(note).toMatch(/^已从认出的 9 张表取数，共 \d+ 个数：$/mu);
  expect(note).toMatch(
    /^ {2}《收入决算表》 text\.xlsx 公开02表!A1:[A-Z]+\d+：\d+ 个数，单位：万元$/mu,
  );
  expect(note).toContain("有 1 格写的不是数，不算数：\n  《收入决算表》公开02表!D8 写的是“约12万”");
  expect(note).toMatch(/^取数的文件是“.+”的，这套表写的是“某某局”，请确认是同一个单位。$/mu);
});

test("last year's set without a printed unit is asked for, and then taken", async () => {
  const bare = lastYear("2019年度");
  const sheets = bare.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((text) => text.replace("单位：万元", ""))),
  }));
  await saveGolden("bare last year.xlsx", { ...bare, sheets });
  const files = ["--last-year", "bare last year.xlsx"];
  const asked = await layOut("asked last year.xlsx", ...files);
  expect(asked.note).toContain("没有印单位。请加 --unit-of-last-year 元");
  const told = await layOut("told last year.xlsx", ...files, "--unit-of-last-year", "万元");
  expect(told.note).toMatch(/^上年数填了 9 个/u);
  expect(told.note).not.toContain("--unit-of-last-year");
});

test("figures from a workbook without tables end in one sentence and no file", async () => {
  const { code, out, note } = await layOut("nothing.xlsx", "--figures", "cover.xlsx");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(note).toMatch(/^cover\.xlsx：没有认出任何一张决算公开表。/u);
  expect(existsSync("nothing.xlsx")).toBe(false);
});

test("a file that exists stays unless --force says otherwise", async () => {
  writeFileSync("taken.xlsx", "mine");
  const refused = await layOut("taken.xlsx");
  expect(refused.code).toBe(2);
  expect(refused.note).toMatch(/^已有“.*taken\.xlsx”，没有覆盖。.*--force。$/u);
  expect(readFileSync("taken.xlsx", "utf8")).toBe("mine");

  expect((await layOut("taken.xlsx", "--force")).code).toBe(0);
  expect(readXlsx(readFileSync("taken.xlsx")).sheets.length).toBeGreaterThan(9);
});

test("the figures workbook itself is never written over", async () => {
  const before = readFileSync("published.xlsx");
  const { code, note } = await layOut("published.xlsx", "--figures", "published.xlsx", "--force");
  expect({ code, note }).toEqual({
    code: 2,
    note: "新文件不能就是取数的工作簿，请换一个文件名。",
  });
  expect(readFileSync("published.xlsx").equals(before)).toBe(true);
});

test("no draft is left behind", () => {
  expect(readdirSync(".").filter((name) => !name.endsWith(".xlsx"))).toEqual([]);
});

test.each([
  [["--unit", "某某局", "-o", "a.xlsx"], "请用 --template 写明模板。"],
  [["--template", "hunan-2020", "-o", "a.xlsx"], "请用 --unit 写明单位全称。"],
  [["--template", "hunan-2020", "--unit", " ", "-o", "a.xlsx"], "请用 --unit 写明单位全称。"],
  [["--template", "hunan-2020", "--unit", "某某局"], "请用 -o 写明新文件写到哪里。"],
  [
    ["--template", "hunan-2020", "--unit", "某某局", "-o", "a.xls"],
    "新文件的名字要以 .xlsx 结尾。",
  ],
  [
    ["--template", "hunan-2020", "--unit", "某某局", "-o", "a.xlsx", "--year", "20"],
    "“20”不是年度，请写四位数字，例如 2020。",
  ],
  [
    ["--template", "hunan-1999", "--unit", "某某局", "-o", "a.xlsx"],
    "没有“hunan-1999”这个模板，运行 gongkai help 可看到现有模板。",
  ],
  [["--unit", "--template", "hunan-2020"], "“--unit”后面缺少内容。"],
  [["extra.xlsx"], "多了“extra.xlsx”。"],
])("%j → %s", async (args, sentence) => {
  const { code, out, note } = await gongkai("layout", ...args);
  expect({ code, out, note: note.split("\n")[0] }).toEqual({ code: 2, out: "", note: sentence });
  expect(existsSync("a.xlsx")).toBe(false);
});

test("a folder that does not exist is named", async () => {
  const { code, note } = await layOut("no such folder/a.xlsx");
  expect(code).toBe(2);
  expect(note).toMatch(/^没有“.*no such folder”这个文件夹，请先建好。$/u);
});

describe("figures in 元", () => {
  const source = inYuan(seed001Corrected);

  test("one file per table: a set in 万元 that passes as the one it came from", async () => {
    const files: string[] = [];
    for (const [name, golden] of oneTableEach(source)) {
      files.push(`${name}.xlsx`);
      await saveGolden(`${name}.xlsx`, golden);
    }
    const { code, note } = await layOut("balanced.xlsx", "--figures", ...files);
    expect({ code, note }).toMatchObject({
      code: 0,
      note: expect.stringContaining("已从认出的 9 张表取数，") as unknown,
    });
    expect(note).toMatch(/舍位平衡调整了|各数按四舍五入都平/u);
    const checked = await gongkai("check", "balanced.xlsx", "--json");
    const { findings } = JSON.parse(checked.out) as {
      findings: { level: string; state: string }[];
    };
    const failed = findings.filter(({ state }) => state === "failed");
    expect(failed.filter(({ level }) => level === "must-hold")).toEqual([]);
    const again = await gongkai("rescale", "balanced.xlsx", "-o", "twice.xlsx");
    expect(again.code).toBe(2);
    expect(again.note).toContain("balanced.xlsx：");
  });

  test("without a printed unit it is asked for, and then taken", async () => {
    const sheets = source.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((text) => text.replace("单位：元", ""))),
    }));
    await saveGolden("bare.xlsx", { ...source, sheets });
    const asked = await layOut("asked.xlsx", "--figures", "bare.xlsx");
    expect(asked.code).toBe(2);
    expect(asked.note).toMatch(/^bare\.xlsx：不能确定这些数是元还是万元：.*--unit-of-figures 元/u);
    expect(existsSync("asked.xlsx")).toBe(false);
    const told = await layOut("told.xlsx", "--figures", "bare.xlsx", "--unit-of-figures", "元");
    expect(told.code).toBe(0);
    const [, , revenue] = readXlsx(readFileSync("told.xlsx")).sheets;
    expect(revenue!.values.flat()).toContain(103.82);
  });
});
