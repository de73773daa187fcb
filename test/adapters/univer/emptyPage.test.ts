import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import type { UniverWorkbook } from "../../../src/adapters/univer/univerWorkbook";
import { planOf, sheetPlan } from "../../contract/plans";
import { headlessGrid } from "./headlessGrid";

const api = headlessGrid();
const grid = new UniverGrid(api);
const SET = planOf(sheetPlan("公开01表", { A1: "总表" }), sheetPlan("公开02表", { A1: 1 }));

const names = async (workbook: UniverWorkbook) =>
  (await workbook.read()).sheets.map(({ name }) => name);

const type = (value: string) =>
  api.getWorkbook(UNIT_ID)!.getActiveSheet().getRange("A1").setValue(value);

test("the empty sheet of the page gives way to a set, and comes back when that is taken back", async () => {
  const workbook = await grid.open();
  expect(await names(workbook)).toEqual(["Sheet1"]);
  for (let times = 0; times < 2; times += 1) {
    const receipt = await workbook.addSheets(SET);
    expect(await names(workbook)).toEqual(["公开01表", "公开02表"]);
    expect(await workbook.takeBack(receipt)).toEqual({
      kept: [],
      keptSheets: [],
      neededSheets: [],
    });
    expect(await names(workbook)).toEqual(["Sheet1"]);
  }
});

test("it stays away while a sheet of the set has been worked on", async () => {
  const workbook = await grid.open();
  const receipt = await workbook.addSheets(SET);
  await workbook.writeCells([{ sheet: "公开02表", row: 9, column: 1, value: "备注" }]);
  expect(await workbook.takeBack(receipt)).toEqual({
    kept: [],
    keptSheets: ["公开02表"],
    neededSheets: [],
  });
  expect(await names(workbook)).toEqual(["公开02表"]);
});

test.each([
  ["was typed on", () => type("备注")],
  [
    "was typed on, which is undone",
    () => {
      type("备注");
      api.getWorkbook(UNIT_ID)!.undo();
    },
  ],
])("a sheet that %s stays", async (_, act) => {
  const workbook = await grid.open();
  act();
  await workbook.addSheets(SET);
  expect(await names(workbook)).toEqual(["Sheet1", "公开01表", "公开02表"]);
});

test("an empty sheet that somebody opened stays", async () => {
  const workbook = await grid.open(planOf(sheetPlan("Sheet1", {})));
  await workbook.addSheets(SET);
  expect(await names(workbook)).toEqual(["Sheet1", "公开01表", "公开02表"]);
});
