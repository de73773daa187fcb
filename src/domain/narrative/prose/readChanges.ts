import type { FoundClaim } from "./claim";
import { type Judged, judgeDifference, kindest } from "./judge";
import { lastThat } from "./lastThat";
import { baseFor } from "./readGrowth";
import { currentsOf, type Reading } from "./readings";
import { type Direction, directionIn, FALL, RISE } from "./roles";
import { claimAt, print } from "./say";
import type { Mention, Statement } from "./mention";

/** 增加…万元: this year's amount less its base. */
export function readDifferences({ text }: Reading): readonly FoundClaim[] {
  return text.mentions
    .filter(({ role, figure }) => role === "change" && figure.kind === "money")
    .map((claim) => {
      const against = claim.against ?? rateBefore(claim)?.against;
      const base = baseFor(claim.statement, against);
      const currents = currentsOf(claim.statement);
      const [current] = currents;
      const pair = pairBehind(claim, text.mentions) ?? pairNamed(claim, text.mentions);
      if (pair)
        return told(claim, ...pair, judgeDifference(claim.figure, pair[0].figure, pair[1].figure));
      if (current && isBeyond(claim, current)) return beyond(claim, current);
      if (!base || !current) return unknown(claim);
      const judged = kindest(
        currents.map((each) => judgeDifference(claim.figure, each.figure, base.figure)),
      );
      if (judged.verdict === "wrong" && !isSettled(claim, current, base)) return unknown(claim);
      const { verdict, recomputed } =
        judged.verdict === "wrong"
          ? judgeDifference(claim.figure, current.figure, base.figure)
          : judged;
      return told(claim, current, base, { verdict, recomputed });
    });
}

/** 人员经费比公用经费多 C 万元，两项分别为 A 万元和 B 万元: the two amounts behind their difference. */
function pairBehind(
  claim: Mention,
  mentions: readonly Mention[],
): readonly [Mention, Mention] | undefined {
  if (!/[一-龥](?:比|较)(?!上年|去年|年初|预算)[一-龥]+(?:多|少|高|低)$/u.test(claim.near))
    return undefined;
  const at = mentions.indexOf(claim) + 1;
  const [one, other, third] = mentions.slice(at, at + 3);
  if (!one || other?.run !== 1 || third?.run === 2) return undefined;
  const isPair = [one, other].every(
    ({ role, figure, sentence }) =>
      role === "current" && figure.kind === "money" && sentence === claim.sentence,
  );
  return isPair && /分别|依次|各/u.test(one.near) ? [one, other] : undefined;
}

const PAIR =
  /^(?:[0-9]{4}年度?)?([一-龥]{2,14}?)(大于|高于|多于|小于|低于|少于|比|较)([一-龥]{2,14}?)(?:(?:多|少)(?:支出|收入)?|高|低)?(?:了|为)?$/u;

/** 本年支出大于本年收入 C 万元, 下半年比上半年多支出 C 万元: two amounts of the sentence by their names. */
function pairNamed(
  claim: Mention,
  mentions: readonly Mention[],
): readonly [Mention, Mention] | undefined {
  const [, first = "", , second = ""] = PAIR.exec(claim.near) ?? [];
  if (first === "" || /上年|去年|预算/u.test(first + second)) return undefined;
  const [one, other] = [first, second].map((name) => {
    const found = mentions.filter(
      ({ figure, sentence, role, near }) =>
        figure.kind === "money" &&
        figure.to <= claim.figure.from &&
        sentence === claim.sentence &&
        role === "current" &&
        namedAs(near, name),
    );
    return found.length === 1 ? found[0] : undefined;
  });
  return one && other && one !== other ? [one, other] : undefined;
}

const namedAs = (near: string, name: string): boolean => {
  const bare = near.replace(/^[0-9]{4}年度?|(?:合计|总[计额]|数|额|为|共)+$/gu, "");
  return bare === name || bare.startsWith(name);
};

/** 5.08 万元，比上年增加 9700 万元: more than there is now. */
function isBeyond({ figure, direction, statement, sentence }: Mention, current: Mention): boolean {
  const isOwn = statement.current === current && current.sentence === sentence;
  const [grown, now] = [figure.value, current.figure.value];
  return (
    isOwn &&
    direction === 1 &&
    grown !== undefined &&
    now !== undefined &&
    !now.isZero() &&
    grown.minus(figure.half).greaterThan(now.plus(current.figure.half))
  );
}

const beyond = (claim: Mention, current: Mention): FoundClaim =>
  claimAt(claim, {
    kind: "difference",
    verdict: "wrong",
    recomputed: "",
    explanation: `本年数只有${print(current.figure)}，不可能比上年增加${print(claim.figure)}。`,
  });

function told(
  claim: Mention,
  one: Mention,
  other: Mention,
  { verdict, recomputed }: Judged,
): FoundClaim {
  if (verdict === "cannot-be-checked") return unknown(claim, "有数没有填，无法复算。");
  const basis = `${print(one.figure)}与${print(other.figure)}相差${recomputed}${claim.figure.unit}`;
  const explanation =
    verdict === "wrong"
      ? `${basis}，文中为${print(claim.figure)}。`
      : verdict === "rounding"
        ? `${basis}，与文中的${print(claim.figure)}是尾差。`
        : `${basis}，相符。`;
  return claimAt(claim, { kind: "difference", verdict, recomputed, explanation });
}

/** 同比增长 2.79 %，增加 52.11 万元: the change is on the same base as its rate. */
const rateBefore = ({ statement, figure, sentence }: Mention): Mention | undefined =>
  lastThat(
    statement.percents,
    (each) =>
      each.role === "growth" && each.sentence === sentence && each.figure.from < figure.from,
  );

const unknown = (claim: Mention, explanation = "文中没有写明相比的数，无法复算。"): FoundClaim =>
  claimAt(claim, {
    kind: "difference",
    verdict: "cannot-be-checked",
    recomputed: "",
    explanation,
  });

/** The words say against what, or both amounts stand in one sentence with the change and nothing else does. */
function isSettled(claim: Mention, current: Mention, base: Mention): boolean {
  const { against, statement } = claim;
  const isNear = base.sentence === claim.sentence || base.sentence === current.sentence;
  const isOnly = !statement.budget || !statement.previous;
  return isNear && (against !== undefined || (isOnly && base.sentence === claim.sentence));
}

/** 增加、下降、大于、持平 against the signs and the figures. */
export function readDirections(reading: Reading): readonly FoundClaim[] {
  const { mentions } = reading.text;
  const figured = mentions
    .filter(({ direction }) => direction !== 0)
    .flatMap((each) => (isBase(each) ? besideBase(each) : directionOf(each, mentions)) ?? []);
  const compared = readComparisons(reading).filter(
    (each) => !figured.some(({ from, to }) => from <= each.from && each.to <= to),
  );
  return [...figured, ...reachedFrom(reading), ...compared];
}

const REACHED = new RegExp(`(?:(${RISE})|${FALL})(?:到|至)了?$`, "u");

/** 从上年的 A 万元减少至 B 万元. */
function reachedFrom({ text }: Reading): readonly FoundClaim[] {
  return text.mentions.flatMap((claim) => {
    const { previous } = claim.statement;
    const word = REACHED.exec(claim.near);
    if (!word || claim.role !== "current" || previous?.sentence !== claim.sentence) return [];
    const sign = signOf(claim, previous);
    if (sign === undefined || previous.figure.isBound || claim.figure.isBound) return [];
    const isRight = sign === (word[1] === undefined ? -1 : 1);
    const told = sign === 0 ? "持平" : sign > 0 ? "增加" : "减少";
    return claimAt(claim, {
      kind: "direction",
      verdict: isRight ? "right" : "wrong",
      recomputed: told,
      explanation: `由${print(previous.figure)}到${print(claim.figure)}，应为${told}${isRight ? "，相符" : ""}。`,
    });
  });
}

/** 收入、支出分别增加 A、减少 B: of which amount each of them speaks is not said beside it. */
const isInTurn = ({ run, near }: Mention): boolean => run > 0 || /分别|依次/u.test(near);

/** A change that is not the difference of the two amounts: one of them was misread, or is wrong and found there. */
function isBorneOut(
  { statement, figure, role, sentence }: Mention,
  current: Mention,
  base: Mention,
) {
  const changes = role === "change" ? [figure] : [];
  const said = [
    ...changes,
    ...statement.changes.filter((each) => each.sentence === sentence).map((each) => each.figure),
  ];
  return (
    said.length === 0 ||
    said.some((each) => judgeDifference(each, current.figure, base.figure).verdict !== "wrong")
  );
}

const isBase = ({ role }: Mention): boolean => role === "previous" || role === "budget";

/** 低于上年决算数 100.00 万元. */
function besideBase(base: Mention): FoundClaim | undefined {
  const { current } = base.statement;
  const sign = current && signOf(current, base);
  if (!current || sign === undefined) return undefined;
  const isRight = sign === base.direction;
  const recomputed = sign === 0 ? "等于" : sign > 0 ? "高于" : "低于";
  return claimAt(base, {
    kind: "direction",
    verdict: isRight ? "right" : "wrong",
    recomputed,
    explanation: `${print(current.figure)}与${print(base.figure)}相比，应为${recomputed}${isRight ? "，相符" : ""}。`,
  });
}

function directionOf(claim: Mention, mentions: readonly Mention[]): FoundClaim | undefined {
  const { statement, direction, figure } = claim;
  const pair = claim.role === "change" ? pairNamed(claim, mentions) : undefined;
  if (pair) return betweenPair(claim, pair);
  if (figure.value?.isNegative() === true || isInTurn(claim)) return undefined;
  const against = claim.against ?? changeBefore(claim)?.against ?? rateBefore(claim)?.against;
  const base = baseFor(statement, against);
  const word = direction === 1 ? "增加" : "减少";
  const sign = base && statement.current ? signOf(statement.current, base) : undefined;
  if (
    sign !== undefined &&
    base &&
    statement.current &&
    isSettled(claim, statement.current, base)
  ) {
    const isRight = sign === direction || (sign === 0 && figure.value?.isZero() === true);
    if (!isRight && !isBorneOut(claim, statement.current, base)) return undefined;
    const told = sign === 0 ? "持平" : sign > 0 ? "增加" : "减少";
    return claimAt(claim, {
      kind: "direction",
      verdict: isRight ? "right" : "wrong",
      recomputed: told,
      explanation: `本年数${print(statement.current.figure)}、相比的数${print(base.figure)}，应为${told}，文中写“${word}”${isRight ? "，相符" : ""}。`,
    });
  }
  const other = claim.role === "growth" ? (changeBefore(claim) ?? changeBehind(claim)) : undefined;
  if (
    !other ||
    isInTurn(other) ||
    other.direction === 0 ||
    other.figure.value?.isNegative() === true
  )
    return undefined;
  const isRight = other.direction === direction;
  return claimAt(claim, {
    kind: "direction",
    verdict: isRight ? "right" : "inconsistent",
    recomputed: other.direction === 1 ? "增长" : "下降",
    explanation: isRight
      ? "增减额和增减率方向一致。"
      : `增减额写的是${other.direction === 1 ? "增加" : "减少"}，增减率却写成了${direction === 1 ? "增长" : "下降"}。`,
  });
}

/** 下半年比上半年多支出 C 万元. */
function betweenPair(
  claim: Mention,
  [one, other]: readonly [Mention, Mention],
): FoundClaim | undefined {
  const sign = signOf(one, other);
  if (sign === undefined || sign === 0) return undefined;
  const isRight = sign === claim.direction;
  const recomputed = sign > 0 ? "大于" : "小于";
  return claimAt(claim, {
    kind: "direction",
    verdict: isRight ? "right" : "wrong",
    recomputed,
    explanation: `${print(one.figure)}${recomputed}${print(other.figure)}${isRight ? "，相符" : "，文中写反了"}。`,
  });
}

const changeBefore = ({ statement, figure }: Mention) =>
  lastThat(statement.changes, (each) => each.figure.from < figure.from);

const changeBehind = ({ statement, sentence }: Mention) =>
  statement.changes.find((each) => each.sentence === sentence);

function signOf(current: Mention, base: Mention): Direction | undefined {
  const [now, then] = [current.figure.value, base.figure.value];
  if (!now || !then) return undefined;
  const sign = now.comparedTo(then);
  return sign > 0 ? 1 : sign < 0 ? -1 : 0;
}

const BUDGET_WORDS =
  /(?:决算|支出|执行|实际)?(?:数|额)?(?:较|比|与|和|同)?(?:年初|支出|全年)*预算(?:安排)?(?:数|额)?(?:相比|相)?(?:基本)?(增加|减少|持平|一致|相等|相同)(?=的|主要|,|。|;)|(?:决算|支出|执行)(?:数|额)?(大于|小于|等于|高于|低于|多于|少于|超过|超出|不及)(?:年初|支出|全年)*预算|(?:^|[,。;:])(大于|小于|等于|高于|低于)(?:年初)?预算|预决算(?:数)?(相等|一致|持平|无差异|无差别)|(?:与|和|同)(?:年初|全年)?预算(?:安排)?(?:数|额)?[0-9.,]+(?:万|亿)?元(?:相)?(持平|一致|相等|相同)|,(?:两者|二者)(持平|一致|相等|相同)/gu;

/** 决算数大于预算数: by the figures of the statement just before. */
function readComparisons({ text }: Reading): readonly FoundClaim[] {
  return [...text.plain.matchAll(BUDGET_WORDS)].flatMap((match) => {
    const word = match.slice(1).find(Boolean) ?? "";
    const at = match.index + match[0].lastIndexOf(word);
    const statement = statementBefore(text.statements, text.plain, at);
    if (!statement?.budget || !statement.current) return [];
    const sign = signOf(statement.current, statement.budget);
    if (sign === undefined) return [];
    const said = saidBy(word);
    const isRight = sign === said;
    const recomputed = sign === 0 ? "持平" : sign > 0 ? "大于" : "小于";
    return [
      {
        from: at,
        to: at + word.length,
        kind: "direction",
        claimed: word,
        recomputed,
        operands: [statement.current, statement.budget],
        verdict: isRight ? "right" : "wrong",
        explanation: `决算数${print(statement.current.figure)}、预算数${print(statement.budget.figure)}，应为${recomputed}，文中写“${word}”${isRight ? "，相符" : ""}。`,
      } satisfies FoundClaim,
    ];
  });
}

function saidBy(word: string): Direction {
  if (/大于|高于|多于|超/u.test(word)) return 1;
  if (/小于|低于|少于|不及/u.test(word)) return -1;
  return directionIn(word);
}

/** The last statement with both figures before a place, in the same paragraph. */
function statementBefore(
  statements: readonly Statement[],
  plain: string,
  at: number,
): Statement | undefined {
  const from = plain.lastIndexOf("\n", at) + 1;
  const last = lastThat(statements, ({ sentence, current, budget }) => {
    const end = Math.min(current?.figure.to ?? Infinity, budget?.figure.to ?? Infinity);
    return sentence >= from && end <= at;
  });
  return last?.budget && last.current ? last : undefined;
}
