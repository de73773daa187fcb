import type { Disclosure } from "../disclosure/disclosure";
import { isOwnFormula } from "../expression/print/ownFormulas";
import { normaliseLabel } from "../template/labels";
import { cellKey, formatPosition, rangeContains, type CellAddress } from "../workbook/cellAddress";
import { isErrorValue, type CellValue, type SheetSnapshot } from "../workbook/workbookSnapshot";
import { CALCULATION_SHEETS } from "../workbook/resultSheets";
import type { PlannedCell, SheetPlan, WritePlan } from "../workbook/writePlan";
import { withGrownRows } from "./grownRows";
import { matchRows } from "./matchRows";
import { mergeCells } from "./mergeCells";
import { withParagraphs } from "./narrativeSheet";
import { holdsResults, isTypedOver } from "./typedTexts";

/** Of the texts that we print a unit may reword these; recognition needs the others as they are. */
const NOTE = "table.note";

/** Something of the person's own, where it stands in their workbook. */
export interface OwnContent extends CellAddress {
  /** As the cell says it; a formula with its "=". */
  readonly text: string;
}

export interface OwnContents {
  /** The plan with what was brought along. */
  readonly plan: WritePlan;
  readonly brought: readonly OwnContent[];
  /** What has no clear place in the plan. */
  readonly left: readonly OwnContent[];
}

/** A filled cell of the person's workbook. */
export interface StandingCell extends OwnContent {
  readonly value: CellValue;
  readonly formula: string | undefined;
}

/** What becomes of it: it stands in the plan already, stays behind, or comes along as this cell. */
type Fate = "planned" | "left" | PlannedCell;

/**
 * What a person wrote into a set of ours beside its form and in place of its sentences, taken over into the set laid
 * out anew. Formulas stay behind: what they refer to may have moved.
 */
export function bringOwnContents(plan: WritePlan, disclosure: Disclosure): OwnContents {
  const brought: OwnContent[] = [];
  const left: OwnContent[] = [];
  const { sheetName } = disclosure.structure.definition.narrative;
  const sheets = plan.sheets.map((planned) => {
    const sheet = sheetFor(planned, disclosure);
    if (!sheet || CALCULATION_SHEETS.includes(planned.name)) return planned;
    const fateOf = fatesIn(planned, sheet);
    const cells: PlannedCell[] = [];
    for (const standing of standingCells(sheet)) {
      const fate = isFurniture(standing, disclosure) ? "planned" : fateOf(standing);
      if (fate === "planned") continue;
      if (fate === "left") left.push(standing);
      else {
        brought.push(standing);
        cells.push(fate);
      }
    }
    if (planned.name === sheetName) return withParagraphs(planned, cells);
    const own = { ...planned, cells: mergeCells(planned.cells, cells) };
    return withGrownRows(own, cells, plan.styles);
  });
  return { plan: { ...plan, sheets }, brought, left };
}

/** A sheet may have been renamed: what table stands in it counts. */
function sheetFor({ name }: SheetPlan, disclosure: Disclosure): SheetSnapshot | undefined {
  const placed = [...disclosure.placement.tables.values()].find(
    ({ table }) => table.definition.sheetName === name,
  );
  return disclosure.snapshot.sheets.find((sheet) => sheet.name === (placed?.sheet ?? name));
}

export function standingCells(sheet: SheetSnapshot): StandingCell[] {
  return sheet.values.flatMap((values, row) =>
    values.flatMap((value, column): StandingCell[] => {
      const at = { sheet: sheet.name, row: row + 1, column: column + 1 };
      const formula = sheet.formulas.get(formatPosition(at));
      const text = formula === undefined ? textOf(value) : `=${formula}`;
      return text === "" ? [] : [{ ...at, value, formula, text }];
    }),
  );
}

function textOf(value: CellValue): string {
  return value === null ? "" : isErrorValue(value) ? value.error : String(value).trim();
}

/** Title, table number, unit and money unit, which the plan prints anew. */
export function isFurniture(cell: CellAddress, { texts, coverUnitName }: Disclosure): boolean {
  const printed = [...texts.values()].flatMap(({ title, number, unitName, moneyUnit }) => [
    title,
    number,
    unitName,
    moneyUnit,
  ]);
  return [...printed, coverUnitName].some(
    (text) => text?.cell.sheet === cell.sheet && cellKey(text.cell) === cellKey(cell),
  );
}

function fatesIn(planned: SheetPlan, sheet: SheetSnapshot): (cell: StandingCell) => Fate {
  const rowOf = matchRows(planned, sheet);
  const cells = new Map(planned.cells.map((cell) => [cellKey(cell), cell]));
  const shapes = new Set(planned.cells.flatMap(({ formula }) => (formula ? [shape(formula)] : [])));
  const isOurs = (formula: string) => isOwnFormula(formula) || shapes.has(shape(formula));
  return (standing) => {
    const { column, formula, value } = standing;
    if (formula !== undefined) return isOurs(formula) ? "planned" : "left";
    const row = rowOf(standing.row);
    if (row === undefined) return "left";
    const cell = cells.get(cellKey({ row, column }));
    if (cell?.formula !== undefined)
      return isTypedOver(value, cell) ? typed(cell, value) : "planned";
    if (cell && textOf(cell.value) !== "") {
      if (isSaid(standing, cell, planned)) return "planned";
      return cell.style === NOTE ? typed(cell, value) : "left";
    }
    return isFree(planned, row, column) ? typed({ ...cell, row, column }, value) : "left";
  };
}

/** Rows move, and the year: the same formula elsewhere is still ours. */
function shape(formula: string): string {
  return formula.replace(/[0-9]+/gu, "");
}

function typed({ row, column, style }: Omit<PlannedCell, "value">, value: CellValue): PlannedCell {
  return { row, column, value, ...(style === undefined ? {} : { style }) };
}

function isSaid({ text }: StandingCell, cell: PlannedCell, { name }: SheetPlan): boolean {
  if (holdsResults(name) || typeof cell.value === "number") return true;
  return normaliseLabel(text) === normaliseLabel(textOf(cell.value));
}

/** Not hidden, nor under a merged area. */
function isFree({ merges, hiddenColumns }: SheetPlan, row: number, column: number): boolean {
  if (hiddenColumns.includes(column)) return false;
  return !merges.some(
    (range) =>
      rangeContains(range, { row, column }) && !(range.top === row && range.left === column),
  );
}
