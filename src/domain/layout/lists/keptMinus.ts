/** A hyphen that is the sign of a number: after a blank or a mark, or before a figure with decimals. */
const SIGN =
  /(?<=^|[\s→（(“＝=≠＋，、：；])-(?=[0-9])|(?<![0-9A-Za-z.)）\]-])-(?=[0-9][0-9,]*(?:\.[0-9]|%))/gu;

/** A line may break after a hyphen, and then the sign stands alone; after a minus (U+2212) none does. */
export function keptMinus(text: string): string {
  return text.replace(SIGN, "\u2212");
}
