import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { planOf, sheetPlan } from "../../contract/plans";
import { headlessGrid } from "./headlessGrid";

const api = headlessGrid();
const grid = new UniverGrid(api);
const FIGURES = { A2: 2, A3: 3, A4: 4 };

function open(formula: string) {
  return grid.open(
    planOf(
      sheetPlan("总表", FIGURES),
      sheetPlan("别的表", FIGURES),
      sheetPlan("审核", { A1: { value: 0, formula } }),
    ),
  );
}

async function formulaOf(workbook: Awaited<ReturnType<typeof open>>) {
  const { sheets } = await workbook.read();
  return sheets
    .find(({ name }) => name === "审核")
    ?.formulas.get("A1")
    ?.replaceAll("'总表'", "总表");
}

test.each([
  ["总表!A4", "总表!A6"],
  ["SUM(总表!A2:A4)", "SUM(总表!A2:A6)"],
  ["IF(总表!A2>0,SUM('别的表'!A3:A4),总表!$A$3)", "IF(总表!A2>0,SUM('别的表'!A3:A4),总表!$A$5)"],
  ["SUM('别的表'!A2:A4)", "SUM('别的表'!A2:A4)"],
])("rows inserted in 总表 make %s on another sheet %s", async (formula, moved) => {
  const workbook = await open(formula);
  await workbook.editRows({ kind: "insertRows", sheet: "总表", row: 3, count: 2 });
  expect(await formulaOf(workbook)).toBe(moved);
});

test("rows removed from a sheet with a quotation mark in its name", async () => {
  const workbook = await open("SUM(总表!A2:A4)");
  api.getWorkbook(UNIT_ID)!.getSheetByName("总表")!.setName("张三's");
  await workbook.settled();
  await workbook.editRows({ kind: "deleteRows", sheet: "张三's", row: 3, count: 1 });
  expect(await formulaOf(workbook)).toBe("SUM('张三''s'!A2:A3)");
});

test("a sheet whose formulas refer to it comes back for undo, with every formula as it was", async () => {
  const workbook = await grid.open(
    planOf(
      sheetPlan("总表", { ...FIGURES, A1: { value: 9, formula: "SUM('总表'!A2:A4)" } }),
      sheetPlan("审核", { A1: { value: 2, formula: "'总表'!A2" } }),
    ),
  );
  await workbook.settled();
  const formulas = async () =>
    (await workbook.read()).sheets.map(({ name, formulas }) => [name, [...formulas.values()]]);
  const before = await formulas();
  const facade = api.getWorkbook(UNIT_ID)!;
  facade.deleteSheet(facade.getSheetByName("总表")!);
  await workbook.settled();
  expect(JSON.stringify(await formulas())).toContain("#REF!");
  api.getWorkbook(UNIT_ID)!.undo();
  await workbook.settled();
  expect(await formulas()).toEqual(before);
});
