import { textHeight } from "../textHeight";

const ENDS = ["。", "；", "！", "？", "\n"];

/** Breaks a text into parts that are not taller than so many points, at the end of a sentence where one ends near. */
export function splitText(
  text: string,
  room: number,
  fontSize: number,
  tallest: number,
): readonly string[] {
  const parts: string[] = [];
  let rest = Array.from(text);
  while (textHeight(rest.join(""), room, fontSize) > tallest) {
    const fitting = longestFitting(rest, room, fontSize, tallest);
    const end = Math.max(...ENDS.map((mark) => rest.lastIndexOf(mark, fitting - 1))) + 1;
    const length = end * 2 > fitting ? end : fitting;
    parts.push(rest.slice(0, length).join("").replace(/\n$/u, ""));
    rest = rest.slice(length);
  }
  return [...parts, rest.join("")];
}

/** At least one character, so that it ends. */
function longestFitting(
  characters: readonly string[],
  room: number,
  fontSize: number,
  tallest: number,
): number {
  let [fits, tooLong] = [1, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const text = characters.slice(0, middle).join("");
    if (textHeight(text, room, fontSize) <= tallest) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
