import { checkDisclosure } from "../domain/checking/checkDisclosure";
import type { ReportOutline } from "../domain/checking/compilePublication";
import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { COVER_SHEET } from "../domain/layout/layOutCover";
import {
  composeDocument,
  composeReport,
  type DocumentInput,
} from "../domain/publication/document/composeDocument";
import type { PublishedDocument } from "../domain/publication/document/documentModel";
import { publishedPlan } from "../domain/publication/publishedPlan";
import type { WorkbookReader, WritePlan } from "../ports/workbookPorts";
import { concludeCheck } from "./concludeCheck";
import { openWorkbook, type LeftBehind } from "./openWorkbook";
import { recogniseWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

/** A workbook made ready for the website; it is only read. */
export interface Publication {
  readonly template: Template;
  readonly disclosure: Disclosure;
  readonly unitName: string;
  readonly year: number;
  /** 公开稿: values as they are printed, nothing of the work. */
  readonly published: WritePlan;
  readonly leftBehind: LeftBehind;
}

export async function preparePublication(
  reader: WorkbookReader,
  library: TemplateLibrary,
): Promise<Publication> {
  const snapshot = await reader.read("thorough");
  const once: WorkbookReader = { read: () => Promise.resolve(snapshot) };
  const { template, disclosure } = await recogniseWorkbook(once, library);
  const { plan, leftBehind } = await openWorkbook(once, library);
  const { structure } = template;
  const tables = [...structure.tables.values()].map(({ definition }) => definition);
  const sheets = [
    COVER_SHEET,
    structure.definition.narrative.sheetName,
    ...tables.filter(({ role }) => role !== "supplement").map(({ sheetName }) => sheetName),
  ];
  return {
    template,
    disclosure,
    unitName: unitNameOf(disclosure),
    year: disclosure.year ?? structure.definition.year,
    published: publishedPlan(plan, sheets),
    leftBehind,
  };
}

/** The whole document. */
export function publishDocument(
  publication: Publication,
  tables: DocumentInput["tables"] = "inside",
): PublishedDocument {
  return composeDocument({ ...publication, tables });
}

/** One of the edition's report outlines; throws where there is none of that name. */
export function publishReport(publication: Publication, name: string): PublishedDocument {
  const { reports } = publication.template.publication;
  const outline = reports.find(({ id, title }) => id === name || title.includes(name));
  if (!outline) throw new UseCaseError("unknownReport", namesOf(reports));
  return composeReport(outline, publication);
}

function namesOf(reports: readonly ReportOutline[]): string {
  return reports.map(({ title }) => title.replaceAll("{年度}", "")).join("、");
}

/** How many 必须改 of the tables are still open. */
export function openMistakes({ disclosure, template }: Publication): number {
  const judged = checkDisclosure(disclosure, template);
  const { report } = concludeCheck(judged, disclosure, template);
  return report.findings.filter(({ level, state }) => level === "must-hold" && state === "failed")
    .length;
}

export interface OpenPlaces {
  /** What 【缺：…】 says. */
  readonly gaps: readonly string[];
  /** How many 【请填写：…】 wait for somebody. */
  readonly prompts: number;
}

export function openPlaces({ sections }: PublishedDocument): OpenPlaces {
  const texts = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  const labels = texts.flatMap((text) =>
    Array.from(text.matchAll(/【缺：([^】]*)】/gu), ([, label = ""]) => label),
  );
  const prompts = texts.reduce((count, text) => count + text.split("【请填写").length - 1, 0);
  return { gaps: [...new Set(labels)], prompts };
}
