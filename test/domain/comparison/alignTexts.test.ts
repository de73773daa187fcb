import { alignTexts } from "../../../src/domain/comparison/alignTexts";

const texts = (line: string) => (line === "" ? [] : line.split(" "));

/** a=b pairs, -a gone, +b came. */
function told(before: string, after: string): string {
  const [old, new_] = [texts(before), texts(after)];
  return alignTexts(old, new_)
    .map(({ before: i, after: j }) => {
      if (i === undefined) return `+${new_[j!]!}`;
      return j === undefined ? `-${old[i]!}` : `${old[i]!}=${new_[j]!}`;
    })
    .join(" ");
}

test.each([
  ["nothing", "", "", ""],
  ["the same", "甲 乙", "甲 乙", "甲=甲 乙=乙"],
  ["one came first", "甲 乙", "丙 甲 乙", "+丙 甲=甲 乙=乙"],
  ["one came last", "甲 乙", "甲 乙 丙", "甲=甲 乙=乙 +丙"],
  ["one is gone", "甲 乙 丙", "甲 丙", "甲=甲 -乙 丙=丙"],
  ["all are others", "甲 乙", "丙", "-甲 -乙 +丙"],
  [
    "one is reworded and one came before it",
    "总计100万元 合计",
    "另外新增 总计120万元 合计",
    "+另外新增 总计100万元=总计120万元 合计=合计",
  ],
])("%s", (_, before, after, expected) => {
  expect(told(before, after)).toBe(expected);
});

test("beyond what a set holds texts are looked up one by one", () => {
  const many = Array.from({ length: 600 }, (_, index) => `第${String(index)}句`);
  const turned = [...many].reverse();
  const pairs = alignTexts(many, turned);
  expect(pairs.every(({ before, after }) => before !== undefined && after !== undefined)).toBe(
    true,
  );
  expect(pairs.every(({ before, after }) => many[before!] === turned[after!])).toBe(true);
});
