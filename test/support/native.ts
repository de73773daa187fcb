import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import { compileTemplate, type Template } from "../../src/domain/checking/compileTemplate";
import { recognise } from "../../src/domain/disclosure/recognise";
import { lineResult } from "../../src/domain/layout/auditLines";
import { AUDIT_SHEET } from "../../src/domain/workbook/resultSheets";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import {
  isErrorValue,
  type CellValue,
  type WorkbookSnapshot,
} from "../../src/domain/workbook/workbookSnapshot";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import { formatPosition } from "../../src/domain/workbook/cellAddress";
import { readShippedTemplate } from "../assets/readShippedTemplate";
import type { CalculatedSheets, CalculatedValue } from "./libreoffice";
import { snapshotOf } from "./goldenWorkbook";
import type { Golden } from "./goldenText";

export function shippedTemplate(id = "hunan-2020"): Template {
  const compiled = compileTemplate(readShippedTemplate(id));
  if ("problems" in compiled) throw new Error(JSON.stringify(compiled.problems));
  return compiled.template;
}

export function layOutGolden(golden: Golden, template: Template): WritePlan {
  const figures = recognise(snapshotOf(golden), template.structure);
  return layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, figures });
}

/** The 结果 column of 审核 as calculated, by relation code. */
export function nativeResults(snapshot: WorkbookSnapshot): Map<string, CellValue> {
  const audit = snapshot.sheets.find(({ name }) => name === AUDIT_SHEET);
  return new Map(
    (audit?.values ?? [])
      .slice(3)
      .flatMap((row) => (typeof row[0] === "string" ? [[row[0], row[6] ?? null]] : [])),
  );
}

/** What the exact check says of each relation, in the words of 审核. */
export function exactResults(snapshot: WorkbookSnapshot, template: Template): Map<string, string> {
  const { verdicts } = checkDisclosure(recognise(snapshot, template.structure), template);
  return new Map(
    template.relations.map((relation) => [
      relation.code,
      lineResult(verdicts.filter((verdict) => verdict.relation === relation)),
    ]),
  );
}

/** Formula cells whose written result is not the calculated one. */
export function differences(plan: WritePlan, sheets: CalculatedSheets): string[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell) => {
      if (cell.formula === undefined) return [];
      const calculated = sheets[sheet.name]?.[cell.row - 1]?.[cell.column - 1] ?? null;
      return same(cell.value, calculated)
        ? []
        : [
            `${sheet.name}!${formatPosition(cell)}: ${JSON.stringify(cell.value)} / ${JSON.stringify(calculated)} =${cell.formula.slice(0, 200)}`,
          ];
    }),
  );
}

/** Cells that show an error value. */
export function errorsIn({ sheets }: WorkbookSnapshot): string[] {
  return sheets.flatMap(({ name, values }) =>
    values.flatMap((line, row) =>
      line.flatMap((value, column) =>
        isErrorValue(value)
          ? [`${name}!${formatPosition({ row: row + 1, column: column + 1 })} ${value.error}`]
          : [],
      ),
    ),
  );
}

export function countFormulas(plan: WritePlan): number {
  return plan.sheets.flatMap((sheet) => sheet.cells).filter(({ formula }) => formula !== undefined)
    .length;
}

function same(written: unknown, calculated: CalculatedValue): boolean {
  if (typeof written === "number" && typeof calculated === "number") {
    return Math.abs(written - calculated) < 1e-9;
  }
  if (typeof written === "boolean") return Number(written) === calculated;
  return (written ?? "") === (calculated ?? "");
}
