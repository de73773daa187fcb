import { hashAlgorithm } from "@univerjs/core";
import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import type { WritePlan } from "../../../src/domain/workbook/writePlan";
import { planOf, sheetPlan } from "../../contract/plans";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { countFormulas, differences, layOutGolden, shippedTemplate } from "../../support/native";
import { calculated, withoutResults } from "./gridResults";
import { headlessGrid } from "./headlessGrid";

const template = shippedTemplate();
const grid = new UniverGrid(headlessGrid());

const PLANS: [string, () => WritePlan][] = [
  ["seed 001 as published", () => layOutGolden(seed001, template)],
  ["全表有数", () => layOutGolden(quanbiaoyoushu, template)],
  ["an empty set", () => layOutWorkbook(template, { unitName: "示例单位", year: 2020 })],
];

describe("the grid agrees with every written result", () => {
  test.each(PLANS)("%s", async (_name, make) => {
    const plan = make();
    const workbook = await grid.open(withoutResults(plan));
    await workbook.settled();
    expect(differences(plan, calculated(await workbook.read()))).toEqual([]);
    expect(countFormulas(plan)).toBeGreaterThan(1000);
  });
});

test.each(PLANS)("no two formulas of a set meet in the grid's memory: %s", (_name, make) => {
  const formulas = new Set(
    make().sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? [])),
  );
  for (const prefix of [UNIT_ID, ""]) {
    const keys = [...formulas].map((formula) => `${prefix}=${formula}`);
    const hashed = keys.filter(({ length }) => length > 64);
    expect(new Set(hashed.map(hashAlgorithm)).size).toBe(hashed.length);
  }
});

describe("the grid tells apart", () => {
  const ask = async (cells: Parameters<typeof sheetPlan>[1]) => {
    const workbook = await grid.open(withoutResults(planOf(sheetPlan("表", cells))));
    await workbook.settled();
    return (await workbook.read()).sheets[0]?.values.map((line) => line.at(-1));
  };
  const formula = (text: string) => ({ formula: text, value: null });

  test("zero from blank, however often it is asked", async () => {
    const question = formula('IF($A$1="","空","零")');
    expect(await ask({ A1: formula("0"), A2: question, A3: question, A4: question })).toEqual([
      0,
      "零",
      "零",
      "零",
    ]);
  });

  test("codes by wildcard, however often it is asked", async () => {
    const codes = { A1: "2010301", A2: "2010302", A3: "2050101" };
    const count = formula('COUNTIF($A$1:$A$3,"201????")');
    expect((await ask({ ...codes, A4: count, A5: count, A6: count }))?.slice(3)).toEqual([2, 2, 2]);
  });
});
