import type { Disclosure } from "../disclosure/disclosure";
import type { CellAddress } from "../workbook/cellAddress";
import { isReportSheet } from "../workbook/reportSheets";
import { RESULT_SHEETS } from "../workbook/resultSheets";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import { alignTexts } from "./alignTexts";
import { sameText, type Change } from "./change";
import { printed } from "./textChanges";

interface Sentence {
  readonly text: string;
  /** The heading above it. */
  readonly section: string;
  readonly cell: CellAddress;
}

/** What follows from the tables says nothing of its own. */
const RESULTS: ReadonlySet<string> = new Set(RESULT_SHEETS);
const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u;
const LONGEST_HEADING = 40;

/** Sheets without tables, sentence by sentence: 情况说明, the cover, and whatever else people write. */
export function sheetChanges(before: Disclosure, after: Disclosure): Change[] {
  const old = new Map(textSheets(before, after).map((sheet) => [sheet.name, sheet]));
  const new_ = new Map(textSheets(after, before).map((sheet) => [sheet.name, sheet]));
  const gone = new Set([...old.values()].filter(({ name }) => !new_.has(name)));
  const kept = [...new_.values()].flatMap((sheet): Change[] => {
    const own = old.get(sheet.name);
    if (own) return sentenceChanges(sentencesOf(own), sentencesOf(sheet));
    const former = [...gone].find((other) => areAlike(sentencesOf(other), sentencesOf(sheet)));
    if (!former) return [{ kind: "sheetAdded", sheet: sheet.name, row: "", column: "" }];
    gone.delete(former);
    return [
      ...sentenceChanges(sentencesOf(former), sentencesOf(sheet)),
      renamedSheet(former.name, sheet.name),
    ];
  });
  const removed = [...gone].map(({ name }): Change => ({
    kind: "sheetRemoved",
    sheet: name,
    row: "",
    column: "",
  }));
  return [...kept, ...removed];
}

export function renamedSheet(before: string, after: string): Change {
  const cellOf = (sheet: string) => ({ sheet, row: 1, column: 1 });
  const cells = { oldCell: cellOf(before), newCell: cellOf(after) };
  return { kind: "sheetRenamed", sheet: after, row: "", column: "", before, after, ...cells };
}

/** Half of the sentences, and more, are the same. */
function areAlike(before: readonly Sentence[], after: readonly Sentence[]): boolean {
  const same = before.filter(({ text }) => after.some((other) => sameText(text, other.text)));
  return same.length > 0 && same.length * 2 >= Math.max(before.length, after.length);
}

/** A sheet that holds a table in either version is compared as one. */
function textSheets(own: Disclosure, other: Disclosure): SheetSnapshot[] {
  const withTables = new Set(
    [own, other].flatMap(({ placement }) =>
      [...placement.tables.values()].map(({ sheet }) => sheet),
    ),
  );
  return own.snapshot.sheets.filter(
    ({ name, visibility }) =>
      visibility === "visible" &&
      !withTables.has(name) &&
      !RESULTS.has(name) &&
      !isReportSheet(name),
  );
}

function sentencesOf({ name: sheet, values }: SheetSnapshot): Sentence[] {
  let section = "";
  return values.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const text = printed(value);
      if (HEADING.test(text) && text.length <= LONGEST_HEADING) section = text;
      return (text.match(/[^。！？；\n]+[。！？；]*[”」』)）]?|[。！？；]+/gu) ?? [])
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence !== "")
        .map((sentence) => ({
          text: sentence,
          section: sentence === section ? "" : section,
          cell: { sheet, row: row + 1, column: column + 1 },
        }));
    }),
  );
}

function sentenceChanges(before: readonly Sentence[], after: readonly Sentence[]): Change[] {
  const texts = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text);
  return alignTexts(texts(before), texts(after)).flatMap((pair): Change[] => {
    const was = pair.before === undefined ? undefined : before[pair.before];
    const is = pair.after === undefined ? undefined : after[pair.after];
    const place = is ?? was;
    if (!place || (was && is && sameText(was.text, is.text))) return [];
    return [
      {
        kind: "text",
        sheet: place.cell.sheet,
        row: place.section,
        column: "",
        ...(was ? { before: was.text, oldCell: was.cell } : {}),
        ...(is ? { after: is.text, newCell: is.cell } : {}),
      },
    ];
  });
}
