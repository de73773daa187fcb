import { RandomNumbers } from "../../golden/randomNumbers";
import { type Layout, LAYOUTS } from "./layouts";

/** Groups of which a set can have only one layout: they cut the same columns in different ways. */
const SLOTS: Readonly<Record<string, string>> = {
  行和列: "科目编码",
  别的版式: "科目编码",
};

/** Which tables stand side by side is known by their titles alone. */
const CLASHES: readonly (readonly [RegExp, RegExp])[] = [
  [/没有表题/u, /左右排/u],
  [/会议费/u, /左右排/u],
];

/** Two to four layouts at once, the same for the same seed. */
export function combinedLayouts(seed: number): readonly Layout[] {
  const random = new RandomNumbers(seed);
  const slotOf = ({ group }: Layout) => SLOTS[group] ?? group;
  const count = random.integer(2, 4);
  const chosen: Layout[] = [];
  while (chosen.length < count) {
    const layout = random.pick(LAYOUTS);
    const clashes = chosen.some(
      (other) =>
        slotOf(other) === slotOf(layout) ||
        CLASHES.some(
          ([one, two]) =>
            (one.test(other.name) && two.test(layout.name)) ||
            (two.test(other.name) && one.test(layout.name)),
        ),
    );
    if (!clashes) chosen.push(layout);
  }
  return chosen.sort((a, b) => LAYOUTS.indexOf(a) - LAYOUTS.indexOf(b));
}
