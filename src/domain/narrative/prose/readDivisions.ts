import type { FoundClaim } from "./claim";
import { judgeSum } from "./judge";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention } from "./mention";

interface Division {
  readonly whole: RegExp;
  readonly parts: readonly RegExp[];
  /** What would be a part beside them. */
  readonly others: RegExp;
}

/** Divisions with parts that every text names alike, in whatever words it puts them together. */
const DIVISIONS: readonly Division[] = [
  {
    whole: /基本支出(?:合计|总计|共计|共)?$/u,
    parts: [/人员(?:经费|支出)(?:支出|合计)?$/u, /公用(?:经费|支出)(?:支出|合计)?$/u],
    others: /(?!)/u,
  },
  {
    whole: /^(?:合计)?(?:一般公共)?(?:财政拨款|本年|年度|全年|总)支出(?:合计|总计|总额|共计|共)?$/u,
    parts: [/基本支出(?:合计)?$/u, /项目支出(?:合计)?$/u],
    others: /上缴上级|经营支出|附属单位|结转|结余/u,
  },
  {
    whole: /三公(?:经费)?(?:财政拨款)?(?:支出)?(?:合计|总计|总额|共计|共)?$/u,
    parts: [
      /因公出国(?:\(境\)|境)?费?用?(?:支出)?$/u,
      /公务接待费?(?:支出)?$/u,
      /公务用车购置费?及运行(?:维护)?费?(?:支出)?$/u,
    ],
    others: /公务用车(?:购置费|运行)/u,
  },
  {
    whole: /人员经费(?:支出)?(?:合计|总计|共计|共)?$/u,
    parts: [/工资福利支出$/u, /对个人和?家庭补助(?:支出)?$/u],
    others: /资本性/u,
  },
  {
    whole:
      /公务用车购置费?及运行(?:维护)?费?(?:支出)?(?:合计|总计|共计|共)?$|^公务用车支出(?:合计|共计|共)?$/u,
    parts: [
      /公务用车购置费?(?:支出)?$|^购置费$/u,
      /(?:公务用车|车辆)运行(?:维护)?费?(?:支出)?$|^运行(?:维护)?费$/u,
    ],
    others: /(?!)/u,
  },
];

/** 人员经费 A 万元加公用经费 B 万元，基本支出 C 万元: each named once in one sentence. */
export function readDivisions({ text, lists }: Reading): readonly FoundClaim[] {
  const bySentence = new Map<number, Mention[]>();
  for (const mention of text.mentions) {
    if (mention.figure.kind !== "money" || mention.role !== "current" || mention.isPlanned)
      continue;
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), mention]);
  }
  const listed = new Set(lists.filter(({ parts }) => parts.length > 1).map(({ head }) => head));
  return [...bySentence.values()].flatMap((mentions) =>
    DIVISIONS.flatMap((division) => sumOf(mentions, division, listed) ?? []),
  );
}

function sumOf(
  mentions: readonly Mention[],
  { whole, parts, others }: Division,
  listed: ReadonlySet<Mention>,
): FoundClaim | undefined {
  const only = (name: RegExp) => {
    const found = mentions.filter(({ subject }) => name.test(subject));
    return found.length === 1 ? found[0] : undefined;
  };
  const head = only(whole);
  const own = parts.flatMap((part) => only(part) ?? []);
  if (!head || listed.has(head) || head.figure.isBound || own.length < parts.length)
    return undefined;
  if (mentions.some(({ subject }) => others.test(subject))) return undefined;
  const { verdict, recomputed } = judgeSum(
    head.figure,
    own.map(({ figure }) => ({ figure, sign: 1 })),
  );
  const named = own.map(({ subject, figure }) => `${subject}${print(figure)}`);
  const basis = `${named.join("、")}合计${recomputed}${head.figure.unit}`;
  const explanation =
    verdict === "wrong"
      ? `${basis}，文中为${print(head.figure)}，超出四舍五入的尾差。`
      : verdict === "rounding"
        ? `${basis}，与${print(head.figure)}是四舍五入的尾差。`
        : verdict === "right"
          ? `${basis}，相符。`
          : "有数没有填，无法复算。";
  return claimAt(head, { kind: "sum", verdict, recomputed, explanation });
}
