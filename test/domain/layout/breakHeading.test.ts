import { breakHeading } from "../../../src/domain/layout/breakHeading";

test.each([
  ["经济分类科目编码", 60, "经济分类\n科目编码"],
  ["一般公共预算财政拨款", 90, "一般公共预算\n财政拨款"],
  ["公务用车购置费", 60, "公务用车\n购置费"],
  ["因公出国（境）费", 70, "因公出国\n（境）费"],
])("%s is broken between words", (text, room, expected) => {
  expect(breakHeading(text, room, 10)).toBe(expected);
});

test.each([
  ["fits on one line", "科目名称", 60],
  ["needs more than two lines", "国有资本经营预算财政拨款", 30],
  ["has a break of its own", "科目\n编码", 60],
])("a heading that %s is left alone", (_, text, room) => {
  expect(breakHeading(text, room, 10)).toBe(text);
});
