import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import type { WorkbookReader, WritePlan } from "../ports/workbookPorts";
import { recogniseWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";

export interface OpenedWorkbook {
  readonly plan: WritePlan;
  readonly leftBehind: LeftBehind;
}

/** What of a workbook did not come along when it was laid out anew. */
export interface LeftBehind {
  /** How many tables did. */
  readonly tables: number;
  /** Sentences about what could not be used. */
  readonly problems: readonly string[];
  /** Published tables that the workbook lacks: laid out empty. */
  readonly missingTables: readonly string[];
  /** Sheets in which no table stands. */
  readonly sheets: readonly string[];
}

/** A foreign workbook's figures in a set laid out anew; the workbook itself is only read. */
export async function openWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
): Promise<OpenedWorkbook> {
  const { template, disclosure } = await recogniseWorkbook(reader, library);
  const { year } = template.structure.definition;
  const unitName = unitNameOf(disclosure);
  const plan = layOutWorkbook(template, { unitName, year, figures: disclosure });
  return { plan, leftBehind: leftBehindOf(disclosure, plan) };
}

function leftBehindOf(
  { structure, placement, snapshot, problems }: Disclosure,
  plan: WritePlan,
): LeftBehind {
  const year = String(structure.definition.year);
  const missing = [...structure.tables.values()].filter(
    ({ key, definition }) => definition.role === "disclosure" && !placement.tables.has(key),
  );
  const known = new Set([
    ...[...placement.tables.values()].map(({ sheet }) => sheet),
    ...problems.filter(({ kind }) => kind === "unknownSheet").map(({ sheet }) => sheet),
    ...plan.sheets.map(({ name }) => name),
  ]);
  return {
    tables: placement.tables.size,
    problems: problems.map(({ message }) => message),
    missingTables: missing.map(({ definition }) => definition.title.replaceAll("{年度}", year)),
    sheets: snapshot.sheets.map(({ name }) => name).filter((name) => !known.has(name)),
  };
}
