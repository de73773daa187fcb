import { readFileSync, writeFileSync } from "node:fs";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import { seed001 } from "../golden/seed001";
import { layOutGolden, shippedTemplate } from "../support/native";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("published.xlsx", seed001);
  await saveGolden("no supplement.xlsx", without(seed001, "补充资料", "分项补充资料"));
});

test("--json gives the sections with number, title and paragraphs", async () => {
  const { code, out } = await gongkai("narrate", "published.xlsx", "--json");
  const { sections, ...rest } = JSON.parse(out) as { sections: Record<string, unknown>[] };
  expect(code).toBe(0);
  expect(rest).toEqual({});
  expect(sections.map(({ number }) => number)).toEqual(
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split(" "),
  );
  expect(Object.keys(sections[0]!)).toEqual(["number", "title", "paragraphs", "standing"]);
  expect(sections[0]!["paragraphs"]).toEqual([expect.stringContaining("增长167.8%")]);
});

test("the text can be pasted: headings, and paragraphs that are set in", async () => {
  const { out } = await gongkai("narrate", "published.xlsx");
  expect(out).toMatch(/^一、收入支出决算总体情况说明\n　　2020年度收、支总计179\.22万元/u);
  expect(out).toMatch(/\n\n二、/u);
});

test("the year is that of the set, not of the template", async () => {
  await gongkai(
    ...["layout", "--template", "hunan-2020", "--unit", "示例市某某中心", "--year", "2021"],
    ...["--figures", "published.xlsx", "-o", "of 2021.xlsx"],
  );
  expect((await gongkai("narrate", "of 2021.xlsx")).out).toMatch(/^一、.*\n　　2021年度收、支/u);
  await gongkai(
    ...["layout", "--template", "hunan-2020", "--unit", "示例市某某中心"],
    ...["--figures", "of 2021.xlsx", "-o", "again.xlsx"],
  );
  const { out } = await gongkai("check", "again.xlsx");
  expect(out).toContain("2021年度部门整体支出绩效自评表");
  expect((await gongkai("narrate", "again.xlsx")).out).toMatch(
    /2021年度收、支.*2021年度财政拨款/su,
  );
});

describe("--percent-digits", () => {
  const layOut = (digits: string, from: string, to: string) =>
    gongkai(
      ...["layout", "--template", "hunan-2020", "--unit", "示例市某某中心", "--figures", from],
      ...(digits === "" ? [] : ["--percent-digits", digits]),
      ...["-o", to],
    );

  test("stays with the workbook, for its sentences and for what checks them", async () => {
    expect((await layOut("2", "published.xlsx", "two.xlsx")).code).toBe(0);
    const { out, note } = await gongkai("narrate", "two.xlsx");
    expect(out).toContain("增长167.77%");
    expect(note).toBe("");
    expect((await gongkai("check", "two.xlsx")).out).not.toContain("K571");
  });

  test("of the package is no setting", async () => {
    await layOut("1", "published.xlsx", "one.xlsx");
    expect((await gongkai("narrate", "one.xlsx")).out).toContain("增长167.8%");
    const told = await gongkai("narrate", "one.xlsx", "--narrative", "hunan-2023");
    expect(told.note).toBe("");
    expect(told.out).not.toContain("十五、");
  });

  test.each(["5", "1.5", "两位"])("%s is refused", async (digits) => {
    const { code, note } = await layOut(digits, "published.xlsx", "refused.xlsx");
    expect(code).toBe(2);
    expect(note).toContain(`--percent-digits 要写0到4，不能是“${digits}”。`);
  });
});

test("no placeholder reaches a person", async () => {
  const outputs = await Promise.all(
    ["check", "score", "narrate"].flatMap((command) => [
      gongkai(command, "published.xlsx"),
      gongkai(command, "published.xlsx", "--json"),
    ]),
  );
  const laidOut = await gongkai(
    ...["layout", "--template", "hunan-2020", "--unit", "示例市某某中心"],
    ...["--figures", "no supplement.xlsx", "-o", "placeholders.xlsx"],
  );
  for (const { out, note } of [...outputs, laidOut])
    expect(out + note).not.toMatch(/[{]年度|年度[}]/u);
  const { sheets } = readXlsx(new Uint8Array(readFileSync("placeholders.xlsx")));
  const texts = sheets.flatMap(({ values }) => values.flat()).map(String);
  expect(texts.filter((text) => /[{]年度/u.test(text))).toEqual([]);
});

test("what nobody gave is shown as missing, with 0 all the same", async () => {
  const { code, out } = await gongkai("narrate", "no supplement.xlsx");
  expect(out).toMatch(/【缺：上年[^】]*】/u);
  expect(code).toBe(0);
});

test("--json of a file that cannot be read is an object with `error`, as check gives it", async () => {
  const { code, out, note } = await gongkai("narrate", "none.xlsx", "--json");
  expect({ code, ...(JSON.parse(out) as object) }).toEqual({
    code: 2,
    file: "none.xlsx",
    error: "没有这个文件，请检查文件名和所在文件夹。",
  });
  expect(note).toBe("none.xlsx：没有这个文件，请检查文件名和所在文件夹。");
  expect((await gongkai("narrate", "none.xlsx")).out).toBe("");
});

test("--narrative gives the sections of another edition, or says which there are", async () => {
  await saveGolden("published.xlsx", seed001);
  const { out } = await gongkai("narrate", "published.xlsx", "--narrative", "hunan-2023");
  expect(out.match(/^[一二三四五六七八九十]+、/gmu)).toHaveLength(14);
  const refused = await gongkai("narrate", "published.xlsx", "--narrative", "hunan-1999");
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.note).toContain("没有“hunan-1999”这种情况说明，可以写 hunan-2023、central-2021。");
});

test("paragraphs that somebody edited, and those that do not agree, are named beside the text", async () => {
  const typed = new Map([
    [4, "2020年度收、支总计179.32万元。"],
    [8, null],
  ]);
  const plan = layOutGolden(seed001, shippedTemplate());
  const sheets = plan.sheets.map((sheet) => {
    if (sheet.name !== "情况说明") return sheet;
    const cells = sheet.cells.map(({ formula, ...cell }) => {
      const value = typed.get(cell.row);
      if (value !== undefined) return { ...cell, value };
      return { ...cell, ...(formula === undefined ? {} : { formula }) };
    });
    return { ...sheet, cells };
  });
  writeFileSync("edited.xlsx", await new XlsxFile().write({ ...plan, sheets }));
  const { out, note, code } = await gongkai("narrate", "edited.xlsx");
  expect(code).toBe(0);
  expect(out).toContain("2020年度收、支总计179.22万元。");
  expect(note).toMatch(
    /已手工修改，不符（情况说明!A4）.*\n.*179\.32万元.*公开01表“总计”是179\.22万元，文中为179\.32万元/u,
  );
  expect(note).toMatch(/已删去（情况说明!A8）：本年支出合计/u);
  for (const edition of ["hunan-2023", "central-2021"]) {
    const told = await gongkai("narrate", "edited.xlsx", "--narrative", edition);
    expect(told).toMatchObject({ code: 0, note });
    expect(told.out).not.toContain("179.32");
  }
  const { sections } = JSON.parse((await gongkai("narrate", "edited.xlsx", "--json")).out) as {
    sections: { standing: { key: string; state: string; isEdited: boolean; words: string }[] }[];
  };
  expect(sections.slice(0, 3).map(({ standing: [first] }) => first)).toEqual([
    expect.objectContaining({ key: "一.1", state: "wrong", isEdited: true }),
    expect.objectContaining({ key: "二.1", state: "auto", isEdited: false }),
    expect.objectContaining({ key: "三.1", state: "removed", words: "" }),
  ]);
});
