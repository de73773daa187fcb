import { Decimal } from "decimal.js";
import type { FoundClaim } from "./claim";
import type { Figure } from "./figures";
import { judgePercent, kindest, ratioOf, UNKNOWN } from "./judge";
import { lastThat } from "./lastThat";
import { headsOf, type Reading } from "./readings";
import { isRunOn, withoutNotes } from "./roles";
import { claimAt, print } from "./say";
import { type Mention, sharedName } from "./statements";
import { supportOf } from "./support";
import { isNamed, keyOf, subjectOf, yearKey } from "./subjects";

const WHOLE =
  /(?:以(.{2,20}?)为基数|占(?:了|到)?(.{0,30}?)$|^在?(.{2,30}?)中|(?:为|是|相当于)(.{2,30}?)的$)/u;
const GENERAL = /^(?:总量|总额|总数|合计|全部|其中|比|总|各|分别|)$/u;
/** Of whatever is divided just here, else of the year. */
const LOOSE = /^(?:总|全部|全年|本年)?(?:收入|支出)$/u;

/** 占…%: a part in percent of the whole that the words name, or of the total it is listed under. */
export function readShares(reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;
  return mentions.flatMap((claim, index) => {
    if (claim.role !== "share" || claim.figure.kind !== "percent") return [];
    const before = mentions[index - 1];
    if (before?.figure.kind === "money" && OF_BEFORE.test(claim.gap))
      return [ofBefore(claim, before, mentions[index - 2])];
    const wholes = wholesInTurn(mentions, index);
    if (wholes) return [claimOf(claim, wholes.part, reading, wholes.name)];
    if (isUneven(mentions, index)) return [unknown(claim, "")];
    const named = claim.near.startsWith("在") ? "" : sharedName(claim.near);
    const own =
      partFor(mentions, index) ??
      partBehind(mentions, index) ??
      partNamed(claim, reading) ??
      claim.statement.current;
    const found = claimOf(claim, own, reading);
    if (claim.near === "" && found.verdict === "cannot-be-checked") return [];
    if (!own || found.verdict !== "wrong") return [found];
    if (named.length > 3 && own.subject !== named) return [unknown(claim, "")];
    // Behind the parts of a part its own share may follow, and shares may come before their amounts.
    const others = [...headsOf(reading, own).slice(0, 1), ...amountsBehind(mentions, index)];
    const kind = others
      .map((part) => claimOf(claim, part, reading))
      .find(({ verdict }) => verdict === "right");
    return [kind ?? found];
  });
}

const YEAR_PARTS = { revenue: /财政拨款收入/u, expenditure: /^(?:基本|项目)支出/u };
const OF_BEFORE = /^(?:的|之)(?:比重|比例)?(?:为|达)?$/u;

/** 占总额 179.22 万元的 42 %: the whole stands in the clause itself. */
function ofBefore(claim: Mention, whole: Mention, previous: Mention | undefined): FoundClaim {
  const { statement } = whole;
  const part = statement.current === whole ? statement.before?.current : statement.current;
  const { verdict, recomputed } = part
    ? judgePercent(claim.figure, ratioOf(part.figure, whole.figure))
    : UNKNOWN;
  const isBeside = part !== undefined && part === previous && part.sentence === whole.sentence;
  const isSure = verdict === "right" || verdict === "rounding";
  return part && (isSure || (isBeside && /^约?占/u.test(whole.near)))
    ? told(claim, part, whole, verdict, recomputed)
    : unknown(claim, "");
}

/** Where the run of figures that one belongs to begins: A、B、C. */
function runStart(mentions: readonly Mention[], index: number): number {
  let first = index;
  while (
    isRunOn(mentions[first]?.gap ?? "") &&
    mentions[first - 1]?.figure.kind === mentions[index]?.figure.kind
  )
    first -= 1;
  return first;
}

/** 分别占本年支出合计和财政拨款支出的 69 %和 78 %: one part, a whole for each percentage. */
function wholesInTurn(
  mentions: readonly Mention[],
  index: number,
): { readonly part: Mention | undefined; readonly name: string } | undefined {
  const first = runStart(mentions, index);
  const names = /(?:分别|各)占(.+?)的?(?:比重|比例)?(?:为|是)?$/u
    .exec(mentions[first]?.near ?? "")?.[1]
    ?.split(/[、和与及]/u);
  const name = names?.[index - first];
  if (name === undefined || !names || names.length < 2) return undefined;
  const part = mentions[first - 1];
  return { part: part?.figure.kind === "money" ? part : undefined, name: subjectOf(name) };
}

/** A percentage of a run is missing: which one nobody knows. */
function isUneven(mentions: readonly Mention[], index: number): boolean {
  const first = runStart(mentions, index);
  let behind = index + 1;
  while (isRunOn(mentions[behind]?.gap ?? "") && mentions[behind]?.figure.kind === "percent")
    behind += 1;
  const amounts = first - runStart(mentions, first - 1);
  const length = behind - first;
  return length > 1 && amounts > length && mentions[first - 1]?.figure.kind === "money";
}

function claimOf(
  claim: Mention,
  part: Mention | undefined,
  reading: Reading,
  name = wholeName(claim, reading),
): FoundClaim {
  const { figure } = claim;
  const heads = part ? headsOf(reading, part) : [];
  const isLoose = name === "" || LOOSE.test(name);
  const isOpen = name === "" || (isLoose && heads.length > 0);
  const named = isOpen ? [] : wholesNamed(name, claim, part, reading);
  const nearHeads = isLoose ? heads : heads.filter(({ subject }) => isNamed(subject, name));
  const { current } = claim.statement;
  const beside =
    isLoose &&
    current !== part &&
    current?.sentence === claim.sentence &&
    keyOf(current.subject) !== undefined;
  const wholes = [...new Set([...nearHeads, ...named, ...(beside ? [current] : [])])];
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
  const isDoubtful =
    !wholes.some((each) => nearHeads.includes(each)) &&
    wholes.some((each) => supportOf(each, reading) < 0);
  if (verdict === "wrong" && isDoubtful) return unknown(claim, name);
  const outer = verdict === "wrong" && isLoose ? ofOuter(claim, part, heads, reading) : undefined;
  if (outer) return outer;
  const summed = verdict === "wrong" ? ofTheirSum(claim, part, wholes, reading) : undefined;
  if (summed) return summed;
  const whole = judged.find((each) => each.verdict === verdict)?.whole ?? wholes[0];
  return told(claim, part, whole, verdict, recomputed);
}

/** 其中 of 其中: the share may be one of the outer total. */
function ofOuter(
  claim: Mention,
  part: Mention,
  heads: readonly Mention[],
  reading: Reading,
): FoundClaim | undefined {
  const seen = new Set(heads);
  for (const head of seen) for (const outer of headsOf(reading, head)) seen.add(outer);
  for (const whole of seen) {
    const { verdict, recomputed } = judgePercent(claim.figure, ratioOf(part.figure, whole.figure));
    if (verdict === "right" || verdict === "rounding")
      return told(claim, part, whole, verdict, recomputed);
  }
  return undefined;
}

/** A share of what the parts give is right: the total is wrong, which is said there. */
function ofTheirSum(
  claim: Mention,
  part: Mention,
  wholes: readonly Mention[],
  { lists }: Reading,
): FoundClaim | undefined {
  for (const { head, parts } of lists) {
    if (parts.length < 2 || !wholes.includes(head)) continue;
    const sum = parts.reduce((all, { figure }) => all.plus(figure.value ?? 0), new Decimal(0));
    const whole: Figure = {
      ...head.figure,
      value: sum,
      shown: sum.div(head.figure.scale).toString(),
    };
    const { verdict, recomputed } = judgePercent(claim.figure, ratioOf(part.figure, whole));
    if (verdict === "right")
      return told(claim, part, { ...head, figure: whole }, verdict, recomputed);
  }
  return undefined;
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

/** 本年支出合计 A，财政拨款支出占 42.1 %: named with its share, its amount stands before. */
function partNamed(claim: Mention, { text }: Reading): Mention | undefined {
  const name = sharedName(claim.near);
  const { current } = claim.statement;
  if (name.length < 4 || !current || current.subject === name) return undefined;
  return lastThat(
    text.mentions,
    ({ subject, role, figure, paragraph }) =>
      figure.from < claim.figure.from &&
      paragraph === claim.paragraph &&
      figure.kind === "money" &&
      role === "current" &&
      subject === name,
  );
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
    .replace(/(?:的)?(?:比重|比例|份额|比率|总量|总额|约|为|达到?|是|占|全部|决算数?|的)+$/gu, "")
    .replace(/^(?:比重|比例|比|全部|整个|总的|约|了)+/u, "");
  const name = subjectOf(words);
  return GENERAL.test(name) ? "" : name;
}

function wholesNamed(
  name: string,
  claim: Mention,
  part: Mention | undefined,
  reading: Reading,
): readonly Mention[] {
  const { text, lists } = reading;
  const year = yearKey(name);
  const divided = new Set(
    lists.flatMap(({ head, parts }) =>
      year !== undefined && parts.some(({ subject }) => YEAR_PARTS[year].test(subject))
        ? [head]
        : [],
    ),
  );
  const fits = text.mentions.filter(
    (each) =>
      each !== part &&
      each.role === "current" &&
      each.figure.kind === "money" &&
      (year === undefined
        ? isNamed(each.subject, name)
        : isOfYear(each, reading) &&
          (keyOf(each.subject) === year || (divided.has(each) && yearKey(each.subject) === year))),
  );
  const before = fits.filter(({ figure }) => figure.from < claim.figure.from);
  return before.length > 0 ? before.reverse() : fits;
}

/** A fund has a revenue and an expenditure of its own. */
const isOfYear = ({ paragraph, sentence, figure }: Mention, { text }: Reading): boolean =>
  !/政府性基金|国有资本经营/u.test(text.paragraphs[paragraph]?.text ?? "") &&
  !text.plain.slice(sentence, figure.from).includes("财政拨款");

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
