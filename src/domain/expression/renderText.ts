import type { Expression, Reference, TextPart } from "./expression";
import { referencesOf } from "./expression";
import { evaluate, plainText } from "./evaluate";
import type { Scope } from "./scope";

/** A paragraph with its figures; what is missing stands as 【缺：…】, by the label of its row. */
export function renderText(parts: readonly TextPart[], scope: Scope): string {
  return parts.map((part) => (typeof part === "string" ? part : renderPart(part, scope))).join("");
}

function renderPart(part: Expression, scope: Scope): string {
  if (part.kind === "binary" && part.operator === "&") {
    return renderPart(part.left, scope) + renderPart(part.right, scope);
  }
  if (part.kind === "call" && part.name === "IF") {
    const [condition, yes, no] = part.args;
    if (!condition || !yes || !no) throw new Error("IF takes three arguments");
    const value = evaluate({ ...part, args: [condition, MET, UNMET] }, scope);
    if (value.kind !== "text") return missingLabel(condition);
    return renderPart(value.value === MET.value ? yes : no, scope);
  }
  const value = evaluate(part, scope);
  if (value.kind === "undetermined" || (value.kind === "amount" && value.blank)) return missing(part, scope);
  if (value.kind === "amount" && part.kind !== "number") {
    return plainTextFixed(part, scope);
  }
  return plainText(value, scope);
}

const MET = { kind: "text", value: "是" } as const;
const UNMET = { kind: "text", value: "否" } as const;

function plainTextFixed(part: Expression, scope: Scope): string {
  return plainText(evaluate({ kind: "call", name: "金额", args: [part] }, scope), scope);
}

/** Names the first operand without a figure; a base of zero is the last one's fault. */
function missing(part: Expression, scope: Scope): string {
  const args = part.kind === "call" && part.name !== "IF" ? part.args : [part];
  const lacking = args.find((arg) => {
    const value = evaluate(arg, scope);
    return value.kind === "undetermined" || (value.kind === "amount" && value.blank);
  });
  return missingLabel(lacking ?? args.at(-1) ?? part);
}

/** 【缺：上年收入支出总计】 */
export function missingLabel(of: Reference | Expression): string {
  const reference = "kind" in of ? referencesOf(of)[0] : of;
  if (!reference) return "【缺：数】";
  const { row, block, column } = reference;
  if (row.kind === "row" && row.id !== "") {
    const found = block.rows.find(({ id }) => id === row.id);
    const label = found?.path.at(-1);
    if (label !== undefined && label !== "合计" && label !== "总计") return `【缺：${label}】`;
    const title = reference.table.definition.title;
    return `【缺：${title}${label ?? ""}】`;
  }
  const heading = block.columns.find(
    ({ key }) => column.kind === "column" && key === column.key,
  )?.path;
  return `【缺：${heading?.join("") ?? reference.text}】`;
}
