import { columnName, formatPosition, type CellRange } from "../workbook/cellAddress";
import {
  MARK_FORMULA_LENGTH,
  type PlannedCell,
  type PlannedConditionalFormat,
  type SheetPlan,
} from "../workbook/writePlan";
import { formBlocks } from "../evaluation/formBlocks";
import { scoreFormats } from "../evaluation/scoreMarks";
import type { Relation } from "../checking/relation";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedBlock, PlacedTable } from "../disclosure/placement";
import { codeColumnOf } from "../expression/print/vector";
import type { ResultMark } from "./resultMark";
import { runsOf } from "./columnRuns";
import { RESULT_FORMATS } from "./auditStyles";
import { isAdopted } from "../workbook/resultSheets";
import { orphanedMarks, standingMarks } from "./placedMarks";
import { worstResult } from "./worstResult";

interface MarkRule {
  readonly sheet: string;
  readonly range: CellRange;
  readonly formula: string;
}

/**
 * Marks on the tables. A figure that a single relation names looks at a hidden helper cell in its own row, which looks
 * at 审核: the only way that survives inserted rows and renamed sheets everywhere. Rows of a tree, which come and go,
 * are marked by conditional formats that compute.
 */
export function withMarks(
  sheet: SheetPlan,
  placed: PlacedTable,
  marks: readonly ResultMark[],
  relations: readonly Relation[],
): SheetPlan {
  const byCell = new Map<string, ResultMark[]>();
  for (const mark of marks) {
    for (const cell of mark.cells) {
      if (cell.sheet !== sheet.name) continue;
      const key = formatPosition(cell);
      byCell.set(key, [...(byCell.get(key) ?? []), mark]);
    }
  }
  const helpers: PlannedCell[] = [];
  const formats: PlannedConditionalFormat[] = [];
  const hidden: number[] = [];
  let helper = firstHelperColumn(placed);
  for (const block of placed.blocks) {
    const columns = figureColumns(block);
    const [left, right] = [columns[0], columns.at(-1)];
    if (left === undefined || right === undefined) continue;
    const shift = helper - left;
    let used = false;
    for (const column of columns) {
      for (const { row } of block.rows) {
        const results = byCell.get(formatPosition({ row, column }));
        if (!results) continue;
        used = true;
        helpers.push({ row, column: column + shift, ...worstResult(results) });
      }
    }
    if (used) {
      const area = figureArea(block, left, right);
      for (const [word, style] of RESULT_FORMATS) {
        formats.push({ range: area, formula: helperCondition(area, helper, word), style });
      }
      for (let column = left; column <= right; column += 1) hidden.push(column + shift);
      helper += right - left + 1;
    }
    formats.push(...treeFormats(block, relations));
  }
  return {
    ...sheet,
    cells: [...sheet.cells, ...helpers],
    hiddenColumns: [...sheet.hiddenColumns, ...hidden],
    conditionalFormats: [...sheet.conditionalFormats, ...formats],
  };
}

function firstHelperColumn({ range }: PlacedTable): number {
  // The first free column is the code guard's.
  return range.right + 2;
}

function helperCondition({ top }: CellRange, column: number, word: string): string {
  return `${formatPosition({ row: top, column })}="${word}"`;
}

/** The marks that a set has on its tables as they stand now, whether or not a person took them off. */
export function markRules(
  { placement, snapshot }: Pick<Disclosure, "placement" | "snapshot">,
  relations: readonly Relation[],
): MarkRule[] {
  const formatsOf = isAdopted(snapshot) ? standingMarks : ownFormats;
  return [...placement.tables.values()].flatMap((placed) => {
    const formats = [...formatsOf(placed, relations), ...orphanedMarks(placed)];
    return formats.map(({ range, formula }) => ({ sheet: placed.sheet, range, formula }));
  });
}

function ownFormats(placed: PlacedTable, relations: readonly Relation[]): readonly MarkFormat[] {
  const { evaluation } = placed.table.definition;
  return evaluation ? formFormats(placed) : tableFormats(placed, relations);
}

type MarkFormat = Omit<PlannedConditionalFormat, "style">;

function tableFormats(placed: PlacedTable, relations: readonly Relation[]): MarkFormat[] {
  // Which blocks have helpers depends on what was checked: each block's may begin after those of any before it.
  let helpers = [firstHelperColumn(placed)];
  return placed.blocks.flatMap((block) => {
    const columns = figureColumns(block);
    if (columns.length === 0) return [];
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const range = figureArea(block, left, right);
    if (range.bottom < range.top) return [];
    const own = helpers.flatMap((helper) =>
      RESULT_FORMATS.map(([word]) => ({ range, formula: helperCondition(range, helper, word) })),
    );
    helpers = [...new Set(helpers.flatMap((helper) => [helper, helper + right - left + 1]))];
    return [...own, ...treeFormats(block, relations)];
  });
}

function formFormats({ table, blocks }: PlacedTable): readonly MarkFormat[] {
  const form = formBlocks(table);
  const list = blocks[form.indicators.index];
  const isWhole = list?.columns.has(form.score.key) === true && list.columns.has(form.weight.key);
  return isWhole ? scoreFormats(list, form) : [];
}

function figureColumns(block: PlacedBlock): number[] {
  return block.block.figureColumns.flatMap(({ key }) => block.columns.get(key) ?? []);
}

function figureArea({ headRow, endRow }: PlacedBlock, left: number, right: number): CellRange {
  return { top: headRow + 1, left, bottom: endRow - 1, right };
}

/** Sums across and sums over children, computed for each row of a tree where it stands. */
function treeFormats(
  block: PlacedBlock,
  relations: readonly Relation[],
): PlannedConditionalFormat[] {
  if (block.block.definition.kind !== "tree") return [];
  const codeColumn = codeColumnOf(block);
  const columns = figureColumns(block);
  const [left, right] = [columns[0], columns.at(-1)];
  if (codeColumn === undefined || left === undefined || right === undefined) return [];
  // One range for all marks of a block: LibreOffice loses the indent of cells where ranges overlap in part.
  const range = figureArea(block, left, right);
  return relations.flatMap((relation) => {
    if (!relation.definesTotal) return [];
    const { right: total } = relation.comparing;
    if (total.kind !== "reference" || total.reference.block !== block.block) return [];
    if (total.reference.row.kind !== "each") return [];
    const conditions =
      total.reference.row.scope === "rows"
        ? acrossConditions(relation, block, range)
        : childConditions(block, codeColumn, range);
    // A mark less, where a package has too many columns: 审核 says it all the same.
    return conditions
      .filter((formula) => formula.length <= MARK_FORMULA_LENGTH)
      .map((formula) => ({ range, formula, style: FAILED_STYLE }));
  });
}

const FAILED_STYLE = RESULT_FORMATS[0]?.[1] ?? {};

function acrossConditions(
  relation: Relation,
  block: PlacedBlock,
  { top: first, left }: CellRange,
): string[] {
  const { left: parts, right: sum } = relation.comparing;
  if (sum.kind !== "reference" || sum.reference.column.kind !== "column") return [];
  const total = block.columns.get(sum.reference.column.key);
  if (total === undefined) return [];
  const areas = (columns: readonly number[]) =>
    runsOf(columns).map(([from, to]) => {
      const [begin, end] = [from, to].map((column) => `$${columnName(column)}${String(first)}`);
      return begin === end ? String(begin) : `${String(begin)}:${String(end)}`;
    });
  const terms = signedColumns(parts, block, 1);
  const columnsOf = (side: number) =>
    terms.flatMap(({ sign, column }) => (sign === side && column !== undefined ? [column] : []));
  const [plus, minus] = [columnsOf(1), columnsOf(-1)];
  // In a table of a person's a column may be gone.
  if (plus.length + minus.length < terms.length) return [];
  const cell = areas([total]).join();
  const taken = minus.length === 0 ? "" : `+SUM(${areas(minus).join(",")})`;
  const gap = `ABS(ROUND(SUM(${cell})-SUM(${areas(plus).join(",")})${taken},2))`;
  const count = areas([total, ...plus, ...minus])
    .flatMap((area) => [`COUNTIF(${area},">0")`, `COUNTIF(${area},"<0")`])
    .join("+");
  const own = formatPosition({ row: first, column: left });
  return [`AND(COLUMN(${own})=COLUMN(${cell}),${gap}>INT((MAX(1,${count})-1)/2)/100)`];
}

function signedColumns(
  expression: Relation["comparing"]["right"],
  block: PlacedBlock,
  sign: number,
): { sign: number; column: number | undefined }[] {
  switch (expression.kind) {
    case "reference": {
      const { column } = expression.reference;
      return [
        { sign, column: column.kind === "column" ? block.columns.get(column.key) : undefined },
      ];
    }
    case "negate":
      return signedColumns(expression.operand, block, -sign);
    case "binary":
      return [
        ...signedColumns(expression.left, block, sign),
        ...signedColumns(expression.right, block, expression.operator === "-" ? -sign : sign),
      ];
    default:
      return [];
  }
}

/**
 * Two, because one would be too long: of rows with figures below them, and of those that have a figure alone. The
 * codes below a code are those that are it without their last two digits.
 */
function childConditions(
  block: PlacedBlock,
  codeColumn: number,
  { top: first, left }: CellRange,
): string[] {
  const code = `$${columnName(codeColumn)}${String(first)}`;
  const last = String(block.endRow);
  const head = String(block.headRow);
  const codes = `$${columnName(codeColumn)}$${head}:$${columnName(codeColumn)}$${last}`;
  const letter = columnName(left);
  const values = `${letter}$${head}:${letter}$${last}`;
  const own = `${letter}${String(first)}`;
  const below = `(LEFT("  "&${codes},LEN(${codes}))="  "&${code})`;
  const filled = `SUMPRODUCT(${below}*ISNUMBER(${values})*(${values}<>0))`;
  const gap = `ABS(ROUND(SUM(${own})-SUMPRODUCT(${below}*1,${values}),2))`;
  // Where nothing below is filled, MOD makes the tolerance endless.
  const tolerance = `INT((MOD(${filled}-1,1E12)+(N(${own})<>0))/2)/100`;
  return [
    `AND(LEN(${code})>2,${gap}>${tolerance})`,
    `AND(LEN(${code})>2,ROUND(SUM(${own}),2)<>0,SUMPRODUCT(${below}*1)>0,${filled}=0)`,
  ];
}
