import type { FoundClaim } from "./claim";
import { isOfOneFund } from "./fundContext";
import { isSameFigure } from "./judge";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Mention, ReadText } from "./mention";
import { supportOf } from "./support";
import { totalOf } from "./subjects";

/** One subject that is stated twice must have one figure. */
export function readRepeats(reading: Reading): readonly FoundClaim[] {
  const stated = new Map<string, Mention[]>();
  for (const mention of reading.text.mentions) {
    const key = keyFor(mention, reading.text);
    if (key !== undefined) stated.set(key, [...(stated.get(key) ?? []), mention]);
  }
  return [...stated.values(), ...restated(reading)].flatMap((mentions) =>
    claimsOf(mentions, reading),
  );
}

function keyFor(mention: Mention, text: ReadText): string | undefined {
  const { figure, role, near, statement, isPlanned } = mention;
  const isSaid = /决算|实际|执行|预算|(?:减少|增加|达)到?$/u.test(near) && mention.subject === "";
  const subject = isSaid ? statement.subject : mention.subject;
  if (isPlanned || isOfPast(mention, text.year)) return undefined;
  if (figure.kind !== "money" || figure.isBound || (role !== "current" && role !== "budget"))
    return undefined;
  const total = totalOf(subject) ?? partOfTotal(mention, text);
  if (total === undefined || (role === "budget" && /全年|调整/u.test(near))) return undefined;
  return isOfOneFund(total, mention, text) ? undefined : `${total} ${role}`;
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:其)?基本支出$/u, "fiscalExpenditure"],
  [/^人员(?:经费|支出)$/u, "fiscalBasic"],
  [/^公用(?:经费|支出)$/u, "fiscalBasic"],
];
const PART_TOTALS: Readonly<Record<string, string>> = { fiscalExpenditure: "fiscalBasic" };

/** 财政拨款支出 A 万元，其中基本支出 B 万元: the part of a total that its own sentence names. */
function partOfTotal({ subject, sentence, role }: Mention, text: ReadText): string | undefined {
  const whole = PARTS.find(([name]) => name.test(subject))?.[1];
  if (whole === undefined || role !== "current") return undefined;
  const beside = text.mentions.filter((each) => each.sentence === sentence);
  const isOfIt = beside.some((each) => each.role === "current" && totalOf(each.subject) === whole);
  const isOfYear = beside.some((each) => totalOf(each.subject) === "expenditure");
  return isOfIt && !isOfYear ? (PART_TOTALS[whole] ?? subject) : undefined;
}

const isOfPast = ({ near }: Mention, year: number | undefined): boolean =>
  year !== undefined && near.includes(`${String(year - 1)}年`);

/** A sentence that begins with what the sentence before was about. */
function restated({ text }: Reading): readonly (readonly Mention[])[] {
  const pairs: (readonly Mention[])[] = [];
  const heads = new Map<string, Mention>();
  text.mentions.forEach((mention, index) => {
    if (mention.figure.kind !== "money" || mention.role !== "current") return;
    const isFirst = text.mentions[index - 1]?.sentence !== mention.sentence;
    const first = text.statements.find(({ paragraph }) => paragraph === mention.paragraph);
    const isOfItem =
      isFirst &&
      /^(?:本年|全年|当年)?支出$/u.test(mention.subject) &&
      /^本年|^全年|^当年/u.test(mention.near);
    const last = text.mentions[index - 1];
    const isRateOfItem =
      last?.role === "growth" &&
      last.sentence === mention.sentence &&
      /(?:本年|全年|当年)支出/u.test(last.near) &&
      /^(?:为|达到?|计)$/u.test(mention.near);
    if ((isOfItem || isRateOfItem) && first?.budget && first.current && first.current !== mention)
      pairs.push([first.current, mention]);
    const { before } = mention.statement;
    const isReached =
      /(?:达到|达|增至|减至)$/u.test(mention.near) && before?.subject === mention.statement.subject;
    if (isReached && before.current && mention.statement.current === mention)
      pairs.push([before.current, mention]);
    const key = `${String(mention.paragraph)} ${mention.subject}`;
    const stated = heads.get(key);
    if (isFirst && stated && stated.sentence !== mention.sentence && isOwnName(mention.subject))
      pairs.push([stated, mention]);
    if (!stated) heads.set(key, mention);
  });
  return pairs.filter(([first, second]) => first && second && keyFor(second, text) === undefined);
}

const isOwnName = (subject: string): boolean =>
  subject.length >= 4 && !/^(?:本年|基本|项目|其他)?(?:支出|收入)/u.test(subject);

/** 年初预算为…，支出决算为…: the second has no name of its own. */
function nameOf(each: Mention, other: Mention): string {
  const name = [each.subject, each.statement.subject, other.subject].find((text) => text !== "");
  return name === undefined ? "同一个数" : `“${name}”`;
}

/** The figure that most agree with is right; of as many on both sides, the one that the text bears out. */
function claimsOf(mentions: readonly Mention[], reading: Reading): readonly FoundClaim[] {
  const [first, ...others] = mentions;
  if (!first || others.length === 0) return [];
  const agreeing = mentions.map(
    (each) => mentions.filter((other) => isSameFigure(each.figure, other.figure)).length,
  );
  const many = Math.max(...agreeing);
  const likely = mentions
    .filter((_, index) => agreeing[index] === many)
    .map((mention) => ({ mention, support: supportOf(mention, reading) }));
  const best = Math.max(...likely.map(({ support }) => support));
  const most = likely.find(({ support }) => support === best)?.mention ?? first;
  return mentions.flatMap((each) => {
    if (each === most) return [];
    const isRight = isSameFigure(each.figure, most.figure);
    return [
      claimAt(each, {
        kind: "equality",
        verdict: isRight ? "right" : "inconsistent",
        recomputed: most.figure.shown,
        explanation: isRight
          ? "与文中另一处的同一个数一致。"
          : `${nameOf(each, most)}另一处为${print(most.figure)}，这里为${print(each.figure)}，前后不一致。`,
      }),
    ];
  });
}
