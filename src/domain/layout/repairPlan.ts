import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import type { WritePlan } from "../workbook/writePlan";
import { layOutWorkbook, type WorkbookInput } from "./layOutWorkbook";
import { placeSheets } from "./placeSheets";
import { typedTexts, withTypedTexts, type TypedText } from "./typedTexts";

export interface Repair {
  /** The sheets to restore, as the template has them for the figures that stand there. */
  readonly plan: WritePlan;
  /** Sheets whose rows or columns are no longer those of the template: they can only be laid out anew. */
  readonly differentShape: readonly string[];
  /** What somebody typed in place of a sentence: it stays. */
  readonly keptTexts: readonly TypedText[];
}

/** 修复版式: the set laid out anew from its own figures, for the sheets that still have the template's shape. */
export function repairPlan(
  template: Template,
  disclosure: Disclosure,
  input: Omit<WorkbookInput, "figures">,
): Repair {
  const plan = layOutWorkbook(template, { ...input, figures: disclosure });
  const placed = placeSheets(template, { ...input, figures: disclosure });
  const present = new Set(disclosure.snapshot.sheets.map(({ name }) => name));
  const differentShape = [...placed.values()]
    .filter((table) => present.has(table.sheet) && !standsAlike(table, disclosure))
    .map(({ sheet }) => sheet);
  const restored = {
    ...plan,
    sheets: plan.sheets.filter(({ name }) => present.has(name) && !differentShape.includes(name)),
  };
  const keptTexts = typedTexts(restored, disclosure.snapshot.sheets);
  return { plan: withTypedTexts(restored, keptTexts), differentShape, keptTexts };
}

function standsAlike(expected: PlacedTable, { placement }: Disclosure): boolean {
  const actual = placement.tables.get(expected.table.key);
  if (actual?.sheet !== expected.sheet) return false;
  return expected.blocks.every((block, index) => {
    const own = actual.blocks[index];
    if (!own) return false;
    const rows = new Map(own.rows.map(({ id, row }) => [id, row]));
    return (
      own.rows.length === block.rows.length &&
      block.rows.every(({ id, row }) => rows.get(id) === row) &&
      [...block.columns].every(([key, column]) => {
        const role = block.block.columns.find((each) => each.key === key)?.definition.role;
        return role !== "figure" || own.columns.get(key) === column;
      })
    );
  });
}
