import { layOutDisclosure } from "../../src/application/layOutDisclosure";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { WorkbookFile, WritePlan } from "../../src/ports/workbookPorts";
import { without } from "../cli/cliRun";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { catalogOf, hunan2020 } from "./catalogs";

class KeptPlan implements WorkbookFile {
  plan: WritePlan | undefined;

  write(plan: WritePlan): Promise<Uint8Array> {
    this.plan = plan;
    return Promise.resolve(new Uint8Array([1]));
  }
}

const library = new TemplateLibrary(catalogOf(hunan2020));
const request = { templateId: "hunan-2020", unitName: "某某局" };

test("without a year the set is that of the template's year", async () => {
  const file = new KeptPlan();
  const { bytes, figures } = await layOutDisclosure(request, library, file);
  expect(bytes).toHaveLength(1);
  expect(figures).toBeUndefined();
  expect(file.plan!.properties.title).toContain("2020年度");
});

test("only sheets that are shown are named", async () => {
  const file = new KeptPlan();
  const { sheetNames } = await layOutDisclosure(request, library, file);
  const hidden = file.plan!.sheets.filter(({ visibility }) => visibility !== "visible");
  expect(sheetNames).toHaveLength(file.plan!.sheets.length - hidden.length);
  expect(sheetNames).toContain("收入支出决算总表");
});

test("the figures' tables stand in the plan, and those that are missing are named", async () => {
  const file = new KeptPlan();
  const snapshot = snapshotOf(without(seed001, "公开03表", "公开05表"));
  const files = [{ name: "公开表.xlsx", snapshot }];
  const { figures } = await layOutDisclosure({ ...request, figures: files }, library, file);
  expect(figures!.intake.missing.map(({ key }) => key)).toEqual([
    "expenditure",
    "generalPublicBudgetExpenditure",
  ]);
  const revenue = file.plan!.sheets.find(({ name }) => name === "收入决算表")!;
  expect(revenue.cells.map(({ value }) => value)).toContain(103.82);
});
