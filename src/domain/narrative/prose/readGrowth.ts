import type { FoundClaim } from "./claim";
import { growthBy, growthOn, type Judged, judgePercent, kindest } from "./judge";
import { lastThat } from "./lastThat";
import { currentsOf, type Reading, wordsOf } from "./readings";
import { claimAt, print } from "./say";
import type { Comparator } from "./roles";
import type { Mention, Statement } from "./mention";

const NOTHING_BEFORE =
  /(?:上年|去年|上一年)[^,。;]{0,8}(?:没有|无|未|为零)(?![^,。;]{0,6}(?:数据|可比|核算|比较))/u;

/** 增长、下降: on last year or on the budget, by the change or by both figures. */
export function readGrowth(reading: Reading): readonly FoundClaim[] {
  return reading.text.mentions
    .filter(({ role, figure }) => role === "growth" && figure.kind === "percent")
    .map((claim) => claimOf(claim, reading));
}

function claimOf(claim: Mention, reading: Reading): FoundClaim {
  const { statement, figure } = claim;
  const against = claim.against ?? changeFor(claim)?.against;
  const base = baseFor(statement, against);
  const change = changeFor(claim) ?? (base ? undefined : statedBase(statement, against));
  const [current, ...others] = currentsOf(statement);
  const isFromNothing =
    base?.figure.value?.isZero() === true ||
    (!base && (NOTHING_BEFORE.test(wordsOf(reading, claim)) || isAllNew(claim, current, change)));
  if (
    isFromNothing &&
    current?.figure.value?.isZero() === false &&
    figure.value?.isZero() === false
  ) {
    return claimAt(claim, {
      kind: "zero-base",
      verdict: "wrong",
      recomputed: "",
      explanation: "上年数（基数）为0，不能计算增减率，应写明上年无此项支出。",
    });
  }
  const own = current ? waysFor(claim, current, change, base) : [];
  const judged = kindest(own);
  if (judged.verdict === "right" || judged.verdict === "rounding")
    return told(claim, judged, current, change, base);
  const wider = kindest(others.flatMap((each) => waysFor(claim, each, change, base)));
  if (wider.verdict === "right") return told(claim, wider, current, change, base);
  const isSettled = change ? change.statement === statement : base !== undefined;
  if (judged.verdict === "wrong" && isSettled) return told(claim, judged, current, change, base);
  return unknown(claim, "文中没有写明基数和增减额，无法复算。");
}

const unknown = (claim: Mention, explanation: string): FoundClaim =>
  claimAt(claim, { kind: "growth", verdict: "cannot-be-checked", recomputed: "", explanation });

/** An increase as large as this year's amount: there was nothing before. */
function isAllNew(
  { sentence, direction }: Mention,
  current: Mention | undefined,
  change: Mention | undefined,
): boolean {
  if (!current?.figure.value || !change?.figure.value || direction === -1) return false;
  return (
    change.direction === 1 &&
    change.against !== "budget" &&
    change.sentence === sentence &&
    change.statement.current === current &&
    !current.figure.isBound &&
    !change.figure.isBound &&
    current.figure.value.equals(change.figure.value)
  );
}

function waysFor(
  claim: Mention,
  { figure: current }: Mention,
  change: Mention | undefined,
  base: Mention | undefined,
): readonly Judged[] {
  const { figure } = claim;
  const ways: Judged[] = [];
  if (base) ways.push(judgePercent(absolute(claim), absoluteRange(growthOn(current, base.figure))));
  if (change) {
    const sign = change.direction || claim.direction;
    for (const each of sign === 0 || (claim.direction !== 0 && claim.direction !== sign)
      ? ([1, -1] as const)
      : [sign])
      ways.push(
        judgePercent(
          { ...figure, value: figure.value?.abs() },
          growthBy(current, change.figure, each),
          each,
        ),
      );
  }
  return ways;
}

/** The change just before the percentage, else the one just behind it. */
function changeFor(claim: Mention): Mention | undefined {
  const { changes } = claim.statement;
  const behind = changes.find(({ figure }) => figure.from > claim.figure.from);
  return lastThat(changes, ({ figure }) => figure.from < claim.figure.from) ?? behind;
}

export function baseFor(statement: Statement, against: Comparator): Mention | undefined {
  const base = statedBase(statement, against);
  return base && isReallyChange(base) ? undefined : base;
}

function statedBase({ budget, previous }: Statement, against: Comparator): Mention | undefined {
  if (against === "budget") return budget;
  if (against === "previous") return previous;
  return previous && budget ? undefined : (previous ?? budget);
}

/** What stands as last year's amount may be the change: the rate behind it tells. */
function isReallyChange({ statement, figure, near }: Mention): boolean {
  const { current, percents } = statement;
  // 由…增加到…: both ends are said.
  if (!current || /(?:由|从)[^,;]{0,12}$/u.test(near)) return false;
  return percents.some((claim) => {
    if (claim.role !== "growth" || claim.figure.bound !== undefined) return false;
    const said = { ...claim.figure, value: claim.figure.value?.abs() };
    const asBase = judgePercent(said, absoluteRange(growthOn(current.figure, figure)));
    const asChange = ([1, -1] as const).map((sign) =>
      judgePercent(said, growthBy(current.figure, figure, sign), sign),
    );
    return asBase.verdict === "wrong" && kindest(asChange).verdict === "right";
  });
}

const absolute = ({ figure }: Mention) => ({ ...figure, value: figure.value?.abs() });

function absoluteRange(range: ReturnType<typeof growthOn>): ReturnType<typeof growthOn> {
  if (!range || !range.middle.isNegative()) return range;
  return { low: range.high.neg(), middle: range.middle.neg(), high: range.low.neg() };
}

function told(
  claim: Mention,
  { verdict, recomputed }: Judged,
  current: Mention | undefined,
  change: Mention | undefined,
  base: Mention | undefined,
): FoundClaim {
  if (verdict === "rounding" && [current, change, base].some((each) => each?.figure.isBound))
    return unknown(claim, "相比的数里有约数，只能看个大概。");
  const from = base ? `基数${print(base.figure)}` : `增减额${change ? print(change.figure) : ""}`;
  const now = `本年数${current ? print(current.figure) : ""}`;
  const basis = `按${now}和${from}计算`;
  const explanation =
    verdict === "right"
      ? `${basis}，增减率为${recomputed}%，相符。`
      : verdict === "rounding"
        ? `${basis}为${recomputed}%，与文中的${print(claim.figure)}只差在取舍上，建议统一。`
        : `${basis}，增减率应为${recomputed}%，文中为${print(claim.figure)}${ratioHint(claim, recomputed)}。`;
  return claimAt(claim, { kind: "growth", verdict, recomputed, explanation });
}

/** 267.8 for 167.8: the ratio itself was written. */
function ratioHint({ figure }: Mention, recomputed: string): string {
  const apart = figure.value?.abs().minus(recomputed).abs();
  return apart && apart.minus(100).abs().lessThanOrEqualTo("0.1") ? "，像是把比值当成了增长率" : "";
}
