import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutAdopted, type Adoption } from "../../src/domain/layout/layOutAdopted";
import type { Template } from "../../src/domain/checking/compileTemplate";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import type { Golden } from "./goldenText";
import { planOf } from "./goldenPlan";
import { snapshotOf } from "./goldenWorkbook";
import { exactResults } from "./native";

export interface Adopted {
  readonly adoption: Adoption;
  /** The person's sheets with marks, 审核 and 计算. */
  readonly plan: WritePlan;
  /** What the exact check says, by relation code: only relations of tables that are there. */
  readonly exact: ReadonlyMap<string, string>;
}

/** A unit's own workbook after 给现有表加审核. */
export function adopt(golden: Golden, template: Template): Adopted {
  const snapshot = snapshotOf(golden);
  const disclosure = recognise(snapshot, template.structure);
  const report = checkDisclosure(disclosure, template);
  const adoption = layOutAdopted(template, disclosure, report);
  return {
    adoption,
    plan: withAdoption(planOf(golden), adoption),
    exact: exactResults(snapshot, template),
  };
}

export function withAdoption(own: WritePlan, { plan, marks }: Adoption): WritePlan {
  return {
    ...own,
    sheets: [
      ...own.sheets.map((sheet) => ({
        ...sheet,
        conditionalFormats: [
          ...sheet.conditionalFormats,
          ...marks.filter((mark) => mark.sheet === sheet.name),
        ],
      })),
      ...plan.sheets,
    ],
    styles: new Map([...own.styles, ...plan.styles]),
  };
}

export function written(plan: WritePlan): Promise<Uint8Array> {
  return new XlsxFile().write(plan);
}
