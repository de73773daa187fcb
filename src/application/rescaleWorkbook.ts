import { judgeSafely, scopeOf } from "../domain/checking/checkDisclosure";
import { explainVerdict } from "../domain/checking/explainVerdict";
import { listed, titled } from "../domain/checking/checks/formWords";
import type { Template } from "../domain/checking/compileTemplate";
import { relationReferences } from "../domain/checking/relation";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutAdjustments } from "../domain/layout/adjustmentList";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { figureUnits } from "../domain/intake/figureUnits";
import type { TableUnit } from "../domain/intake/moneyUnits";
import type { MoneyFigure, Unit } from "../domain/rescaling/figureBook";
import {
  originalsOf,
  readOriginals,
  RESCALED,
  restore,
  type Restored,
} from "../domain/rescaling/originals";
import { shareDifferences, type ShareDifference } from "../domain/rescaling/printedShares";
import {
  rescale,
  type Rescaling,
  type Unbalanced,
  type Unequal,
} from "../domain/rescaling/rescale";
import type { Table } from "../domain/template/template";
import { readState, stateSheet } from "../domain/workbook/stateSheet";
import type { WorkbookFile, WorkbookReader } from "../ports/workbookPorts";
import { missingTables } from "./layOutDisclosure";
import { recogniseWorkbook, type RecognisedWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

export interface RescaleRequest {
  readonly templateId?: string;
  /** When left out, that of the workbook. */
  readonly unitName?: string;
  /** What the published tables are in, whatever they print. */
  readonly unitOfFigures?: Unit;
}

export interface RescaledWorkbook extends RecognisedWorkbook {
  readonly rescaling: Rescaling;
  readonly shares: readonly ShareDifference[];
  readonly unitName: string;
  /** Published tables that the workbook lacks: laid out empty. */
  readonly missing: readonly Table[];
  /** The set in 万元, with the figures in 元 kept inside. */
  readonly bytes: Uint8Array;
  /** What cannot add up, and what does not in 元 already: in words. */
  readonly unbalanced: readonly (Unbalanced & { readonly words: string })[];
  readonly unequal: readonly (Unequal & { readonly words: string })[];
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
  const rescaling = rescale(template, disclosure, unitOf);
  const figures: Disclosure = { ...disclosure, figuresAt: rescaling.figuresAt };
  const unitName = request.unitName ?? unitNameOf(disclosure);
  const plan = layOutWorkbook(template, {
    unitName,
    year: disclosure.year ?? definition.year,
    figures,
  });
  const state = stateSheet({ [RESCALED]: originalsOf(disclosure, unitOf) });
  const inYuan = templateInYuan(template);
  return {
    ...recognised,
    rescaling,
    unitName,
    missing: missingTables(disclosure),
    shares: shareDifferences(template, disclosure, rescaling.figuresAt, unitOf),
    bytes: await file.write({ ...plan, sheets: [...plan.sheets, state] }),
    unbalanced: rescaling.unbalanced.map((each) => ({
      ...each,
      words: wordsOf(each, figures, template),
    })),
    unequal: rescaling.unequal.map((each) => ({
      ...each,
      words: wordsOf(each, disclosure, inYuan),
    })),
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
  const isLaidOut = ({ tableKey }: MoneyFigure) => inYuan.structure.tables.has(tableKey);
  return {
    ...recognised,
    changed: restored.changed.filter(isLaidOut),
    converted: restored.converted.filter(isLaidOut),
    leftOut: [...disclosure.placement.tables.values()]
      .map(({ table }) => table)
      .filter(({ key }) => !inYuan.structure.tables.has(key)),
    bytes: await file.write({ ...plan, sheets }),
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
  stated: Unit | undefined,
): (table: string) => Unit {
  const said = new Map(
    stated === undefined
      ? []
      : [...disclosure.placement.tables.keys()].map((key): [string, Unit] => [key, stated]),
  );
  const units = figureUnits(disclosure, template, said);
  const unclear = new Map<string, string[]>();
  for (const [key, unit] of units) {
    const table = template.structure.tables.get(key);
    if (!table || unit.unit !== undefined) continue;
    const words = unclearWords(unit);
    unclear.set(words, [...(unclear.get(words) ?? []), titled(table)]);
  }
  if (unclear.size > 0) {
    const words = Array.from(unclear, ([why, tables]) => `${listed(tables, "张表")}${why}`);
    throw new UseCaseError("unclearUnit", `${words.join("，")}。`);
  }
  if (![...units.values()].some(({ unit }) => unit === "元")) {
    throw new UseCaseError("alreadyWanYuan");
  }
  return (table) => units.get(table)?.unit ?? "万元";
}

function unclearWords({ why, heading = "" }: TableUnit & { readonly unit?: undefined }): string {
  if (heading === "") return why === "noHeading" ? "没有印单位" : "没有印单位，数的大小也对不上";
  return why === "otherUnit"
    ? `印的是“${heading}”`
    : `印的是“${heading}”，数的大小却与别的表对不上`;
}

/** The published tables alone: sentences, 补充资料 and 自评表 speak of 万元. */
function templateInYuan(template: Template): Template {
  const { structure, relations } = template;
  const tables = new Map(
    [...structure.tables].filter(([, { definition }]) => definition.role === "disclosure"),
  );
  return {
    structure: {
      ...structure,
      tables,
      definition: { ...structure.definition, moneyUnit: "元" },
    },
    relations: relations.filter(({ comparing }) =>
      relationReferences(comparing).every(({ table }) => tables.has(table.key)),
    ),
    computed: [],
    sections: [],
  };
}

function wordsOf(
  { relation, binding }: Pick<Unequal, "relation" | "binding">,
  source: Disclosure,
  template: Template,
): string {
  const scope = scopeOf(source, template);
  const finding = explainVerdict(judgeSafely(relation, binding, scope), scope);
  return finding?.explanation ?? relation.formula;
}
