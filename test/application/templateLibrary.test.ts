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
