import { columnName, quoteSheetName } from "../workbook/cellAddress";
import { NARRATIVE_CALCULATION_SHEET } from "../workbook/resultSheets";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import type { PlacedBlock } from "../disclosure/placement";
import { typedWords } from "../expression/cellWords";
import { evaluate, itemWords } from "../expression/evaluate";
import { isTextCell, type ItemWord, type Reference } from "../expression/expression";
import {
  cellsArea,
  PrintError,
  type Area,
  type PrintContext,
  type TextCells,
} from "../expression/print/area";
import { withinLimits } from "../expression/print/limits";
import { literal, UNDETERMINED } from "../expression/print/number";
import { codeColumnOf } from "../expression/print/vector";
import { termsOf, type Scope } from "../expression/scope";
import type { WrittenParagraph } from "../narrative/paragraphs";
import { labelColumnOf } from "./calculationSheet";
import { addList } from "./listCells";

const FIRST_ROW = 2;
/** The paragraph's key, the code that it is written for, and its row on the 情况说明. */
export const PLACES = { key: 1, code: 2, row: 3 } as const;
const FIRST_OWN_COLUMN = 4;
/** Codes and names of the package, for rows whose name was left out. */
const CODE_LIST = { code: 13, name: 14 } as const;

/** Where a code stands in a table: the cell with its place below the heading. */
interface CodeRow {
  readonly sheet: string;
  readonly block: PlacedBlock;
  readonly at: string;
  /** Whether a second row has the same code. */
  readonly twice: string;
}

export type CodeList = ReadonlyMap<string, string>;

/** The hidden sheet behind the 情况说明: a line for each paragraph, then what it needs. */
export class NarrativeCalculation {
  readonly name = NARRATIVE_CALCULATION_SHEET;
  private readonly cells: PlannedCell[] = [];
  private nextRow = FIRST_ROW;
  private needsNames = false;

  constructor(
    private readonly narrativeSheet: string,
    private readonly codes: CodeList,
  ) {
    for (const [column, head] of [
      [PLACES.key, "段落"],
      [PLACES.code, "科目编码"],
      [PLACES.row, "所在行"],
    ] as const) {
      this.put(1, column, head);
    }
  }

  /** A line for a paragraph that stands in `row`; what its formula may refer to. */
  addParagraph(
    { key, item, scope }: WrittenParagraph,
    row: number,
    context: PrintContext,
  ): TextCells {
    const line = this.addRows(1);
    const target = `${quoteSheetName(this.narrativeSheet)}!$A${String(row)}`;
    this.put(line, PLACES.key, key);
    this.put(line, PLACES.row, row, `ROW(${target})`);
    const lists = (cells: TextCells): TextCells => ({
      ...cells,
      listCell: (args) => addList(args, this, scope, { ...context, textCells: cells }),
    });
    if (!item) return lists({});
    this.cells.push({ row: line, column: PLACES.code, value: item.code, style: "table.code" });
    return lists(this.cellsOfCode(line, scope));
  }

  /** Names and figures of the code that stands in a line, each looked up once. */
  private cellsOfCode(line: number, scope: Scope): TextCells {
    let column = FIRST_OWN_COLUMN;
    // Rows of their own: formulas that read alike line by line are written once.
    const code = `$${columnName(PLACES.code)}${String(line)}`;
    const add = (value: CellValue, formula: string): string => {
      const cell = `$${columnName(column)}${String(line)}`;
      this.put(line, column, value, formula);
      column += 1;
      if (column === CODE_LIST.code) column = CODE_LIST.name + 1;
      return `${quoteSheetName(this.name)}!${cell}`;
    };
    const areas = new Map<string, Area>();
    const words = new Map<ItemWord, string>();
    const places = new Map<string, CodeRow>();
    const rowOf = (reference: Reference): CodeRow => {
      const table = scope.source.placement.tables.get(reference.table.key);
      const block = table?.blocks[reference.block.index];
      const codes = block && codeColumnOf(block);
      if (!table || !block || codes === undefined) {
        throw new PrintError(`缺少科目编码列：${reference.text}`);
      }
      const known = places.get(table.table.key);
      if (known) return known;
      const range = this.rangeOf(table.sheet, codes, block);
      const row = block.rows.find((each) => each.code === scope.binding?.code)?.row;
      // Somebody may have typed the code as a number.
      const found = `IFERROR(MATCH(${code},${range},0),IFERROR(MATCH(${code}*1,${range},0),""))`;
      const at = `$${columnName(column)}${String(line)}`;
      add(row === undefined ? "" : row - block.headRow + 1, found);
      const place = { sheet: table.sheet, block, at, twice: `COUNTIF(${range},${code})>1` };
      places.set(table.table.key, place);
      return place;
    };
    return {
      areaOf: (reference) => {
        if (reference.row.kind !== "each") return undefined;
        const known = areas.get(reference.text);
        if (known) return known;
        const cell = isTextCell(reference)
          ? add(wordsOf(reference, scope), this.textLookUp(reference, rowOf(reference)))
          : add(figureOf(reference, scope), this.figureLookUp(reference, rowOf(reference), scope));
        const area = cellsArea([cell]);
        areas.set(reference.text, area);
        return area;
      },
      itemCell: (word) => {
        const known = words.get(word);
        if (known !== undefined) return known;
        const cell = this.itemCell(word, line, scope, add);
        words.set(word, cell);
        return cell;
      },
    };
  }

  private itemCell(
    word: ItemWord,
    line: number,
    scope: Scope,
    add: (value: CellValue, formula: string) => string,
  ): string {
    const own = `$${columnName(PLACES.code)}${String(line)}`;
    const { item } = scope.binding ?? {};
    if (word === "编码") return `${quoteSheetName(this.name)}!${own}`;
    if (word === "序号") return literal(String(item?.ordinal ?? ""));
    const code = word === "类名" ? `LEFT(${own},3)` : word === "款名" ? `LEFT(${own},5)` : own;
    const value = itemWords(
      { kind: "item", word, codeNames: (each) => this.codes.get(each) },
      scope,
    );
    return add(value ?? "", this.nameFormula(code, scope));
  }

  /** By the tables that list the codes of the paragraph, in their order, else by the package. */
  private nameFormula(code: string, { binding, source }: Scope): string {
    const tables = [...source.placement.tables.values()];
    const named = (binding?.item?.nameTables ?? []).flatMap((reference) => {
      const table = tables.find((each) => each.table === reference.table);
      const block = table?.blocks[reference.block.index];
      const [codes, names] = block ? [codeColumnOf(block), labelColumnOf(block)] : [];
      if (!table || !block || codes === undefined || names === undefined) return [];
      const range = (column: number) => this.rangeOf(table.sheet, column, block);
      const found = `IFERROR(INDEX(${range(names)},MATCH(${code},${range(codes)},0))&"","")`;
      return [`SUBSTITUTE(SUBSTITUTE(${found}," ",""),"　","")`];
    });
    return named.reduceRight(
      (otherwise, name) => `IF(LEN(${name})>0,${name},${otherwise})`,
      this.nameLookUp(code),
    );
  }

  private textLookUp(reference: Reference, row: CodeRow): string {
    return `IFERROR(INDEX(${this.columnOf(reference, row)},${row.at})&"","")`;
  }

  /** What stands in the row of the code; where two rows have it, nobody knows which is meant. */
  private figureLookUp(reference: Reference, row: CodeRow, { decimals }: Scope): string {
    const cell = `INDEX(${this.columnOf(reference, row)},${row.at})`;
    const number = `ROUND(${cell},${String(decimals)})`;
    const read = `IF(ISNUMBER(${cell}),${number},IF(LEN(${cell})>0,"${UNDETERMINED}",""))`;
    const once = `IF(ISNUMBER(${row.at}),IFERROR(${read},"${UNDETERMINED}"),"")`;
    return `IF(${row.twice},"${UNDETERMINED}",${once})`;
  }

  private columnOf({ column, text }: Reference, { sheet, block }: CodeRow): string {
    const number = column.kind === "column" ? block.columns.get(column.key) : undefined;
    if (number === undefined) throw new PrintError(`缺少列：${text}`);
    return this.rangeOf(sheet, number, block);
  }

  private rangeOf(
    sheet: string,
    column: number,
    { headRow, endRow }: { readonly headRow: number; readonly endRow: number },
  ): string {
    const letter = columnName(column);
    return `${quoteSheetName(sheet)}!$${letter}$${String(headRow)}:$${letter}$${String(endRow)}`;
  }

  /** The package's name of a code, as a formula; blank where it has none. */
  nameLookUp(code: string): string {
    this.needsNames = true;
    const last = String(FIRST_ROW + Math.max(this.codes.size, 1) - 1);
    const range = (column: number) =>
      `$${columnName(column)}$${String(FIRST_ROW)}:$${columnName(column)}$${last}`;
    return `IFERROR(INDEX(${range(CODE_LIST.name)},MATCH(${code},${range(CODE_LIST.code)},0)),"")`;
  }

  codeName(code: string): string | undefined {
    return this.codes.get(code);
  }

  /** So many rows of one's own; returns the first. */
  addRows(count: number): number {
    const row = this.nextRow;
    this.nextRow += count;
    return row;
  }

  put(row: number, column: number, value: CellValue, formula?: string): void {
    const printed = formula === undefined ? {} : { formula: withinLimits(formula) };
    this.cells.push({ row, column, value, ...printed });
  }

  plan(): SheetPlan {
    const names = this.needsNames
      ? [...this.codes].flatMap(([code, name], index): PlannedCell[] => [
          { row: FIRST_ROW + index, column: CODE_LIST.code, value: code },
          { row: FIRST_ROW + index, column: CODE_LIST.name, value: name },
        ])
      : [];
    return {
      name: this.name,
      visibility: "hidden",
      cells: [...this.cells, ...names],
      merges: [],
      columnWidths: new Map(),
      rowHeights: new Map(),
      hiddenColumns: [],
      hiddenRows: [],
      conditionalFormats: [],
      validations: [],
    };
  }
}

function wordsOf(reference: Reference, scope: Scope): string {
  const [term] = termsOf(reference, scope);
  return (term && typedWords(term)) ?? "";
}

function figureOf(reference: Reference, scope: Scope): CellValue {
  const value = evaluate({ kind: "reference", reference }, scope);
  if (value.kind !== "amount") return UNDETERMINED;
  return value.blank ? "" : value.value.toNumber();
}
