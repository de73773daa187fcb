import { seed001 } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("published.xlsx", seed001);
  await saveGolden("no supplement.xlsx", without(seed001, "补充资料"));
});

test("--json gives the sections with number, title and paragraphs", async () => {
  const { code, out } = await gongkai("narrate", "published.xlsx", "--json");
  const { sections, ...rest } = JSON.parse(out) as { sections: Record<string, unknown>[] };
  expect(code).toBe(0);
  expect(rest).toEqual({});
  expect(sections.map(({ number }) => number)).toEqual(["一", "二", "三", "四"]);
  expect(Object.keys(sections[0]!)).toEqual(["number", "title", "paragraphs"]);
  expect(sections[0]!["paragraphs"]).toEqual([expect.stringContaining("增长167.8%")]);
});

test("the text can be pasted: headings, and paragraphs that are set in", async () => {
  const { out } = await gongkai("narrate", "published.xlsx");
  expect(out).toMatch(/^一、收入支出决算总体情况说明\n　　2020年度收、支总计179\.22万元/u);
  expect(out).toMatch(/\n\n二、/u);
});

test("what nobody gave is shown as missing, with 0 all the same", async () => {
  const { code, out } = await gongkai("narrate", "no supplement.xlsx");
  expect(out).toMatch(/【缺：上年[^】]*】/u);
  expect(code).toBe(0);
});
