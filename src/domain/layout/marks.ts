import { columnName, formatPosition, type CellRange } from "../workbook/cellAddress";
import type { PlannedCell, PlannedConditionalFormat, SheetPlan } from "../workbook/writePlan";
import type { Relation } from "../checking/relation";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedBlock, PlacedTable } from "../disclosure/placement";
import { PrintError } from "../expression/print/area";
import { codeColumnOf } from "../expression/print/vector";
import { RESULT } from "./auditLines";
import type { ResultMark } from "./auditSheet";
import { RESULT_FORMATS } from "./auditStyles";
import { UNDETERMINED } from "../expression/print/number";

interface MarkedArea {
  readonly sheet: string;
  readonly range: CellRange;
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
  // The first free column is the code guard's.
  let helper = placed.range.right + 2;
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
        helpers.push({ row, column: column + shift, ...worstOf(results) });
      }
    }
    if (used) {
      const area = figureArea(block, left, right);
      const looksAt = formatPosition({ row: area.top, column: helper });
      for (const [word, style] of RESULT_FORMATS) {
        formats.push({ range: area, formula: `${looksAt}="${word}"`, style });
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

/** Where marks of a set stand, as its tables stand now. */
export function markedAreas({ placement }: Pick<Disclosure, "placement">): MarkedArea[] {
  return [...placement.tables.values()].flatMap(({ sheet, table, blocks }) =>
    blocks.flatMap((block) => {
      const columns = figureColumns(block);
      if (columns.length === 0) return [];
      const range = figureArea(block, Math.min(...columns), Math.max(...columns));
      if (range.bottom < range.top) return [];
      // Points are marked from their heading on, for rows inserted first.
      const top = table.definition.role === "evaluation" ? range.top - 1 : range.top;
      return [{ sheet, range: { ...range, top } }];
    }),
  );
}

function figureColumns(block: PlacedBlock): number[] {
  return block.block.figureColumns.flatMap(({ key }) => block.columns.get(key) ?? []);
}

function figureArea({ headRow, endRow }: PlacedBlock, left: number, right: number): CellRange {
  return { top: headRow + 1, left, bottom: endRow - 1, right };
}

const WORST_FIRST = [RESULT.failed, UNDETERMINED, RESULT.roundingTail];

function worstOf(marks: readonly ResultMark[]): Pick<PlannedCell, "value" | "formula"> {
  const any = (word: string) => {
    const tests = marks.map(({ result }) => `${result}="${word}"`);
    return tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`;
  };
  return {
    value: WORST_FIRST.find((word) => marks.some(({ value }) => value === word)) ?? "",
    formula: WORST_FIRST.reduceRight((rest, word) => `IF(${any(word)},"${word}",${rest})`, '""'),
  };
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
    const condition =
      total.reference.row.scope === "rows"
        ? acrossCondition(relation, block, range)
        : childCondition(block, codeColumn, range);
    return condition === undefined ? [] : [{ range, formula: condition, style: FAILED_STYLE }];
  });
}

const FAILED_STYLE = RESULT_FORMATS[0]?.[1] ?? {};

function acrossCondition(
  relation: Relation,
  block: PlacedBlock,
  { top: first, left }: CellRange,
): string | undefined {
  const { left: parts, right: sum } = relation.comparing;
  if (sum.kind !== "reference" || sum.reference.column.kind !== "column") return undefined;
  const total = block.columns.get(sum.reference.column.key);
  if (total === undefined) return undefined;
  const cell = (column: number) => `$${columnName(column)}${String(first)}`;
  const terms = signedColumns(parts, block, 1);
  const plus = terms.filter(({ sign }) => sign > 0).map(({ column }) => cell(column));
  const minus = terms.filter(({ sign }) => sign < 0).map(({ column }) => cell(column));
  const all = [cell(total), ...plus, ...minus];
  const taken = minus.length === 0 ? "" : `+SUM(${minus.join(",")})`;
  const gap = `ABS(ROUND(SUM(${cell(total)})-SUM(${plus.join(",")})${taken},2))`;
  const count = all.flatMap((each) => [`COUNTIF(${each},">0")`, `COUNTIF(${each},"<0")`]).join("+");
  const own = formatPosition({ row: first, column: left });
  return `AND(COLUMN(${own})=COLUMN(${cell(total)}),${gap}>0,${gap}>INT((${count}-1)/2)/100)`;
}

function signedColumns(
  expression: Relation["comparing"]["right"],
  block: PlacedBlock,
  sign: number,
): { sign: number; column: number }[] {
  switch (expression.kind) {
    case "reference": {
      const { column } = expression.reference;
      const number = column.kind === "column" ? block.columns.get(column.key) : undefined;
      if (number === undefined) throw new PrintError("缺少列");
      return [{ sign, column: number }];
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

function childCondition(
  block: PlacedBlock,
  codeColumn: number,
  { top: first, left }: CellRange,
): string {
  const code = `$${columnName(codeColumn)}${String(first)}`;
  const last = String(block.endRow);
  const head = String(block.headRow);
  const codes = `$${columnName(codeColumn)}$${head}:$${columnName(codeColumn)}$${last}`;
  const letter = columnName(left);
  const values = `${letter}$${head}:${letter}$${last}`;
  const own = `${letter}${String(first)}`;
  const mask = `(LEN(${codes})=LEN(${code})+2)*(LEFT(${codes},LEN(${code}))=${code}&"")`;
  const gap = `ABS(ROUND(SUM(${own})-SUMPRODUCT(${mask},${values}),2))`;
  const terms = `(COUNTIF(${own},">0")+COUNTIF(${own},"<0")+SUMPRODUCT(${mask}*ISNUMBER(${values})*(${values}<>0)))`;
  return `AND(OR(LEN(${code})=3,LEN(${code})=5),SUMPRODUCT(${mask})>0,${gap}>0,${gap}>INT((${terms}-1)/2)/100)`;
}
