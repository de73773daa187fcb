import type { FoundClaim } from "./claim";
import { lastThat } from "./lastThat";
import { judgePercent, kindest, ratioOf } from "./judge";
import { currentsOf, type Reading, wordsOf } from "./readings";
import { claimAt, print } from "./say";
import { runEnd, runStart } from "./shareParts";
import type { Mention, Statement } from "./mention";
import { OF_BEFORE } from "./mentionRole";

export const NO_BUDGET =
  /年初(?:未|没有|无)[^,。;]{0,6}预算|年初预算(?:未|没有)(?:安排|列入)|(?:年初)?无预算|未安排(?:年初)?预算|年初预算为零/u;

/** 按期完成率, 投资完成率: of works, not of a budget. */
const OTHER =
  /^(?!.*预算)(?:[0-9一-龥]*?(?!年初|全年|支出|实际|本年|共|已|累计)[一-龥]{2})(?:完成|执行|实现)/u;

/** 完成年初预算的…%: this year's amount in percent of its budget. */
export function readCompletion(reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;
  return mentions.flatMap((claim, index) => {
    if (claim.role !== "completion" || claim.figure.kind !== "percent") return [];
    const budget = budgetBeside(mentions, index) ?? budgetFor(claim, reading);
    return claimOf(claim, budget, reading) ?? [];
  });
}

/** 完成年初预算 A 万元的 a %, 分别完成年初预算 A 万元和全年预算 B 万元的 a %和 b %. */
function budgetBeside(mentions: readonly Mention[], index: number): Mention | undefined {
  const first = runStart(mentions, index);
  const last = runEnd(mentions, index);
  if (!OF_BEFORE.test(mentions[first]?.gap ?? "")) return undefined;
  const budgets = mentions.slice(Math.max(0, first - 1 - (last - first)), first);
  const budget = budgets.every(({ role }) => role === "budget")
    ? budgets[index - first]
    : undefined;
  return budget ?? (mentions[first - 1]?.role === "budget" ? mentions[first - 1] : undefined);
}

function claimOf(
  claim: Mention,
  budget: Mention | undefined,
  reading: Reading,
): FoundClaim | undefined {
  const { statement, figure } = claim;
  const current = spentFor(statement);
  const isOwn = [budget, current].some((each) => each?.sentence === claim.sentence);
  if (OTHER.test(claim.near) || (!isOwn && !claim.near.includes("预算"))) return undefined;
  const isNil = budget?.figure.value?.isZero() ?? NO_BUDGET.test(wordsOf(reading, claim));
  if (isNil) return withoutBudget(claim, current);
  if (!budget && !/预算|执行/u.test(claim.near)) return undefined;
  if (budget && current) {
    const own = judgePercent(figure, ratioOf(current.figure, budget.figure));
    const wider = kindest(
      currentsOf(statement).map((each) =>
        judgePercent(figure, ratioOf(each.figure, budget.figure)),
      ),
    );
    const { verdict, recomputed } = wider.verdict === "right" ? wider : own;
    if (verdict === "wrong" && isOfAnother(claim, current, budget, reading)) return unknown(claim);
    const basis = `决算数${print(current.figure)}除以预算数${print(budget.figure)}`;
    const explanation =
      verdict === "right"
        ? `${basis}为${recomputed}%，相符。`
        : verdict === "rounding"
          ? `${basis}为${recomputed}%，与文中的${print(figure)}只差在取舍上，建议统一。`
          : verdict === "wrong"
            ? `${basis}应为${recomputed}%，文中为${print(figure)}。`
            : "有数没有填，无法复算。";
    return claimAt(claim, { kind: "completion", verdict, recomputed, explanation });
  }
  return unknown(claim);
}

const unknown = (claim: Mention): FoundClaim =>
  claimAt(claim, {
    kind: "completion",
    verdict: "cannot-be-checked",
    recomputed: "",
    explanation: "同一句中没有写明预算数和决算数，无法复算。",
  });

/** Another budget of the sentence fits, and the words don't say which one is meant. */
function isOfAnother(
  claim: Mention,
  current: Mention,
  budget: Mention,
  { text }: Reading,
): boolean {
  const wanted = wantedBy(claim);
  const isUnnamed = wanted !== undefined && !isOf(budget, wanted);
  const isNote = budget.depth > claim.depth && !OF_BEFORE.test(claim.gap);
  if (!isUnnamed && !isNote) return false;
  return text.mentions.some(
    (each) =>
      each.role === "budget" &&
      each.sentence === claim.sentence &&
      each.figure.from < claim.figure.from &&
      (wanted === undefined || (wanted === "年初") === each.near.includes("年初")) &&
      judgePercent(claim.figure, ratioOf(current.figure, each.figure)).verdict === "right",
  );
}

/** 支出 A，年初预算 B，完成 b %；调整预算 C，完成 c %: what was spent is said once. */
function spentFor({ current, before, subject, sentence }: Statement): Mention | undefined {
  if (current || before?.subject !== subject || before.sentence !== sentence) return current;
  return before.current;
}

const ADJUSTED = /全年|调整|追加|最终|可执行/u;

/** 年初预算 and 全年预算 beside each other: the one that the rate names. */
function wantedBy({ gap }: Mention): string | undefined {
  const words = gap.slice(Math.max(...[",", ";", "。"].map((mark) => gap.lastIndexOf(mark))) + 1);
  return words.includes("年初") ? "年初" : ADJUSTED.test(words) ? "全年" : undefined;
}

function budgetFor(claim: Mention, { text }: Reading): Mention | undefined {
  const { statement, figure } = claim;
  const { budget, paragraph } = statement;
  const wanted = wantedBy(claim);
  const isNear = (each: Mention) =>
    each.paragraph === paragraph &&
    each.figure.from < figure.from &&
    each.role === "budget" &&
    each.figure.kind === "money";
  // 年初预算 A，追加 B，全年预算 C，支出 D，预算执行率: nothing else has been budgeted in the sentence.
  if (!budget) {
    const told = text.mentions.filter(
      (each) => isNear(each) && each.sentence === claim.sentence && each.depth === claim.depth,
    );
    const names = new Set(
      [...told, statement.current].flatMap((each) =>
        each === undefined || GENERIC.test(each.subject) ? [] : [each.subject],
      ),
    );
    if (names.size > 1) return undefined;
    return lastThat(told, (each) => wanted === undefined || isOf(each, wanted));
  }
  if (wanted === undefined || isOf(budget, wanted)) return budget;
  return lastThat(text.mentions, (each) => isNear(each) && isOf(each, wanted)) ?? budget;
}

const GENERIC = /^(?:支出|金额|资金)?$/u;

const isOf = ({ near }: Mention, wanted: string): boolean =>
  wanted === "年初" ? !ADJUSTED.test(near) : ADJUSTED.test(near);

/** 0 ÷ 0 as 0 % is often the province's own template: no finding. */
function withoutBudget(claim: Mention, current: Mention | undefined): FoundClaim {
  const isSpent = current?.figure.value?.isZero() === false;
  return claimAt(claim, {
    kind: "zero-base",
    verdict: isSpent ? "wrong" : "cannot-be-checked",
    recomputed: "",
    explanation: isSpent
      ? "年初预算为0，不能计算完成率，应写明年初未安排预算、年中追加。"
      : "预算数和决算数都为0，完成率没有意义，可以不写。",
  });
}
