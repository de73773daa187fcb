const DIGITS = "零一二三四五六七八九";
const NUMERALS =
  /^(.*?)([零一二两三四五六七八九十百]+)([次个场期份项人名位户家条件篇天日套台批起本处]|%)(.*)$/u;
const PERCENT = /百分之([0-9]+(?:\.[0-9]+)?|[零一二三四五六七八九十百]+)/u;
/** 每月一次 yes, 一人一档 and 十四五 no: the words around it must be those that stand around any number. */
const AROUND =
  /^(?:每(?:个|一)?(?:季度?|[年月周日天次人户期])|全年|[不得能应低高少多大小于等或至最超过到达及以上下内完成已共计])*$/u;

/** 每月两次 as 每月2次, 百分之九十五 as 95%. A text that has digits, or other words, stays as it is. */
export function withDigits(text: string): string {
  const [, percent] = PERCENT.exec(text) ?? [];
  if (percent !== undefined) {
    const number = /[0-9]/u.test(percent) ? percent : numberOf(percent);
    return number === undefined ? text : text.replace(PERCENT, `${String(number)}%`);
  }
  if (/[0-9]/u.test(text)) return text;
  const [, before = "", numeral = "", unit = "", behind = ""] = NUMERALS.exec(text) ?? [];
  if (!AROUND.test(before) || !AROUND.test(behind)) return text;
  const number = numberOf(numeral);
  return number === undefined ? text : `${before}${String(number)}${unit}${behind}`;
}

/** Whether a text has a number at all, read or not. */
export function hasNumber(text: string): boolean {
  return /[0-9]/u.test(text) || NUMERALS.test(text);
}

/** Up to 999; undefined for what no one says: 四五, 十百. */
function numberOf(numeral: string): number | undefined {
  const [, hundreds, tens, ones] =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九]?)十)?([零一二两三四五六七八九])?$/u.exec(
      numeral,
    ) ?? [];
  if (hundreds === undefined && tens === undefined && ones === undefined) return undefined;
  // 一百二 is 120 to some.
  const isShort = hundreds !== undefined && tens === undefined && ones !== undefined;
  if (isShort && !numeral.includes("零")) return undefined;
  const ten = tens === undefined ? 0 : tens === "" ? 1 : digitOf(tens);
  return digitOf(hundreds) * 100 + ten * 10 + digitOf(ones);
}

function digitOf(numeral = "零"): number {
  return DIGITS.indexOf(numeral === "两" ? "二" : numeral);
}
