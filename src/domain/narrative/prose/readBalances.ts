import type { FoundClaim } from "./claim";
import { judgeSum, type Term } from "./judge";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention } from "./mention";

type Flow =
  | "opening"
  | "revenue"
  | "expenditure"
  | "closing"
  | "left"
  | "shared"
  | "used"
  | "budget"
  | "added"
  | "cut"
  | "available";

const FLOWS: readonly (readonly [RegExp, Flow])[] = [
  [/结余分配/u, "shared"],
  [/减去[^,;]*支出$/u, "expenditure"],
  [/使用(?:非财政|专用|事业基金)|弥补收支差额/u, "used"],
  [
    /^(?:实现|形成)?(?:收支(?:相抵后?|轧差)?|本年度?|当年|年度)?(?:收支)?(?:结余|节余)(?:资金)?(?:为|是|共|约)?$/u,
    "left",
  ],
  [/结转(?:至|到)?下年|转入下年|结转(?:至|到)(?:次年|下一年)/u, "closing"],
  [/调减|收回|核减|压减|扣减/u, "cut"],
  [/追加|调增|增拨/u, "added"],
  [/(?:全年|最终)(?:部门)?(?:可执行|可用)?预算|调整后|可用|可执行|调整预算/u, "available"],
  [/(?:年末|期末|累计|滚存|年底).*(?:结[转余]|余额)|^(?:年末|期末|年底)(?:数|为|余)*$/u, "closing"],
  [
    /(?:年初|期初|上年|以前年度|上年末).*(?:结[转余]|余额)|^(?:年初|期初|上年末?)(?:数|为|余)*$|[年期]初数$/u,
    "opening",
  ],
  [/(?:年初|部门|批复).*预算|预算批复|^[^,;]{0,8}预算(?:数|额|安排)?为?$/u, "budget"],
  [/收入(?:决算|合计|总?[数额])*(?:为|共|是|达|:)*$/u, "revenue"],
  [/支出(?:决算|合计|总?[数额])*(?:为|共|是|达|:)*$/u, "expenditure"],
];
const PART = /(?:基本|项目)支出/u;

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
    const flow = FLOWS.find(([pattern]) => pattern.test(words))?.[1];
    if (flow) flows.set(flow, [...(flows.get(flow) ?? []), mention]);
  }
  const only = (flow: Flow) => (flows.get(flow)?.length === 1 ? flows.get(flow)?.[0] : undefined);
  const all = (flow: Flow) => flows.get(flow) ?? [];
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
        [
          ...[opening, revenue, ...all("used")].map(plus),
          ...[expenditure, ...all("shared")].map(minus),
        ],
        "年初结转结余＋收入－支出",
      ),
    ];
  const left = only("left");
  const source = revenue ?? only("budget");
  if (left && source && expenditure && mentions.length === 3)
    return [balance(left, [plus(source), minus(expenditure)], "收入（预算）－支出")];
  const [budget, available] = [only("budget"), only("available")];
  const [added, cut] = [only("added"), only("cut")];
  if (!budget || !available || (!added && !cut)) return [];
  const terms = [
    plus(budget),
    ...[...all("opening"), ...all("added")].map(plus),
    ...all("cut").map(minus),
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
