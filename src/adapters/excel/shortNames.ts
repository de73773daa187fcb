const TOKENS = /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** Without R and C, which Excel would take for rows and columns. */
const LETTERS = "abdefghijklmnopqstuvwxyz";

function letters(number: number): string {
  const letter = LETTERS.charAt(number % LETTERS.length);
  return number < LETTERS.length
    ? letter
    : letters(Math.floor(number / LETTERS.length) - 1) + letter;
}

/**
 * While a set is laid out its sheets have names of one letter: the formulas of 湖南 2020 shrink to half their size, and
 * what a failure leaves behind is known by its name.
 */
export function shortNames(
  names: readonly string[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const isTaken = new Set([...taken, ...names].map((name) => name.toLowerCase()));
  let number = -1;
  return new Map(
    names.map((name) => {
      do number += 1;
      while (isTaken.has(letters(number)));
      return [name.toLowerCase(), letters(number)];
    }),
  );
}

/** The formula with these sheets under their other names. */
export function withSheetNames(formula: string, names: ReadonlyMap<string, string>): string {
  return formula.replace(TOKENS, (token: string, quoted?: string, bare?: string) => {
    const name = quoted?.replaceAll("''", "'") ?? bare;
    const other = name === undefined ? undefined : names.get(name.toLowerCase());
    return other === undefined ? token : `${other}!`;
  });
}
