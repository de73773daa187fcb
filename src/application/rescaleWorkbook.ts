import type { MoneyUnit } from "../domain/money/moneyUnit";
import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutAdjustments } from "../domain/layout/lists/adjustmentList";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { namedUnits, type NamedUnit } from "../domain/intake/namedUnits";
import { unreadFigures, type UnreadFigure } from "../domain/intake/unreadFigures";
import { figureUnits } from "../domain/intake/figureUnits";
import type { MoneyFigure } from "../domain/rescaling/figureBook";
import { readOriginals, restore, type Restored } from "../domain/rescaling/originals";
import type { Table } from "../domain/template/template";
import { readState } from "../domain/workbook/stateSheet";
import type { WorkbookFile, WorkbookReader } from "../ports/workbookPorts";
import { chosenIn, stateSheets } from "./keptState";
import { missingTables } from "./layOutDisclosure";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import {
  needsRounding,
  rescaleFigures,
  templateInYuan,
  type RescaledFigures,
} from "./rescaleFigures";
import { settleUnits } from "./settleUnits";
import type { TemplateLibrary } from "./templateLibrary";
import { unitsLeftOpen } from "./unclearUnits";
import { UseCaseError } from "./useCaseError";

export interface RescaleRequest {
  readonly templateId?: string;
  /** When left out, that of the workbook. */
  readonly unitName?: string;
  /** What the published tables are in, whatever they print. */
  readonly unitOfFigures?: MoneyUnit;
}

export interface RescaledWorkbook extends RecognisedWorkbook, RescaledFigures {
  readonly unitName: string;
  readonly unitNames: readonly NamedUnit[];
  readonly unread: readonly UnreadFigure[];
  /** Published tables that the workbook lacks: laid out empty. */
  readonly missing: readonly Table[];
  /** The set in 万元, with the figures in 元 kept inside. */
  readonly bytes: Uint8Array;
}

export async function rescaleWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  file: WorkbookFile,
  request: RescaleRequest,
): Promise<RescaledWorkbook> {
  const recognised = await recogniseWorkbook(reader, library, request.templateId);
  const { template, disclosure } = recognised;
  const { definition } = template.structure;
  if (definition.moneyUnit !== "万元") throw new UseCaseError("rescaledTemplate", definition.id);
  refuseRescaled(disclosure);
  const unitOf = unitsOf(template, disclosure, request.unitOfFigures);
  const rescaled = rescaleFigures(template, disclosure, unitOf);
  const { figures, originals } = rescaled;
  const unitName = request.unitName ?? unitNameOf(disclosure);
  const plan = layOutWorkbook(template, {
    unitName,
    year: disclosure.year ?? definition.year,
    figures,
  });
  const state = stateSheets({ originals, ...chosenIn(disclosure.snapshot) });
  return {
    ...recognised,
    ...rescaled,
    unitName,
    unitNames: namedUnits(disclosure),
    unread: unreadFigures(disclosure),
    missing: missingTables(disclosure),
    bytes: await file.write({ ...plan, sheets: [...plan.sheets, ...state] }),
  };
}

/** The printable list of what was adjusted. */
export function writeAdjustmentList(
  { rescaling, unitName, disclosure, unbalanced }: RescaledWorkbook,
  file: WorkbookFile,
): Promise<Uint8Array> {
  return file.write(
    layOutAdjustments(rescaling.adjustments, {
      unitName,
      year: disclosure.year ?? disclosure.structure.definition.year,
      remarks: unbalanced.map(({ words }) => words),
    }),
  );
}

const NOT_KEPT = {
  newer: "newerState",
  damaged: "damagedState",
  none: "notRescaled",
} as const;

export interface RestoredWorkbook extends RecognisedWorkbook {
  /** Figures that somebody has changed since, and those without an original. */
  readonly changed: Restored["changed"];
  readonly converted: Restored["converted"];
  /** Tables that are kept in 万元 by their form. */
  readonly leftOut: readonly Table[];
  /** The published tables in 元. */
  readonly bytes: Uint8Array;
}

/** The figures in 元 that a rescaled set keeps, laid out as published tables in 元. */
export async function restoreWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
  file: WorkbookFile,
  { unitName }: Pick<RescaleRequest, "unitName">,
): Promise<RestoredWorkbook> {
  const snapshot = await reader.read();
  const kept = readOriginals(readState(snapshot));
  if (kept.kind !== "originals") throw new UseCaseError(NOT_KEPT[kept.kind]);
  const same: WorkbookReader = { read: () => Promise.resolve(snapshot) };
  const recognised = await recogniseWorkbook(same, library, kept.originals.template);
  const { disclosure } = recognised;
  const restored = restore(disclosure, kept.originals);
  const inYuan = templateInYuan(recognised.template);
  const plan = layOutWorkbook(inYuan, {
    unitName: unitName ?? unitNameOf(disclosure),
    year: disclosure.year ?? disclosure.structure.definition.year,
    figures: { ...disclosure, figuresAt: restored.figuresAt },
  });
  const { sheetName } = disclosure.structure.definition.narrative;
  const sheets = plan.sheets.filter(({ name }) => name !== sheetName);
  const state = stateSheets(chosenIn(snapshot));
  const isLaidOut = ({ tableKey }: MoneyFigure) => inYuan.structure.tables.has(tableKey);
  return {
    ...recognised,
    changed: restored.changed.filter(isLaidOut),
    converted: restored.converted.filter(isLaidOut),
    leftOut: [...disclosure.placement.tables.values()]
      .map(({ table }) => table)
      .filter(({ key }) => !inYuan.structure.tables.has(key)),
    bytes: await file.write({ ...plan, sheets: [...sheets, ...state] }),
  };
}

function refuseRescaled({ snapshot }: Disclosure): void {
  const { kind } = readOriginals(readState(snapshot));
  if (kind === "originals") throw new UseCaseError("alreadyRescaled");
  if (kind !== "none") throw new UseCaseError(NOT_KEPT[kind]);
}

/** As the tables print it, or as their figures compare with others; never a guess. */
function unitsOf(
  template: Template,
  disclosure: Disclosure,
  stated: MoneyUnit | undefined,
): (table: string) => MoneyUnit {
  const said = settleUnits(template, disclosure, stated);
  const units = figureUnits(disclosure, template, said);
  const open = [...units].flatMap(([key, unit]) => {
    const table = template.structure.tables.get(key);
    return table && unit.unit === undefined ? [{ table, unit }] : [];
  });
  if (open.length > 0) throw unitsLeftOpen(open);
  const unitOf = (table: string) => units.get(table)?.unit ?? "万元";
  if (!needsRounding(disclosure, unitOf)) throw new UseCaseError("alreadyWanYuan");
  return unitOf;
}
