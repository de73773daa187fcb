import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { projectLines } from "../evaluation/projectLines";
import { isProjectList } from "../workbook/reportSheets";
import { adoptedSheets } from "../workbook/resultSheets";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import type { SheetPlan, WritePlan } from "../workbook/writePlan";
import { layOutWorkbook, type WorkbookInput } from "./layOutWorkbook";
import { LIST_STYLES } from "./lists/listSheet";
import { layOutProjectList, linesOfList } from "./lists/projectList";
import { matchRows } from "./matchRows";
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
  const standing = { ...input, figures: disclosure, spareRows: spareRowsOf(disclosure) };
  const plan = withStandingLists(layOutWorkbook(template, standing), disclosure, input);
  const placed = placeSheets(template, standing);
  const { snapshot } = disclosure;
  // 审核 beside a person's own tables looks at them otherwise than the template's does.
  const others = adoptedSheets(snapshot);
  const present = new Map(
    snapshot.sheets
      .filter(({ name }) => !others.includes(name))
      .map((sheet) => [sheet.name, sheet]),
  );
  const tables = new Set([...placed.values()].map(({ sheet }) => sheet));
  const differentShape = [
    ...[...placed.values()].filter((table) => !standsAlike(table, disclosure)),
    ...plan.sheets
      .filter((sheet) => !tables.has(sheet.name) && !hasRowsAlike(sheet, present.get(sheet.name)))
      .map(({ name }) => ({ sheet: name })),
  ]
    .map(({ sheet }) => sheet)
    .filter((sheet) => present.has(sheet));
  const restored = {
    ...plan,
    sheets: plan.sheets.filter(({ name }) => present.has(name) && !differentShape.includes(name)),
  };
  const keptTexts = typedTexts(restored, disclosure.snapshot.sheets);
  return { plan: withTypedTexts(restored, keptTexts), differentShape, keptTexts };
}

/** 项目清单 refers to the forms that are left. */
function withStandingLists(
  plan: WritePlan,
  disclosure: Disclosure,
  { unitName, year }: Omit<WorkbookInput, "figures">,
): WritePlan {
  const { decimals } = disclosure.structure.definition;
  const lists = disclosure.snapshot.sheets.flatMap((sheet) => {
    const rows = linesOfList(sheet);
    if (rows === 0 || !isProjectList(sheet.name)) return [];
    const own = { sheet: sheet.name, unitName, year, decimals, rows };
    return layOutProjectList(projectLines(disclosure), own) ?? [];
  });
  if (lists.length === 0) return plan;
  const styles = new Map([...plan.styles, ...LIST_STYLES]);
  return { ...plan, sheets: [...plan.sheets, ...lists], styles };
}

/** Between the last row of a tree and what follows the table. */
export function spareRowsOf({ placement }: Disclosure): NonNullable<WorkbookInput["spareRows"]> {
  return (table, blockIndex) => {
    const block = placement.tables.get(table)?.blocks[blockIndex];
    if (!block || block.rows.length === 0) return undefined;
    return block.endRow - 1 - Math.max(...block.rows.map(({ row }) => row));
  };
}

/** 情况说明, 审核 and the like: the texts that still stand there stand in the plan's rows. */
function hasRowsAlike(plan: SheetPlan, sheet: SheetSnapshot | undefined): boolean {
  if (!sheet) return true;
  const match = matchRows(plan, sheet);
  return sheet.values.every((_values, index) => {
    const row = index + 1;
    return (match(row) ?? row) === row;
  });
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
