import type { Disclosure } from "../disclosure/disclosure";
import { declaresNothing } from "../disclosure/emptyTable";
import { normaliseLabel } from "../template/labels";
import { cellKey, rangeContains } from "../workbook/cellAddress";
import type { WritePlan } from "../workbook/writePlan";
import { isFurniture, standingCells, type OwnContent } from "./ownContents";

/** What forms print around a table: whoever lays it out anew prints it in the template's words. */
const FORM_WORDS =
  /^(?:[(（]?续表|(?:填报|编制)?(?:部门|单位)(?:名称)?[:：]|(?:金额)?单位[:：]|(?:财决)?公开\s*\d+\s*表|附件|附表|表\s*\d+|第.{1,4}部分|注?[:：]?\s*\d?[.、]?\s*本表反映)|部门决算|^[12]\d{3}年度?$/u;

/** What stands on the sheets of a foreign workbook beside its tables and is not in the plan. */
export function contentsBeside(plan: WritePlan, disclosure: Disclosure): readonly OwnContent[] {
  const { placement, snapshot, coverUnitName } = disclosure;
  const tables = [...placement.tables.values()];
  const planned = plannedTexts(plan);
  const sheets = new Set(tables.map(({ sheet }) => sheet));
  if (coverUnitName) sheets.add(coverUnitName.cell.sheet);
  return snapshot.sheets
    .filter(({ name }) => sheets.has(name))
    .flatMap(standingCells)
    .filter(({ text }) => !FORM_WORDS.test(text) && !planned.has(normaliseLabel(text)))
    .filter((cell) => !isFurniture(cell, disclosure) && !isEmptyNote(cell, disclosure))
    .filter(
      (cell) =>
        !tables.some(({ sheet, range }) => sheet === cell.sheet && rangeContains(range, cell)),
    );
}

/** The plan says it too, as long as the table is empty. */
function isEmptyNote(cell: OwnContent, { texts, structure }: Disclosure): boolean {
  if (!declaresNothing(cell.text)) return false;
  return [...texts].some(
    ([key, { notes }]) =>
      structure.tables.get(key)?.definition.emptyNote !== undefined &&
      notes.some((note) => note.cell.sheet === cell.sheet && cellKey(note.cell) === cellKey(cell)),
  );
}

function plannedTexts({ sheets }: WritePlan): Set<string> {
  return new Set(
    sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value }) => (typeof value === "string" ? [normaliseLabel(value)] : [])),
    ),
  );
}
