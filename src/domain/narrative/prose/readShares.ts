import { Decimal } from "decimal.js";
import type { FoundClaim } from "./claim";
import type { Figure } from "./figures";
import { judgePercent, kindest, ratioOf } from "./judge";
import { headsOf, type Reading } from "./readings";
import { claimAt, print } from "./say";
import {
  amountsBefore,
  amountsBehind,
  isUneven,
  nameInTurn,
  partOf,
  partsOfWhole,
  runStart,
} from "./shareParts";
import { isLooseName, wholeName, wholesByKind, wholesNamed } from "./shareWholes";
import type { Mention } from "./mention";
import { OF_BEFORE } from "./mentionRole";
import { sharedName } from "./statementReader";
import { supportOf } from "./support";
import { isNamed, keyOf, subjectOf } from "./subjects";

/**
 * 占…%: a part in percent of the whole that the words name, or of the total it is listed under. Where no share of a
 * sentence fits, another whole is meant than was read.
 */
export function readShares(reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;
  const found = mentions.flatMap((claim, index) =>
    sharesAt(claim, index, reading).map((told) => ({ claim, told })),
  );
  return found.map(({ claim, told }) => {
    const beside = found.filter((each) => each.claim.sentence === claim.sentence);
    const wrong = beside.filter((each) => each.told.verdict === "wrong").length;
    const isBeside = told.operands?.some(({ role }) => role === "whole") === true;
    const isMisread =
      told.verdict === "wrong" && !isBeside && wrong > 1 && wrong * 2 >= beside.length;
    return isMisread ? unknown(claim, "") : told;
  });
}

function sharesAt(claim: Mention, index: number, reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;

  if (claim.role !== "share" || claim.figure.kind !== "percent") return [];
  const before = mentions[index - 1];
  const beside = partsOfWhole(mentions, index);
  if (beside) return [ofWhole(claim, beside.part, beside.whole)];
  if (before?.figure.kind === "money" && OF_BEFORE.test(claim.gap))
    return [ofBefore(claim, before, mentions[index - 2])];
  const wholes = wholesInTurn(mentions, index);
  if (wholes) return [claimOf(claim, wholes.part, reading, wholes.name)];
  if (isUneven(mentions, index)) return [unknown(claim, "")];
  return foundFor(claim, index, reading);
}

function foundFor(claim: Mention, index: number, reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;
  const named = claim.near.startsWith("在") ? "" : sharedName(claim.near);
  const own = partOf(reading, index);
  const found = claimOf(claim, own, reading);
  if (/^\/?$/u.test(claim.near) && found.verdict === "cannot-be-checked") return [];
  if (!own || found.verdict !== "wrong") return [found];
  const inTurn = nameInTurn(mentions, index);
  const isUnlike = own.subject !== (inTurn ?? named);
  if ((inTurn !== undefined || named.length > 3) && isUnlike) return [unknown(claim, "")];
  // Behind the parts of a part its own share may follow, and shares may come before their amounts.
  const others = [
    ...headsOf(reading, own).slice(0, 1),
    ...amountsBehind(mentions, index),
    ...(claim.figure.decimals > 0 ? amountsBefore(mentions, index) : []),
  ];
  const kind = others
    .map((part) => claimOf(claim, part, reading))
    .find(({ verdict }) => verdict === "right");
  return [kind ?? found];
}

/** 占本年支出合计 179.22 万元的 42 %: the whole stands in the clause itself. */
function ofWhole(claim: Mention, part: Mention | undefined, whole: Mention): FoundClaim {
  if (!part) return unknown(claim, whole.subject);
  const { verdict, recomputed } = judgePercent(claim.figure, ratioOf(part.figure, whole.figure));
  return told(claim, part, whole, verdict, recomputed);
}

/** 总额 179.22 万元的 42 %: perhaps of the amount before. */
function ofBefore(claim: Mention, whole: Mention, previous: Mention | undefined): FoundClaim {
  const { statement } = whole;
  const part = statement.current === whole ? statement.before?.current : statement.current;
  if (!part) return unknown(claim, "");
  const found = ofWhole(claim, part, whole);
  const isEqual = whole.role === "previous" && /^(?:为|相当于)/u.test(whole.near);
  const isBeside = (part === previous || isEqual) && part.sentence === whole.sentence;
  const isSure = found.verdict === "right" || found.verdict === "rounding";
  return isSure || (isBeside && (isEqual || /^约?占/u.test(whole.near)))
    ? found
    : unknown(claim, "");
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

function claimOf(
  claim: Mention,
  part: Mention | undefined,
  reading: Reading,
  name = wholeName(claim, reading),
): FoundClaim {
  const { figure } = claim;
  const heads = part ? headsOf(reading, part) : [];
  const isLoose = isLooseName(name);
  const isOpen = name === "" || (isLoose && heads.length > 0);
  const named = isOpen ? [] : wholesNamed(name, claim, part, reading);
  const nearHeads = isLoose ? heads : heads.filter(({ subject }) => isNamed(subject, name));
  const { current } = claim.statement;
  const beside =
    isLoose &&
    current !== part &&
    current?.sentence === claim.sentence &&
    keyOf(current.subject) !== undefined;
  const near = [...new Set([...nearHeads, ...named, ...(beside ? [current] : [])])];
  const wholes = near.length > 0 || !part || !isLoose ? near : wholesByKind(part, claim, reading);
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
  if (verdict === "wrong" && isDoubtful) return doubtful(claim, wholes[0]);
  const outer = verdict === "wrong" && isLoose ? ofOuter(claim, part, heads, reading) : undefined;
  if (outer) return outer;
  const summed = verdict === "wrong" ? ofTheirSum(claim, part, wholes, reading) : undefined;
  if (summed) return summed;
  // More than all of it: another whole is meant, unless the words name this one.
  if (verdict === "wrong" && isLoose && isTooMuch(figure, recomputed)) return unknown(claim, name);
  const whole = judged.find((each) => each.verdict === verdict)?.whole ?? wholes[0];
  return told(claim, part, whole, verdict, recomputed);
}

const isTooMuch = ({ value }: Figure, recomputed: string): boolean =>
  value?.lessThanOrEqualTo(100) === true && new Decimal(recomputed).greaterThan(100);

/** 其中 of 其中: the share may be one of the outer total. */
function ofOuter(
  claim: Mention,
  part: Mention,
  heads: readonly Mention[],
  reading: Reading,
): FoundClaim | undefined {
  const seen = new Set([...heads, ...wholesByKind(part, claim, reading)]);
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

const doubtful = (claim: Mention, whole: Mention | undefined): FoundClaim =>
  claimAt(claim, {
    kind: "share",
    verdict: "cannot-be-checked",
    recomputed: "",
    explanation: `分母${whole ? print(whole.figure) : ""}在文中与别处不合，先核对它，再算占比。`,
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
