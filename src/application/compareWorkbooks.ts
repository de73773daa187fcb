import { compareDisclosures } from "../domain/comparison/compareDisclosures";
import { sameText, type Change } from "../domain/comparison/change";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { canonicalText, listFigures } from "../domain/disclosure/figureList";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutChangeList, type Version } from "../domain/layout/lists/changeList";
import { freeChangeSheet } from "../domain/workbook/reportSheets";
import type { WritePlan } from "../domain/workbook/writePlan";
import type { Sha256 } from "../ports/sha256";
import { countWords, partName } from "./changeWords";
import { dateWords } from "./printReport";
import type { RecognisedWorkbook } from "./recogniseWorkbook";

/** A recognised workbook and what its file is called. */
export interface NamedWorkbook extends RecognisedWorkbook {
  readonly name: string;
}

export interface ComparedVersion extends NamedWorkbook {
  readonly fingerprint: string;
}

export interface ComparedWorkbooks {
  readonly old: ComparedVersion;
  readonly new: ComparedVersion;
  readonly changes: readonly Change[];
  /** What makes it doubtful that they are two versions of one set, a sentence each. */
  readonly warnings: readonly string[];
  /** What was not read and hence not compared, a sentence each. */
  readonly remarks: readonly string[];
}

/** Two versions of a set, both read by the same template. */
export async function compareWorkbooks(
  before: NamedWorkbook,
  after: NamedWorkbook,
  sha256: Sha256,
): Promise<ComparedWorkbooks> {
  const versionOf = async (workbook: NamedWorkbook): Promise<ComparedVersion> => ({
    ...workbook,
    fingerprint: await sha256(canonicalText(listFigures(workbook.disclosure))),
  });
  return {
    old: await versionOf(before),
    new: await versionOf(after),
    changes: compareDisclosures(before.disclosure, after.disclosure).filter(
      ({ kind }) => kind !== "sheetRenamed" || isWord(before) === isWord(after),
    ),
    warnings: differentUnits(before.disclosure, after.disclosure),
    remarks: [
      ...unread(before.disclosure).map((text) => `改前：${text}`),
      ...unread(after.disclosure).map((text) => `改后：${text}`),
    ],
  };
}

/** Tables of a Word document have no sheets: their names are ours. */
function isWord({ name }: NamedWorkbook): boolean {
  return /\.docx$/iu.test(name);
}

/** A name that is put right in places still stands in others. */
function differentUnits(before: Disclosure, after: Disclosure): string[] {
  const [old, now] = [unitNameOf(before), unitNameOf(after)];
  if (old === "" || now === "") return [];
  const others = unitNamesIn(after);
  if (unitNamesIn(before).some((name) => others.some((other) => sameText(name, other)))) return [];
  return [
    `两个文件的单位名称不同（改前：${old}；改后：${now}），可能不是同一套表的两个版本，请核对文件。`,
  ];
}

function unitNamesIn({ coverUnitName, texts }: Disclosure): string[] {
  const heads = [...texts.values()].flatMap(({ unitName }) => unitName?.text ?? []);
  return [...(coverUnitName ? [coverUnitName.text] : []), ...heads];
}

/** Sheets without tables are compared as texts. */
function unread({ problems }: Disclosure): string[] {
  return problems.filter(({ kind }) => kind !== "unknownSheet").map(({ message }) => message);
}

/** `taken`: names of sheets that stand already, where the list comes beside them. */
export function printChanges(
  compared: ComparedWorkbooks,
  today: Date,
  taken: readonly string[] = [],
): WritePlan {
  const { disclosure } = compared.new;
  return layOutChangeList({
    sheet: freeChangeSheet(taken),
    unitName: unitNameOf(disclosure) || "（没有找到单位名称）",
    year: disclosure.year ?? disclosure.structure.definition.year,
    date: dateWords(today),
    old: onPaper(compared.old),
    new: onPaper(compared.new),
    tableName: partName,
    count: countWords(compared.changes),
    warnings: compared.warnings,
    changes: compared.changes,
    remarks: compared.remarks,
  });
}

/** Whose machine the file lay on is nobody's business. */
function onPaper({ name, fingerprint }: ComparedVersion): Version {
  return { name: name.split(/[\\/]/u).at(-1) ?? name, fingerprint };
}
