import type { FoundClaim } from "./claim";
import { judgeSum, kindest } from "./judge";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention } from "./mention";

const TOTAL =
  /^(?:以上|上述|前述|这)?(?:([两二三四五六七八九])(?:项|者|类|笔)(?:费用|支出|经费|收入|资金)?|各项)?(?:费用|支出|经费|资金)?(?:相加)?(?:合计|共计|总计|总共|合共|共|加总)(?:金额|支出|收入)?(?:为|是|达)?$/u;
const COUNTS = "一二三四五六七八九";

/** 会议费 A 万元、培训费 B 万元，两项合计 C 万元: a total behind its parts. */
export function readTotals({ text, lists }: Reading): readonly FoundClaim[] {
  const amounts = text.mentions.filter(({ figure }) => figure.kind === "money");
  const heads = new Set(lists.map(({ head }) => head));
  return amounts.flatMap((claim, index): FoundClaim[] => {
    const subtotal = subtotalParts(amounts, index);
    if (subtotal && !heads.has(claim)) return [claimOf(claim, subtotal, true)];
    const words = claim.near.replace(/^(?:[与和及]|加上?).*?(?=合计|共计|总计)/u, "");
    const found = TOTAL.exec(words);
    if (!found || heads.has(claim)) return [];
    const parts = partsBefore(amounts, index);
    const count = found[1] === undefined ? undefined : countOf(found[1]);
    const chosen = count === undefined ? parts : parts.slice(-count);
    if (chosen.length < 2 || (count !== undefined && chosen.length < count)) return [];
    return [claimOf(claim, chosen, count !== undefined)];
  });
}

const SUBTOTAL = /小计$/u;
const OF_SUBTOTALS = /^(?:以上|上述)?(?:共计|总计|合计|总共)$/u;
const HALVES = [/上半年/u, /下半年/u];

/** 工资福利支出 A、资本性支出 B，人员经费小计 C；…。以上共计 D: by the words, whatever the parts are. */
function subtotalParts(amounts: readonly Mention[], index: number): readonly Mention[] | undefined {
  const claim = amounts[index];
  if (!claim) return undefined;
  const before = amounts
    .slice(0, index)
    .filter(({ paragraph, role }) => paragraph === claim.paragraph && role === "current");
  const subtotals = before.filter(({ near }) => SUBTOTAL.test(near));
  if (SUBTOTAL.test(claim.near)) {
    const from = subtotals.at(-1)?.figure.to ?? claim.sentence;
    const parts = before.filter(({ figure }) => figure.from >= from);
    return parts.length > 1 ? parts : undefined;
  }
  if (OF_SUBTOTALS.test(claim.near)) return subtotals.length > 1 ? subtotals : undefined;
  const halves = before.slice(-2);
  const isYear = /^全年(?:共)?(?:支出|收入)?$/u.test(claim.near) && halves.length === 2;
  return isYear && halves.every(({ near }, half) => HALVES[half]?.test(near)) ? halves : undefined;
}

const countOf = (word: string): number => (word === "两" ? 2 : COUNTS.indexOf(word) + 1);

/** The amounts of the sentence up to its total, each with a name of its own. */
function partsBefore(amounts: readonly Mention[], index: number): readonly Mention[] {
  const claim = amounts[index];
  const parts: Mention[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const each = amounts[at];
    if (!each || each.sentence !== claim?.sentence || each.depth !== claim.depth) break;
    if (each.role !== "current" || each.subject === "") break;
    parts.unshift(each);
  }
  return parts;
}

function claimOf(claim: Mention, parts: readonly Mention[], isCounted: boolean): FoundClaim {
  const ways = (
    isCounted ? [parts] : parts.map((_, at) => parts.slice(at)).filter(({ length }) => length > 1)
  ).map((each) =>
    judgeSum(
      claim.figure,
      each.map(({ figure }) => ({ figure, sign: 1 })),
    ),
  );
  const { verdict, recomputed } = kindest(ways);
  const basis = `前面${String(parts.length)}项合计${recomputed}${claim.figure.unit}`;
  const explanation =
    verdict === "wrong"
      ? `${basis}，文中为${print(claim.figure)}，超出四舍五入的尾差。`
      : verdict === "rounding"
        ? `${basis}，与${print(claim.figure)}是四舍五入的尾差。`
        : verdict === "right"
          ? `${basis}，相符。`
          : "有数没有填，无法复算。";
  return claimAt(claim, { kind: "sum", verdict, recomputed, explanation });
}
