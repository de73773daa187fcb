import type { Disclosure } from "../domain/disclosure/disclosure";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import type { Table } from "../domain/template/template";
import type { WorkbookFile, WorkbookReader } from "../ports/workbookPorts";
import { recogniseWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";

export interface LayoutRequest {
  readonly templateId: string;
  readonly unitName: string;
  /** When left out, that of the figures, else that of the template. */
  readonly year?: number;
  /** Any workbook whose tables are recognised; an empty set without. */
  readonly figures?: WorkbookReader;
}

export interface LaidOutDisclosure {
  readonly bytes: Uint8Array;
  readonly sheetNames: readonly string[];
  readonly figures?: TakenFigures;
}

/** What came from the figures workbook, and what was left behind. */
export interface TakenFigures {
  readonly disclosure: Disclosure;
  /** Published tables that it does not have: laid out empty. */
  readonly missing: readonly Table[];
}

export async function layOutDisclosure(
  { templateId, unitName, year, figures: source }: LayoutRequest,
  library: TemplateLibrary,
  file: WorkbookFile,
): Promise<LaidOutDisclosure> {
  const template = await library.get(templateId);
  const disclosure = source && (await recogniseWorkbook(source, library, templateId)).disclosure;
  const { structure } = template;
  const plan = layOutWorkbook(template, {
    unitName,
    year: year ?? disclosure?.year ?? structure.definition.year,
    ...(disclosure ? { figures: disclosure } : {}),
  });
  return {
    bytes: await file.write(plan),
    sheetNames: plan.sheets
      .filter(({ visibility }) => visibility === "visible")
      .map(({ name }) => name),
    ...(disclosure ? { figures: { disclosure, missing: missingTables(disclosure) } } : {}),
  };
}

/** Published tables that the workbook lacks. */
export function missingTables({ structure, placement }: Disclosure): Table[] {
  return [...structure.tables.values()].filter(
    ({ key, definition }) => definition.role === "disclosure" && !placement.tables.has(key),
  );
}
