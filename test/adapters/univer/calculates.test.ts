import { hashAlgorithm } from "@univerjs/core";
import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import type { WritePlan } from "../../../src/domain/workbook/writePlan";
import type { WorkbookSnapshot } from "../../../src/ports/workbookPorts";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import type { CalculatedSheets, CalculatedValue } from "../../support/libreoffice";
import { countFormulas, differences, layOutGolden, shippedTemplate } from "../../support/native";
import { headlessGrid } from "./headlessGrid";

const template = shippedTemplate();
const grid = new UniverGrid(headlessGrid());

function calculated(snapshot: WorkbookSnapshot): CalculatedSheets {
  return Object.fromEntries(
    snapshot.sheets.map((sheet) => [
      sheet.name,
      sheet.values.map((line) =>
        line.map((value): CalculatedValue => (typeof value === "boolean" ? Number(value) : value)),
      ),
    ]),
  );
}

/** Nothing for the grid to trust: it computes every formula itself. */
function withoutResults(plan: WritePlan): WritePlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === undefined ? cell : { ...cell, value: { error: "NO_RESULT" } },
      ),
    })),
  };
}

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
    const long = [...formulas]
      .map((each) => `${prefix}=${each}`)
      .filter((each) => each.length > 64);
    expect(new Set(long.map(hashAlgorithm)).size).toBe(long.length);
  }
});
