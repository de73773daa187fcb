import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadTemplate } from "../../src/application/loadTemplate";
import { ruleCatalogue } from "../../src/application/ruleCatalogue";
import { knownChecks } from "../../src/domain/checking/checks";
import type { Template } from "../../src/domain/checking/compileTemplate";
import { readShippedJson } from "../assets/readShippedTemplate";

const ROOT = join(__dirname, "../..");

function shippedTemplates(): Template[] {
  const { packages } = readShippedJson("catalog.json") as { packages: { file: string }[] };
  return packages.map(({ file }) => {
    const loaded = loadTemplate(readShippedJson(file));
    if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
    return loaded.template;
  });
}

const templates = shippedTemplates();
const page = ruleCatalogue(templates);

test("the page 审核规则 is up to date (npm run docs)", () => {
  expect(readFileSync(join(ROOT, "docs/审核规则.md"), "utf8")).toBe(page);
});

test.each(templates.map((each) => [each.structure.definition.id, each] as const))(
  "%s uses no code and no id twice",
  (_id, { relations, structure }) => {
    const rules = [...relations, ...structure.definition.checks];
    const twice = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);
    expect(twice(rules.map(({ code }) => code))).toEqual([]);
    expect(twice(rules.map(({ id }) => id))).toEqual([]);
  },
);

test("a code means the same in every package", () => {
  const idOf = new Map<string, string>();
  for (const { relations, structure } of templates) {
    for (const { code, id } of [...relations, ...structure.definition.checks]) {
      expect(`${code} ${idOf.get(code) ?? id}`).toBe(`${code} ${id}`);
      idOf.set(code, id);
    }
  }
});

test.each(knownChecks().map(({ meta }) => meta.id))(
  "the check %s has its file, its test and its place in a package",
  (id) => {
    expect(existsSync(join(ROOT, `src/domain/checking/checks/${id}.ts`))).toBe(true);
    expect(existsSync(join(ROOT, `test/domain/checking/checks/${id}.test.ts`))).toBe(true);
    const listed = templates.some(({ structure }) =>
      structure.definition.checks.some((check) => check.id === id),
    );
    expect(listed).toBe(true);
  },
);

test("every check that has a file is known", () => {
  const files = readdirSync(join(ROOT, "src/domain/checking/checks"))
    .filter((file) => /^[a-z]+(?:-[a-z]+)+\.ts$/u.test(file))
    .map((file) => file.replace(/\.ts$/u, ""));
  expect(
    knownChecks()
      .map(({ meta }) => meta.id)
      .sort(),
  ).toEqual(files.sort());
});

test.each([
  ["a total", "每一列：《收入决算表》各类之和 ＝ “合计”"],
  [
    "two tables",
    "《收入支出决算总表》收入方“本年收入合计” ＝ 《收入决算表》“合计”的“本年收入合计”",
  ],
  ["a difference", "“年初结转和结余” ＋ “本年收入” － “本年支出／小计” ＝ “年末结转和结余”"],
  ["a check", "#### K303　改或说明\n\n表号（表样）"],
])("%s is said in words", (_name, words) => {
  expect(page).toContain(words);
});

test("a number stands for one rule", () => {
  for (const edition of page.split(/^## /mu).slice(1)) {
    const codes = [...edition.matchAll(/^#### (K[0-9]+)/gmu)].map(([, code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  }
});
