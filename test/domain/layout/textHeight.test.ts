import { countLines, textHeight, textPoints } from "../../../src/domain/layout/textHeight";

test.each([
  ["合计", 20],
  ["（境）", 30],
  ["“三公”", 40],
])("%s is as wide as its Chinese characters", (text, width) => {
  expect(textPoints(text, 10)).toBe(width);
});

test("digits are narrower than Chinese characters", () => {
  expect(textPoints("2020", 10)).toBeLessThan(textPoints("二〇二〇", 10));
});

test.each([
  ["", 100, 1],
  ["一二三四五", 50, 1],
  ["一二三四五六", 50, 2],
  ["一\n二", 50, 2],
  ["一二三四五六\n七", 50, 3],
  ["一二三", 5, 3],
])("“%s” in %d points takes %d lines", (text, room, lines) => {
  expect(countLines(text, room, 10)).toBe(lines);
});

test("a row is high enough for every line", () => {
  expect(textHeight("一二三四五六", 50, 10)).toBeGreaterThanOrEqual(2 * 12);
  expect(textHeight("一二三四五六", 50, 10)).toBeGreaterThan(textHeight("一二三四五", 50, 10));
});
