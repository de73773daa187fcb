import type { Figure } from "../disclosure/figure";
import type { Expression, Reference, TextPart } from "./expression";
import { isTextCell, referencesOf } from "./expression";
import { plainNumber, typedWords } from "./cellWords";
import { evaluate, NO_LAST_YEAR, plainText } from "./evaluate";
import { termsOf, type Scope } from "./scope";
import { tableWords } from "./write";

/** A paragraph with its figures; what is missing stands as 【缺：…】, by the label of its row. */
export function renderText(parts: readonly TextPart[], scope: Scope): string {
  return parts.map((part) => (typeof part === "string" ? part : renderPart(part, scope))).join("");
}

function renderPart(part: Expression, scope: Scope): string {
  switch (part.kind) {
    case "text":
      return part.value;
    case "year":
      return String(scope.year ?? part.value);
    case "number":
      return plainNumber(part.value);
    case "reference":
      return isTextCell(part.reference) ? textOf(part.reference, scope) : renderAmount(part, scope);
    case "binary":
      return part.operator === "&"
        ? renderPart(part.left, scope) + renderPart(part.right, scope)
        : renderAmount(part, scope);
    case "negate":
      return renderAmount(part, scope);
    case "call":
      return renderCall(part, scope);
  }
}

function renderCall(part: Expression & { readonly kind: "call" }, scope: Scope): string {
  switch (part.name) {
    case "IF":
      return renderChoice(part.args, scope);
    case "金额":
    case "百分比":
    case "较上年":
      return renderPhrase(part, scope);
    case "计数":
      return hasAmount(part, scope)
        ? plainText(evaluate(part, scope), scope)
        : missing(part, scope);
    default:
      return renderAmount(part, scope);
  }
}

const MET = { kind: "text", value: "是" } as const;
const UNMET = { kind: "text", value: "否" } as const;

function renderChoice(args: readonly Expression[], scope: Scope): string {
  const [condition, yes, no] = args;
  if (!condition || !yes || !no) throw new Error("IF takes three arguments");
  const value = evaluate({ kind: "call", name: "IF", args: [condition, MET, UNMET] }, scope);
  if (value.kind !== "text") return missing(condition, scope);
  return renderPart(value.value === MET.value ? yes : no, scope);
}

/** Names the first operand without a figure; a base of zero is the last one's fault. */
function renderPhrase(part: Expression & { readonly kind: "call" }, scope: Scope): string {
  const lacking = part.args.find((arg) => !hasAmount(arg, scope));
  if (lacking && part.name === "较上年" && lacking !== part.args[0]) return NO_LAST_YEAR;
  if (lacking) return missing(lacking, scope);
  const value = evaluate(part, scope);
  return value.kind === "text" ? value.value : missing(part.args.at(-1) ?? part, scope);
}

function renderAmount(part: Expression, scope: Scope): string {
  if (!hasAmount(part, scope)) return missing(part, scope);
  return plainText(evaluate({ kind: "call", name: "金额", args: [part] }, scope), scope);
}

function hasAmount(expression: Expression, scope: Scope): boolean {
  const value = evaluate(expression, scope);
  return value.kind === "amount" && !value.blank;
}

function textOf(reference: Reference, scope: Scope): string {
  const [term] = termsOf(reference, scope);
  return (term && typedWords(term)) ?? missingLabel(reference);
}

/** Of several references the one that keeps the text from being written: what is no figure, else what is blank. */
function missing(of: Expression, scope: Scope): string {
  const references = referencesOf(of);
  const holds = (reference: Reference, kinds: readonly Figure["kind"][]) =>
    termsOf(reference, scope).some(({ figure }) => kinds.includes(figure.kind));
  const lacking =
    references.find((reference) => holds(reference, NO_FIGURES)) ??
    references.find((reference) => !holds(reference, ["amount"])) ??
    references[0];
  return lacking ? missingLabel(lacking) : "【缺：数】";
}

const NO_FIGURES: readonly Figure["kind"][] = ["unreadable", "error", "missing", "notApplicable"];

/** 【缺：上年收入支出总计】, 【缺：收入决算表事业收入】 */
export function missingLabel({ row, block, column, table, text }: Reference): string {
  const heading = block.columns.find(
    ({ key }) => column.kind === "column" && key === column.key,
  )?.path;
  if (row.kind === "row" && row.id !== "") {
    const found = block.rows.find(({ id }) => id === row.id);
    const label = found?.path.at(-1);
    if (label !== undefined && label !== "合计" && label !== "总计") return `【缺：${label}】`;
    // The row says nothing where every column has one.
    const words = block.figureColumns.length > 1 ? heading?.at(-1) : undefined;
    return `【缺：${tableWords(table)}${words ?? label ?? ""}】`;
  }
  return `【缺：${heading?.join("") ?? text}】`;
}
