import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { layOutDisclosure } from "../../src/application/layOutDisclosure";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { WorkbookFile, WritePlan } from "../../src/ports/workbookPorts";
import { without } from "../cli/cliRun";
import { STATE_SHEET } from "../../src/domain/workbook/stateSheet";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { inYuan } from "../support/inYuan";
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

describe("figures in 元 that a set keeps", () => {
  const rescaled = async (): Promise<WritePlan> => {
    const file = new KeptPlan();
    const files = [{ name: "元.xlsx", snapshot: snapshotOf(inYuan(quanbiaoyoushu)) }];
    await layOutDisclosure({ ...request, figures: files }, library, file);
    return file.plan!;
  };
  const keptIn = ({ sheets }: WritePlan) => {
    const kept = sheets.find(({ name }) => name === STATE_SHEET);
    return kept && JSON.stringify(kept.cells);
  };
  const standing = async (plan: WritePlan, ...left: string[]) => {
    const workbook = new MemoryWorkbook();
    await workbook.addSheets(plan);
    const { sheets } = await workbook.read();
    const snapshot = { sheets: sheets.filter(({ name }) => !left.includes(name)) };
    return [{ name: "万元.xlsx", snapshot }];
  };

  test("stay with it when it is laid out anew", async () => {
    const first = await rescaled();
    const file = new KeptPlan();
    const figures = await standing(first);
    const again = await layOutDisclosure({ ...request, figures }, library, file);
    expect(again.figures!.rescaled).toBeUndefined();
    expect(keptIn(first)).toContain("rescaled");
    expect(keptIn(file.plan!)).toBe(keptIn(first));
  });

  test("those of a table that is not taken do not come along", async () => {
    const first = await rescaled();
    const file = new KeptPlan();
    const figures = await standing(first, "支出决算表");
    await layOutDisclosure({ ...request, figures }, library, file);
    expect(keptIn(file.plan!)).toContain("revenue");
    expect(keptIn(file.plan!)).not.toContain("expenditure");
  });

  test("a set that keeps none gets none", async () => {
    const file = new KeptPlan();
    const own = [{ name: "公开表.xlsx", snapshot: snapshotOf(seed001) }];
    await layOutDisclosure({ ...request, figures: own }, library, file);
    expect(keptIn(file.plan!)).toBeUndefined();
  });
});
