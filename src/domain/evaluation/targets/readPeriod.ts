/** A time by which something is done: 2020年12月, 2020年6月30日前. Days are written as yyyymmdd. */
export interface Period {
  readonly kind: "period";
  readonly first: number;
  readonly last: number;
}

interface Reading {
  /** Of the accounts: that of a time without one, and of 年底前. */
  readonly year?: number | undefined;
  /** 12 月 with nothing behind it is a time, too. */
  readonly isBare?: boolean;
}

const AT = "^(?:于|在|已于|截至|截止)?";
const DONE = "(?:已?(?:全部)?(?:完成|办结|完工|竣工|结束))?$";
const UNTIL = "(?:度|底|末|之?以?前)*";
const WITH_YEAR = new RegExp(
  `${AT}([12][0-9]{3})(?:年|[-./](?=[0-9]))(?:([01]?[0-9])(?:月|[-./](?=[0-9])|$)(?:([0-3]?[0-9])[日号]?)?)?(?:度|底|末|之?以?前|之?内)*${DONE}`,
  "u",
);
/** 3月内 is within three months. */
const WITHOUT_YEAR = new RegExp(
  `${AT}([01]?[0-9])月(?:([0-3]?[0-9])[日号])?(${UNTIL})${DONE}`,
  "u",
);
const END_OF_YEAR = new RegExp(`${AT}(?:本|当)?年(?:底|末|度?内)(?:之?以?前)?${DONE}`, "u");
/** The last month of each. */
const PARTS = new Map([
  ["上半年", [1, 6]],
  ["下半年", [7, 12]],
  ["一季度", [1, 3]],
  ["二季度", [4, 6]],
  ["三季度", [7, 9]],
  ["四季度", [10, 12]],
] as const);
const PART = new RegExp(
  `${AT}(?:([12][0-9]{3})年)?第?([上下]半年|[一二三四1234]季度)(?:底|末|之?以?前|之?内)*${DONE}`,
  "u",
);
const FROM_TO = /^(.+?(?:[年月日号]|[0-9][./][0-9]+|年[0-9]+))(?:[-~—–]+|至|到)(.+)$/u;

/** `text` as `plainText` gives it; undefined for anything but a time that has an end. */
export function readPeriod(text: string, reading: Reading = {}): Period | undefined {
  return (
    readYearFirst(text) ??
    readPart(text, reading) ??
    (reading.year === undefined ? undefined : readInYear(text, reading.year, reading.isBare)) ??
    readFromTo(text)
  );
}

function readYearFirst(text: string): Period | undefined {
  const [, year, month, day] = WITH_YEAR.exec(text) ?? [];
  return year === undefined ? undefined : periodIn(Number(year), month, day);
}

function readInYear(text: string, year: number, isBare = false): Period | undefined {
  if (END_OF_YEAR.test(text)) return periodIn(year);
  const [, month, day, until] = WITHOUT_YEAR.exec(text) ?? [];
  if (month === undefined) return undefined;
  const isTime = isBare || day !== undefined || until !== "";
  return isTime ? periodIn(year, month, day) : undefined;
}

function readPart(text: string, { year }: Reading): Period | undefined {
  const [, own, words = ""] = PART.exec(text) ?? [];
  const name = words.replace(/[1-4]/u, (digit) => "一二三四".charAt(Number(digit) - 1));
  const months = [...PARTS].find(([part]) => part === name)?.[1];
  const of = own === undefined ? year : Number(own);
  if (!months || of === undefined) return undefined;
  return { kind: "period", first: dayOf(of, months[0], 1), last: lastOf(of, months[1]) };
}

/** 2020年1-12月 · 2020年1月1日至12月31日 · 2020.1-2020.12 */
function readFromTo(text: string): Period | undefined {
  const [, start = "", end = ""] = FROM_TO.exec(text) ?? [];
  const first = readYearFirst(start);
  if (!first) return undefined;
  const year = Math.floor(first.first / 10_000);
  const last = readYearFirst(end) ?? readInYear(end, year, true);
  return last && last.last >= first.first ? { ...last, first: first.first } : undefined;
}

function periodIn(year: number, month?: string, day?: string): Period | undefined {
  if (month === undefined)
    return { kind: "period", first: dayOf(year, 1, 1), last: lastOf(year, 12) };
  const [number, date] = [Number(month), Number(day ?? 1)];
  if (number < 1 || number > 12) return undefined;
  const last = lastOf(year, number);
  const first = dayOf(year, number, date);
  if (date < 1 || first > last) return undefined;
  return { kind: "period", first, last: day === undefined ? last : first };
}

function lastOf(year: number, month: number): number {
  return dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function dayOf(year: number, month: number, day: number): number {
  return (year * 100 + month) * 100 + day;
}
