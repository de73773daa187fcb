import type { Figure } from "../disclosure/figure";
import type { CellAddress } from "../workbook/cellAddress";
import type { Expression, Reference, TextPart } from "./expression";
import { isTextCell, listWords, referencesOf } from "./expression";
import { plainNumber, typedWords } from "./cellWords";
import {
  amountText,
  COMPARED,
  comparison,
  evaluate,
  itemWords,
  LAST_YEAR_FIGURE,
  plainText,
  type AmountValue,
} from "./evaluate";
import { listItems } from "./listItems";
import {
  bind,
  columnMeant,
  figuresOf,
  placedBlock,
  rowsMeant,
  sourceOf,
  termsOf,
  type Scope,
} from "./scope";
import { gapWords, joinWords, pieceText, type GapPiece, type TextPiece } from "./textPiece";
import { tableWords } from "./write";

/** A paragraph with its figures; what is missing stands as 【缺：…】, by the label of its row. */
export function renderText(parts: readonly TextPart[], scope: Scope): string {
  return renderPieces(parts, scope).map(pieceText).join("");
}

/** The same in pieces that know the cells they come from. */
export function renderPieces(parts: readonly TextPart[], scope: Scope): TextPiece[] {
  return joinWords(
    parts.flatMap((part) => (typeof part === "string" ? words(part) : renderPart(part, scope))),
  );
}

function words(text: string): TextPiece[] {
  return [{ kind: "words", text }];
}

function renderPart(part: Expression, scope: Scope): TextPiece[] {
  switch (part.kind) {
    case "text":
      return words(part.value);
    case "year":
      return words(String(scope.year ?? part.value));
    case "number":
      return words(plainNumber(part.value));
    case "item":
      return [renderItem(part, scope)];
    case "reference":
      return isTextCell(part.reference)
        ? [textOf(part.reference, scope)]
        : [renderAmount(part, scope)];
    case "binary":
      return part.operator === "&"
        ? [...renderPart(part.left, scope), ...renderPart(part.right, scope)]
        : [renderAmount(part, scope)];
    case "negate":
      return [renderAmount(part, scope)];
    case "call":
      return renderCall(part, scope);
  }
}

type Call = Expression & { readonly kind: "call" };

function renderCall(part: Call, scope: Scope): TextPiece[] {
  const [first, second] = part.args;
  switch (part.name) {
    case "IF":
      return renderChoice(part.args, scope);
    case "金额":
      return first ? [renderAmount(first, scope)] : [];
    case "个数":
      return first ? [renderNumber(first, scope, (value) => plainText(value, scope))] : [];
    case "百分比":
      return first && second ? [renderShare(part, first, second, scope)] : [];
    case "较上年":
      return first && second ? renderComparison(first, second, scope) : [];
    case "计数":
    case "不适用数":
      return [renderNumber(part, scope, (value) => plainText(value, scope))];
    case "列举":
      return renderList(part.args, scope);
    default:
      return [renderAmount(part, scope)];
  }
}

/** What a code without a name lacks. */
export const ITEM_NAME = "科目名称";

function renderItem(part: Expression & { readonly kind: "item" }, scope: Scope): TextPiece {
  if (part.word === "数") return renderAmount(part, scope);
  const text = itemWords(part, scope);
  return text === undefined ? { kind: "gap", label: ITEM_NAME } : { kind: "words", text };
}

function renderList(args: readonly Expression[], scope: Scope): TextPiece[] {
  const { references, item, separator, none } = listWords(args);
  const items = listItems(references, scope);
  if (!items) return references[0] ? [gap(references[0], scope)] : [];
  if (items.length === 0) return renderPart(none, scope);
  return items.flatMap((each, index) => [
    ...words(index === 0 ? "" : separator),
    ...renderPart(item, bind(scope, { ...scope.binding, item: each })),
  ]);
}

const MET = { kind: "text", value: "是" } as const;
const UNMET = { kind: "text", value: "否" } as const;

function renderChoice(args: readonly Expression[], scope: Scope): TextPiece[] {
  const [condition, yes, no] = args;
  if (!condition || !yes || !no) throw new Error("IF takes three arguments");
  const value = evaluate({ kind: "call", name: "IF", args: [condition, MET, UNMET] }, scope);
  if (value.kind !== "text") return [missing(condition, scope)];
  return renderPart(value.value === MET.value ? yes : no, scope);
}

/** Names the first operand without a figure; a base of zero is the last one's fault. */
function renderShare(call: Call, part: Expression, base: Expression, scope: Scope): TextPiece {
  const lacking = [part, base].find((arg) => !hasAmount(arg, scope));
  if (lacking) return missing(lacking, scope);
  const value = evaluate(call, scope);
  if (value.kind !== "text") return missing(base, scope);
  return {
    kind: "figure",
    text: value.value,
    ...from(part, scope),
    base: cellsOf(base, scope),
  };
}

function renderComparison(current: Expression, previous: Expression, scope: Scope): TextPiece[] {
  const now = evaluate(current, scope);
  if (now.kind !== "amount" || now.blank) return [missing(current, scope)];
  const before = evaluate(previous, scope);
  if (before.kind !== "amount" || before.blank) {
    const cell = missing(previous, scope).cell;
    return [...words(COMPARED), { kind: "gap", label: LAST_YEAR_FIGURE, ...(cell && { cell }) }];
  }
  const base = cellsOf(previous, scope);
  const cells = [...cellsOf(current, scope), ...base];
  return comparison(now.value, before.value, scope).map(({ kind, text }): TextPiece => {
    if (kind === "words") return { kind, text };
    return { kind: "figure", text, cells, ...(kind === "rate" ? { base } : {}) };
  });
}

function renderAmount(part: Expression, scope: Scope): TextPiece {
  return renderNumber(part, scope, (value) => amountText(value, scope));
}

function renderNumber(
  part: Expression,
  scope: Scope,
  print: (value: AmountValue) => string,
): TextPiece {
  const value = evaluate(part, scope);
  if (value.kind !== "amount" || value.blank) return missing(part, scope);
  return { kind: "figure", text: print(value), ...from(part, scope) };
}

function from(part: Expression, scope: Scope): { readonly cells: readonly CellAddress[] } {
  return { cells: cellsOf(part, scope) };
}

/** The cells with figures that an expression reads, each once. */
function cellsOf(part: Expression, scope: Scope): readonly CellAddress[] {
  const cells = new Map<string, CellAddress>();
  const figures = referencesOf(part).flatMap((reference) => figuresOf(reference, scope));
  const { item } = scope.binding ?? {};
  if (item?.figure && readsItem(part)) figures.push(item.figure);
  for (const { figure, cell } of figures) {
    if (figure.kind !== "amount" || !cell) continue;
    cells.set(`${cell.sheet}!${String(cell.row)},${String(cell.column)}`, cell);
  }
  return [...cells.values()];
}

function readsItem(part: Expression): boolean {
  switch (part.kind) {
    case "item":
      return part.word === "数";
    case "negate":
      return readsItem(part.operand);
    case "binary":
      return readsItem(part.left) || readsItem(part.right);
    case "call":
      return part.args.some(readsItem);
    default:
      return false;
  }
}

function hasAmount(expression: Expression, scope: Scope): boolean {
  const value = evaluate(expression, scope);
  return value.kind === "amount" && !value.blank;
}

function textOf(reference: Reference, scope: Scope): TextPiece {
  const [term] = termsOf(reference, scope);
  const text = term && typedWords(term);
  if (text === undefined) return gap(reference, scope);
  return { kind: "words", text, ...(term?.cell ? { cell: term.cell } : {}) };
}

/** Of several references the one that keeps the text from being written: what is no figure, else what is blank. */
function missing(of: Expression, scope: Scope): GapPiece {
  const references = referencesOf(of);
  const holds = (reference: Reference, kinds: readonly Figure["kind"][]) =>
    termsOf(reference, scope).some(({ figure }) => kinds.includes(figure.kind));
  const lacking =
    references.find((reference) => holds(reference, NO_FIGURES)) ??
    references.find((reference) => !holds(reference, ["amount"])) ??
    references[0];
  return lacking ? gap(lacking, scope) : { kind: "gap", label: "数" };
}

const NO_FIGURES: readonly Figure["kind"][] = ["unreadable", "error", "missing", "notApplicable"];

function gap(reference: Reference, scope: Scope): GapPiece {
  const cell = cellOf(reference, scope);
  return { kind: "gap", label: missingLabel(reference), ...(cell ? { cell } : {}) };
}

/** Figures of a table that nobody has begun have no cells of their own, its rows have. */
function cellOf(reference: Reference, scope: Scope): CellAddress | undefined {
  const source = sourceOf(reference, scope);
  const block = source && placedBlock(reference, source);
  const sheet = source?.placement.tables.get(reference.table.key)?.sheet;
  if (!block || sheet === undefined) return undefined;
  const [rowId] = rowsMeant(reference, block, scope.binding);
  const placed = block.rows.find(({ id }) => id === rowId);
  const column = (placed?.columns ?? block.columns).get(columnMeant(reference, scope.binding));
  return placed && column !== undefined ? { sheet, row: placed.row, column } : undefined;
}

/** As formulas print it: 【缺：上年收入支出总计】, 【缺：收入决算表事业收入】 */
export function missingWords(reference: Reference): string {
  return gapWords(missingLabel(reference));
}

function missingLabel({ row, block, column, table, text }: Reference): string {
  const heading = block.columns.find(
    ({ key }) => column.kind === "column" && key === column.key,
  )?.path;
  if (row.kind === "row" && row.id !== "") {
    const found = block.rows.find(({ id }) => id === row.id);
    const label = found?.path.at(-1);
    if (label !== undefined && label !== "合计" && label !== "总计") return label;
    // The row says nothing where every column has one.
    const words = block.figureColumns.length > 1 ? heading?.at(-1) : undefined;
    return `${tableWords(table)}${words ?? label ?? ""}`;
  }
  return heading?.join("") ?? text;
}
