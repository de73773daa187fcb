import { Decimal } from "decimal.js";
import type { FoundClaim } from "./claim";
import { type Judged, judgePercent, judgeSum, ratioOf } from "./judge";
import { type ItemList, NOTHING, type PartList, readItemLists } from "./lists";
import { NO_BUDGET } from "./readCompletion";
import { isOneDivision } from "./kinds";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention, Statement } from "./mention";

/** A total against the parts named behind it. */
export function readSums(reading: Reading): readonly FoundClaim[] {
  return [
    ...reading.lists.flatMap((list) => sumOf(list, reading) ?? []),
    ...readItemLists(reading.text).flatMap((list) => sumsOfItems(list, reading)),
  ];
}

function sumOf(list: PartList, reading: Reading): FoundClaim | undefined {
  const { head, parts } = list;
  if (parts.length === 0 || isBalance(list)) return undefined;
  const whole = judge(head, parts);
  if (whole.verdict !== "wrong") return told(head, parts, whole);
  const ends = endsOf(parts, reading);
  for (let end = 2; end < parts.length; end += 1) {
    const shorter = parts.slice(0, end);
    const found = judge(head, shorter);
    const isEnd = ends.includes(end);
    if (found.verdict === "rounding" && isEnd) return told(head, shorter, found);
    if (found.verdict === "right" && (isEnd || !isAlike(parts[end], shorter)))
      return told(head, shorter, found);
  }
  if (parts.length === 1 && isMore(list)) return exceeding(list, whole);
  if (parts.length < 2 && !isWhole(list)) return undefined;
  return isComplete(list, reading) ? told(head, parts, whole) : open(head);
}

/** 年末结转和结余 A，其中年初…、收入…、支出…: what came in and what went out are no parts. */
const isBalance = ({ head, parts }: PartList): boolean =>
  LEFT_OVER.test(head.subject) &&
  [/收入/u, /支出/u].every((flow) => parts.some(({ near }) => flow.test(near)));

const MARKS = ["、", ",", ";", "。"];

/** Where a list may end before its sentence does: at a stronger mark, or where its division has all its parts. */
function endsOf(parts: readonly Mention[], { text }: Reading): readonly number[] {
  const strengths = parts.slice(1).map((part, index) => {
    const between = text.plain.slice(parts[index]?.figure.to, part.figure.from);
    return Math.max(...MARKS.map((mark, at) => (between.includes(mark) ? at : -1)));
  });
  return parts.flatMap((part, end) => {
    if (end < 2) return [];
    const isStronger = (strengths[end - 1] ?? -1) > Math.max(...strengths.slice(0, end - 1));
    const isOther =
      !part.subject.startsWith("其他") &&
      isOneDivision(parts.slice(0, end).map(({ subject }) => subject)) &&
      !isOneDivision(parts.slice(0, end + 1).map(({ subject }) => subject));
    return isStronger || isOther || LEFT_OVER.test(part.subject) ? [end] : [];
  });
}

/** 在职 23 人，其中男 15 人、女 8 人，退休 10 人: the last is no part of those that make the whole. */
function isAlike(next: Mention | undefined, parts: readonly Mention[]): boolean {
  if (!next || next.subject.startsWith("其他")) return true;
  const subjects = parts.map(({ subject }) => subject);
  const isOfOne = subjects.some((each) => each !== "" && next.subject.startsWith(`${each}中`));
  if (next.subject === "" || isOfOne) return false;
  const end = next.subject.slice(-2);
  return isOneDivision([...subjects, next.subject]) || subjects.every((each) => each.endsWith(end));
}

/** 年末结转和结余 behind what was spent. */
const LEFT_OVER = /结转|结余/u;

const judge = (head: Mention, parts: readonly Mention[]): Judged =>
  judgeSum(
    head.figure,
    parts.map(({ figure }) => ({ figure, sign: 1 })),
  );

/** One part that is said to be all. */
const isWhole = ({ parts: [part] }: PartList): boolean =>
  part?.statement.percents.some(
    ({ role, figure }) => role === "share" && figure.value?.equals(100),
  ) === true;

/** A part that is more than its whole. */
const isMore = ({ head, parts: [part], opener }: PartList): boolean =>
  /其中|包括|分别|分:/u.test(opener) &&
  part?.figure.value !== undefined &&
  head.figure.value?.lessThan(part.figure.value) === true;

/** 小微企业 of 中小企业, a source of a total: said as what it is, not as a sum. */
const exceeding = ({ head, parts }: PartList, { recomputed }: Judged): FoundClaim =>
  claimAt(head, {
    kind: "sum",
    verdict: "wrong",
    recomputed,
    explanation: `其中的${recomputed}${head.figure.unit}（${parts[0]?.subject ?? ""}）比总数${print(head.figure)}还多。`,
  });

const CLOSED = /分别|构成|组成|如下|分项|依次|分为|各自?[为是]/u;

/** Whether the parts are all there are: by the words, the shares, or what they are; or they are more than the whole. */
function isComplete({ head, parts, opener, rest }: PartList, { text }: Reading): boolean {
  const total = parts.reduce((sum, { figure }) => sum.plus(figure.value ?? 0), new Decimal(0));
  if (!head.figure.value || head.figure.isBound) return false;
  const isOverlapping = parts.some(({ near }) => /授予|其中/u.test(near) && !/^其中/u.test(near));
  if (isOverlapping) return false;
  if (total.greaterThan(head.figure.value)) return true;
  if (/^(?:[^,;]{0,6})等/u.test(rest) || opener.includes("不限于")) return false;
  if (
    /构成|组成|以下|相加|加总|累加/u.test(opener) ||
    /^[^,;]{0,6}(?:构成|组成)/u.test(rest) ||
    (CLOSED.test(opener) && !opener.includes("主要"))
  )
    return true;
  const shares = parts.flatMap(({ statement }) =>
    statement.percents.filter(({ role }) => role === "share").slice(0, 1),
  );
  const all = shares.reduce((sum, { figure }) => sum.plus(figure.value ?? 0), new Decimal(0));
  if (shares.length === parts.length && all.minus(100).abs().lessThan("1.5")) return true;
  if (isOneDivision(parts.map(({ subject }) => subject))) return true;
  const apart = head.figure.value.minus(total).abs().div(head.figure.value);
  return (
    /其中|包括|\(/u.test(opener) &&
    !opener.includes("主要") &&
    apart.lessThan("0.3") &&
    text.plain !== ""
  );
}

/** The only item is the whole. */
const unlike = (claim: Mention, other: Mention): FoundClaim =>
  claimAt(claim, {
    kind: "equality",
    verdict: "inconsistent",
    recomputed: other.figure.shown,
    explanation: `总数下面只有一项，一处是${print(other.figure)}，这里是${print(claim.figure)}，前后不一致。`,
  });

/** Whether its own completion rate speaks against a figure. */
const isAtOdds = ({ statement: { current, budget, percents } }: Mention): boolean =>
  percents.some(
    ({ role, figure }) =>
      role === "completion" &&
      current !== undefined &&
      budget !== undefined &&
      judgePercent(figure, ratioOf(current.figure, budget.figure)).verdict === "wrong",
  );

function told(
  head: Mention,
  parts: readonly Mention[],
  { verdict, recomputed }: Judged,
): FoundClaim {
  const many = `${String(parts.length)}项`;
  const unit = head.figure.unit;
  const explanation =
    verdict === "wrong"
      ? `${many}合计${recomputed}${unit}，文中总数为${print(head.figure)}${head.figure.kind === "count" ? "" : "，超出四舍五入的尾差"}${slipIn(head, parts)}。`
      : verdict === "rounding"
        ? `${many}合计${recomputed}${unit}，与总数${print(head.figure)}是四舍五入的尾差。`
        : verdict === "right"
          ? `${many}合计${recomputed}${unit}，相符。`
          : "有数没有填，无法复算。";
  return claimAt(head, { kind: "sum", verdict, recomputed, explanation });
}

/** 900.00 元 among 万元: the unit of one part makes all the difference. */
function slipIn(head: Mention, parts: readonly Mention[]): string {
  const slip = parts.find((part) => {
    const rescaled = parts.map((each) => (each === part ? inOtherUnit(each) : each));
    return part.figure.kind === "money" && judge(head, rescaled).verdict !== "wrong";
  });
  if (slip === undefined) return "";
  // Next to nothing in the other unit: it may as well be counted twice.
  const isLeftOut = inOtherUnit(slip).figure.value?.lessThan(head.figure.half.times(2)) === true;
  return isLeftOut
    ? `；不算“${print(slip.figure)}”就相符`
    : `；“${print(slip.figure)}”像是单位（元、万元）写错`;
}

function inOtherUnit(mention: Mention): Mention {
  const { figure } = mention;
  const value =
    figure.unit === "元" ? figure.value?.times(IN_WAN_YUAN) : figure.value?.div(IN_WAN_YUAN);
  return { ...mention, figure: { ...figure, value } };
}

const IN_WAN_YUAN = 10_000;

const open = (head: Mention): FoundClaim =>
  claimAt(head, {
    kind: "sum",
    verdict: "cannot-be-checked",
    recomputed: "",
    explanation: "列出的几项不像是全部，无法核对合计。",
  });

/** 年初未安排预算: nothing is left out where there is nothing. */
const isNil = ({ paragraph }: Statement, role: "budget" | "current", { text }: Reading): boolean =>
  (role === "budget" ? NO_BUDGET : NOTHING).test(text.paragraphs[paragraph]?.text ?? "");

function sumsOfItems(
  { head, items, hasUnread }: ItemList,
  reading: Reading,
): readonly FoundClaim[] {
  return (["budget", "current"] as const).flatMap((role) => {
    const total = head[role];
    const parts = items.flatMap((item) => item[role] ?? []);
    if (!total || parts.length === 0) return [];
    const isPartial =
      hasUnread || items.some((item) => item[role] === undefined && !isNil(item, role, reading));
    const judged = judge(total, parts);
    const filled = parts.filter(({ figure }) => figure.value?.isZero() !== true);
    const [only] = filled;
    if (only && filled.length === 1 && judged.verdict === "wrong" && !isPartial)
      return [isAtOdds(total) && !isAtOdds(only) ? unlike(total, only) : unlike(only, total)];
    if (judged.verdict !== "wrong" || !isPartial) return [told(total, parts, judged)];
    return [open(total)];
  });
}
