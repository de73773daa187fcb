import { type CellRange, formatRange } from "../../domain/workbook/cellAddress";
import type { MarkRule } from "../../ports/workbookPorts";
import { mapReferences, mapUnquoted, moveFormula } from "../guard/formulaText";
import type { ExcelRuns, Question } from "./excelRuns";

/** A rule of ours that stands in a workbook, as the conditional formats of its area know it. */
export interface OwnMark {
  readonly sheet: string;
  readonly range: CellRange;
  readonly id: string;
}

interface CustomRule extends OwnMark {
  /** What it would be, were it ours. */
  readonly shapes: readonly ReadonlySet<string>[];
}

/** A rule is long on the wire, and a sheet that was pasted into for years has thousands of them. */
const RULES_AT_ONCE = 500;

export async function findOwnMarks(
  runs: ExcelRuns,
  marks: readonly MarkRule[],
): Promise<OwnMark[]> {
  if (marks.length === 0) return [];
  return ownAmong(runs, await runs.look(customRules(marks), true));
}

/** Rules by a formula, a person's among them; which formula is for a second look. */
export function customRules(marks: readonly MarkRule[]): Question<CustomRule[]> {
  return (context) => {
    const loaded = areasOf(marks).map((area) => {
      const rules = rulesOf(context, area);
      rules.load("items/id,items/type");
      return { ...area, rules };
    });
    return () => {
      const found = new Map<string, CustomRule>();
      for (const { sheet, range, shapes, rules } of loaded) {
        for (const { id, type } of rules.items) {
          if (type !== "Custom") continue;
          // Cells that were copied may give one rule two areas.
          const key = `${sheet}\n${id}`;
          const known = found.get(key) ?? { sheet, range, id, shapes: [] };
          found.set(key, { ...known, shapes: [...known.shapes, shapes] });
        }
      }
      return [...found.values()];
    };
  };
}

/** By the formula alone: a person's own rules stay, whatever they are. */
export async function ownAmong(runs: ExcelRuns, rules: readonly CustomRule[]): Promise<OwnMark[]> {
  if (rules.length === 0) return [];
  const portion = rules.slice(0, RULES_AT_ONCE);
  const formulas = await runs.look((context) => {
    const custom = portion.map((each) => {
      const { rule } = rulesOf(context, each).getItem(each.id).custom;
      rule.load("formula");
      return rule;
    });
    return () => custom.map(({ formula }) => shapeOf(formula));
  }, true);
  const own = portion.filter(({ shapes }, index) =>
    shapes.some((each) => each.has(formulas[index] ?? "")),
  );
  return [...own, ...(await ownAmong(runs, rules.slice(RULES_AT_ONCE)))];
}

function rulesOf(
  { workbook }: Excel.RequestContext,
  { sheet, range }: Pick<OwnMark, "sheet" | "range">,
): Excel.ConditionalFormatCollection {
  const cells = workbook.worksheets.getItem(sheet).getRange(formatRange(range));
  cells.untrack();
  const { conditionalFormats } = cells;
  return conditionalFormats;
}

interface RuledArea {
  readonly sheet: string;
  readonly range: CellRange;
  readonly shapes: Set<string>;
}

function areasOf(marks: readonly MarkRule[]): RuledArea[] {
  const areas = new Map<string, RuledArea>();
  for (const { sheet, range, formula } of marks) {
    const key = `${sheet}\n${formatRange(range)}`;
    const area = areas.get(key) ?? { sheet, range, shapes: new Set() };
    areas.set(key, area);
    // Where cells of an area were copied over or cleared, what is left of a rule may begin in any column of it.
    for (let column = 0; column <= range.right - range.left; column += 1) {
      area.shapes.add(shapeOf(moveFormula(formula, 0, column)));
    }
  }
  return [...areas.values()];
}

/** The formula without row numbers, which follow inserted rows, and without what Excel may print otherwise. */
function shapeOf(formula: string): string {
  const rowless = mapReferences(formula.replace(/^=/u, ""), ({ corners }) =>
    corners.map((corner) => (corner.row === undefined ? corner : { ...corner, row: 1 })),
  );
  return mapUnquoted(rowless, (text) => text.replace(/\s/gu, "").toUpperCase());
}
