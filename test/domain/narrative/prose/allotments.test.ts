import { checkProse } from "../../../../src/domain/narrative/prose/checkProse";

const told = (left: string, cut = "，调剂调减预算8.20万元") =>
  `1、上年结转资金137.20万元。2、年初部门预算209.40万元。3、本年年中追加预算27.30万元${cut}，明细如下：追加绩效奖27.30万元。4、2021年度财政拨款支出为358.60万元。5、2021年度财政拨款结余为${left}万元。`;

const sums = (text: string) =>
  checkProse(text)
    .filter(({ quote }) => quote.includes("结余"))
    .map(({ verdict, recomputed }) => [verdict, recomputed]);

test.each([
  ["right", told("7.10"), [["right", "7.10"]]],
  ["right without anything cut", told("15.30", ""), [["right", "15.30"]]],
  ["a hundred more", told("107.10"), [["inconsistent", "7.10"]]],
  ["a tail of the last digit", told("7.11"), [["rounding", "7.10"]]],
  ["no budget told", told("107.10").replace("年初部门预算", "另有资金"), []],
  ["no expenditure told", told("107.10").replace("财政拨款支出为", "另有"), []],
])("the year's money over several sentences: %s", (_, text, wanted) => {
  expect(sums(text)).toEqual(wanted);
});
