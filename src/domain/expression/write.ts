import type { Block, Table } from "../template/template";
import type { ColumnSelector, Comparing, Expression, Reference, RowSelector } from "./expression";

const SCOPE_WORDS = {
  rows: "每行",
  codes: "每码",
  class: "每类",
  section: "每款",
  item: "每项",
} as const;

/** Back to the words in which relations are written; parsing them gives the same reference. */
export function writeReference(reference: Omit<Reference, "text">): string {
  const { table, block, row, column } = reference;
  const prefix = reference.year === "previous" ? "上年·" : "";
  const columnWords = writeColumn(block, column);
  const cell =
    block.definition.kind === "record" ? columnWords : `${writeRow(block, row)}, ${columnWords}`;
  return `${prefix}${tableWords(table)}[${cell}]`;
}

export function tableWords(table: Table): string {
  return table.definition.title.replace(/^\{年度\}年度?(?:部门)?/u, "");
}

function writeRow(block: Block, row: RowSelector): string {
  const inBlock = (word: string) =>
    block.definition.name === undefined ? word : `${quote(block.definition.name)}/${word}`;
  switch (row.kind) {
    case "row": {
      const found = block.rows.find(({ id }) => id === row.id);
      if (row.id.startsWith("#")) return row.id;
      return found ? found.path.map(quote).join("/") : row.id;
    }
    case "code":
      return `#${row.code}`;
    case "group":
      return inBlock(quote(row.name));
    case "each":
      return inBlock(SCOPE_WORDS[row.scope]);
    case "children":
      return row.code === undefined ? "下级" : `#${row.code}/下级`;
    case "roots":
      return "各类";
    case "listed":
      return "各行";
  }
}

function writeColumn(block: Block, column: ColumnSelector): string {
  if (column.kind === "each") return "每列";
  const found = block.columns.find(({ key }) => key === column.key);
  if (!found) return column.key;
  const headings = block.definition.name === undefined ? found.path : found.path.slice(1);
  const last = headings.at(-1) ?? "";
  const alone = block.columns.filter(({ path }) => path.at(-1) === last).length === 1;
  return alone ? quote(last) : headings.map(quote).join("/");
}

function quote(label: string): string {
  return /[,，/／[\]［］#]/u.test(label) ? `「${label}」` : label;
}

const RANK: Readonly<Record<string, number>> = { "&": 1, "+": 2, "-": 2, "×": 3, "÷": 3 };

export function writeExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toFixed();
    case "text":
      return `"${expression.value}"`;
    case "year":
      return "年度";
    case "item":
      return expression.word;
    case "reference":
      return isMany(expression.reference.row)
        ? `SUM(${expression.reference.text})`
        : expression.reference.text;
    case "negate":
      return `-${operandWords(expression.operand, 4)}`;
    case "binary": {
      const rank = RANK[expression.operator] ?? 0;
      // Two comparisons in a row cannot be read back.
      const left = operandWords(expression.left, Math.max(rank, 1));
      return `${left} ${expression.operator} ${operandWords(expression.right, rank + 1)}`;
    }
    case "call":
      return `${expression.name}(${expression.args.map(argumentWords).join(", ")})`;
  }
}

export function writeComparing({ left, comparison, right }: Comparing): string {
  return `${writeExpression(left)} ${comparison} ${writeExpression(right)}`;
}

export function isMany(row: RowSelector): boolean {
  return ["group", "children", "roots", "listed"].includes(row.kind);
}

function argumentWords(arg: Expression): string {
  return arg.kind === "reference" ? arg.reference.text : writeExpression(arg);
}

function operandWords(operand: Expression, rank: number): string {
  const words = writeExpression(operand);
  return operand.kind === "binary" && (RANK[operand.operator] ?? 0) < rank ? `(${words})` : words;
}
