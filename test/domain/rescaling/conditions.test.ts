import { rescale } from "../../../src/domain/rescaling/rescale";
import { smallSet } from "./smallSet";

/** 甲表 and 乙表 differ, which is said where the relation between them applies. */
const relation = { formula: "甲表[一, 金额] = 乙表[一, 金额]", level: "must-hold" as const };
const alone = { rows: { 一: 100 } };
const other = { rows: { 一: 200 } };

test.each([
  ["equal in different units", "丙表[一, 金额] = 丁表[一, 金额]", "20000.00", "2.00", true],
  ["unequal in different units", "丙表[一, 金额] = 丁表[一, 金额]", "2.00", "2.00", false],
  ["zero", "丙表[一, 金额] = 0", "0.00", "1.00", true],
  ["small, printed as 0.00", "丙表[一, 金额] = 0", "24.74", "1.00", false],
  ["small, in 万元 with all digits", "丁表[一, 金额] = 0", "1.00", "0.002474", false],
  ["blank", "有数(丙表[一, 金额])", "", "1.00", false],
  ["unreadable", "丙表[一, 金额] = 0", "约3", "1.00", false],
] as const)("a condition: %s", (_what, when, inYuan, inWanYuan, applies) => {
  const set = smallSet(
    { 甲表: alone, 乙表: other, 丙表: { rows: { 一: inYuan } }, 丁表: { rows: { 一: inWanYuan } } },
    [{ ...relation, when }],
  );
  const { unequal } = rescale(set.template, set.source, (table) =>
    table === "丁表" ? "万元" : "元",
  );
  expect(unequal).toHaveLength(applies ? 1 : 0);
});
