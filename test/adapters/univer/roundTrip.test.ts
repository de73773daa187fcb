import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { formatPosition } from "../../../src/domain/workbook/cellAddress";
import type { SheetPlan } from "../../../src/domain/workbook/writePlan";
import { seed001 } from "../../golden/seed001";
import { describeWithLibreOffice, readCells } from "../../support/libreoffice";
import { differences, layOutGolden, shippedTemplate } from "../../support/native";
import { headlessGrid } from "./headlessGrid";

const plan = layOutGolden(seed001, shippedTemplate());
const grid = new UniverGrid(headlessGrid());

function filled({ cells }: SheetPlan) {
  return new Map(
    cells
      .filter(({ value, formula }) => formula !== undefined || (value !== null && value !== ""))
      .map(({ row, column, value, formula, style }) => [
        formatPosition({ row, column }),
        { value, formula, style },
      ]),
  );
}

test("a set comes back from the grid as it went in", async () => {
  const back = await (await grid.open(plan)).export();
  expect(back.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
  for (const [index, sheet] of plan.sheets.entries()) {
    const own = back.sheets[index]!;
    expect(filled(own)).toEqual(filled(sheet));
    for (const key of [
      "visibility",
      "merges",
      "hiddenColumns",
      "hiddenRows",
      "pageSetup",
      "freeze",
      "conditionalFormats",
      "validations",
      "tabColor",
    ] as const) {
      expect([sheet.name, key, own[key]]).toEqual([sheet.name, key, sheet[key]]);
    }
    for (const [column, width] of sheet.columnWidths) {
      expect(own.columnWidths.get(column)).toBeCloseTo(width, 0);
    }
    for (const [row, height] of sheet.rowHeights) {
      expect(own.rowHeights.get(row)).toBeCloseTo(height, -0.3);
    }
  }
  for (const [key, style] of back.styles) {
    const planned = Object.entries(plan.styles.get(key) ?? {}).filter(([, part]) => part !== false);
    expect([key, style]).toEqual([key, Object.fromEntries(planned)]);
  }
});

describeWithLibreOffice("a set saved from the grid", () => {
  test("gives LibreOffice the same results", async () => {
    const back = await (await grid.open(plan)).export();
    const sheets = await readCells(await new XlsxFile().write(back));
    expect(differences(plan, sheets)).toEqual([]);
  });
});
