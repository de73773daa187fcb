import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { joinFiles } from "../../../src/domain/intake/joinFiles";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { readWorkbook } from "../../support/readWorkbook";
import { hiddenAndProtected, writtenAs } from "../../support/layouts/files";
import { combinedLayouts } from "../../support/layouts/combined";
import { laidOut, type Layout, LAYOUTS } from "../../support/layouts/layouts";
import { REFUSED } from "../../support/layouts/refused";
import { figureText, hunan2020 } from "../../support/recogniseTsv";

/** Every place of the template and every code of the set: what its cell says, nought as nothing. */
function figuresOf(disclosure: Disclosure, whole: Disclosure): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  for (const [table, { blocks }] of whole.placement.tables) {
    for (const { block, rows } of blocks) {
      for (const id of new Set([...block.rows, ...rows].map((row) => row.id))) {
        for (const { key } of block.figureColumns) {
          const text = figureText(disclosure, table, block.index, id, key);
          figures.set(
            [table, block.index, id, key].join("｜"),
            text.replace(/^(?:0\.00|blank|nothing|notApplicable)$/u, ""),
          );
        }
      }
    }
  }
  return figures;
}

/** Figures that are other ones than in the set as published. */
function differences(disclosure: Disclosure, { whole, figures }: (typeof SETS)[number]): string[] {
  return [...figuresOf(disclosure, whole)].flatMap(([place, text]) => {
    const published = figures.get(place) ?? "";
    return text === published ? [] : [`${place}: ${published} → ${text}`];
  });
}

const SETS = [quanbiaoyoushu, seed001].map((golden) => {
  const whole = recognise(snapshotOf(golden), hunan2020);
  return { golden, whole, figures: figuresOf(whole, whole) };
});

const recogniseLaidOut = (golden: Golden, layouts: readonly Layout[]) =>
  recognise(snapshotOf(laidOut(golden, layouts)), hunan2020);

const messagesOf = ({ problems }: Disclosure) => problems.map(({ message }) => message);

test("every layout changes the set", () => {
  const same = LAYOUTS.filter(
    (layout) =>
      JSON.stringify(laidOut(quanbiaoyoushu, [layout])) ===
      JSON.stringify(laidOut(quanbiaoyoushu, [])),
  );
  expect(same.map(({ name }) => name)).toEqual([]);
  expect(new Set([...LAYOUTS, ...REFUSED].map(({ name }) => name)).size).toBe(
    LAYOUTS.length + REFUSED.length,
  );
});

describe.each(SETS)("$golden.name, laid out otherwise, has the same figures", (set) => {
  test.each(LAYOUTS.map((layout) => [`${layout.group}：${layout.name}`, layout] as const))(
    "%s",
    (_, layout) => {
      const disclosure = recogniseLaidOut(set.golden, [layout]);
      expect(messagesOf(disclosure)).toEqual([]);
      expect(differences(disclosure, set)).toEqual([]);
    },
  );

  test("one file per table, each on Sheet1", () => {
    const { snapshot } = joinFiles(
      snapshotOf(laidOut(set.golden, [])).sheets.map((sheet) => ({
        name: `${sheet.name}.xlsx`,
        snapshot: { sheets: [{ ...sheet, name: "Sheet1" }] },
      })),
    );
    const disclosure = recognise(snapshot, hunan2020);
    expect(messagesOf(disclosure)).toEqual([]);
    expect(differences(disclosure, set)).toEqual([]);
  });
});

test.each([
  [".xlsx, protected, rows and columns hidden", hiddenAndProtected],
  [".xls, rows hidden", async (snapshot: WorkbookSnapshot) => writtenAs(snapshot, "biff8")],
  [".ods, rows hidden", async (snapshot: WorkbookSnapshot) => writtenAs(snapshot, "ods")],
])("files have the same figures: %s", async (_, write) => {
  for (const set of SETS) {
    const bytes = await write(snapshotOf(set.golden));
    const disclosure = recognise(await readWorkbook(bytes), hunan2020);
    expect(messagesOf(disclosure)).toEqual([]);
    expect(differences(disclosure, set)).toEqual([]);
  }
});

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed + 1);

test.each(SEEDS.map((seed) => [seed, combinedLayouts(seed)] as const))(
  "several at once, seed %i",
  (_, layouts) => {
    for (const set of SETS) {
      const disclosure = recogniseLaidOut(set.golden, layouts);
      expect({
        layouts: layouts.map(({ name }) => name),
        messages: messagesOf(disclosure),
        differences: differences(disclosure, set),
      }).toEqual({ layouts: layouts.map(({ name }) => name), messages: [], differences: [] });
    }
  },
);

describe("what cannot be read is said, and no figure is another one", () => {
  test.each(REFUSED.map((layout) => [layout.name, layout] as const))("%s", (_, layout) => {
    for (const set of SETS) {
      const disclosure = recogniseLaidOut(set.golden, [layout]);
      const others = differences(disclosure, set).filter((line) => !isOpen(line));
      expect(others).toEqual([]);
      if (set.golden === quanbiaoyoushu) expect(messagesOf(disclosure)[0]).toBe(layout.says);
    }
  });
});

/** Missing, or twice the same. */
function isOpen(line: string): boolean {
  return / → missing|: (\S+) → \1\+\1$/u.test(line);
}

describe("the page for accountants", () => {
  const page = readFileSync(join(__dirname, "../../../docs/取数.md"), "utf8");
  const PICTURES = join(__dirname, "../../../docs/images/layouts");
  const rows = (heading: string) =>
    (page.split(/^## /mu).find((section) => section.startsWith(heading)) ?? "")
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2);

  test("lists the layouts that are understood", () => {
    expect(rows("认得的排法")).toEqual(
      LAYOUTS.map(({ group, name, example }) => `| ${group} | ${name} | ${example} |`),
    );
  });

  test("shows layouts that are understood, in small pictures", () => {
    const shown = [...page.matchAll(/!\[(.+)\]\(images\/layouts\/(.+\.png)\)/gu)];
    const names = new Set(LAYOUTS.map(({ name }) => name));
    expect(shown.map(([, name = ""]) => name).filter((name) => !names.has(name))).toEqual([]);
    const files = shown.map(([, , file = ""]) => file);
    expect([...files].sort()).toEqual(readdirSync(PICTURES).sort());
    const large = files.filter((file) => statSync(join(PICTURES, file)).size > 60 * 1024);
    expect({ shown: files.length, large }).toEqual({ shown: 10, large: [] });
  });

  test("lists those that are not, with what is said of them", () => {
    expect(rows("不认得的排法")).toEqual(
      REFUSED.map(({ name, example, says }) => `| ${name} | ${example} | ${says} |`),
    );
  });
});
