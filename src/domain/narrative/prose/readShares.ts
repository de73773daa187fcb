import type { FoundClaim } from "./claim";
import type { Figure } from "./figures";
import { judgePercent, kindest, ratioOf, UNKNOWN } from "./judge";
import { headsOf, type Reading } from "./readings";
import { isRunOn, withoutNotes } from "./roles";
import { claimAt, print } from "./say";
import { type Mention, sharedName } from "./statements";
import { isNamed, subjectOf } from "./subjects";

const WHOLE = /(?:以(.{2,20}?)为基数|占(?:了|到)?(.{0,30}?)$|^在?(.{2,30}?)中|为(.{2,30}?)的$)/u;
const GENERAL = /^(?:总量|总额|总数|合计|全部|比|总|总支出|总收入|收入|支出|各|分别|)$/u;

/** 占…%: a part in percent of the whole that the words name, or of the total it is listed under. */
export function readShares(reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;
  return mentions.flatMap((claim, index) => {
    if (claim.role !== "share" || claim.figure.kind !== "percent") return [];
    const before = mentions[index - 1];
    // 占总额 179.22 万元的 42 %: the whole stands in the clause itself.
    if (before?.figure.kind === "money" && /^(?:的|之)$/u.test(claim.gap)) {
      const part =
        before.statement.current === before
          ? before.statement.before?.current
          : before.statement.current;
      const judged = part
        ? judgePercent(claim.figure, ratioOf(part.figure, before.figure))
        : UNKNOWN;
      const isRight = judged.verdict === "right" || judged.verdict === "rounding";
      return part && isRight
        ? [told(claim, part, before, judged.verdict, judged.recomputed)]
        : [unknown(claim, "")];
    }
    const own = partFor(mentions, index) ?? partBehind(mentions, index) ?? claim.statement.current;
    const found = claimOf(claim, own, reading);
    if (!own || found.verdict !== "wrong") return [found];
    // Behind the parts of a part its own share may follow, and shares may come before their amounts.
    const others = [...headsOf(reading, own).slice(0, 1), ...amountsBehind(mentions, index)];
    const kind = others
      .map((part) => claimOf(claim, part, reading))
      .find(({ verdict }) => verdict === "right");
    return [kind ?? found];
  });
}

function claimOf(claim: Mention, part: Mention | undefined, reading: Reading): FoundClaim {
  const { figure } = claim;
  const name = wholeName(claim, reading);
  const heads = part ? headsOf(reading, part) : [];
  const named = name === "" ? [] : wholesNamed(name, claim, part, reading);
  const nearHeads = name === "" ? heads : heads.filter(({ subject }) => isNamed(subject, name));
  const wholes = [...new Set([...nearHeads, ...named])];
  if (!part || wholes.length === 0) {
    const fallback =
      part && kindest(heads.map((head) => judgePercent(figure, ratioOf(part.figure, head.figure))));
    if (part && fallback?.verdict === "right")
      return told(claim, part, heads[0], "right", fallback.recomputed);
    return unknown(claim, name);
  }
  if (wholes.every(({ figure: whole }) => whole.value?.isZero() === true))
    return zeroWhole(claim, part);
  const judged = wholes.map((whole) => ({
    whole,
    ...judgePercent(figure, ratioOf(part.figure, whole.figure)),
  }));
  const { verdict, recomputed } = kindest(judged);
  const whole = judged.find((each) => each.verdict === verdict)?.whole ?? wholes[0];
  return told(claim, part, whole, verdict, recomputed);
}

/** 分别为 A、B，各占 a%、b%: the percentages follow the amounts in their order. */
function partFor(mentions: readonly Mention[], index: number): Mention | undefined {
  const isRun = (at: number) => isRunOn(mentions[at]?.gap ?? "");
  let first = index;
  while (isRun(first) && mentions[first - 1]?.figure.kind === "percent") first -= 1;
  let last = index;
  while (isRun(last + 1) && mentions[last + 1]?.figure.kind === "percent") last += 1;
  const length = last - first + 1;
  if (length < 2) return undefined;
  const amounts = mentions.slice(first - length, first);
  return amounts.every(({ figure }) => figure.kind === "money")
    ? amounts[index - first]
    : undefined;
}

/** The amounts that follow in the same sentence: the next one, or in a run as far behind. */
function amountsBehind(mentions: readonly Mention[], index: number): readonly Mention[] {
  const claim = mentions[index];
  const rest = mentions
    .slice(index + 1)
    .filter(({ figure, sentence }) => figure.kind === "money" && sentence === claim?.sentence);
  return rest.slice(0, 2 + (claim?.run ?? 0));
}

/** 财政拨款收入占 42.1 %，为 75.40 万元: the amount behind it, where the share is named itself. */
function partBehind(mentions: readonly Mention[], index: number): Mention | undefined {
  const [claim, next] = [mentions[index], mentions[index + 1]];
  if (!claim || next?.figure.kind !== "money" || next.role !== "current") return undefined;
  const isNamedSo = sharedName(claim.near) !== "" && sharedName(claim.near) === next.subject;
  return isNamedSo || /^(?:金额|数额)/u.test(next.near) ? next : undefined;
}

function wholeName({ near, figure }: Mention, { text }: Reading): string {
  const behind = /^\((?:以|占)([^()]{2,20}?)(?:为基数|比重|的比例)?\)/u.exec(
    text.plain.slice(figure.to, figure.to + 30),
  );
  if (behind?.[1] !== undefined) return subjectOf(behind[1]);
  const found = WHOLE.exec(withoutNotes(near));
  const words = (found?.slice(1).find(Boolean) ?? "")
    .replace(/(?:的)?(?:比重|比例|份额|比率|总量|总额|约|为|占|全部|决算数?|的)+$/gu, "")
    .replace(/^(?:比重|比例|比|全部|约|了)+/u, "");
  const name = subjectOf(words);
  return GENERAL.test(name) ? "" : name;
}

function wholesNamed(
  name: string,
  claim: Mention,
  part: Mention | undefined,
  { text }: Reading,
): readonly Mention[] {
  const fits = text.mentions.filter(
    (each) =>
      each !== part &&
      each.role === "current" &&
      each.figure.kind === "money" &&
      isNamed(each.subject, name),
  );
  const before = fits.filter(({ figure }) => figure.from < claim.figure.from);
  return before.length > 0 ? before.reverse() : fits;
}

function told(
  claim: Mention,
  part: Mention,
  whole: Mention | undefined,
  verdict: FoundClaim["verdict"],
  recomputed: string,
): FoundClaim {
  const printed = (figure: Figure | undefined) => (figure ? print(figure) : "");
  const basis = `${printed(part.figure)}除以${printed(whole?.figure)}`;
  const explanation =
    verdict === "right"
      ? `${basis}为${recomputed}%，相符。`
      : verdict === "rounding"
        ? `${basis}为${recomputed}%，与文中的${print(claim.figure)}只差在取舍上，建议统一。`
        : verdict === "wrong"
          ? `${basis}应为${recomputed}%，文中为${print(claim.figure)}。`
          : "有数没有填，无法复算。";
  const operands = whole ? [claim, part, whole] : [];
  return { ...claimAt(claim, { kind: "share", verdict, recomputed, explanation }), operands };
}

const unknown = (claim: Mention, name: string): FoundClaim =>
  claimAt(claim, {
    kind: "share",
    verdict: "cannot-be-checked",
    recomputed: "",
    explanation: `文中没有写明分母${name === "" ? "" : `“${name}”`}的金额，无法复算。`,
  });

function zeroWhole(claim: Mention, part: Mention): FoundClaim {
  const isWrong = part.figure.value?.isZero() === false;
  return claimAt(claim, {
    kind: "zero-base",
    verdict: isWrong ? "wrong" : "cannot-be-checked",
    recomputed: "",
    explanation: isWrong ? "总数为0，不能计算占比。" : "总数和分项都为0，占比没有意义，可以不写。",
  });
}
