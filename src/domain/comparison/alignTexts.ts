import { sameText } from "./change";

/** What stands across from each other; one of them alone came in, or went. */
export interface Pair {
  readonly before?: number;
  readonly after?: number;
}

/** Less alike, and one text does not come from the other. */
const ALIKE = 0.4;
/** Comparisons beyond which texts are only looked up, in a workbook that is no set any more. */
const MOST = 250_000;

/** Pairs what is the same or alike, in order, so that a line that comes in changes none of those below. */
export function alignTexts(before: readonly string[], after: readonly string[]): Pair[] {
  let top = 0;
  while (top < Math.min(before.length, after.length) && isSame(before, after, top, top)) top += 1;
  let [oldEnd, newEnd] = [before.length, after.length];
  while (oldEnd > top && newEnd > top && isSame(before, after, oldEnd - 1, newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const shift = ({ before: one, after: other }: Pair): Pair => ({
    ...(one === undefined ? {} : { before: one + top }),
    ...(other === undefined ? {} : { after: other + top }),
  });
  const [old, new_] = [before.slice(top, oldEnd), after.slice(top, newEnd)];
  const middle = old.length * new_.length > MOST ? lookUp(old, new_) : cheapest(old, new_);
  return [
    ...Array.from({ length: top }, (_, index) => ({ before: index, after: index })),
    ...middle.map(shift),
    ...Array.from({ length: before.length - oldEnd }, (_, index) => ({
      before: oldEnd + index,
      after: newEnd + index,
    })),
  ];
}

function isSame(
  before: readonly string[],
  after: readonly string[],
  index: number,
  other: number,
): boolean {
  return sameText(before[index] ?? "", after[other] ?? "");
}

/** The way from one list to the other that takes least: taking out and putting in cost 1, rewording less. */
function cheapest(before: readonly string[], after: readonly string[]): Pair[] {
  const width = after.length + 1;
  const costs = new Float64Array((before.length + 1) * width);
  const costAt = (i: number, j: number) => costs[i * width + j] ?? 0;
  const rewording = (i: number, j: number) => 2 * (1 - likeness(before[i] ?? "", after[j] ?? ""));
  const rewordings = new Map<number, number>();
  for (let i = before.length; i >= 0; i -= 1) {
    for (let j = after.length; j >= 0; j -= 1) {
      if (i === before.length || j === after.length) {
        costs[i * width + j] = before.length - i + after.length - j;
        continue;
      }
      const reworded = rewording(i, j);
      rewordings.set(i * width + j, reworded);
      costs[i * width + j] = Math.min(
        reworded + costAt(i + 1, j + 1),
        1 + costAt(i + 1, j),
        1 + costAt(i, j + 1),
      );
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const reworded = rewordings.get(i * width + j);
    if (reworded !== undefined && costAt(i, j) === reworded + costAt(i + 1, j + 1)) {
      pairs.push({ before: i, after: j });
      i += 1;
      j += 1;
    } else if (i < before.length && costAt(i, j) === 1 + costAt(i + 1, j)) {
      pairs.push({ before: i });
      i += 1;
    } else {
      pairs.push({ after: j });
      j += 1;
    }
  }
  return pairs;
}

/** 1 the same, 0 nothing in common; what is hardly alike counts as nothing. */
function likeness(one: string, other: string): number {
  if (sameText(one, other)) return 1;
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const total = first.length + second.length;
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const each of first) left.set(each, (left.get(each) ?? 0) + 1);
  let shared = 0;
  for (const each of second) {
    const count = left.get(each) ?? 0;
    if (count === 0) continue;
    left.set(each, count - 1);
    shared += 1;
  }
  const share = (2 * shared) / total;
  return share < ALIKE ? -1 : share;
}

/** Neighbouring characters; a single one stands for itself. */
function pairsOf(text: string): string[] {
  const characters = Array.from(text.replace(/\s/gu, ""));
  return characters.map((character, index) => character + (characters[index + 1] ?? ""));
}

function lookUp(before: readonly string[], after: readonly string[]): Pair[] {
  const places = new Map<string, number[]>();
  after.forEach((text, index) => places.set(text, [...(places.get(text) ?? []), index]));
  const taken = new Set<number>();
  const pairs = before.map((text, index): Pair => {
    const place = places.get(text)?.shift();
    if (place === undefined) return { before: index };
    taken.add(place);
    return { before: index, after: place };
  });
  const added = after.flatMap((_, index) => (taken.has(index) ? [] : [{ after: index }]));
  return [...pairs, ...added];
}
