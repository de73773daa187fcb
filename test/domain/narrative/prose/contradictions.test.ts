import { checkProse } from "../../../../src/domain/narrative/prose/checkProse";

const troubles = (text: string) =>
  checkProse(text)
    .filter(({ verdict }) => verdict === "wrong" || verdict === "inconsistent")
    .map(({ kind, quote, recomputed }) => `${kind} ${quote}→${recomputed}`);

test.each<[string, string, readonly string[]]>([
  [
    "持平 behind a decrease",
    "2020年度收入100.00万元，比上年减少50.00万元，与上年持平。",
    ["direction 与上年持平→减少"],
  ],
  [
    "持平 behind an increase and its rate",
    "2020年度收入150.00万元，比上年增加50.00万元，增长50%，与上年持平。",
    ["direction 与上年持平→增加"],
  ],
  ["持平 behind no change", "2020年度收入100.00万元，比上年增加0.00万元，与上年持平。", []],
  ["基本持平", "2020年度收入100.00万元，比上年减少0.50万元，与上年基本持平。", []],
  [
    "持平 of another thing",
    "收入100.00万元，比上年减少50.00万元；公务接待费1.00万元，与上年持平。",
    [],
  ],
  [
    "小微 more than 中小",
    "授予中小企业合同金额5.00万元，其中：授予小微企业合同金额6.00万元。",
    ["sum 授予中小企业合同金额5.00万元→6.00"],
  ],
  ["小微 all of 中小", "授予中小企业合同金额5.00万元，其中：授予小微企业合同金额5.00万元。", []],
  ["小微 less than 中小", "授予中小企业合同金额5.00万元，其中：授予小微企业合同金额3.00万元。", []],
])("%s", (_, text, wanted) => {
  expect(troubles(text)).toEqual(wanted);
});

test("the number of a part is none of the name", () => {
  const names = checkProse(
    "第一部分示例市城东区企业服务中心概况\n示例市城东区企业中心2020年度部门决算\n示例市城东区企业中心概况\n示例市城东区企业中心部门决算",
  ).filter(({ kind, verdict }) => kind === "name" && verdict === "inconsistent");
  expect(names.map(({ quote }) => quote)).toEqual(["示例市城东区企业服务中心"]);
});
