import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { withFormsFor, withProjectList } from "../../src/application/projectForms";
import { asChosen } from "../../src/application/recogniseWorkbook";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import { shippedTemplate } from "./native";

export const FORM = "项目支出绩效自评表";
export const SECOND = "项目支出绩效自评表2";
export const unit = { unitName: "示例市某某中心", year: 2020 };
export const own = shippedTemplate();

export type Typed = readonly [row: number, column: number, value: string | number];

export function laidOut(projects: readonly string[]): MemoryWorkbook {
  const template = withFormsFor(own, { projects }, undefined);
  return MemoryWorkbook.fromPlan(layOutWorkbook(template, { ...unit, projects }));
}

export async function typed(
  workbook: MemoryWorkbook,
  sheet: string,
  cells: readonly Typed[],
): Promise<void> {
  await workbook.writeCells(cells.map(([row, column, value]) => ({ sheet, row, column, value })));
}

/** What a person fills in: the project, its funds, its goals, one indicator. */
export const FILLED: readonly Typed[] = [
  [3, 8, 120],
  [4, 4, "/"],
  [4, 8, "/"],
  [5, 3, "2020年1月—2020年12月"],
  [8, 5, 100],
  [8, 6, 80],
  [12, 2, "档案整理完毕"],
  [12, 6, "已整理"],
  [14, 4, "整理档案"],
  [14, 5, "≥2000本"],
  [14, 6, "2138本"],
  [14, 7, 90],
  [14, 8, 90],
];

const INFORMATION: readonly Typed[] = [
  [14, 4, 12.5],
  [15, 5, 1030],
  [15, 8, 36.08],
  [23, 4, 20],
  [23, 5, 4.62],
  [23, 6, 40],
];

/** Three projects, of which the second is filled in, and 基本信息表, laid out anew from what stands there. */
export async function projectSet(): Promise<WritePlan> {
  const projects = ["档案整理", "信访维稳", "基建"];
  const wanted = withFormsFor(own, { projects, forms: ["basicInformation"] }, undefined);
  const workbook = MemoryWorkbook.fromPlan(layOutWorkbook(wanted, { ...unit, projects }));
  await typed(workbook, SECOND, FILLED);
  await typed(workbook, "绩效评价基本信息表", INFORMATION);
  const snapshot = await workbook.read();
  const template = asChosen(own, snapshot);
  const figures = recognise(snapshot, template.structure);
  return withProjectList(template, layOutWorkbook(template, { ...unit, figures }), unit);
}
