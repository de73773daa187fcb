import { Decimal } from "decimal.js";

export type FigureKind = "money" | "percent" | "count";

export type Bound = "over" | "under" | "nearly";

/** A figure where it stands in the plain text: money in 元, percentages in percent, counts in pieces. */
export interface Figure {
  readonly from: number;
  /** Behind its unit. */
  readonly to: number;
  readonly kind: FigureKind;
  /** undefined where a placeholder stands. */
  readonly value: Decimal | undefined;
  /** Half of what printing may hide, in the same measure. */
  readonly half: Decimal;
  readonly shown: string;
  readonly decimals: number;
  /** What one printed unit is worth: 10000 for 万元. */
  readonly scale: number;
  readonly unit: string;
  /** 多, 余, 约, 近, 以上: a bound, not the figure itself. */
  readonly isBound: boolean;
  /** 超过: what is meant is more; 不足, 近: less. Undefined where it lies on either side. */
  readonly bound?: Bound;
}

const NUMBER =
  /(?<![0-9.A-Za-z〔[])(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|[X×*]+\.[X×*]+|[X×*]{2,}|零(?=[,。;、)]|$)/gu;
const MONEY = /^(多|余)?(?:人民币)?(亿元|千万元|百万元|万元|千元|元|万(?=[,。;、]))/u;
/** 3 亿 4500.25 万元. */
const COMPOUND = /^(亿|万)([0-9][0-9,]*(?:\.[0-9]+)?)(万元|元)/u;
const PERCENT = /^(多|余)?%(?!以上|以下)/u;
const COUNT = /^(多|余)?(辆|台|人次|批次|人|批|次|个|期|场|项|件|团)/u;
const SCALES: Readonly<Record<string, number>> = {
  ...{ 亿元: 1e8, 亿: 1e8, 千万元: 1e7, 百万元: 1e6, 万元: 1e4, 万: 1e4, 千元: 1e3, 元: 1 },
};
const ABOUT = /(?:约|近|超|超过|不少于|不低于|大约|将近|≥|>|≤|<|逾|不足|不到|左右)(?:占|为)?$/u;
const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不超过?|不足|不到|≤|<)$/u, "under"],
  [/(?:超过?|不少于|不低于|逾|≥|>)$/u, "over"],
  [/近$/u, "nearly"],
];
const THRESHOLD = /(?:单位价值|单价|价值)$/u;
const ZERO_PLACE = /(?:预算|决算|支出|收入|经费|费|上年|去年)数?(?:安排)?(?:均|皆|都)?(?:为|是)?$/u;

export function scanFigures(plain: string): readonly Figure[] {
  const found = [...plain.matchAll(NUMBER)].flatMap((match) => readFigure(plain, match) ?? []);
  return withPrecision(found);
}

function readFigure(plain: string, match: RegExpMatchArray): Figure | undefined {
  const [shown] = match;
  const from = match.index ?? 0;
  const end = from + shown.length;
  const before = plain.slice(Math.max(0, from - 12), from);
  const after = plain.slice(end, end + 12);
  const compound = COMPOUND.exec(plain.slice(end, end + 24));
  if (compound) return compounded(shown, from, end, compound);
  if (/[0-9](?:亿|万)$/u.test(before)) return undefined;
  const read = unitOf(shown, before, after);
  if (!read) return undefined;
  const { kind, unit, length, isMore } = read;
  const isPlaceholder = /^[X×*]/u.test(shown);
  const digits = shown === "零" ? "0" : shown.replaceAll(",", "");
  const scale = SCALES[unit] ?? 1;
  const isMinus = /(?:^|[^0-9A-Za-z])-$/u.test(before);
  const size = isPlaceholder ? undefined : new Decimal(digits).times(scale);
  return {
    from,
    to: end + length,
    kind,
    value: size && isMinus ? size.neg() : size,
    half: new Decimal(0),
    shown: isMinus ? `-${shown}` : shown,
    decimals: /\.(.+)$/u.exec(digits)?.[1]?.length ?? 0,
    scale,
    unit,
    isBound: isMore || ABOUT.test(before) || /^以上|^左右/u.test(after.slice(length)),
    ...boundOf(before, after.slice(length)),
  };
}

function boundOf(before: string, behind: string): Pick<Figure, "bound"> {
  const words = /^以上/u.test(behind) ? "超" : before;
  const bound = BOUNDS.find(([pattern]) => pattern.test(words))?.[1];
  return bound === undefined ? {} : { bound };
}

function compounded(shown: string, from: number, end: number, compound: RegExpExecArray): Figure {
  const [words, high = "", low = "", unit = "元"] = compound;
  const scale = SCALES[unit] ?? 1;
  const upper = new Decimal(shown.replaceAll(",", "")).times(SCALES[high] ?? 1);
  return {
    ...{ from, to: end + words.length, kind: "money", half: new Decimal(0), scale, unit },
    value: upper.plus(new Decimal(low.replaceAll(",", "")).times(scale)),
    shown: `${shown}${high}${low}`,
    decimals: /\.(.+)$/u.exec(low)?.[1]?.length ?? 0,
    isBound: false,
  };
}

function unitOf(shown: string, before: string, after: string) {
  if (/百分之$/u.test(before))
    return { kind: "percent" as const, unit: "%", length: 0, isMore: false };
  const percent = PERCENT.exec(after);
  if (percent) {
    const isMore = percent[1] !== undefined;
    return { kind: "percent" as const, unit: "%", length: percent[0].length, isMore };
  }
  const money = MONEY.exec(after);
  if (money) {
    const [whole, more, unit = "元"] = money;
    if (
      THRESHOLD.test(before) ||
      /^\(?含?\)?以上(?:的)?(?:通用|专用)?(?:设备)/u.test(after.slice(whole.length))
    )
      return undefined;
    return { kind: "money" as const, unit, length: whole.length, isMore: more !== undefined };
  }
  if (
    (shown === "零" || /^0(?:\.0+)?$/u.test(shown)) &&
    ZERO_PLACE.test(before) &&
    /^(?:[,。;、)]|$)/u.test(after)
  )
    return { kind: "money" as const, unit: "", length: 0, isMore: false };
  const count = COUNT.exec(after);
  if (count && /^[0-9]/u.test(shown)) {
    const [whole, more, unit = ""] = count;
    if (/^个百分点/u.test(after)) return undefined;
    return { kind: "count" as const, unit, length: whole.length, isMore: more !== undefined };
  }
  return undefined;
}

/** Prose drops trailing zeros: a figure is as exact as the most exact one in its unit. */
function withPrecision(figures: readonly Figure[]): readonly Figure[] {
  const finest = new Map<string, number>();
  for (const { unit, decimals } of figures)
    finest.set(unit, Math.max(finest.get(unit) ?? 0, decimals));
  return figures.map((figure) => {
    const { kind, unit, scale, isBound } = figure;
    if (isBound && kind === "money") return { ...figure, half: roughHalf(figure) };
    if (kind !== "money" || scale === 1 || figure.value?.isZero() === true) return figure;
    const half = new Decimal(scale).times(new Decimal(10).pow(-(finest.get(unit) ?? 0))).div(2);
    return { ...figure, half };
  });
}

/** 约 8 万元 may be a unit off, 近 80 万元 five of them; 超过 and 不足 leave open how much. */
function roughHalf({ value, scale, decimals, bound }: Figure): Decimal {
  if (!value) return new Decimal(0);
  if (bound === "over" || bound === "under") return value.abs().div(2);
  const unit = new Decimal(scale).times(new Decimal(10).pow(-decimals));
  return value.mod(unit.times(10)).isZero() ? unit.times(5) : unit;
}
