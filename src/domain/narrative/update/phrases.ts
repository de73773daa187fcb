import { Decimal } from "decimal.js";
import { lastThat } from "../prose/lastThat";
import { readDirections } from "../prose/readChanges";
import type { Reading } from "../prose/readings";
import { FALL, RISE } from "../prose/roles";
import type { Mention } from "../prose/mention";
import type { Edit, Note } from "./edits";
import type { FigureStyle } from "./figureStyle";
import type { NewFigure, NewFigures } from "./newFigures";

const TURNED: Readonly<Record<string, string>> = {
  ...{ 增加: "减少", 增长: "下降", 上升: "下降", 提高: "降低", 上涨: "下跌", 增多: "减少" },
  ...{ 净增: "净减", 增幅: "降幅", 升幅: "降幅", 涨幅: "跌幅", 多: "少", 增: "减" },
  ...{ 减少: "增加", 下降: "增长", 降低: "增长", 压减: "增加", 缩减: "增加", 下滑: "增长" },
  ...{ 减幅: "增幅", 降幅: "增幅", 跌幅: "涨幅", 净减: "净增", 节约: "增加", 少: "多" },
  ...{ 减: "增", 降: "增" },
};
const SHIFT = new RegExp(`${RISE}|${FALL}`, "gu");
/** 与上年相比，; 比年初预算数 */
const COMPARED =
  /(?:与|较|比|同|和)((?:上年|去年|上一年|年初|全年|支出)*(?:预算)?(?:安排)?(?:决算)?(?:数|度|额)?)(?:相比)?,?(?:[一-龥]{0,12})$/u;
const NO_RATE = "（上年为0，不计算增长率）";
const WITHOUT_RATE = /^\(上年(?:数)?为(?:0|零),不计算增[长减]率\)/u;

interface Source {
  readonly reading: Reading;
  readonly figures: NewFigures;
  readonly style: FigureStyle;
}

/** What stands for a figure, and the words that turn with it. */
export function editsOf(mention: Mention, { reading, figures, style }: Source): readonly Edit[] {
  const now = figures.newOf(mention);
  if (!now) return [];
  const { plain } = reading.text;
  const { figure, role } = mention;
  const { cells, why } = now;
  if (role === "change" && now.value.isZero()) {
    const same = unchanged(mention, now, plain);
    if (same) return [same];
  }
  if (figure.kind === "percent" && now.base?.lessThanOrEqualTo(0) === true) {
    return withoutBase(mention, plain, now);
  }
  const isSigned = role === "change" || role === "growth";
  const size = isSigned ? now.value.abs() : now.value;
  const isMinus = figure.shown.startsWith("-") && plain.charAt(figure.from - 1) === "-";
  const printed = style.print(size, figure);
  const kind = figure.kind === "percent" ? "percent" : figure.kind === "count" ? "count" : "amount";
  const isLess = plain.slice(figure.from - 2, figure.from) === "不足";
  const isTiny =
    role === "growth" && !size.isZero() && new Decimal(printed.replaceAll(",", "")).isZero();
  const from = figure.from - (isMinus ? 1 : isLess ? 2 : 0);
  const own: Edit = {
    ...{ from, to: endOfDigits(mention), cells, why },
    text: isTiny ? `不足${style.least(figure.unit)}` : printed,
    kind: role === "change" ? "change" : kind,
  };
  return [
    own,
    ...(role === "change" ? budgetWordsBehind(mention, now, plain) : []),
    ...(isSigned ? turned(mention, now, plain) : []),
    ...rateBehind(mention, now, plain, style),
  ];
}

/** A unit stays as it is. */
const endOfDigits = ({ figure: { to, unit } }: Mention): number => to - unit.length;

function turned(
  { figure, direction, gap }: Mention,
  now: NewFigure,
  plain: string,
): readonly Edit[] {
  if (direction === 0 || now.value.isZero() || (now.value.isPositive() ? 1 : -1) === direction)
    return [];
  const from = figure.from - gap.length;
  const found = [...plain.slice(from, figure.from).matchAll(SHIFT)].at(-1);
  const word = found?.[0] ?? "";
  const to = TURNED[word];
  if (!found || to === undefined) return [];
  const at = from + found.index;
  const why = now.value.isPositive() ? "本年数比相比的数多" : "本年数比相比的数少";
  return [{ from: at, to: at + word.length, text: to, kind: "direction", cells: now.cells, why }];
}

const AGAINST_BUDGET = /^[^。;\n]*?决算数?(大于|小于|高于|低于)(?:年初)?预算/u;

/** 比年初预算数减少…，决算数小于年初预算数的主要原因是 */
function budgetWordsBehind(
  { figure, against, statement }: Mention,
  now: NewFigure,
  plain: string,
): readonly Edit[] {
  const found = AGAINST_BUDGET.exec(plain.slice(figure.to));
  const word = found?.[1] ?? "";
  if (!found || against !== "budget" || statement.budget || now.value.isZero()) return [];
  const isAbove = now.value.isPositive();
  if (/[大高]于/u.test(word) === isAbove) return [];
  const from = figure.to + found[0].lastIndexOf(word);
  const text = isAbove ? "大于" : "小于";
  const why = "按本年的决算数和预算数";
  return [{ from, to: from + word.length, text, kind: "direction", cells: now.cells, why }];
}

/** 与上年相比，增加8.47万元，增长12.6% → 与上年持平. */
function unchanged(mention: Mention, now: NewFigure, plain: string): Edit | undefined {
  const { figure, statement, gap } = mention;
  const begin = figure.from - gap.length;
  const word = [...plain.slice(begin, figure.from).matchAll(SHIFT)].at(-1);
  if (!word) return undefined;
  const at = begin + word.index;
  const found = COMPARED.exec(plain.slice(begin, at));
  const from = found ? begin + found.index : at;
  const rate = statement.percents.find(
    (each) => each.role === "growth" && each.figure.from >= figure.to,
  );
  const isBehind = rate !== undefined && !/[。;]/u.test(plain.slice(figure.to, rate.figure.from));
  const rest = WITHOUT_RATE.exec(plain.slice(figure.to));
  const to = isBehind ? rate.figure.to : figure.to + (rest?.[0].length ?? 0);
  const text = found ? `与${found[1] === "" ? "上年" : (found[1] ?? "上年")}持平` : "持平";
  return { from, to, text, kind: "phrase", cells: now.cells, why: "两数相同，没有增减" };
}

/** A share, a rate and a completion of nothing are left out. */
function withoutBase(
  { figure, gap, role }: Mention,
  plain: string,
  now: NewFigure,
): readonly Edit[] {
  if (!gap.startsWith(",") || /[。;:]/u.test(gap)) return [];
  const from = figure.from - gap.length;
  const isGrowth = role === "growth" && /增|减|降|升|涨|跌/u.test(plain.slice(from, figure.from));
  const text = isGrowth && !gap.includes("预算") ? NO_RATE : "";
  return [
    { from, to: figure.to, text, kind: "phrase", cells: now.cells, why: "基数为0，不能计算" },
  ];
}

/** （上年为0，不计算增长率） where this year there is a base. */
function rateBehind(
  { figure, role }: Mention,
  now: NewFigure,
  plain: string,
  style: FigureStyle,
): readonly Edit[] {
  const found = role === "change" ? WITHOUT_RATE.exec(plain.slice(figure.to)) : undefined;
  if (!found || !now.base || now.base.lessThanOrEqualTo(0)) return [];
  const text = rateWords(now.value, now.base, style);
  const { cells } = now;
  const to = figure.to + found[0].length;
  return [{ from: figure.to, to, text, kind: "phrase", cells, why: "上年有数，可以计算增减率" }];
}

const PERCENT = { unit: "%", scale: 1, kind: "percent" } as const;

function rateWords(change: Decimal, base: Decimal, style: FigureStyle): string {
  if (base.lessThanOrEqualTo(0)) return NO_RATE;
  const rate = change.abs().times(100).div(base);
  const printed = style.print(rate, { ...SHAPE, ...PERCENT });
  const grown = change.isPositive() ? "增长" : "下降";
  return `，${grown}${new Decimal(printed.replaceAll(",", "")).isZero() ? `不足${style.least("%")}` : printed}%`;
}

const SHAPE = {
  from: 0,
  to: 0,
  value: undefined,
  half: new Decimal(0),
  shown: "",
  decimals: 0,
  isBound: false,
};
const LEVEL =
  /(?:与|较|比|同|和)(?:上年|去年)(?:度|同期)?(?:决算)?(?:数)?(?:相比)?,?(?:基本)?持平/gu;

interface Level {
  readonly from: number;
  readonly to: number;
  readonly before: Mention;
  readonly now: NewFigure;
  readonly base: NewFigure;
}

/** Each 与上年持平 with the last figure before it; undefined where nobody knows what it is about. */
function levelsIn({ reading, figures }: Source) {
  const { plain, mentions } = reading.text;
  return [...plain.matchAll(LEVEL)].map((match) => {
    const span = { from: match.index, to: match.index + match[0].length };
    const before = lastThat(
      mentions,
      ({ figure, role }) =>
        figure.to <= match.index &&
        (figure.kind === "count" || (figure.kind === "money" && role === "current")),
    );
    const now = figures.newOf(before);
    const isNear = before && !plain.slice(before.figure.to, match.index).includes("\n");
    // 公务用车9辆，与上年持平: nobody gave last year's number.
    const base =
      isNear && before.figure.kind === "money" ? figures.baseOf(before, "previous") : undefined;
    const level: Level | undefined = before && now && base && { ...span, before, now, base };
    return { ...span, level };
  });
}

/** 与上年持平, where this year there is a change. */
export function levelEdits(source: Source): readonly Edit[] {
  const { style } = source;
  return levelsIn(source).flatMap(({ from, to, level }): Edit[] => {
    const change = level?.now.value.minus(level.base.value);
    if (!level || !change || change.isZero()) return [];
    const { before, now, base } = level;
    const amount = `${style.print(change.abs(), before.figure)}${before.figure.unit}`;
    const more = change.isPositive() ? "增加" : "减少";
    const text = `与上年相比，${more}${amount}${rateWords(change, base.value, style)}`;
    const cells = [...now.cells, ...base.cells];
    return [{ from, to, text, kind: "phrase", cells, why: base.why }];
  });
}

export const levelNotes = (source: Source): readonly Note[] =>
  levelsIn(source).flatMap(({ from, to, level }): Note[] =>
    level ? [] : [{ from, to, kind: "level", why: "本年是否仍与上年持平，请核对。" }],
  );

const ABOVE = /大于|高于|多于|超/u;
const BELOW = /小于|低于|少于|不及/u;
const AS_BUDGET =
  /(?:与|和|同|较|比)((?:年初|支出|全年)*预算(?:安排)?(?:数|额)?)(?:相比)?(?:基本)?$/u;

/** 决算数大于年初预算数: by the new figures. */
export function comparisonEdits({ reading, figures }: Source): readonly Edit[] {
  return readDirections(reading).flatMap(({ from, to, claimed, operands }): Edit[] => {
    const [current, budget] = (operands ?? []).map((each) => figures.newOf(each));
    if (!current || !budget) return [];
    const sign = current.value.comparedTo(budget.value);
    const edit = { from, to, kind: "direction", why: "按本年的决算数和预算数" } as const;
    const cells = [...current.cells, ...budget.cells];
    const told = sign > 0 ? "大于" : sign < 0 ? "小于" : "等于";
    if (ABOVE.test(claimed) || BELOW.test(claimed) || claimed === "等于") {
      const was = ABOVE.test(claimed) ? 1 : claimed === "等于" ? 0 : -1;
      return was === sign ? [] : [{ ...edit, text: told, cells }];
    }
    if (claimed === "增加" || claimed === "减少") {
      const was = claimed === "增加" ? 1 : -1;
      if (was === sign) return [];
      return [{ ...edit, text: sign === 0 ? "持平" : sign > 0 ? "增加" : "减少", cells }];
    }
    const found = sign === 0 ? undefined : AS_BUDGET.exec(reading.text.plain.slice(0, from));
    if (!found) return [];
    return [{ ...edit, from: found.index, text: `${told}${found[1] ?? ""}`, cells }];
  });
}
