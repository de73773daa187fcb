import type { Block, Column, Row, Table } from "../../src/domain/template/template";
import type { GoldenSheet } from "../support/goldenText";

/** One typed figure or text of a tiny table. */
export interface TypedCell {
  readonly table: Table;
  readonly block: Block;
  /** As in `Row.id`; a code that the form does not print is `#code`. */
  readonly rowId: string;
  readonly columnKey: string;
  readonly text: string;
}

/** Without 行次 and 由谁提供 a table is complete. */
const LEFT_OUT: readonly string[] = ["lineNumber", "hint"];
/** No figure and not blank either: what needs it cannot be told. */
const UNTOLD = "略";
const UNIT_NAME = "示例市某某中心";

/** A table as somebody else would print it, with the rows of the cells alone. Their other figures are not told. */
export function tinySheet(table: Table, cells: readonly TypedCell[], name: string): GoldenSheet {
  const blocks = table.blocks.map((block) =>
    drawBlock(
      table,
      block,
      cells.filter((cell) => cell.block === block),
    ),
  );
  const width = blocks.reduce((sum, block) => sum + block.width, 0);
  const height = Math.max(0, ...blocks.map(({ head }) => head.length));
  const depth = Math.max(0, ...blocks.map(({ body }) => body.length));
  const line = (index: number) => blocks.flatMap(({ head }) => head[index] ?? []);
  const row = (index: number) =>
    blocks.flatMap((block) => block.body[index] ?? Array<string>(block.width).fill(""));
  const { title, number = "", notes } = table.definition;
  return {
    name,
    rows: [
      [title.replace("{年度}", "2020"), ...Array<string>(Math.max(width - 1, 0)).fill("<")],
      [number],
      [`部门：${UNIT_NAME}`, "单位：万元"],
      ...Array.from({ length: height }, (_, index) => line(index)),
      ...Array.from({ length: depth }, (_, index) => row(index)),
      ...notes.map((note) => [note]),
    ],
  };
}

interface DrawnBlock {
  readonly width: number;
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
}

function drawBlock(table: Table, block: Block, cells: readonly TypedCell[]): DrawnBlock {
  const columns = block.columns.filter(({ definition: { role } }) => !LEFT_OUT.includes(role));
  const isAsked = table.definition.role === "supplement";
  return {
    width: columns.length,
    head: drawHead(block, columns),
    body: rowsOf(block, cells).map((row) =>
      columns.map((column) => textOf(row, column, block, cells) ?? (isAsked ? "" : UNTOLD)),
    ),
  };
}

/** Headings side by side are merged where they are equal; short ones reach down. */
function drawHead(block: Block, columns: readonly Column[]): string[][] {
  const { name, below } = block.definition;
  const isAbove = name !== undefined && below !== true;
  const paths = columns.map(({ definition }) => [
    ...(isAbove ? [name] : []),
    ...definition.heading,
  ]);
  const height = Math.max(...block.columns.map(({ definition }) => definition.heading.length));
  return Array.from({ length: height + (isAbove ? 1 : 0) }, (_, line) =>
    paths.map((path, index) => {
      const label = path[line];
      if (label === undefined) return "^";
      const before = paths[index - 1]?.slice(0, line + 1);
      const goesOn =
        line < path.length - 1 && before?.join("/") === path.slice(0, line + 1).join("/");
      return goesOn ? "<" : label;
    }),
  );
}

interface TinyRow {
  readonly id: string;
  readonly code?: string;
  readonly printed?: Row;
}

/** In the form's order, with the row that one is an 其中 of; a tree's codes after its 合计. */
function rowsOf(block: Block, cells: readonly TypedCell[]): TinyRow[] {
  const ids = new Set(cells.map(({ rowId }) => rowId));
  const asked = block.rows.filter(({ id }) => ids.has(id));
  const wholes = new Set(asked.map(({ definition }) => definition.of));
  const printed = block.rows
    .filter((row) => asked.includes(row) || wholes.has(row.definition.label ?? ""))
    .map((row): TinyRow => ({ id: row.id, printed: row }));
  const codes = [...ids]
    .filter((id) => id.startsWith("#") && !printed.some((row) => row.id === id))
    .sort()
    .map((id): TinyRow => ({ id, code: id.slice(1) }));
  const isTotalAlone = block.definition.kind === "tree" && ids.size > 0 && codes.length === 0;
  return [...printed, ...(isTotalAlone ? [UNTOLD_CODE] : codes)];
}

/** 合计 alone would say that there are no codes. */
const UNTOLD_CODE: TinyRow = { id: "#201", code: "201" };

function textOf(
  { id, code, printed }: TinyRow,
  column: Column,
  block: Block,
  cells: readonly TypedCell[],
): string | undefined {
  const { role } = column.definition;
  const label = printed?.definition.label ?? "";
  const own = code ?? printed?.definition.code;
  const hasCodes = block.columns.some(({ definition }) => definition.role === "code");
  if (role === "code") return own === undefined ? label : `'${own}`;
  if (role === "label") return label;
  if (role === "name") return own !== undefined && hasCodes ? nameOf(label, own) : "";
  if (role === "unit") return printed?.definition.unit ?? "";
  return cells.find(({ rowId, columnKey }) => rowId === id && columnKey === column.key)?.text;
}

function nameOf(label: string, code: string): string {
  return label === "" ? `科目${code}` : label;
}
