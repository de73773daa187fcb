import { loadTemplate } from "../../src/application/loadTemplate";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { catalogOf, hunan2020 } from "./catalogs";

test("a package is read once however often it is asked for", async () => {
  const catalog = catalogOf(hunan2020);
  const library = new TemplateLibrary(catalog);
  const [first, second] = await Promise.all([library.get("hunan-2020"), library.get("hunan-2020")]);
  expect(first).toBe(second);
  expect(catalog.loaded).toEqual(["hunan-2020"]);
});

test("an id that is not listed is refused before anything is loaded", async () => {
  const catalog = catalogOf(hunan2020);
  await expect(new TemplateLibrary(catalog).get("../secrets")).rejects.toMatchObject({
    code: "unknownTemplate",
    detail: "../secrets",
  });
  expect(catalog.loaded).toEqual([]);
});

const [relation] = hunan2020.relations;

/** The package with this formula in the first row of 补充资料. */
function withLastYear(previousYear: string, { unit = "万元", role = "supplement" } = {}): object {
  const tables = hunan2020.tables.map((table) =>
    table.key === "supplement"
      ? {
          ...table,
          role,
          blocks: table.blocks.map((block) => ({
            ...block,
            rows: block.rows.map((row, index) =>
              index === 0 ? { ...row, unit, previousYear } : row,
            ),
          })),
        }
      : table,
  );
  return {
    ...hunan2020,
    relations: [],
    narrative: { ...hunan2020.narrative, sections: [] },
    narratives: [],
    tables,
  };
}

test.each([
  ["a newer format", { ...hunan2020, format: 2 }, "format", /请更新/u],
  [
    "a formula that names no row",
    {
      ...hunan2020,
      relations: [{ ...relation, formula: "收入支出决算总表[没有这一行, 决算数] = 0" }],
    },
    "relations[0].formula",
    /没有这一行/u,
  ],
  [
    "last year's figure of an unknown row",
    withLastYear("收入支出决算总表[支出/总额, 决算数]"),
    "tables.supplement.blocks[0].rows[0].previousYear",
    /总额/u,
  ],
  [
    "last year's figure of the year before last",
    withLastYear("上年·收入支出决算总表[支出/总计, 决算数]"),
    "tables.supplement.blocks[0].rows[0].previousYear",
    /不加“上年·”/u,
  ],
  [
    "last year's figure of each row",
    withLastYear("收入支出决算总表[支出/每行, 决算数]"),
    "tables.supplement.blocks[0].rows[0].previousYear",
    /只有一个/u,
  ],
  [
    "last year's figure of a text",
    withLastYear("收入支出决算总表[支出/总计, 决算数]", { unit: "文字" }),
    "tables[9].blocks[0].rows[0].previousYear",
    /元或万元/u,
  ],
  [
    "last year's figure of a published table",
    withLastYear("收入支出决算总表[支出/总计, 决算数]", { role: "disclosure" }),
    "tables[9].blocks[0].rows[0].previousYear",
    /只有补充资料/u,
  ],
])("%s is a problem, with its place and in Chinese", (_, json, path, message) => {
  const loaded = loadTemplate(json);
  expect("problems" in loaded && loaded.problems[0]).toMatchObject({
    path,
    message: expect.stringMatching(message),
  });
});

test("a package with problems says all of them when it is asked for", async () => {
  const faulty = {
    ...hunan2020,
    relations: [{ ...relation!, code: "K908", formula: "公开03表[合计, 基本支出] = 无" }],
  };
  await expect(new TemplateLibrary(catalogOf(faulty)).get("hunan-2020")).rejects.toMatchObject({
    code: "faultyTemplate",
    detail: expect.stringMatching(/^hunan-2020\nK908 relations\[0\]\.formula 第 \d+ 个字/u),
  });
});

test("a package for a later version is not called faulty", async () => {
  const newer = { ...hunan2020, format: 2 };
  await expect(new TemplateLibrary(catalogOf(newer)).get("hunan-2020")).rejects.toMatchObject({
    code: "newerTemplate",
    detail: "hunan-2020",
  });
});

test.each([
  ["公开03表[合计, 基本支出] = 公开03表[合计, 本年支出合计] × 50%", "K908"],
  ["公开03表[合计, 基本支出] ≥ MIN(公开03表[各类, 基本支出], 1)", "K908"],
  ["IF(ROUND(1.4, 0) = 1, 公开03表[合计, 基本支出], 0) = 公开05表[合计, 基本支出]", undefined],
])("%s without `allowed`", (formula, code) => {
  const example = { ...relation!, code: "K908", formula };
  const reading = (relations: readonly object[]) => loadTemplate({ ...hunan2020, relations });
  const loaded = reading([example]);
  expect("problems" in loaded ? loaded.problems[0]?.code : undefined).toBe(code);
  expect(reading([{ ...example, allowed: "0.01" }])).toHaveProperty("template");
});
