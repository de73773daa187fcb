const FIGURE = /^([-−]?)(?:([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?|(\.[0-9]+))$/u;
const EXACT_DIGITS = 15;

/**
 * What Excel makes of a text that it finds in a page. Codes with leading zeros and account numbers stay
 * texts: their digits would be lost.
 */
export function parseFigure(text: string): number | undefined {
  const match = FIGURE.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", bare = ""] = match;
  const digits = whole.replaceAll(",", "");
  if (/^0[0-9]/u.test(digits)) return undefined;
  if (digits.length + Math.max(0, fraction.length - 1) > EXACT_DIGITS) return undefined;
  return Number(`${sign === "" ? "" : "-"}${digits}${fraction}${bare}`);
}
