import {
  columnName,
  formatRange,
  quoteSheetName,
  type CellAddress,
  type CellPosition,
} from "../../workbook/cellAddress";
import { codeTreeOf } from "../../disclosure/codeTree";
import { DROPPED } from "../../disclosure/figure";
import { rowsWithId } from "../../disclosure/placedRows";
import type { PlacedBlock, PlacedTable, Placement } from "../../disclosure/placement";
import type { Expression, ItemWord, Reference } from "../expression";
import type { Binding } from "../scope";

/** Cells that are referred to one by one, since nobody knows how the rows around them will stand. */
export interface ListedCells {
  /** As the formulas of that sheet refer to them: none where nothing counts, undefined where something is missing. */
  rangesOf(
    reference: Reference,
    binding: Binding | undefined,
    sheet: string,
  ): readonly string[] | undefined;
  /** Where words stand: the cells themselves. */
  cellsOf(reference: Reference, binding: Binding): readonly CellAddress[];
}

/** Where a formula is printed to: references on its own sheet need no sheet name. */
export interface PrintContext {
  readonly placement: Placement;
  readonly decimals: number;
  readonly percentDecimals: number;
  /** Which sheet the formula will stand on, and in which cell when it is a total. */
  readonly sheet: string;
  readonly at?: CellPosition;
  readonly binding?: Binding;
  readonly year?: number;
  /** The cell beside the formula with the code of the bound row: formulas of such rows read alike from where they stand. */
  readonly codeBeside?: string;
  /** What a text needs beside the tables. */
  readonly textCells?: TextCells;
  /** In tables that a person laid out; without them the rows stand as our layout has them. */
  readonly listed?: ListedCells;
}

/** Cells of the hidden sheet behind the 情况说明. */
export interface TextCells {
  /** Where a reference of a text that is written once for each code is looked up already. */
  areaOf?(reference: Reference): Area | undefined;
  /** The cell with a name, figure or number of the item that the text is about. */
  itemCell?(word: ItemWord): string;
  /** The cell with the text of 列举. */
  listCell?(args: readonly Expression[]): string;
}

/** Native expressions over the cells that a reference means. All of them ignore text but `filled`. */
export interface Area {
  readonly sum: string;
  /** How many cells hold numbers, and numbers other than zero. */
  readonly numbers: string;
  readonly nonzero: string;
  /** How many cells hold something else. */
  readonly texts: string;
  /** How many cells of a list say 不适用; they are no `texts`. */
  readonly dropped?: string;
  /** The single cell, when it is one. */
  readonly cell?: string;
}

/** A formula that cannot be printed for this workbook: it is checked in the pane alone. */
export class PrintError extends Error {}

const CODE_LENGTHS = { class: 3, section: 5, item: 7 } as const;

const printed = new WeakMap<PrintContext, Map<Reference, Area>>();

/** One formula asks several times for the same cells. */
export function areaOf(reference: Reference, context: PrintContext): Area {
  let areas = printed.get(context);
  if (!areas) {
    areas = new Map<Reference, Area>();
    printed.set(context, areas);
  }
  let area = areas.get(reference);
  if (!area) {
    area =
      context.textCells?.areaOf?.(reference) ??
      (context.listed
        ? listedArea(reference, context.listed, context)
        : printArea(reference, context));
    areas.set(reference, area);
  }
  return area;
}

/** The single cell whose words are meant. */
export function wordsCellOf(reference: Reference, context: PrintContext): string | undefined {
  if (!context.listed) return areaOf(reference, context).cell;
  const [cell, another] = context.listed.cellsOf(reference, context.binding ?? {});
  if (!cell) throw new PrintError(`表里缺少${reference.text}`);
  if (another) return undefined;
  return `${quoteSheetName(cell.sheet)}!$${columnName(cell.column)}$${String(cell.row)}`;
}

/** Excel takes 255 arguments. */
const MOST_RANGES = 120;
const NOTHING: Area = { sum: "0", numbers: "0", nonzero: "0", texts: "0" };
const MISSING: Area = { ...NOTHING, texts: "1" };

function listedArea(
  reference: Reference,
  listed: ListedCells,
  { binding, sheet }: PrintContext,
): Area {
  const ranges = listed.rangesOf(reference, binding, sheet);
  if (!ranges) {
    // One row or column of many: the others are checked all the same.
    if (binding) return MISSING;
    throw new PrintError(`表里缺少${reference.text}`);
  }
  if (ranges.length > MOST_RANGES) throw new PrintError(`${reference.text}分在太多处`);
  return ranges.length === 0 ? NOTHING : cellsArea(ranges);
}

function printArea(reference: Reference, context: PrintContext): Area {
  const table = context.placement.tables.get(reference.table.key);
  const block = table?.blocks[reference.block.index];
  if (!table || !block) throw new PrintError(`《${reference.table.definition.title}》不在工作簿里`);
  const key =
    reference.column.kind === "column" ? reference.column.key : context.binding?.columnKey;
  const column = key === undefined ? undefined : block.columns.get(key);
  if (column === undefined) throw new PrintError(`缺少列：${reference.text}`);
  const place = new Place(table, block, column, context);
  const { row } = reference;
  switch (row.kind) {
    case "row":
      return place.rows([row.id]);
    case "group":
      return place.rows(row.ids);
    case "code":
      return place.code(row.code);
    case "each": {
      return place.boundRow(reference);
    }
    case "children": {
      const code = row.code ?? context.binding?.code;
      if (code === undefined) throw new PrintError(`没有确定的科目：${reference.text}`);
      return place.children(code);
    }
    case "roots":
      return place.roots();
    case "listed":
      return place.listed();
  }
}

class Place {
  private readonly sheet: string;
  private readonly letter: string;

  constructor(
    private readonly table: PlacedTable,
    private readonly block: PlacedBlock,
    private readonly column: number,
    private readonly context: PrintContext,
  ) {
    this.sheet = table.sheet === context.sheet ? "" : `${quoteSheetName(table.sheet)}!`;
    this.letter = columnName(column);
  }

  rows(ids: readonly string[], isBeside = false): Area {
    const rows = ids.flatMap((id) => rowsWithId(this.block, id));
    if (rows.length === 0) throw new PrintError(`《${this.table.sheet}》里缺少所需的行`);
    return cellsArea(
      runs(rows.map(({ row }) => row)).map(([top, bottom]) => {
        const range = absolute({ top, bottom, left: this.column, right: this.column });
        return this.sheet + (isBeside ? range.replaceAll(/\$(?=\d)/gu, "") : range);
      }),
    );
  }

  /** The row that 每行 stands for: the formula's own, when it is a total of that row. */
  boundRow(reference: Reference): Area {
    const { at, binding, codeBeside } = this.context;
    const id = binding?.rowId;
    if (id === undefined) throw new PrintError(`没有确定的行：${reference.text}`);
    if (at && this.sheet === "" && rowsWithId(this.block, id).some(({ row }) => row === at.row)) {
      return cellsArea([`$${this.letter}${String(at.row)}`]);
    }
    return id.startsWith("#") ? this.code(id.slice(1), codeBeside) : this.rows([id]);
  }

  /** Fixed rows have addresses; in a tree a code is looked up, since rows come and go. */
  code(code: string, beside?: string): Area {
    if (!this.isTree()) return this.rows([`#${code}`], beside !== undefined);
    const { codes, values } = this.wholeTree();
    const own = beside ?? `"${code}"`;
    const mask = `(LEN(${codes})=${String(code.length)})*(LEFT(${codes},${String(code.length)})=${own})`;
    return maskedArea(mask, values);
  }

  children(code: string): Area {
    if (this.codeLetter() !== undefined) {
      const { codes, values } = this.wholeTree();
      const own = this.ownCode(code);
      const length = `LEN(${own})`;
      const mask = `(LEN(${codes})=${length}+2)*(LEFT(${codes},${length})=${own}&"")`;
      return this.totalArea(mask, values, values);
    }
    return this.rows(
      codeTreeOf(this.block)
        .childrenOf(code)
        .map(({ id }) => id),
    );
  }

  roots(): Area {
    const { codes, values } = this.wholeTree();
    const digit = `ISNUMBER(FIND(LEFT(${codes},1),"123456789"))`;
    const mask = `(LEN(${codes})=${String(CODE_LENGTHS.class)})*${digit}`;
    return this.totalArea(mask, values, this.allFigures());
  }

  /** From the heading to the last row, so that rows inserted first and last are in. */
  listed(): Area {
    const last = this.block.rows.at(-1);
    const end = last && !last.id.startsWith("list:") ? last.row : this.block.endRow;
    const from = `${this.sheet}$${this.letter}$${String(this.block.headRow)}`;
    const to = `INDEX(${this.sheet}$${this.letter}:$${this.letter},ROWS(${this.sheet}$${this.letter}$1:$${this.letter}$${String(end)})-1)`;
    const range = `${from}:${to}`;
    return listArea(range);
  }

  /**
   * A parent is blank while nothing at all stands below it in its column, 合计 while nothing stands in the table;
   * elsewhere only its own parts count.
   */
  private totalArea(mask: string, values: string, below: string): Area {
    const area = maskedArea(mask, values);
    return this.isOwnTotal() ? { ...area, numbers: `COUNT(${below})` } : area;
  }

  /** All figure columns below the total. */
  private allFigures(): string {
    const columns = this.block.block.figureColumns.flatMap(
      ({ key }) => this.block.columns.get(key) ?? [],
    );
    const [left, right] = [Math.min(...columns), Math.max(...columns)].map(columnName);
    const row = String(this.context.at?.row ?? this.block.headRow);
    return `INDEX($${left ?? ""}:$${left ?? ""},ROWS($A$1:$A${row})+1):$${right ?? ""}$${String(this.block.endRow)}`;
  }

  private isOwnTotal(): boolean {
    return this.sheet === "" && this.context.at?.column === this.column;
  }

  private isTree(): boolean {
    return this.block.block.definition.kind === "tree";
  }

  private codeLetter(): string | undefined {
    const key = this.block.block.columns.find(({ definition }) => definition.role === "code")?.key;
    const column = key === undefined ? undefined : this.block.columns.get(key);
    return column === undefined ? undefined : columnName(column);
  }

  /**
   * From the heading row to the sentinel, so that rows inserted first and last are in. A total in the column that it
   * adds up must not hold itself: its range begins in the row below.
   */
  private wholeTree(): { codes: string; values: string } {
    const codeLetter = this.codeLetter();
    if (codeLetter === undefined) throw new PrintError(`《${this.table.sheet}》里缺少科目编码列`);
    const own = this.isOwnTotal() ? this.context.at?.row : undefined;
    const end = this.treeEnd();
    const range = (letter: string) => {
      const from =
        own === undefined
          ? `${this.sheet}$${letter}$${String(this.block.headRow)}`
          : `INDEX($${letter}:$${letter},ROWS($A$1:$A${String(own)})+1)`;
      return `${from}:${end(letter)}`;
    };
    return { codes: range(codeLetter), values: range(this.letter) };
  }

  /** Fixed rows end on totals that depend on the codes above: the range stops before them. */
  private treeEnd(): (letter: string) => string {
    if (this.isTree()) return (letter) => `$${letter}$${String(this.block.endRow)}`;
    const lastCode = Math.max(
      ...this.block.rows.map(({ row, code }) => (code === undefined ? 0 : row)),
    );
    return (letter) =>
      `INDEX(${this.sheet}$${letter}:$${letter},ROWS(${this.sheet}$A$1:$A$${String(lastCode + 1)})-1)`;
  }

  /** The code's own cell when the formula stands in its row, so that a changed code is followed. */
  private ownCode(code: string): string {
    const { at } = this.context;
    const own = this.block.rows.find((row) => row.code === code);
    const letter = this.codeLetter();
    return this.sheet === "" && letter !== undefined && own && at?.row === own.row
      ? `$${letter}${String(own.row)}`
      : `"${code}"`;
  }
}

function maskedArea(mask: string, values: string): Area {
  return {
    sum: `SUMPRODUCT(${mask},${values})`,
    numbers: `SUMPRODUCT(${mask}*ISNUMBER(${values}))`,
    nonzero: `SUMPRODUCT(${mask}*ISNUMBER(${values})*(${values}<>0))`,
    texts: maskedTexts(mask, values),
  };
}

/** Only a range with text in it is searched for whose text it is: hundreds of totals recalculate on every edit. */
function maskedTexts(mask: string, values: string): string {
  const own = `SUMPRODUCT(${mask}*(LEN(${values})>0)*(1-ISNUMBER(${values})))`;
  return `IF(ROWS(${values})=COUNT(${values})+COUNTBLANK(${values}),0,${own})`;
}

/** A list with its heading, in which 不适用 counts as nothing. */
function listArea(range: string): Area {
  const dropped = `COUNTIF(${range},"${DROPPED}")`;
  const { texts, ...area } = cellsArea([range]);
  return { ...area, texts: `${texts}-1-${dropped}`, dropped };
}

export function cellsArea(ranges: readonly string[]): Area {
  const list = ranges.join(",");
  const [only, another] = ranges;
  const cell =
    only !== undefined && another === undefined && !only.includes(":") ? only : undefined;
  const filled = ranges.map((range) =>
    range.includes(":") ? `SUMPRODUCT((LEN(${range})>0)*1)` : `(LEN(${range})>0)`,
  );
  return {
    sum: `SUM(${list})`,
    numbers: `COUNT(${list})`,
    nonzero: ranges
      .flatMap((range) => [`COUNTIF(${range},">0")`, `COUNTIF(${range},"<0")`])
      .join("+"),
    texts: `${filled.join("+")}-COUNT(${list})`,
    ...(cell === undefined ? {} : { cell }),
  };
}

/** Neighbouring rows as ranges. */
function runs(rows: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

function absolute(range: { top: number; bottom: number; left: number; right: number }): string {
  return formatRange(range).replaceAll(/([A-Z]+)([0-9]+)/gu, "$$$1$$$2");
}
