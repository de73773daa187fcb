import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { repairPlan } from "../../../src/domain/layout/repairPlan";
import { parsePosition } from "../../../src/domain/workbook/cellAddress";
import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate("hunan-2020");
const INPUT = { unitName: "某局", year: 2020 };
const SHEET = "收入决算表";

async function emptySetWith(cells: Record<string, CellValue>) {
  const workbook = new MemoryWorkbook();
  const plan = layOutWorkbook(template, INPUT);
  await workbook.addSheets(plan);
  await workbook.writeCells(
    Object.entries(cells).map(([address, value]) => ({
      sheet: SHEET,
      ...parsePosition(address)!,
      value,
    })),
  );
  const disclosure = recognise(await workbook.read(), template.structure);
  const repair = repairPlan(template, disclosure, INPUT);
  const sheetOf = ({ sheets }: typeof plan) => sheets.find(({ name }) => name === SHEET)!;
  return { repair, repaired: sheetOf(repair.plan), planned: sheetOf(plan) };
}

test.each([
  ["no codes", {}],
  ["codes in some of the spare rows", { A8: "201", A9: "20101", A10: "2010101", D10: 5 }],
  ["a figure that has no code yet", { D8: 33.3 }],
])("with %s the rows below a tree stay where they stand", async (_, cells) => {
  const { repair, repaired, planned } = await emptySetWith(cells);
  expect(repair.differentShape).toEqual([]);
  expect(repaired.merges).toEqual(planned.merges);
  expect(repaired.rowHeights).toEqual(planned.rowHeights);
  const notes = ({ cells: own }: typeof planned) =>
    own.filter(({ value }) => typeof value === "string" && value.startsWith("注"));
  expect(notes(repaired)).toEqual(notes(planned));
});
