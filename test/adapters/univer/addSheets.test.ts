import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { planOf, sheetPlan } from "../../contract/plans";
import { headlessGrid } from "./headlessGrid";

const api = headlessGrid();
const grid = new UniverGrid(api);

const front = async () => {
  // The grid turns to a sheet a moment after it came.
  await new Promise((resolve) => setTimeout(resolve));
  return api.getActiveWorkbook()!.getActiveSheet().getSheetName();
};

const WORK = { ...planOf(sheetPlan("封面", {}), sheetPlan("表", { A1: 5 })), activeSheet: "表" };

test.each([
  ["a sheet that only programs see leaves the person where they are", "veryHidden", "表"],
  ["so does a hidden one", "hidden", "表"],
  ["a sheet to look at comes in front", "visible", "新"],
] as const)("%s", async (_what, visibility, expected) => {
  const workbook = await grid.open(WORK);
  await workbook.addSheets(planOf({ ...sheetPlan("新", { A1: "[" }), visibility }));
  expect(await front()).toBe(expected);
});
