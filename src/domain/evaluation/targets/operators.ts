/**
 * What a target asks of the number. range: 3~5 场; between: both bounds are typed, ≥3 次，≤5 次; none: a bare number.
 * above and below: the bound itself is not enough.
 */
export type Operator =
  "atLeast" | "above" | "equal" | "atMost" | "below" | "range" | "between" | "none";

const SIGNS: Readonly<Record<string, Operator>> = {
  ...signs("atLeast", ["≥", "≧", "⩾", ">=", "=>", "》", "》=", "〉", "〉="]),
  ...signs("above", [">"]),
  ...signs("atMost", ["≤", "≦", "⩽", "<=", "=<", "《", "《=", "〈", "〈="]),
  ...signs("below", ["<"]),
  "=": "equal",
};

const NOT = "不(?:得|能|应)?";
const OR_EQUAL = "(?:或|或者|和)?等于";
/** Directly before the number. Those that begin like others are asked first. */
const WORDS: readonly (readonly [words: RegExp, operator: Operator])[] = [
  [new RegExp(`(?:大于|高于|多于)${OR_EQUAL}$`, "u"), "atLeast"],
  [new RegExp(`(?:小于|低于|少于)${OR_EQUAL}$`, "u"), "atMost"],
  [new RegExp(`(?:${NOT}(?:低于|少于|小于|下于)|至少|最少|最低|起码)$`, "u"), "atLeast"],
  [
    new RegExp(
      `(?:${NOT}(?:超过|超出|超|高于|多于|大于|突破)|至多|最多|最高|控制(?:在|到)?)$`,
      "u",
    ),
    "atMost",
  ],
  [/(?:大于|高于|多于|超过)$/u, "above"],
  [/(?:小于|低于|少于|不足|不到|不满)$/u, "below"],
  [/等于$/u, "equal"],
];

const AFTER =
  /(?:及其?|或|含)?(?:\(含(?:本数)?\))?(以上|以下|[以之]?内)(?:\(含(?:本数)?\)|,?含本数)?$/u;

/** undefined: a heap of signs that means nothing. */
export function operatorOfSign(sign: string): Operator | undefined {
  return SIGNS[sign];
}

/** 控制在不超过 says it twice. `rest` is what stood before the words. */
export function operatorWords(before: string): { said: readonly Operator[]; rest: string } {
  for (const [words, operator] of WORDS) {
    if (!words.test(before)) continue;
    const { said, rest } = operatorWords(before.replace(words, ""));
    return { said: [operator, ...said], rest };
  }
  return { said: [], rest: before };
}

/** 以上 and 以下 have the number itself among them. `rest` is the unit. */
export function operatorBehind(behind: string): { said: readonly Operator[]; rest: string } {
  const after = AFTER.exec(behind)?.[1];
  if (after === undefined) return { said: [], rest: behind };
  return {
    said: [after === "以上" ? "atLeast" : "atMost"],
    rest: behind.replace(AFTER, ""),
  };
}

function signs(operator: Operator, all: readonly string[]): Record<string, Operator> {
  return Object.fromEntries(all.map((sign) => [sign, operator]));
}
