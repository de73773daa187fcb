import type { Disclosure } from "../domain/disclosure/disclosure";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { isOwnSet } from "../domain/expression/print/ownFormulas";
import { contentsBeside } from "../domain/layout/contentsBeside";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { bringOwnContents, type OwnContent, type OwnContents } from "../domain/layout/ownContents";
import { adoptedSheets } from "../domain/workbook/resultSheets";
import { copiedStateSheet, STATE_SHEET } from "../domain/workbook/stateSheet";
import type { SheetSnapshot, WorkbookReader, WritePlan } from "../ports/workbookPorts";
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
  /** Sheets of which nothing was used. */
  readonly sheets: readonly string[];
  /** What stood on used sheets and has no place in the set. */
  readonly contents: readonly OwnContent[];
  /** What of the person's own came along, beside the figures. */
  readonly brought: readonly OwnContent[];
}

/** A workbook's figures in a set laid out anew; the workbook itself is only read. */
export async function openWorkbook(
  reader: WorkbookReader,
  library: TemplateLibrary,
): Promise<OpenedWorkbook> {
  const { template, disclosure } = await recogniseWorkbook(reader, library);
  const year = yearOf(disclosure);
  const unitName = unitNameOf(disclosure);
  const plan = layOutWorkbook(template, { unitName, year, figures: disclosure });
  // Only on sheets of ours is it clear what is the form and what was written into it.
  const isOwn = isOwnSet(disclosure.snapshot);
  const own = isOwn
    ? bringOwnContents(plan, disclosure)
    : { plan, brought: [], left: contentsBeside(plan, disclosure) };
  return {
    plan: withState(own.plan, disclosure),
    leftBehind: leftBehindOf(disclosure, own, isOwn),
  };
}

/** What is kept with a workbook, such as its figures in 元, stays with it. */
function withState(plan: WritePlan, { snapshot }: Disclosure): WritePlan {
  const state = copiedStateSheet(snapshot);
  return state ? { ...plan, sheets: [...plan.sheets, state] } : plan;
}

/** The year that it says, else the template's. */
function yearOf({ year, structure }: Disclosure): number {
  return year ?? structure.definition.year;
}

function leftBehindOf(
  disclosure: Disclosure,
  { plan, brought, left }: OwnContents,
  isOwn: boolean,
): LeftBehind {
  const { structure, placement, snapshot, problems, coverUnitName } = disclosure;
  const year = String(yearOf(disclosure));
  const missing = [...structure.tables.values()].filter(
    ({ key, definition }) => definition.role === "disclosure" && !placement.tables.has(key),
  );
  const known = new Set([
    STATE_SHEET,
    ...adoptedSheets(snapshot),
    ...[...placement.tables.values()].map(({ sheet }) => sheet),
    ...problems
      .filter(({ kind }) => kind === "unknownSheet" || kind === "unreadTable")
      .map(({ sheet }) => sheet),
    ...(isOwn ? plan.sheets.map(({ name }) => name) : []),
    ...(coverUnitName ? [coverUnitName.cell.sheet] : []),
  ]);
  return {
    tables: placement.tables.size,
    problems: problems.map(({ message }) => message),
    missingTables: missing.map(({ definition }) => definition.title.replaceAll("{年度}", year)),
    sheets: snapshot.sheets
      .filter(isFilled)
      .map(({ name }) => name)
      .filter((name) => !known.has(name)),
    contents: left,
    brought,
  };
}

function isFilled({ values }: SheetSnapshot): boolean {
  return values.some((row) => row.some((value) => value !== null && value !== ""));
}
