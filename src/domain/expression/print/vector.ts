import { columnName, quoteSheetName } from "../../workbook/cellAddress";
import type { PlacedBlock, PlacedRow, PlacedTable, Placement } from "../../disclosure/placement";
import type { Expression, Reference } from "../expression";
import { PrintError } from "./area";

/**
 * The rows that a relation with 每行, 每码 or 每类 is checked over, in native terms. All vectors have `length` entries;
 * the index columns live on the 计算 sheet, since rows inserted in a table carry no formulas.
 */
export interface VectorFrame {
  readonly placement: Placement;
  readonly length: number;
  /** The whole numbers 1…length, as a range. */
  readonly index: string;
  /** The block whose rows are meant, its table and the column of its first row's anchor. */
  readonly table: PlacedTable;
  readonly block: PlacedBlock;
  /** Ranges of equal length: each row's code (fixed rows: a list on 计算), and the code of its parent. */
  readonly codes?: string;
  readonly parents?: string;
  /** Fixed rows: their figures of a column, one below the other, wherever rows are inserted between them. */
  readonly own?: (column: number) => string;
  /** Fixed rows: their names. */
  readonly labels?: string;
  /** Fixed rows: as a formula beside it on 计算 refers to the code of the row with this number, from nought. */
  readonly codeCell?: (index: number) => string;
  /** How many listed codes stand directly below each row's code. */
  readonly childCounts?: string;
}

/** One side over all rows at once. */
export interface NativeVector {
  /** An array of `length` sums; text counts nothing. */
  readonly value: string;
  /** An array of how many numbers other than zero each sum has. */
  readonly nonzero: string;
  /** Scalars: how many numbers that count, and how many cells hold something else. */
  readonly numbers: string;
  readonly texts: string;
}

export function printVector(
  expression: Expression,
  frame: VectorFrame,
  columnKey: string | undefined,
): NativeVector {
  const terms = signedReferences(expression, 1);
  if (!terms) throw new PrintError("只有加减才能按行成批核对");
  const vectors = terms.map(({ sign, reference }) => ({
    sign,
    vector: referenceVector(reference, frame, columnKey),
  }));
  const value = vectors
    .map(({ sign, vector }, index) => `${sign < 0 ? "-" : index === 0 ? "" : "+"}${vector.value}`)
    .join("");
  const join = (of: (vector: NativeVector) => string) =>
    vectors.map(({ vector }) => of(vector)).join("+");
  return {
    value,
    nonzero: join(({ nonzero }) => nonzero),
    numbers: join(({ numbers }) => numbers),
    texts: join(({ texts }) => texts),
  };
}

function signedReferences(
  expression: Expression,
  sign: 1 | -1,
): { sign: 1 | -1; reference: Reference }[] | undefined {
  const flipped = sign === 1 ? -1 : 1;
  switch (expression.kind) {
    case "reference":
      return [{ sign, reference: expression.reference }];
    case "negate":
      return signedReferences(expression.operand, flipped);
    case "binary": {
      if (expression.operator !== "+" && expression.operator !== "-") return undefined;
      const left = signedReferences(expression.left, sign);
      const right = signedReferences(
        expression.right,
        expression.operator === "-" ? flipped : sign,
      );
      return left && right && [...left, ...right];
    }
    case "call": {
      if (expression.name !== "SUM") return undefined;
      const parts = expression.args.map((arg) => signedReferences(arg, sign));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}

function referenceVector(
  reference: Reference,
  frame: VectorFrame,
  columnKey: string | undefined,
): NativeVector {
  const table = frame.placement.tables.get(reference.table.key);
  const block = table?.blocks[reference.block.index];
  const key = reference.column.kind === "column" ? reference.column.key : columnKey;
  const column = key === undefined ? undefined : block?.columns.get(key);
  if (!table || !block || column === undefined) throw new PrintError(`缺少${reference.text}`);
  const isOwn = block === frame.block;
  if (reference.row.kind === "children" && reference.row.code === undefined) {
    return childVector(windowOf(table, block, column, frame.length), frame);
  }
  if (reference.row.kind !== "each") throw new PrintError(`${reference.text} 不能按行成批核对`);
  if (isOwn) {
    return ownVector(frame.own?.(column) ?? windowOf(table, block, column, frame.length));
  }
  return codeVector(table, block, column, frame, reference.row.scope === "class");
}

function ownVector(values: string): NativeVector {
  const value = numbersOf(values);
  return {
    value,
    nonzero: `(${value}<>0)`,
    numbers: `COUNT(${values})`,
    texts: textsIn(values),
  };
}

function childVector(values: string, { parents, codes, childCounts }: VectorFrame): NativeVector {
  if (parents === undefined || codes === undefined || childCounts === undefined) {
    throw new PrintError("没有科目编码");
  }
  const matching = `${parents},${codes}&"",${values}`;
  return {
    value: `SUMIF(${parents},${codes}&"",${values})`,
    nonzero: `(COUNTIFS(${matching},">0")+COUNTIFS(${matching},"<0"))`,
    numbers: `SUMPRODUCT((((${childCounts}>0)+(LEN(${parents})>0))>0)*ISNUMBER(${values}))`,
    texts: textsIn(values),
  };
}

function textsIn(values: string): string {
  return `SUMPRODUCT((LEN(${values})>0)*1)-COUNT(${values})`;
}

/** A column as an array in which text counts nothing: the fourth section of the format stands for text. */
export function numbersOf(values: string, decimals = 2): string {
  const format = `0.${"0".repeat(decimals)}`;
  return `(TEXT(${values},"${format};-${format};0;\\0")*1)`;
}

/** Another table's rows, looked up by code. */
function codeVector(
  table: PlacedTable,
  block: PlacedBlock,
  column: number,
  { codes }: VectorFrame,
  isClass: boolean,
): NativeVector {
  const codeColumn = codeColumnOf(block);
  if (codes === undefined || codeColumn === undefined) throw new PrintError("没有科目编码");
  const range = (number: number) => {
    const letter = columnName(number);
    return `${quoteSheetName(table.sheet)}!$${letter}$${String(block.headRow)}:$${letter}$${String(block.endRow)}`;
  };
  const [keys, values] = [range(codeColumn), range(column)];
  const meant = isClass ? `(LEN(${keys})=3)` : isCode(keys);
  return {
    value: `SUMIF(${keys},${codes}&"",${values})`,
    nonzero: `(COUNTIFS(${keys},${codes}&"",${values},">0")+COUNTIFS(${keys},${codes}&"",${values},"<0"))`,
    numbers: `SUMPRODUCT(${meant}*ISNUMBER(${values}))`,
    // A code that the rows do not have cannot be checked here.
    texts: `SUMPRODUCT(${meant}*(LEN(${values})>0)*(1-ISNUMBER(${values})*(COUNTIF(${codes},${keys}&"")>0)))`,
  };
}

/** An array: 1 where a code of 3, 5 or 7 digits stands. */
export function isCode(codes: string): string {
  return `((LEN(${codes})=3)+(LEN(${codes})=5)+(LEN(${codes})=7))`;
}

export function codeColumnOf(block: PlacedBlock): number | undefined {
  const key = block.block.columns.find(({ definition }) => definition.role === "code")?.key;
  return key === undefined ? undefined : block.columns.get(key);
}

/** `length` rows from below the heading, wherever rows are inserted. */
export function windowOf(
  table: PlacedTable,
  block: PlacedBlock,
  column: number,
  length: number,
  lastColumn = column,
): string {
  const sheet = quoteSheetName(table.sheet);
  const start = `ROWS(${sheet}!$A$1:$A$${String(block.headRow)})`;
  const at = (letter: string, offset: number) =>
    `INDEX(${sheet}!$${letter}:$${letter},${start}+${String(offset)})`;
  return `${at(columnName(column), 1)}:${at(columnName(lastColumn), length)}`;
}

export function codedRows(block: PlacedBlock): PlacedRow[] {
  return block.rows.filter(({ code }) => code !== undefined).sort((a, b) => a.row - b.row);
}
