import type { FoundClaim } from "./claim";
import { judgeSum, type Term } from "./judge";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention } from "./statements";

type Flow =
  "opening" | "revenue" | "expenditure" | "closing" | "budget" | "added" | "cut" | "available";

const FLOWS: readonly (readonly [RegExp, Flow])[] = [
  [/调减|收回|核减|压减|扣减/u, "cut"],
  [/追加|调增|增拨/u, "added"],
  [/全年(?:部门)?预算|调整后|可用|调整预算/u, "available"],
  [/(?:年末|期末|累计|滚存|年底).*结[转余]/u, "closing"],
  [/(?:年初|期初|上年|以前年度).*结[转余]/u, "opening"],
  [/(?:年初|部门|批复).*预算|预算批复/u, "budget"],
  [/收入(?:合计)?(?:为|共|是)?$/u, "revenue"],
  [/支出(?:合计)?(?:为|共|是)?$/u, "expenditure"],
];
const PART = /(?:基本|项目)支出/u;
const OTHERS = /结余分配|使用非财政|事业基金|专用结余/u;

/** 年初 + 收入 − 支出 = 年末, and 年初预算 + 结转 + 追加 − 调减 = 全年预算, where one sentence has all of them. */
export function readBalances({ text }: Reading): readonly FoundClaim[] {
  const bySentence = new Map<number, Mention[]>();
  for (const mention of text.mentions)
    if (mention.figure.kind === "money")
      bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), mention]);
  return [...bySentence.values()].flatMap((mentions) => balanceOf(mentions));
}

function balanceOf(mentions: readonly Mention[]): readonly FoundClaim[] {
  const flows = new Map<Flow, Mention[]>();
  for (const mention of mentions) {
    const words = mention.near.replace(/(?:一般公共|政府性基金|国有资本经营)预算/gu, "");
    if (PART.test(words)) continue;
    if (OTHERS.test(words)) return [];
    const flow = FLOWS.find(([pattern]) => pattern.test(words))?.[1];
    if (flow) flows.set(flow, [...(flows.get(flow) ?? []), mention]);
  }
  const only = (flow: Flow) => (flows.get(flow)?.length === 1 ? flows.get(flow)?.[0] : undefined);
  const [opening, revenue, expenditure, closing] = [
    only("opening"),
    only("revenue"),
    only("expenditure"),
    only("closing"),
  ];
  if (opening && revenue && expenditure && closing)
    return [
      balance(
        closing,
        [plus(opening), plus(revenue), minus(expenditure)],
        "年初结转结余＋收入－支出",
      ),
    ];
  const [budget, available] = [only("budget"), only("available")];
  const [added, cut] = [only("added"), only("cut")];
  if (!budget || !available || (!added && !cut)) return [];
  const terms = [
    plus(budget),
    ...(flows.get("opening") ?? []).map(plus),
    ...(flows.get("added") ?? []).map(plus),
    ...(flows.get("cut") ?? []).map(minus),
  ];
  return [balance(available, terms, "年初预算＋结转＋追加－调减")];
}

const plus = ({ figure }: Mention): Term => ({ figure, sign: 1 });
const minus = ({ figure }: Mention): Term => ({ figure, sign: -1 });

function balance(claim: Mention, terms: readonly Term[], formula: string): FoundClaim {
  const { verdict, recomputed } = judgeSum(claim.figure, terms);
  const basis = `${formula}＝${recomputed}${claim.figure.unit}`;
  const explanation =
    verdict === "wrong"
      ? `${basis}，文中为${print(claim.figure)}，收支余不平。`
      : verdict === "rounding"
        ? `${basis}，与${print(claim.figure)}是四舍五入的尾差。`
        : verdict === "right"
          ? `${basis}，相符。`
          : "有数没有填，无法复算。";
  return claimAt(claim, { kind: "sum", verdict, recomputed, explanation });
}
