import { parseText } from "../../../src/domain/expression/parse";
import { renderText } from "../../../src/domain/expression/renderText";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { scopeOver, type TypedCells } from "./typedFigures";

const structure = readShippedTemplate("hunan-2020");
const NOW = "收入决算表[合计, 本年收入合计]";
const BEFORE = "补充资料[上年收入支出总计, 数值]";
const REASON = "补充资料[收入支出总计增减原因, 说明]";

function render(text: string, cells: TypedCells): string {
  return renderText(parseText(text, structure), scopeOver(structure, cells));
}

test.each([
  ["a growth", "179.22", "66.93", "与上年相比，增加112.29万元，增长167.8%"],
  ["a decline", "66.93", "179.22", "与上年相比，减少112.29万元，下降62.7%"],
  ["nothing changed", "66.93", "66.93", "与上年持平"],
  ["nothing now or before", "0.00", "0.00", "与上年持平"],
  ["a zero base", "66.93", "0.00", "与上年相比，增加66.93万元（上年为0，不计算增长率）"],
  ["down to nothing", "0.00", "66.93", "与上年相比，减少66.93万元，下降100%"],
  [
    "a growth from a deficit",
    "1.00",
    "-2.00",
    "与上年相比，增加3.00万元（上年为负数，不计算增长率）",
  ],
  ["hardly a growth", "4000.01", "4000.00", "与上年相比，增加0.01万元，增长不足0.1%"],
  ["hardly a decline", "1999.01", "2000.00", "与上年相比，减少0.99万元，下降不足0.1%"],
  ["just enough to print", "1999.00", "2000.00", "与上年相比，减少1.00万元，下降0.1%"],
  ["no figure for last year", "179.22", null, "与上年相比，【缺：上年数】"],
  ["no figure for this year", null, "66.93", "【缺：收入决算表本年收入合计】"],
  ["an unreadable figure for last year", "1.00", "约3", "与上年相比，【缺：上年数】"],
  ["a stroke for last year", "1.00", "—", "与上年相比，【缺：上年数】"],
  ["an unreadable figure for this year", "约3", "1.00", "【缺：收入决算表本年收入合计】"],
])("较上年: %s", (_name, now, before, expected) => {
  expect(render(`{较上年(${NOW}, ${BEFORE})}`, { [NOW]: now, [BEFORE]: before })).toBe(expected);
});

const PART = "收入决算表[合计, 其他收入]";

test.each([
  ["a share", "103.82", "179.22", "占57.9%"],
  ["the whole", "75.40", "75.40", "占100%"],
  ["a share of nothing", "0.00", "75.40", "占0%"],
  ["an exact tie", "0.125", "100.00", "占0.1%"],
  ["a tie that is half up", "0.45", "1000", "占0%"],
  ["a base of zero", "1.00", "0.00", "占【缺：收入决算表本年收入合计】"],
  ["zero of zero", "0.00", "0.00", "占【缺：收入决算表本年收入合计】"],
  ["a blank base", "1.00", null, "占【缺：收入决算表本年收入合计】"],
  ["a blank part", null, "1.00", "占【缺：收入决算表其他收入】"],
])("百分比: %s", (_name, part, whole, expected) => {
  expect(render(`占{百分比(${PART}, ${NOW})}`, { [PART]: part, [NOW]: whole })).toBe(expected);
});

test.each([
  ["an amount", "1234.5", "1234.50万元"],
  ["a printed zero", "0", "0.00万元"],
  ["a negative", "(12.5)", "-12.50万元"],
  ["a blank cell", null, "【缺：收入决算表本年收入合计】万元"],
  ["a text", "约3", "【缺：收入决算表本年收入合计】万元"],
])("an amount is the same with and without 金额: %s", (_name, typed, expected) => {
  expect(render(`{${NOW}}万元`, { [NOW]: typed })).toBe(expected);
  expect(render(`{金额(${NOW})}万元`, { [NOW]: typed })).toBe(expected);
});

test.each([
  ["a reason", "人员增加", "主要是因为人员增加。"],
  ["a number as a reason", 3, "主要是因为3。"],
  ["a stroke", "/", "主要是因为/。"],
  ["no reason", null, "主要是因为【缺：收入支出总计增减原因】。"],
])("a text of 补充资料: %s", (_name, typed, expected) => {
  expect(render(`主要是因为{${REASON}}。`, { [REASON]: typed })).toBe(expected);
});

test.each([
  ["a choice between phrases", "1.00", "有收入1.00万元"],
  ["the other one", "0.00", "没有收入"],
  ["a choice on a blank", null, "【缺：收入决算表本年收入合计】"],
])("%s", (_name, typed, expected) => {
  const text = `{IF(${NOW} > 0, "有收入" & ${NOW} & "万元", "没有收入")}`;
  expect(render(text, { [NOW]: typed })).toBe(expected);
});

test("whether a figure is there can be asked", () => {
  const text = `{IF(有数(${NOW}), "有", "没有")}`;
  expect(render(text, { [NOW]: "0.00" })).toBe("有");
  expect(render(text, { [NOW]: null })).toBe("没有");
});

test("a table that is not there is named", () => {
  expect(render("{支出决算表[合计, 基本支出]}", {})).toBe("【缺：支出决算表基本支出】");
  expect(render("{整体支出绩效自评表[合计, 全年执行数]}", {})).toBe(
    "【缺：整体支出绩效自评表全年执行数】",
  );
});

test.each([
  ["the blank one of two", "1.00", null, "【缺：上年收入支出总计】"],
  ["the first of two that are blank", null, null, "【缺：收入决算表本年收入合计】"],
  ["the one that is no figure, before a blank one", null, "约3", "【缺：上年收入支出总计】"],
])("a choice that cannot be made names %s", (_name, now, before, expected) => {
  const text = `{IF(${NOW} = ${BEFORE}, "", "，主要是因为：" & ${REASON})}`;
  expect(render(text, { [NOW]: now, [BEFORE]: before })).toBe(expected);
});

test("what stands in a table that is missing is named, not what is there", () => {
  const text = `{较上年(${NOW}, ${BEFORE})}{IF(${NOW} = ${BEFORE}, "", ${REASON})}`;
  expect(render(text, { [NOW]: "1.00" })).toBe(
    "与上年相比，【缺：上年数】【缺：上年收入支出总计】",
  );
});

test("a count has no decimals", () => {
  const cells = { [NOW]: "1.00", [PART]: "约3" };
  expect(render(`共{计数(${NOW})}项`, cells)).toBe("共1项");
  expect(render(`共{计数(${PART})}项`, cells)).toBe("共【缺：收入决算表其他收入】项");
});

test.each([
  ["a whole number", "3.00", "共3辆"],
  ["a zero", "0.00", "共0辆"],
  ["a half", "2.50", "共2.5辆"],
  ["thousands", "1,234", "共1234辆"],
  ["a blank cell", null, "共【缺：收入决算表本年收入合计】辆"],
  ["a text", "约3", "共【缺：收入决算表本年收入合计】辆"],
])("a number of things has no more decimals than were typed: %s", (_name, typed, expected) => {
  expect(render(`共{个数(${NOW})}辆`, { [NOW]: typed })).toBe(expected);
});

test("the year and plain numbers stand in the text as they are", () => {
  expect(render("{年度}年度，共{12}个月", {})).toBe("2020年度，共12个月");
});
