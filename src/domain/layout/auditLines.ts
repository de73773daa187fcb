import type { Decimal } from "decimal.js";
import { columnName, quoteSheetName } from "../workbook/cellAddress";
import { CALCULATION_SHEET } from "../workbook/resultSheets";
import type { CellValue } from "../workbook/workbookSnapshot";
import { eachColumn } from "../checking/instances";
import { relationReferences, type Relation } from "../checking/relation";
import type { Verdict } from "../checking/verdict";
import type { PlacedTable, Placement } from "../disclosure/placement";
import { type Comparison, type Expression, referencesOf } from "../expression/expression";
import { PrintError, type PrintContext } from "../expression/print/area";
import type { Binding } from "../expression/scope";
import { printNumber, UNDETERMINED } from "../expression/print/number";
import {
  codeColumnOf,
  codedRows,
  isCode,
  printVector,
  type VectorFrame,
} from "../expression/print/vector";
import { labelColumnOf, type CalculationSheet, type ValueAt } from "./calculationSheet";
import type { RecognisedTables } from "./recognisedTables";
import { failedWord, RESULT, resultWord } from "./resultWords";

export interface LineSettings {
  readonly placement: Placement;
  /** What stands in the set, for results written beside formulas. */
  readonly valueAt: ValueAt;
  readonly decimals: number;
  readonly percentDecimals: number;
  readonly moneyUnit: "万元" | "元";
  /** Where a person laid out the tables. */
  readonly listed?: RecognisedTables;
}

/** A value with the formula that gives it. */
export interface NativeCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** The scalars of a relation between single figures, each for its own cell. */
export interface ScalarLine {
  readonly left: NativeCell;
  readonly right: NativeCell;
  readonly difference: NativeCell;
  readonly allowed: NativeCell;
  readonly result: NativeCell;
}

/**
 * A relation of single figures as five cells of one row. `row` and `columns` say where they will stand, since the later
 * ones read the earlier.
 */
export function scalarLine(
  relation: Relation,
  verdict: Verdict | undefined,
  guard: string,
  settings: LineSettings,
  place: { readonly sheet: string; readonly row: number; readonly columns: readonly string[] },
  binding?: Binding,
): ScalarLine {
  const context: PrintContext = {
    ...settings,
    sheet: place.sheet,
    ...(binding ? { binding } : {}),
  };
  const { decimals } = settings;
  const left = printNumber(relation.comparing.left, context);
  const right = printNumber(relation.comparing.right, context);
  const [leftAt = "", rightAt = "", differenceAt = "", allowedAt = ""] = place.columns.map(
    (letter) => `$${letter}${String(place.row)}`,
  );
  const when = relation.when && printNumber(relation.when, context);
  const unreadable = `OR(${[left, right, ...(when ? [when] : [])].map((each) => each.unreadable).join(",")},${guard})`;
  const provable = relation.allowed === undefined;
  const allowed = provable
    ? tailFormula(`(${left.nonzero}+${right.nonzero})`, settings)
    : printNumber(relation.allowed, context).value;
  const unmet = when ? `NOT(${when.value})` : undefined;
  // What does not apply has no sides either.
  const orUnmet = unmet === undefined ? "" : `,${unmet}`;
  const judged = judgement(relation, differenceAt, allowedAt);
  const result = `IF(${unreadable},"${UNDETERMINED}",IF(${unmet === undefined ? `${differenceAt}=""` : `OR(${unmet},${differenceAt}="")`},"${RESULT.notApplicable}",${judged}))`;
  const shown = exactLine(verdict, decimals);
  return {
    left: {
      value: shown.left,
      formula: `IFERROR(IF(OR(${unreadable},${left.blank}${orUnmet}),"",ROUND(${left.value},${String(decimals)})),"")`,
    },
    right: {
      value: shown.right,
      formula: `IFERROR(IF(OR(${unreadable},${right.blank}${orUnmet}),"",ROUND(${right.value},${String(decimals)})),"")`,
    },
    difference: {
      value: shown.difference,
      formula: `IF(AND(${leftAt}="",${rightAt}=""),"",ROUND(N(${leftAt})-N(${rightAt}),${String(decimals)}))`,
    },
    allowed: {
      value: shown.allowed,
      formula: `IFERROR(IF(${differenceAt}="","",${allowed}),"")`,
    },
    result: { value: shown.result, formula: `IFERROR(${result},"${UNDETERMINED}")` },
  };
}

function judgement(relation: Relation, difference: string, allowed: string): string {
  const failed = failedWord(relation);
  const tail = (excess: string) => `IF(${excess}<=${allowed},"${RESULT.roundingTail}","${failed}")`;
  switch (relation.comparing.comparison) {
    case "=":
      return `IF(${difference}=0,"${RESULT.passed}",${tail(`ABS(${difference})`)})`;
    case "≤":
      return `IF(${difference}<=0,"${RESULT.passed}",${tail(difference)})`;
    case "≥":
      return `IF(${difference}>=0,"${RESULT.passed}",${tail(`-${difference}`)})`;
    case "<":
      return `IF(${difference}<0,"${RESULT.passed}","${failed}")`;
    case ">":
      return `IF(${difference}>0,"${RESULT.passed}","${failed}")`;
    case "≠":
      return `IF(${difference}<>0,"${RESULT.passed}","${failed}")`;
  }
}

/** n figures printed half up: the largest whole unit below n half units. */
function tailFormula(terms: string, { decimals, moneyUnit }: LineSettings): string {
  if (moneyUnit === "元") return "0";
  return `MAX(0,INT((${terms}-1)/2))/1${"0".repeat(decimals)}`;
}

function exactLine(verdict: Verdict | undefined, decimals: number) {
  const number = (value: Decimal | undefined): CellValue =>
    value === undefined ? "" : value.toDecimalPlaces(decimals).toNumber();
  return {
    left: verdict?.blank?.left === true ? "" : number(verdict?.left),
    right: verdict?.blank?.right === true ? "" : number(verdict?.right),
    difference: number(verdict?.difference),
    allowed: number(verdict?.allowed),
    result: verdict ? resultWord(verdict.state, verdict.relation) : RESULT.notApplicable,
  };
}

/** A relation over many rows: its verdicts in one column, as a line of the 计算 sheet. */
export function rowsLine(
  relation: Relation,
  verdicts: readonly Verdict[],
  columnKey: string | undefined,
  frame: VectorFrame,
  guard: string,
  calculation: CalculationSheet,
  settings: LineSettings,
): number {
  const { decimals } = settings;
  const left = printVector(relation.comparing.left, frame, columnKey);
  const right = printVector(relation.comparing.right, frame, columnKey);
  if (relation.allowed) throw new PrintError("写明允许相差多少的公式不能按行成批核对");
  const row = calculation.upcomingRow;
  const at = (letter: string) => `$${letter}$${String(row)}`;
  const gap = gapOf(relation.comparing.comparison, left.value, right.value, decimals);
  const { applies, unreadable } = conditionOf(relation, settings);
  const tail =
    settings.moneyUnit === "元"
      ? "0"
      : `INT(ABS(${left.nonzero}+${right.nonzero}-1)/2)/1${"0".repeat(decimals)}`;
  const mask = maskOf(relation, frame);
  // The side with the children counts the rows of both sides.
  const numbers = addsChildren(relation.comparing.left)
    ? left.numbers
    : addsChildren(relation.comparing.right)
      ? right.numbers
      : `${left.numbers}+${right.numbers}`;
  const total = (array: string) => `SUMPRODUCT(${mask}${array})`;
  const undetermined = verdicts.some(({ state }) => state === "undetermined");
  const worst = unequal(verdicts);
  const biggest = largestGap(verdicts);
  const position = worst
    .filter(({ difference }) => difference?.abs().toNumber() === biggest)
    .at(-1);
  const label = rowWords(position, frame);
  const none = relation.when ? `OR(${at("D")}>0,${at("C")}=0)` : `${at("D")}>0`;
  const anything = verdicts.some(({ state }) => state !== "notApplicable");
  calculation.addLine([
    { value: relation.code },
    { value: headingOf(relation, columnKey) },
    { value: anything ? 1 : 0, formula: `IFERROR((${numbers}>0)*${applies},0)` },
    {
      value: undetermined ? 1 : 0,
      formula: `IFERROR(((${left.texts}+${right.texts}>0)+${guard})*${applies}${unreadable},1)`,
    },
    {
      value: count(worst, "failed"),
      formula: `IF(${at("G")}=0,0,IFERROR(${total(`(${gap}>${tail})*1`)},0))`,
    },
    {
      value: count(worst, "roundingTail"),
      formula: `IF(${at("G")}=0,0,IFERROR(${total(`(${gap}>0)*1`)}-${at("E")},0))`,
    },
    {
      value: biggest,
      formula: `IF(${none},0,IFERROR(MAX(0,SUMPRODUCT(MAX(${mask}${gap}))),0))`,
    },
    {
      value: position ? indexOf(position, frame) : 0,
      formula: `IF(${at("G")}=0,0,IFERROR(SUMPRODUCT(MAX(${mask}(${gap}=${at("G")})*${frame.index})),0))`,
    },
    { value: label, formula: `IF(${at("H")}=0,"",${labelFormula(frame, at("H"))})` },
    {
      value: lineResult(verdicts),
      formula: `IF(${at("D")}>0,"${UNDETERMINED}",IF(${at("C")}=0,"${RESULT.notApplicable}",IF(${at("E")}>0,"${failedWord(relation)}",IF(${at("F")}>0,"${RESULT.roundingTail}","${RESULT.passed}"))))`,
    },
  ]);
  return row;
}

/** The relation for one of the fixed rows: what the mark on its figure looks at. Blank where it holds. */
export function rowResult(
  relation: Relation,
  verdict: Verdict,
  guard: string,
  settings: LineSettings,
  sheet: string,
  codeBeside: string | undefined,
): NativeCell {
  const beside = codeBeside === undefined ? {} : { codeBeside };
  const context: PrintContext = { ...settings, sheet, binding: verdict.binding, ...beside };
  const left = printNumber(relation.comparing.left, context);
  const right = printNumber(relation.comparing.right, context);
  const { decimals } = settings;
  const gap = gapOf(relation.comparing.comparison, left.value, right.value, decimals);
  const tail = tailFormula(`(${left.nonzero}+${right.nonzero})`, settings);
  const compared = `IF(${gap}<=0,"",IF(${gap}<=${tail},"${RESULT.roundingTail}","${failedWord(relation)}"))`;
  const isFine = verdict.state === "passed" || verdict.state === "notApplicable";
  return {
    value: isFine ? "" : resultWord(verdict.state, relation),
    formula: `IFERROR(IF(OR(${left.unreadable},${right.unreadable},${guard}),"${UNDETERMINED}",${compared}),"${UNDETERMINED}")`,
  };
}

/** How far a row is from what the relation asks for; zero or less where it holds. */
function gapOf(comparison: Comparison, left: string, right: string, decimals: number): string {
  switch (comparison) {
    case "=":
      return `ABS(ROUND(${left}-(${right}),${String(decimals)}))`;
    case "≤":
      return `ROUND(${left}-(${right}),${String(decimals)})`;
    case "≥":
      return `ROUND(${right}-(${left}),${String(decimals)})`;
    default:
      throw new PrintError(`带“${comparison}”的公式不能按行成批核对`);
  }
}

/** The condition of a relation over many rows is one for all of them. */
function conditionOf(
  { when }: Relation,
  settings: LineSettings,
): { readonly applies: string; readonly unreadable: string } {
  if (!when) return { applies: "1", unreadable: "" };
  if (referencesOf(when).some(({ row }) => row.kind === "each")) {
    throw new PrintError("条件随行变化的公式不能按行成批核对");
  }
  const { value, unreadable } = printNumber(when, { ...settings, sheet: CALCULATION_SHEET });
  return { applies: `(${value})`, unreadable: `+(${unreadable})` };
}

/** What a line counts: nothing while something in it cannot be checked. */
function unequal(verdicts: readonly Verdict[]): readonly Verdict[] {
  if (verdicts.some(({ state }) => state === "undetermined")) return [];
  return verdicts.filter(({ state }) => state === "failed" || state === "roundingTail");
}

export function largestGap(verdicts: readonly Verdict[]): number {
  const gaps = unequal(verdicts).map(({ difference }) => difference?.abs().toNumber() ?? 0);
  return Math.max(0, ...gaps);
}

function count(verdicts: readonly Verdict[], state: Verdict["state"]): number {
  return verdicts.filter((verdict) => verdict.state === state).length;
}

/** Sums over children hold for codes that have some; what is compared by code does not hold for 合计. */
function maskOf(relation: Relation, frame: VectorFrame): string {
  const sums = addsChildren(relation.comparing.left) || addsChildren(relation.comparing.right);
  if (frame.childCounts === undefined) return "";
  if (sums) return `(${frame.childCounts}>0)*`;
  return relation.each.rows === "codes" && frame.codes !== undefined
    ? `${isCode(frame.codes)}*`
    : "";
}

function addsChildren(side: Expression): boolean {
  return referencesOf(side).some(({ row }) => row.kind === "children" && row.code === undefined);
}

export function lineResult(verdicts: readonly Verdict[]): string {
  const has = (state: Verdict["state"]) => verdicts.some((verdict) => verdict.state === state);
  if (has("undetermined") || has("relationFault")) return RESULT.undetermined;
  const failed = verdicts.find(({ state }) => state === "failed");
  if (failed) return failedWord(failed.relation);
  if (has("roundingTail")) return RESULT.roundingTail;
  return has("passed") ? RESULT.passed : RESULT.notApplicable;
}

export function headingOf(relation: Relation, columnKey: string | undefined): string {
  const reference = relationReferences(relation.comparing)[0];
  const column = reference?.block.columns.find(({ key }) => key === columnKey);
  return column?.definition.heading.join("·") ?? "";
}

function indexOf(verdict: Verdict, frame: VectorFrame): number {
  const { rowId } = verdict.binding;
  if (frame.labels !== undefined) {
    return codedRows(frame.block).findIndex(({ id }) => id === rowId) + 1;
  }
  const placed = frame.block.rows.find(({ id }) => id === rowId);
  return placed ? placed.row - frame.block.headRow : 0;
}

function rowWords(verdict: Verdict | undefined, frame: VectorFrame): string {
  const placed = frame.block.rows.find(({ id }) => id === verdict?.binding.rowId);
  return placed === undefined || placed.label === "" ? (placed?.code ?? "") : placed.label;
}

function labelFormula(frame: VectorFrame, position: string): string {
  if (frame.labels !== undefined) return `INDEX(${frame.labels},${position})&""`;
  const sheet = quoteSheetName(frame.table.sheet);
  const column = labelColumnOf(frame.block);
  if (column === undefined) return '""';
  const start = `ROWS(${sheet}!$A$1:$A$${String(frame.block.headRow)})`;
  const textIn = (number: number) => {
    const letter = columnName(number);
    return `INDEX(${sheet}!$${letter}:$${letter},${start}+${position})`;
  };
  const codes = codeColumnOf(frame.block);
  const label = textIn(column);
  // 合计 is printed across the columns of code and name.
  return codes === undefined || codes === column
    ? `${label}&""`
    : `IF(LEN(${label})>0,${label},${textIn(codes)})&""`;
}

/** The lines of a relation that has 每列: one a column; else one. */
export function columnsOf(relation: Relation): readonly (string | undefined)[] {
  return relation.each.columns ? eachColumn(relationReferences(relation.comparing)) : [undefined];
}

/** The block whose rows the relation runs over. */
export function rowBlock(
  relation: Relation,
  placement: Placement,
): { readonly table: PlacedTable; readonly block: PlacedTable["blocks"][number] } {
  const references = relationReferences(relation.comparing).filter(
    ({ row }) => row.kind === "each" || row.kind === "children",
  );
  const anchor = references.find(({ block }) => block.definition.kind === "rows") ?? references[0];
  const table = anchor && placement.tables.get(anchor.table.key);
  const block = table?.blocks[anchor?.block.index ?? -1];
  if (!table || !block) throw new PrintError("表不在工作簿里");
  return { table, block };
}
