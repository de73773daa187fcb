import type { Decimal } from "decimal.js";
import type { CellAddress } from "../workbook/cellAddress";
import type { Expression, Reference } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import type { Cause } from "../expression/evaluate";
import { termsOf, type Binding, type FigureTerm, type Scope } from "../expression/scope";
import { isMany, tableWords } from "../expression/write";
import type { Finding } from "./finding";
import type { Verdict } from "./verdict";

/** The finding of a verdict that is not a pass, in words; nothing for one that is. */
export function explainVerdict(verdict: Verdict, scope: Scope): Finding | undefined {
  const { relation, state, level, binding } = verdict;
  if (state === "passed" || state === "notApplicable") return undefined;
  const bound: Scope = { ...scope, binding };
  const { left, right } = relation.comparing;
  const amount = (value: Decimal | undefined) => value?.toFixed(scope.decimals);
  const finding = {
    code: relation.code,
    id: relation.id,
    state,
    level,
    kind: "figures" as const,
    title: titleOf(verdict, bound),
    cells: cellsOf([left, right], bound),
    verdict,
  };
  if (state === "relationFault") {
    return {
      ...finding,
      explanation: `${relation.formula}：本条公式出错（软件问题，不是您的数据问题）。`,
    };
  }
  if (state === "undetermined") {
    return { ...finding, explanation: explainCauses(verdict.causes ?? []) };
  }
  return {
    ...finding,
    explanation: explainDifference(verdict, bound),
    ...optional("left", amount(verdict.left)),
    ...optional("right", amount(verdict.right)),
    ...optional("difference", amount(verdict.difference)),
    ...optional("allowed", verdict.allowed && trimmed(verdict.allowed)),
  };
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

/** “0” where two prints must be equal, else with its decimals. */
function trimmed(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}

function titleOf({ relation, binding }: Verdict, scope: Scope): string {
  const [first] = referencesOf(relation.comparing.left);
  const table = first ? `《${tableWords(first.table)}》` : "";
  return `${table}${sideWords(relation.comparing.left, binding, scope)}${relation.comparing.comparison}${sideWords(relation.comparing.right, binding, scope)}`;
}

function explainDifference(verdict: Verdict, scope: Scope): string {
  const { relation, binding, state, left, right, difference, allowed, terms = 0 } = verdict;
  if (!left || !right || !difference || !allowed) return relation.why;
  const { decimals } = scope;
  const a = left.toFixed(decimals);
  const b = right.toFixed(decimals);
  const places = placeWords(relation.comparing.left, relation.comparing.right, binding, scope);
  const gap = difference.abs().toFixed(decimals);
  const more = difference.isPositive() ? "多" : "少";
  const statement = `${places.left} ${a}，${places.right} ${b}，${places.leftShort}${more} ${gap}`;
  const blank = blankWords([relation.comparing.left, relation.comparing.right], scope);
  if (state === "roundingTail") {
    return `${statement}。${String(terms)} 个数四舍五入最多差 ${allowed.toFixed(decimals)}，属尾差，可不改。`;
  }
  if (verdict.doubt === "twoPrints") return `${statement}。同一个数两处取舍不一致，请统一。`;
  if (verdict.doubt === "suspectedTail") {
    return `${statement}。可能是显示为 0.00 的数的尾差，请核对，属实可说明。`;
  }
  const proof = allowed.isZero()
    ? ""
    : `（${String(terms)} 个数四舍五入最多差 ${allowed.toFixed(decimals)}，不是尾差）`;
  return `${statement}${proof}。${blank}请核对这些数。`;
}

function placeWords(
  left: Expression,
  right: Expression,
  binding: Binding,
  scope: Scope,
): { left: string; leftShort: string; right: string } {
  const [first] = referencesOf(left);
  const [second] = referencesOf(right);
  const leftTable = first && tableWords(first.table);
  const rightTable = second && tableWords(second.table);
  const leftShort = sideWords(left, binding, scope);
  const rightWords = sideWords(right, binding, scope);
  return {
    left: leftTable === undefined ? leftShort : `《${leftTable}》${leftShort}`,
    leftShort: leftTable === rightTable ? leftShort : "前者",
    right:
      rightTable === undefined || rightTable === leftTable
        ? rightWords
        : `《${rightTable}》${rightWords}`,
  };
}

/** One side in the words of the sheet: 功能科目合计, “基本支出＋项目支出”. */
export function sideWords(side: Expression, binding: Binding, scope: Scope): string {
  switch (side.kind) {
    case "number":
      return side.value.toFixed();
    case "text":
      return side.value;
    case "year":
      return String(side.value);
    case "negate":
      return `－${sideWords(side.operand, binding, scope)}`;
    case "reference":
      return referenceWords(side.reference, scope);
    case "binary":
      return `${sideWords(side.left, binding, scope)}${sign(side.operator)}${shortRight(side.right, side.left, binding, scope)}`;
    case "call":
      return side.name === "SUM"
        ? side.args.map((arg) => sideWords(arg, binding, scope)).join("＋")
        : `${side.name}(${side.args.map((arg) => sideWords(arg, binding, scope)).join("，")})`;
  }
}

function sign(operator: string): string {
  return { "+": "＋", "-": "－" }[operator] ?? operator;
}

/** The row is named once: “一般公共服务支出”基本支出＋项目支出. */
function shortRight(right: Expression, left: Expression, binding: Binding, scope: Scope): string {
  const [a] = referencesOf(left);
  if (right.kind !== "reference" || !a) return sideWords(right, binding, scope);
  const sameRow =
    a.table === right.reference.table &&
    JSON.stringify(a.row) === JSON.stringify(right.reference.row);
  return sameRow ? columnWords(right.reference, scope) : sideWords(right, binding, scope);
}

function referenceWords(reference: Reference, scope: Scope): string {
  const terms = termsOf(reference, scope);
  if (isMany(reference.row)) {
    const { row } = reference;
    const name = row.kind === "group" ? row.name : row.kind === "roots" ? "各类" : "下级各科目";
    const own = row.kind === "children" ? `“${row.code ?? scope.binding?.code ?? ""}”` : "";
    const filled = terms.filter(({ figure }) => figure.kind === "amount").length;
    return `${own}${name}${columnSuffix(reference, scope)}之和（${String(filled)} 项）`;
  }
  const label = terms[0]?.label.trim() ?? "";
  const block = reference.block.definition.name;
  const side = block === undefined ? "" : `${block}方`;
  const rowWords = label === "" ? "" : `${side}“${label.replace(/^#/u, "")}”`;
  return `${rowWords}${label === "" ? `“${columnWords(reference, scope)}”` : columnSuffix(reference, scope)}`;
}

/** The column is said only where the block has several. */
function columnSuffix(reference: Reference, scope: Scope): string {
  return reference.block.figureColumns.length > 1 ? columnWords(reference, scope) : "";
}

function columnWords(reference: Reference, scope: Scope): string {
  const key = reference.column.kind === "column" ? reference.column.key : scope.binding?.columnKey;
  const column = reference.block.columns.find((each) => each.key === key);
  const heading = column?.definition.heading ?? [];
  return reference.block.definition.kind === "record" ? heading.join("·") : (heading.at(-1) ?? "");
}

function blankWords(sides: readonly Expression[], scope: Scope): string {
  for (const side of sides) {
    if (side.kind !== "reference" || isMany(side.reference.row)) continue;
    const [term] = termsOf(side.reference, scope);
    if (term?.figure.kind === "blank") return `“${term.label.trim()}”是空白，按 0 计。`;
    if (term?.figure.kind === "nothing") {
      const code = term.rowId.startsWith("#") ? ` ${term.rowId.slice(1)} ` : "这一";
      return `《${tableWords(side.reference.table)}》没有${code}科目。`;
    }
  }
  return "";
}

export function cellsOf(sides: readonly Expression[], scope: Scope): CellAddress[] {
  const seen = new Map<string, CellAddress>();
  for (const reference of sides.flatMap(referencesOf)) {
    const terms = termsOf(reference, scope);
    const many = terms.length > 1;
    for (const { cell, figure } of terms) {
      if (!cell || (many && !isTelling(figure))) continue;
      seen.set(`${cell.sheet}!${String(cell.row)},${String(cell.column)}`, cell);
    }
  }
  return [...seen.values()];
}

/** Of many cells those that say something: figures other than zero, and what could not be read. */
export function isTelling(figure: FigureTerm["figure"]): boolean {
  if (figure.kind === "amount") return !figure.published.isZero();
  return figure.kind === "unreadable" || figure.kind === "error";
}

function explainCauses(causes: readonly Cause[]): string {
  const words = [...new Set(causes.map(causeWords))].slice(0, 3);
  return words.length === 0 ? "数据不足，无法核对。" : `${words.join("；")}。补齐后再核对。`;
}

function causeWords(cause: Cause): string {
  if (cause.kind === "zeroBase") return "基数为 0，不能计算比率";
  return termWords(cause.term);
}

function termWords({ figure, label, cell, table }: FigureTerm): string {
  const place = cell
    ? `${cell.sheet} 第 ${String(cell.row)} 行“${label.trim()}”`
    : `“${label.trim()}”`;
  switch (figure.kind) {
    case "unreadable":
      return `${place}填的是“${figure.text}”，不是数`;
    case "error":
      return figure.error === "NO_RESULT"
        ? `${place}的公式没有结果，请在 Excel 或 WPS 中打开并保存一次`
        : `${place}是错误值 ${figure.error}`;
    case "missing":
      return figure.what === "table"
        ? `没有找到需要的表（${label || table}）`
        : `${place}这一${figure.what === "row" ? "行" : "列"}没有找到`;
    default:
      return place;
  }
}
