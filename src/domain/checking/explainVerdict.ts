import { Decimal } from "decimal.js";
import type { CellAddress } from "../workbook/cellAddress";
import { evaluate, round } from "../expression/evaluate";
import {
  figureReferences,
  referencesOf,
  type Comparing,
  type Expression,
  type Reference,
} from "../expression/expression";
import { termsOf, type FigureTerm, type Scope } from "../expression/scope";
import { writeReference } from "../expression/write";
import { isMoneyUnit } from "../money/moneyUnit";
import { blankWords } from "./blankWords";
import { causeWords } from "./causeWords";
import { titled } from "./checks/formWords";
import type { Finding } from "./finding";
import { PlaceWords, shortName, tablesIn, unlistedCode } from "./placeWords";
import { relationReferences, type Relation } from "./relation";
import type { Verdict } from "./verdict";

/** Two lines of a finding: with more, sums are said by their first addend. */
const LONGEST = 90;
const ZERO = new Decimal(0);

/** The finding of a verdict that is not a pass, in words; nothing for one that is. */
export function explainVerdict(verdict: Verdict, scope: Scope): Finding | undefined {
  const { relation, state, level, binding } = verdict;
  if (state === "passed" || state === "notApplicable") return undefined;
  const bound: Scope = { ...scope, binding };
  const { left, right } = relation.comparing;
  const references = relationReferences(relation.comparing);
  const amount = (value: Decimal | undefined) =>
    value && printed(value, references, relation, scope);
  const conditions = conditionsOf(relation).map((reference): Expression => ({
    kind: "reference",
    reference,
  }));
  const finding = {
    code: relation.code,
    id: relation.id,
    state,
    level,
    kind: "figures" as const,
    title: titleOf(relation.comparing, bound),
    cells: cellsOf([left, right, ...conditions], bound),
    verdict,
  };
  if (state === "relationFault") {
    return {
      ...finding,
      explanation: `${relation.formula}：本条公式出错（软件问题，不是您的数据问题）。`,
    };
  }
  if (state === "undetermined") {
    const tables = tablesIn([left, right, ...(relation.when ? [relation.when] : [])]);
    return {
      ...finding,
      explanation: causeWords(verdict.causes ?? [], tables, scope.source),
    };
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

const MOST_DECIMALS = 4;

/** A relation that rounds or divides may differ by less than a printed unit; 团组, 人次, 辆 are whole numbers. */
function printed(
  value: Decimal,
  references: readonly Reference[],
  { allowed }: Pick<Relation, "allowed">,
  { decimals }: Scope,
): string {
  if (references.length > 0 && references.every(isCount)) return trimmed(value);
  const rounded = round(value, allowed ? Math.max(decimals, MOST_DECIMALS) : decimals);
  return rounded.toFixed(Math.max(decimals, rounded.decimalPlaces()));
}

function isCount({ row, block }: Reference): boolean {
  const unit = block.rows.find(({ id }) => row.kind === "row" && id === row.id)?.definition.unit;
  return unit !== undefined && !isMoneyUnit(unit);
}

/** “0” where two prints must be equal, else with its decimals. */
function trimmed(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}

function titleOf(comparing: Comparing, scope: Scope): string {
  const words = new PlaceWords(scope, { nameOf: titled });
  const left = words.say(comparing.left);
  return `${left} ${comparing.comparison} ${words.say(comparing.right)}`;
}

function explainDifference(verdict: Verdict, scope: Scope): string {
  const whole = difference(verdict, scope, false);
  return whole.length <= LONGEST ? whole : difference(verdict, scope, true);
}

function difference(verdict: Verdict, scope: Scope, isBrief: boolean): string {
  const { relation, level, left, right, difference } = verdict;
  if (!left || !right || !difference) return relation.why;
  const places = new PlaceWords(scope, { nameOf: shortName, isBrief });
  const side = (expression: Expression, value: Decimal) => {
    const unlisted =
      expression.kind === "reference" ? unlistedCode(expression.reference, scope) : undefined;
    const references = referencesOf(expression);
    const amount = printed(value, references, relation, scope);
    if (references.length === 0) return amount;
    const words = places.say(expression);
    return unlisted === undefined ? `${words} ${amount}` : `${words}，按 ${amount} 计`;
  };
  const { comparing } = relation;
  if (isNought(comparing.right)) {
    const known = conditionWords(relation, scope, places);
    return `${known}${side(comparing.left, left)}。${relation.why}，${advice(level)}`;
  }
  const both = `${side(comparing.left, left)}，${side(comparing.right, right)}`;
  if (difference.isZero()) return `${both}，两数相等。${relation.why}，${advice(level)}`;
  const more = difference.isPositive() ? "多" : "少";
  const gap = printed(difference.abs(), relationReferences(comparing), relation, scope);
  const blank = blankWords(comparing, scope);
  return `${both}，前者${more} ${gap}${judgement(verdict, scope, blank)}`;
}

/** > 0, = 0: whether there is something at all. */
function isNought(side: Expression): boolean {
  return side.kind === "number" && side.value.isZero();
}

/** The figures that make a relation with nothing but 0 on its right apply. */
function conditionWords(relation: Relation, scope: Scope, places: PlaceWords): string {
  return conditionsOf(relation)
    .map((reference) => {
      const figure: Expression = { kind: "reference", reference };
      const value = evaluate(figure, scope);
      if (value.kind !== "amount" || value.blank) return "";
      return `${places.say(figure)} ${printed(value.value, [reference], relation, scope)}，`;
    })
    .join("");
}

function conditionsOf({ when, comparing }: Relation): readonly Reference[] {
  if (!when || !isNought(comparing.right)) return [];
  const seen = new Set(relationReferences(comparing).map(writeReference));
  return figureReferences(when).filter((reference) => {
    const words = writeReference(reference);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function advice(level: Verdict["level"]): string {
  if (level === "advice") return "请确认。";
  return level === "must-hold" ? "请核对改正。" : "请核对，属实请说明。";
}

/** What the difference may be, and what to do about it. */
function judgement(verdict: Verdict, scope: Scope, blank: string): string {
  const { relation, state, doubt, level, allowed, terms = 0 } = verdict;
  if (relation.allowed) {
    const within = `允许相差 ${trimmed(allowed ?? ZERO)}`;
    return state === "roundingTail"
      ? `。${blank}${within}，可不改。`
      : `（${within}）。${blank}${advice(level)}`;
  }
  const most = `最多差 ${(allowed ?? ZERO).toFixed(scope.decimals)}`;
  if (state === "roundingTail") {
    return `。${blank}${String(terms)} 个数四舍五入${most}，属尾差，可不改。`;
  }
  if (doubt === "twoPrints") return `。${blank}同一个数两处取舍不一致，请统一。`;
  if (doubt === "suspectedTail") {
    return `。${blank}可能是印成 0.00 的数的尾差，请核对，属实可说明。`;
  }
  const proof = !allowed || allowed.isZero() ? "" : `（${String(terms)} 个数${most}，不是尾差）`;
  return `${proof}。${blank}${advice(level)}`;
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
