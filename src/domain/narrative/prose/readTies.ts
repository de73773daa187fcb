import type { Decimal } from "decimal.js";
import type { FoundClaim } from "./claim";
import type { Figure } from "./figures";
import { isOfOneFund } from "./fundContext";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Role } from "./roles";
import type { Mention } from "./statements";
import { subjectOf, totalOf } from "./subjects";

/** An amount of a workbook, in 元. */
export interface KnownAmount {
  readonly value: Decimal;
  /** 公开03表“基本支出” */
  readonly words: string;
  /** What texts call it; undefined where its words are those of a column of many rows. */
  readonly name?: string;
  /** This year's, the budget's or last year's. */
  readonly role: Role;
  /** One of the totals that every 部门决算 has once. */
  readonly total?: string;
}

/** What a person took from somewhere; what is computed from it has claims of its own. */
const TAKEN: ReadonlySet<Role> = new Set(["current", "budget", "previous"]);

/** 上年 stands in the workbook alone: 增减额 is this year's less that. Both are printed with two decimals of 万元. */
export function readKnownChanges(
  { text }: Reading,
  known: readonly KnownAmount[],
): readonly FoundClaim[] {
  return text.mentions.flatMap((mention): FoundClaim[] => {
    const { figure, role, against, direction, statement } = mention;
    const { current } = statement;
    if (role !== "change" || !figure.value || figure.isBound || !against || !current) return [];
    const total = totalOf(current.subject);
    if (total === undefined || isOfOneFund(total, current, text)) return [];
    const now = onlyOne(headlines(known, total, "current"));
    const base = onlyOne(headlines(known, total, against));
    if (!now || !base || !isPrinted(current.figure, now.value)) return [];
    const change = now.value.minus(base.value);
    const apart = change.abs().minus(figure.value.abs()).abs();
    const isOpposite = !change.isZero() && direction !== 0 && change.isPositive() !== direction > 0;
    const isNear = apart.lte(figure.half.plus(CENT_OF_WAN_YUAN));
    const verdict = isOpposite || !isNear ? "wrong" : apart.lte(figure.half) ? "right" : "rounding";
    const word = change.isNegative() ? "减少" : "增加";
    const there = `${word}${inUnit(change.abs(), figure)}${figure.unit}`;
    const recomputed = inUnit(change.abs(), figure);
    const basis = `工作簿里${now.words}是${inUnit(now.value, figure)}${figure.unit}，${base.words}是${inUnit(base.value, figure)}${figure.unit}，${there}`;
    const explanation =
      verdict === "wrong"
        ? `${basis}，文中为${direction === 0 ? "" : direction > 0 ? "增加" : "减少"}${print(figure)}，请核对。`
        : `${basis}，相符。`;
    return [claimAt(mention, { kind: "difference", verdict, recomputed, explanation })];
  });
}

const CENT_OF_WAN_YUAN = 100;

/** The figure that all of them agree on. */
function onlyOne(amounts: readonly KnownAmount[]): KnownAmount | undefined {
  const [first, ...others] = amounts;
  return first && others.every(({ value }) => value.eq(first.value)) ? first : undefined;
}

/** Each amount of a text and the cell that it stands in; an amount that is named as a cell is and differs from it is wrong. */
export function readTies({ text }: Reading, known: readonly KnownAmount[]): readonly FoundClaim[] {
  return text.mentions.flatMap((mention): FoundClaim[] => {
    const { figure, role } = mention;
    if (figure.kind !== "money" || figure.isBound || !figure.value || figure.value.isZero()) {
      return [];
    }
    const tied = bestOf(
      known.filter(({ value }) => isPrinted(figure, value)),
      mention,
    );
    if (tied) return [told(mention, tied, "right", `与工作簿一致：${tied.words}。`)];
    if (!TAKEN.has(role)) return [];
    const isOther = isOfOneFund(totalOf(mention.subject), mention, text);
    const named = isOther ? undefined : (headlineFor(known, mention) ?? namesake(known, mention));
    if (!named) {
      return [told(mention, undefined, "cannot-be-checked", "工作簿里没有这个数，请核对来源。")];
    }
    const there = `${inUnit(named.value, figure)}${figure.unit}`;
    const words = `工作簿里${named.words}是${there}，文中为${print(figure)}，请核对。`;
    return [told(mention, named, "wrong", words)];
  });
}

/** 75.4 万元 stands for 75.40, and in a text without decimals 75 万元 for 75.40. */
function isPrinted({ value, half }: Figure, known: Decimal): boolean {
  return value !== undefined && value.minus(known).abs().lte(half);
}

/** Of several cells with one figure the one that the words name, then one of the same kind. */
function bestOf(candidates: readonly KnownAmount[], mention: Mention): KnownAmount | undefined {
  const total = totalOf(mention.subject);
  return (
    candidates.find(
      (each) => total !== undefined && each.total === total && each.role === mention.role,
    ) ??
    candidates.find(({ name }) => isNameOf(name, mention)) ??
    candidates.find(({ role }) => role === mention.role) ??
    candidates[0]
  );
}

/** The amount that goes by the words of the text alone; undefined where the workbook has two of that name. */
function namesake(known: readonly KnownAmount[], mention: Mention): KnownAmount | undefined {
  if (mention.role !== "current") return undefined;
  const [first, ...others] = known.filter(
    ({ name, role }) => role === "current" && isNameOf(name, mention),
  );
  return first && others.every(({ value }) => value.eq(first.value)) ? first : undefined;
}

/** The total that the text names, where the workbook has one figure for it. */
function headlineFor(known: readonly KnownAmount[], mention: Mention): KnownAmount | undefined {
  const total = totalOf(mention.subject) ?? totalBeside(known, mention);
  if (total === undefined) return undefined;
  return onlyOne(headlines(known, total, mention.role));
}

const headlines = (known: readonly KnownAmount[], total: string, role: Role) =>
  known.filter((each) => each.total === total && each.role === role);

/** 财政拨款支出75.40万元，年初预算66.93万元: the budget of what is certainly that total, and the other way round. */
function totalBeside(known: readonly KnownAmount[], mention: Mention): string | undefined {
  const { current, budget } = mention.statement;
  const beside = mention.role === "budget" ? current : budget;
  if (mention.subject !== "" || !beside || beside === mention) return undefined;
  const total = totalOf(beside.subject);
  if (total === undefined || mention.role === "previous") return undefined;
  const isThere = headlines(known, total, beside.role).some(({ value }) =>
    isPrinted(beside.figure, value),
  );
  return isThere ? total : undefined;
}

function isNameOf(name: string | undefined, { subject }: Mention): boolean {
  return name !== undefined && subject.length >= 4 && bare(subjectOf(name)) === bare(subject);
}

const bare = (subject: string) => subject.replace(/合计$/u, "");

function inUnit(value: Decimal, { scale, decimals }: Figure): string {
  return value.div(scale).toFixed(Math.max(decimals, scale === 1 ? 0 : 2));
}

function told(
  mention: Mention,
  known: KnownAmount | undefined,
  verdict: FoundClaim["verdict"],
  explanation: string,
): FoundClaim {
  const recomputed = known ? inUnit(known.value, mention.figure) : "";
  return claimAt(mention, { kind: "equality", verdict, recomputed, explanation });
}
