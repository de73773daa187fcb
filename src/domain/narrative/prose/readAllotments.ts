import type { FoundClaim } from "./claim";
import { judgeSum, type Term } from "./judge";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention } from "./mention";

/** In the order in which the year's money comes and goes; each sentence of a paragraph tells one of them. */
const STEPS = {
  opening: /^(?:上年|年初)结[转余](?:的)?(?:资金|指标|数)?为?$/u,
  budget: /^(?:本年)?年初(?:部门)?预算(?:数|资金|指标)?为?$/u,
  added: /^(?:本年)?(?:年中|当年)?(?:追加|调增)(?:部门)?(?:预算|指标|资金)(?:数)?为?$/u,
  cut: /^(?:调剂|年中)*(?:调减|核减|压减|收回)(?:部门)?(?:预算|指标|资金)(?:数)?为?$/u,
  spent: /(?:财政拨款|指标)支出(?:决算)?(?:数)?为?$/u,
  left: /(?:财政拨款|指标|预算)(?:指标)?结余(?:资金|数)?为?$/u,
} as const;

type Step = keyof typeof STEPS;

/**
 * 上年结转 + 年初预算 + 追加 − 调减 − 支出 = 结余, told over several sentences of one paragraph. The first amount of each
 * kind counts: details follow it.
 */
export function readAllotments({ text }: Reading): readonly FoundClaim[] {
  const paragraphs = new Map<number, Mention[]>();
  for (const mention of text.mentions) {
    if (mention.figure.kind !== "money") continue;
    const own = paragraphs.get(mention.paragraph);
    if (own) own.push(mention);
    else paragraphs.set(mention.paragraph, [mention]);
  }
  return [...paragraphs.values()].flatMap(allotmentOf);
}

function allotmentOf(mentions: readonly Mention[]): readonly FoundClaim[] {
  const first = (step: Step) => mentions.find(({ near }) => STEPS[step].test(plainWords(near)));
  const [opening, budget, added] = [first("opening"), first("budget"), first("added")];
  const [cut, spent, left] = [first("cut"), first("spent"), first("left")];
  if (!opening || !budget || !added || !spent || !left) return [];
  // Of one sentence alone the balances speak.
  if (new Set([opening, budget, spent, left].map(({ sentence }) => sentence)).size < 3) return [];
  const plus = ({ figure }: Mention): Term => ({ figure, sign: 1 });
  const minus = ({ figure }: Mention): Term => ({ figure, sign: -1 });
  const terms = [
    ...[opening, budget, added].map(plus),
    ...[...(cut ? [cut] : []), spent].map(minus),
  ];
  const { verdict, recomputed } = judgeSum(left.figure, terms);
  if (verdict === "cannot-be-checked") return [];
  const sum = [opening, budget, added].map(({ figure }) => print(figure)).join("＋");
  const taken = [...(cut ? [cut] : []), spent].map(({ figure }) => print(figure)).join("－");
  const basis = `上年结转＋年初预算＋追加－${cut ? "调减－" : ""}支出，即${sum}－${taken}＝${recomputed}${left.figure.unit}`;
  const isOff = verdict === "wrong";
  const explanation = isOff
    ? `${basis}，文中结余为${print(left.figure)}，请核对。`
    : `${basis}，相符。`;
  return [
    claimAt(left, {
      kind: "sum",
      verdict: isOff ? "inconsistent" : verdict,
      recomputed,
      explanation,
    }),
  ];
}

/** Behind the number of its heading or item, and without the year. */
function plainWords(near: string): string {
  return near
    .replace(/^.*(?:[0-9]|[一二三四五六七八九十])[、.)]/u, "")
    .replace(/^[0-9]{4}年度?/u, "");
}
