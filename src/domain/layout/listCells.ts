import { columnName, quoteSheetName } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlacedBlock, PlacedTable, Placement } from "../disclosure/placement";
import { listWords, type Expression, type Reference } from "../expression/expression";
import { listItems } from "../expression/listItems";
import { literal, UNDETERMINED } from "../expression/print/number";
import { PrintError, type PrintContext } from "../expression/print/area";
import { codeColumnOf } from "../expression/print/vector";
import { printText } from "../expression/print/text";
import { missingWords, renderText } from "../expression/renderText";
import { bind, figuresOf, type Scope } from "../expression/scope";
import { labelColumnOf } from "./calculationSheet";

/** Rows that a table may grow by before its lists say what is missing. */
const SPARE_TREE_ROWS = 40;
const SPARE_ROWS = 8;
const SPARE_SLOTS = 6;
/** Equal amounts keep their order: the row's number is the last three digits of a key. */
const ROWS_PER_KEY = 1000;

const COLUMNS = { key: 4, place: 5, code: 6, name: 7, amount: 8, text: 9, number: 11 } as const;

/** The hidden sheet that a list is built on. */
interface ListSheet {
  readonly name: string;
  /** So many rows of one's own; returns the first. */
  addRows(count: number): number;
  put(row: number, column: number, value: CellValue, formula?: string): void;
  codeName(code: string): string | undefined;
  /** The package's name of a code, as a formula. */
  nameLookUp(code: string): string;
}

/** Rows of one block that references of the list mean, from below its heading on. */
interface Window {
  readonly table: PlacedTable;
  readonly block: PlacedBlock;
  readonly column: number;
  readonly references: readonly Reference[];
  readonly length: number;
  /** How many rows before it. */
  readonly start: number;
}

/**
 * 列举 without array formulas: each row of the tables has a key by which it is ranked, each slot finds the row that has
 * its rank and adds its words to those of the slot before. Returns the cell with the whole text. Rows and slots are
 * numbered in a column of their own, so that the formulas of a list read alike from where they stand.
 */
export function addList(
  args: readonly Expression[],
  sheet: ListSheet,
  scope: Scope,
  context: PrintContext,
): string {
  const { references, item, separator, none } = listWords(args);
  const windows = windowsOf(references, context.placement);
  const items = listItems(references, scope);
  const length = windows.reduce((sum, each) => sum + each.length, 0);
  const listed = references.flatMap((each) => figuresOf(each, scope)).length;
  const slots = Math.min(listed + SPARE_SLOTS, length);
  const head = sheet.addRows(Math.max(length, slots) + 1);
  const at = (column: number, row: number) => `$${columnName(column)}$${String(row)}`;
  const beside = (column: number, row: number) => `$${columnName(column)}${String(row)}`;
  const keys = `${at(COLUMNS.key, head + 1)}:${at(COLUMNS.key, head + length)}`;
  const values = { keys: keyValues(windows, references, scope), items: items ?? [] };

  for (let number = 1; number <= Math.max(length, slots); number += 1) {
    sheet.put(head + number, COLUMNS.number, number);
  }
  for (const window of windows) {
    for (let k = 1; k <= window.length; k += 1) {
      const row = head + window.start + k;
      const formula = keyFormula(window, beside(COLUMNS.number, row), scope.decimals);
      sheet.put(row, COLUMNS.key, values.keys.get(row - head) ?? "", formula);
    }
  }

  const count = at(COLUMNS.place, head);
  const filled = values.items.length;
  sheet.put(head, COLUMNS.key, "列举");
  sheet.put(head, COLUMNS.place, filled, `COUNT(${keys})`);
  for (let j = 1; j <= slots; j += 1) {
    const row = head + j;
    const number = beside(COLUMNS.number, row);
    const place = beside(COLUMNS.place, row);
    const key = `LARGE(${keys},${number})`;
    const own = values.items[j - 1];
    const when = (formula: string) => `IF(${number}>${count},"",${formula})`;
    const found = (column: (window: Window) => number) => when(cellOf(windows, place, column));
    sheet.put(
      row,
      COLUMNS.place,
      own ? placeOf(own, windows) : "",
      when(`MATCH(${key},${keys},0)`),
    );
    sheet.put(row, COLUMNS.code, own?.code ?? "", `${found(codeColumn)}&""`);
    const code = beside(COLUMNS.code, row);
    const name = `SUBSTITUTE(SUBSTITUTE(${cellOf(windows, place, nameColumn)}," ",""),"　","")`;
    const named = own && (own.nameOf(own.code) ?? sheet.codeName(own.code));
    sheet.put(
      row,
      COLUMNS.name,
      named ?? "",
      when(`IF(LEN(${name})>0,${name},${sheet.nameLookUp(code)})`),
    );
    const { figure } = own?.figure ?? {};
    sheet.put(
      row,
      COLUMNS.amount,
      figure?.kind === "amount" ? figure.published.toNumber() : "",
      found(({ column }) => column),
    );
    const itemContext: PrintContext = {
      ...context,
      sheet: sheet.name,
      textCells: {
        ...context.textCells,
        itemCell: (word) =>
          beside(
            word === "编码" ? COLUMNS.code : word === "数" ? COLUMNS.amount : COLUMNS.name,
            row,
          ),
      },
    };
    const before = beside(COLUMNS.text, row - 1);
    const words = printText([item], itemContext);
    const text = j === 1 ? words : `${before}&${literal(separator)}&${words}`;
    const written = values.items
      .slice(0, j)
      .map((each) => renderText([item], bind(scope, { ...scope.binding, item: each })));
    sheet.put(row, COLUMNS.text, own ? written.join(separator) : "", when(text));
  }
  const [first] = references;
  if (!first) throw new PrintError("列举 缺少引用");
  const lacking = literal(missingWords(first));
  const full = [
    `COUNTIF(${keys},"${UNDETERMINED}")>0`,
    `${count}>${String(slots)}`,
    ...windows.map(overflow),
  ];
  const texts = `${at(COLUMNS.text, head + 1)}:${at(COLUMNS.text, head + slots)}`;
  const nothing = printText([none], { ...context, sheet: sheet.name });
  // The list itself stands beside its head: the column of texts begins with an empty one.
  const result = COLUMNS.text + 1;
  sheet.put(
    head,
    result,
    renderText([{ kind: "call", name: "列举", args }], scope),
    `IF(OR(${full.join(",")}),${lacking},IF(${count}=0,${nothing},INDEX(${texts},${count})))`,
  );
  return `${quoteSheetName(sheet.name)}!${at(result, head)}`;
}

function windowsOf(references: readonly Reference[], { tables }: Placement): Window[] {
  const windows: Window[] = [];
  let start = 0;
  for (const reference of references) {
    const table = tables.get(reference.table.key);
    const block = table?.blocks[reference.block.index];
    const { column } = reference;
    const number = column.kind === "column" ? block?.columns.get(column.key) : undefined;
    if (!table || !block || number === undefined) {
      throw new PrintError(`缺少列：${reference.text}`);
    }
    const known = windows.findIndex((each) => each.block === block);
    const same = windows[known];
    if (same) {
      windows[known] = { ...same, references: [...same.references, reference] };
      continue;
    }
    const isTree = block.block.definition.kind === "tree";
    const length = lastRow(block) - block.headRow + (isTree ? SPARE_TREE_ROWS : SPARE_ROWS);
    windows.push({ table, block, column: number, references: [reference], length, start });
    start += length;
  }
  return windows;
}

/** Fixed rows end on totals without a code. */
function lastRow(block: PlacedBlock): number {
  if (block.block.definition.kind === "tree") return block.endRow - 1;
  return Math.max(...block.rows.map(({ row, code }) => (code === undefined ? 0 : row)));
}

function overflow({ table, block, length }: Window): string {
  const sheet = quoteSheetName(table.sheet);
  const isTree = block.block.definition.kind === "tree";
  const last = isTree ? block.endRow : lastRow(block);
  const rows = `ROWS(${sheet}!$A$${String(block.headRow)}:$A$${String(last)})`;
  return `${rows}-${isTree ? "2" : "1"}>${String(length)}`;
}

function codeColumn({ block }: Window): number {
  const column = codeColumnOf(block);
  if (column === undefined) throw new PrintError("没有科目编码");
  return column;
}

function nameColumn({ block }: Window): number {
  const column = labelColumnOf(block);
  if (column === undefined) throw new PrintError("没有科目名称");
  return column;
}

/** The cell of the row that stands `k` rows below the heading, wherever rows are inserted. */
function below(window: Window, column: number, k: string): string {
  const sheet = quoteSheetName(window.table.sheet);
  const letter = columnName(column);
  const head = `ROWS(${sheet}!$A$1:$A$${String(window.block.headRow)})`;
  return `INDEX(${sheet}!$${letter}:$${letter},${head}+${k})`;
}

/** Which row of the block the one with this number in the list is. */
function numberIn({ start }: Window, number: string): string {
  return start === 0 ? number : `${number}-${String(start)}`;
}

function cellOf(
  windows: readonly Window[],
  place: string,
  columnOf: (window: Window) => number,
): string {
  const [last, ...rest] = [...windows].reverse();
  if (!last) throw new PrintError("列举 缺少引用");
  const cell = (window: Window) => below(window, columnOf(window), numberIn(window, place));
  return rest.reduce(
    (otherwise, window) =>
      `IF(${place}<=${String(window.start + window.length)},${cell(window)},${otherwise})`,
    cell(last),
  );
}

/** `number`: the cell that has the row's number in the list. */
function keyFormula(window: Window, number: string, decimals: number): string {
  const k = numberIn(window, number);
  const code = below(window, codeColumn(window), k);
  const value = below(window, window.column, k);
  const masks = window.references.map((reference) => mask(reference, code));
  const meant = masks.length === 1 ? (masks[0] ?? "FALSE") : `OR(${masks.join(",")})`;
  const units = `ROUND(${value}*1${"0".repeat(decimals)},0)`;
  const key = `IF(${units}=0,"",${units}*${String(ROWS_PER_KEY)}-${number})`;
  const read = `IF(ISNUMBER(${value}),${key},IF(LEN(${value})>0,"${UNDETERMINED}",""))`;
  return `IFERROR(IF(${meant},${read},""),"${UNDETERMINED}")`;
}

function mask({ row }: Reference, code: string): string {
  if (row.kind === "roots")
    return `AND(LEN(${code})=3,ISNUMBER(FIND(LEFT(${code},1),"123456789")))`;
  if (row.kind !== "children" || row.code === undefined) throw new PrintError("列举 指不出各行");
  const length = row.code.length;
  return `AND(LEN(${code})=${String(length + 2)},LEFT(${code},${String(length)})="${row.code}")`;
}

/** The exact result of each key, by its number. */
function keyValues(
  windows: readonly Window[],
  references: readonly Reference[],
  scope: Scope,
): ReadonlyMap<number, CellValue> {
  const keys = new Map<number, CellValue>();
  for (const reference of references) {
    const window = windows.find(({ references: own }) => own.includes(reference));
    for (const { figure, cell } of figuresOf(reference, scope)) {
      if (!window || !cell) continue;
      const index = window.start + cell.row - window.block.headRow;
      if (figure.kind === "amount") {
        const units = figure.published.times(10 ** scope.decimals).toNumber();
        if (units !== 0) keys.set(index, units * ROWS_PER_KEY - index);
      } else if (figure.kind !== "blank" && figure.kind !== "nothing") {
        keys.set(index, UNDETERMINED);
      }
    }
  }
  return keys;
}

function placeOf(
  { figure }: { readonly figure?: ReturnType<typeof figuresOf>[number] },
  windows: readonly Window[],
): CellValue {
  const cell = figure?.cell;
  const window = windows.find(
    ({ table, block, column }) =>
      table.sheet === cell?.sheet && column === cell.column && cell.row > block.headRow,
  );
  return window && cell ? window.start + cell.row - window.block.headRow : "";
}
