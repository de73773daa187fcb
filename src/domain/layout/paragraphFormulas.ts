import type { Template } from "../checking/compileTemplate";
import { scopeOf } from "../checking/checkDisclosure";
import type { Disclosure } from "../disclosure/disclosure";
import { PrintError } from "../expression/print/area";
import { paragraphLines, type ParagraphLine } from "../narrative/standing/paragraphLines";
import { formatPosition, parsePosition, quoteSheetName } from "../workbook/cellAddress";
import { NARRATIVE_CALCULATION_SHEET } from "../workbook/resultSheets";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import { PLACES } from "./narrativeCalculation";
import { narrativeOf } from "./narrativeSheet";

/** What 恢复自动取数 writes; why it cannot, where lines of the hidden sheet or tables that it needs are gone. */
export type RestoredFormula =
  | { readonly kind: "formula"; readonly formula: string; readonly text: string }
  | { readonly kind: "linesGone" | "tableMissing" };

const LIST_COLUMN = 4;
const LIST_HEAD = "列举";
const REFERENCE = new RegExp(
  `${quoteSheetName(NARRATIVE_CALCULATION_SHEET)}!(\\$[A-Z]+\\$[0-9]+)`,
  "gu",
);

/** The formulas of the paragraphs as they would be laid out among the tables that stand. */
export class ParagraphFormulas {
  private readonly planned: readonly PlannedCell[] | undefined;
  private readonly lines: readonly Lines[];
  private readonly standing: readonly Lines[];
  private readonly sheet: SheetSnapshot | undefined;

  constructor(
    disclosure: Disclosure,
    private readonly template: Template,
  ) {
    const plan = planOf(disclosure, template);
    this.planned = plan?.narrative.cells;
    this.lines = plan ? plannedLines(plan.calculation) : [];
    this.sheet = disclosure.snapshot.sheets.find(
      ({ name }) => name === NARRATIVE_CALCULATION_SHEET,
    );
    this.standing = standingLines(paragraphLines(disclosure.snapshot), this.sheet);
  }

  of(key: string): RestoredFormula {
    if (!this.planned) return { kind: "tableMissing" };
    const own = this.lines.find((each) => each.key === key);
    const cell = this.planned.find(({ row, formula }) => row === own?.row && formula !== undefined);
    if (!cell?.formula) return { kind: "linesGone" };
    const positions = Array.from(cell.formula.matchAll(REFERENCE), ([, position = ""]) => position);
    if (positions.some((position) => this.moved(position) === undefined)) {
      return { kind: "linesGone" };
    }
    const formula = cell.formula.replace(REFERENCE, (whole, position: string) =>
      whole.replace(position, () => this.moved(position) ?? position),
    );
    const text = typeof cell.value === "string" ? cell.value : "";
    return { kind: "formula", formula, text };
  }

  /** Where the same cell stands on the hidden sheet; undefined where it is gone. */
  private moved(position: string): string | undefined {
    const at = parsePosition(position);
    const planned = at && this.lines.filter(({ line }) => line <= at.row).at(-1);
    const standing = this.standing.find(({ key }) => key === planned?.key);
    if (!at || !planned || !standing) return undefined;
    const head = planned.lists.indexOf(at.row);
    const row = at.row === planned.line ? standing.line : standing.lists[head];
    if (row === undefined) return undefined;
    const formula = this.sheet?.formulas.get(formatPosition({ row, column: at.column }));
    const isCode = at.column === PLACES.code && standing.hasCode;
    return formula === undefined && !isCode ? undefined : position.replace(/[0-9]+$/u, String(row));
  }
}

/** What a paragraph has on the hidden sheet: its line, and the heads of its lists. */
interface Lines {
  readonly key: string;
  readonly line: number;
  readonly lists: readonly number[];
  readonly hasCode: boolean;
  /** On the 情况说明. */
  readonly row?: number;
}

function planOf(disclosure: Disclosure, template: Template) {
  try {
    return narrativeOf(template, disclosure.placement, scopeOf(disclosure, template));
  } catch (error) {
    if (error instanceof PrintError) return undefined;
    throw error;
  }
}

function plannedLines({ cells }: SheetPlan): readonly Lines[] {
  const at = new Map(cells.map((cell) => [formatPosition(cell), cell.value]));
  const keys = cells.filter(({ row, column }) => row > 1 && column === PLACES.key);
  const heads = cells.filter(({ column, value }) => column === LIST_COLUMN && value === LIST_HEAD);
  return withLists(
    keys.map(({ row: line, value }) => {
      const row = at.get(formatPosition({ row: line, column: PLACES.row }));
      const hasCode = at.has(formatPosition({ row: line, column: PLACES.code }));
      return {
        key: typeof value === "string" ? value : "",
        line,
        hasCode,
        ...(typeof row === "number" ? { row } : {}),
      };
    }),
    heads.map(({ row }) => row),
  );
}

function standingLines(
  lines: readonly ParagraphLine[],
  sheet: SheetSnapshot | undefined,
): readonly Lines[] {
  const heads = (sheet?.values ?? []).flatMap((values, index) =>
    values[LIST_COLUMN - 1] === LIST_HEAD ? [index + 1] : [],
  );
  return withLists(
    lines.map(({ key, line, code }) => ({ key, line, hasCode: code !== undefined })),
    heads,
  );
}

function withLists(
  lines: readonly Omit<Lines, "lists">[],
  heads: readonly number[],
): readonly Lines[] {
  return lines.map((each, index) => {
    const end = lines[index + 1]?.line ?? Infinity;
    return { ...each, lists: heads.filter((row) => row > each.line && row < end) };
  });
}
