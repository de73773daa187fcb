import type { IWorksheetData } from "@univerjs/core";
import type {
  PageSetup,
  PlannedConditionalFormat,
  PlannedValidation,
  SheetPlan,
} from "../../domain/workbook/writePlan";
import { SheetLines } from "./lineMemory";

/** What the grid has no place for, or moves wrongly, as the plan has it; kept with the sheet. */
export interface SheetMemory {
  /** Counts the plans laid over this sheet; lines of an older one are not ours any more. */
  readonly layer: number;
  readonly veryHidden: boolean;
  readonly pageSetup?: PageSetup;
  readonly conditionalFormats: readonly PlannedConditionalFormat[];
  readonly validations: readonly PlannedValidation[];
}

const EMPTY: SheetMemory = {
  layer: 0,
  veryHidden: false,
  conditionalFormats: [],
  validations: [],
};

export function memoryOf(plan: SheetPlan, layer = 0): SheetMemory {
  const { visibility, pageSetup, conditionalFormats, validations } = plan;
  return {
    layer,
    veryHidden: visibility === "veryHidden",
    ...(pageSetup ? { pageSetup } : {}),
    conditionalFormats,
    validations,
  };
}

function isSheetMemory(custom: unknown): custom is SheetMemory {
  return typeof custom === "object" && custom !== null && "conditionalFormats" in custom;
}

export function memoryIn(sheet: Pick<Partial<IWorksheetData>, "custom">): SheetMemory {
  const custom: unknown = sheet.custom;
  return isSheetMemory(custom) ? custom : EMPTY;
}

type RememberingSheet = Pick<Partial<IWorksheetData>, "custom" | "rowData" | "columnData">;

/** What the plan said, where its rows and columns stand now. */
export function currentMemory(sheet: RememberingSheet): SheetMemory {
  const memory = memoryIn(sheet);
  const lines = new SheetLines(sheet, memory.layer);
  const pageSetup = memory.pageSetup && currentPageSetup(memory.pageSetup, lines);
  return {
    layer: memory.layer,
    veryHidden: memory.veryHidden,
    ...(pageSetup ? { pageSetup } : {}),
    conditionalFormats: memory.conditionalFormats.flatMap((format) => {
      const range = lines.range(format.range);
      if (!range) return [];
      const formula = lines.formula(format.formula, format.range, range);
      return formula.includes("#REF!") ? [] : [{ ...format, range, formula }];
    }),
    validations: memory.validations.flatMap((validation) => {
      const range = lines.range(validation.range);
      if (!range) return [];
      if (validation.kind !== "custom") return [{ ...validation, range }];
      const formulas = validation.formulas?.map((formula) =>
        lines.formula(formula, validation.range, range),
      );
      return [{ ...validation, range, ...(formulas ? { formulas } : {}) }];
    }),
  };
}

function currentPageSetup(setup: PageSetup, lines: SheetLines): PageSetup {
  const { printArea, titleRows, ...rest } = setup;
  const area = printArea && lines.range(printArea);
  const titles = titleRows && lines.rows.span(titleRows.first, titleRows.last);
  return {
    ...rest,
    ...(area ? { printArea: area } : {}),
    ...(titles ? { titleRows: titles } : {}),
  };
}
