/** A time by which something is done: 2020年12月, 2020年6月30日前. Days are written as yyyymmdd. */
export interface Period {
  readonly kind: "period";
  readonly first: number;
  readonly last: number;
}

const PERIOD =
  /^(?:于|在|已于|截至|截止)?([12][0-9]{3})(?:年|[-./](?=[0-9]))(?:([01]?[0-9])(?:月|[-./](?=[0-9])|$)(?:([0-3]?[0-9])[日号]?)?)?(?:度|底|末|之?以?前|之?内)*(?:已?(?:全部)?(?:完成|办结|完工|竣工|结束))?$/u;

/** `text` as `plainText` gives it; undefined for anything but a year, a month or a day. */
export function readPeriod(text: string): Period | undefined {
  const [, year, month, day] = PERIOD.exec(text)?.map(Number) ?? [];
  if (year === undefined) return undefined;
  const isGiven = (part: number | undefined): part is number => part !== undefined && !isNaN(part);
  if (!isGiven(month)) return period(dayOf(year, 1, 1), dayOf(year, 12, 31));
  if (month < 1 || month > 12) return undefined;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!isGiven(day)) return period(dayOf(year, month, 1), dayOf(year, month, days));
  if (day < 1 || day > days) return undefined;
  return period(dayOf(year, month, day), dayOf(year, month, day));
}

function period(first: number, last: number): Period {
  return { kind: "period", first, last };
}

function dayOf(year: number, month: number, day: number): number {
  return (year * 100 + month) * 100 + day;
}
