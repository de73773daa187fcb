import type { Topic } from "../../../src/domain/publication/readinessLine";
import { isIdentityNumber } from "../../../src/domain/publication/personalNumbers";
import { typeInto } from "../../golden/damages";
import { snapshotWith, topicLines, withTexts } from "./readyLines";

/** A row of texts, cells parted by a bar; then the state of its topic. */
type Case = readonly [name: string, row: string, state: string];

function statesOf(topic: Topic, row: string): string {
  return topicLines(topic, snapshotWith(withTexts(row)))
    .map(({ state }) => state)
    .join(" ");
}

describe("电话号码", () => {
  const cases: readonly Case[] = [
    ["a mobile in a text", "请与张某联系，13800001234。", "failed"],
    ["a mobile in parts", "138 0000 1234", "failed"],
    ["one of the person's own", "个人电话：13800001234", "failed"],
    ["a mobile where a contact is named", "联系电话：13800001234", "confirm"],
    ["a landline of the unit", "信息公开电话：0731-22880000", "confirm"],
    ["an area code in brackets", "(0731)22880000", "confirm"],
    ["full-width digits", "电话：０７３１－２２８８００００", "confirm"],
    ["no area code, beside its label", "联系电话|'22880000", "confirm"],
    ["a number beside its label", "手机|13800001234", "failed"],
    ["an amount as long as a mobile", "13800001234", "passed"],
    ["an amount with its unit", "合同金额13800001234元。", "passed"],
    ["part of a longer number", "项目编码1380000123456", "passed"],
    ["a decimal", "13800001234.56", "passed"],
    ["a document's number", "财预〔2020〕12345678号", "passed"],
    ["years", "2016-2020年", "passed"],
    ["a signature line without a number", "填表人：张三　联系电话：", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("phones", row)).toBe(state);
  });

  test("figure cells hold no telephone numbers", () => {
    const snapshot = snapshotWith(typeInto("公开07表", "B8", "'13800001234"));
    expect(topicLines("phones", snapshot)[0]?.state).toBe("passed");
  });

  test.each(["13800001234/13900001234", "13800001234，13900001234"])("%s are two", (text) => {
    const [only] = topicLines("phones", snapshotWith(withTexts(text)));
    expect(only?.what).toContain("“138****34”、“139****34”");
  });

  test("the number is not repeated, its cell is named", () => {
    const [only] = topicLines(
      "phones",
      snapshotWith(withTexts("", "家里|13800001234", "住宅电话|13800001234")),
    );
    expect(only?.cells).toEqual(["情况说明!B3"]);
    expect(only?.what).toContain("138****34");
    expect(only?.what).not.toContain("13800001234");
  });
});

describe("身份证号", () => {
  const cases: readonly Case[] = [
    ["18 digits with their check digit", "'430204190001019990", "failed"],
    ["with blanks", "430204 19000101 9990", "failed"],
    ["a wrong check digit, said to be one", "身份证号：430204190001019998", "confirm"],
    ["a wrong check digit, nobody says so", "项目编号430204190001019998", "passed"],
    ["a day that does not exist", "'430204190013019998", "passed"],
    ["15 digits, said to be one", "身份证|'430204900101001", "confirm"],
    ["15 digits, nobody says so", "'430204900101001", "passed"],
    ["a number of a unit", "统一社会信用代码12430204MB1A00000X", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("identity-numbers", row)).toBe(state);
  });

  test.each([
    ["430204190001019990", true],
    ["43020419000101999X", false],
    ["990204190001019998", false],
    ["43020419000101999", false],
  ])("%s", (number, isOne) => {
    expect(isIdentityNumber(number)).toBe(isOne);
  });
});

describe("银行账号", () => {
  const cases: readonly Case[] = [
    ["said to be one", "开户行：示例银行　账号：1901000000000000001", "failed"],
    ["a card with its check digit", "'6217000000000000004", "failed"],
    ["long digits", "'1901000000000000001", "confirm"],
    ["a project's code", "项目编码|'1901000000000000001", "passed"],
    ["an identity number", "'430204190001019990", "passed"],
    ["longer than accounts are", "'430204210000000012345678", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("bank-accounts", row)).toBe(state);
  });
});

describe("电子邮箱", () => {
  const cases: readonly Case[] = [
    ["in a text", "发到 zhangsan@example.com。", "failed"],
    ["where a contact is named", "联系邮箱：office@example.com", "confirm"],
    ["of the government", "office@example.gov.cn", "confirm"],
    ["none", "三公经费@其他", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("mails", row)).toBe(state);
  });
});

describe("没有填完的字句", () => {
  const cases: readonly Case[] = [
    ["a bookmark", "支出决算[bookmark: _Toc123]情况", "failed"],
    ["hashes", "支出####万元", "failed"],
    ["stars", "为****万元", "failed"],
    ["crosses", "XX单位2020年度", "failed"],
    ["blank share in a sentence", "其中：基本支出10万元，占 %。", "failed"],
    ["blank growth in a sentence", "比上年增长 %，主要是人员增加。", "failed"],
    ["alternatives", "决算数小于预算数（或与预算数持平）的主要原因是厉行节约。", "failed"],
    ["both ways", "与上年相比，增加（减少）10万元，主要是人员变动。", "failed"],
    ["a line to write on", "支出__万元", "failed"],
    ["a year with a digit missing", "202年度收支情况", "failed"],
    ["something to be added", "主要原因待补充", "failed"],
    ["a heading with a share", "占%", "passed"],
    ["a heading both ways", "增加（减少）额", "passed"],
    ["a form that names alternatives", "部门（或单位）名称", "passed"],
    ["a line for a signature", "签字：________", "passed"],
    ["a written share", "占 12.6%。", "passed"],
    ["a size", "XXL号工作服", "passed"],
    ["multiplication", "3×4平方米", "passed"],
    ["years one after the other", "2019年、2020年。", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("leftovers", row)).toBe(state);
  });
});

describe("年度", () => {
  const cases: readonly Case[] = [
    ["last year's title", "2019年度部门决算情况说明", "failed"],
    ["last year in a sentence", "我部门2019年度收入合计100万元。", "confirm"],
    ["compared with last year", "比2019年度收入增加10万元。", "passed"],
    ["what was carried over", "2019年度收入结转10万元。", "passed"],
    ["a document of last year", "根据《2019年度部门决算编制通知》。", "passed"],
    ["this year's", "2020年度部门决算情况说明", "passed"],
    ["a target", "2021年12月底前完成", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("other-years", row)).toBe(state);
  });

  test("a sheet's name", () => {
    const { sheets } = snapshotWith(withTexts("说明"));
    const renamed = sheets.map((sheet) =>
      sheet.name === "情况说明" ? { ...sheet, name: "2019年决算说明" } : sheet,
    );
    expect(topicLines("other-years", { sheets: renamed })).toMatchObject([
      { state: "failed", cells: ["2019年决算说明!A1"] },
    ]);
  });

  test("the year that the person says goes before the workbook's own", () => {
    const [only] = topicLines("other-years", snapshotWith(), {}, { year: 2021 });
    expect(only).toMatchObject({
      state: "failed",
      cells: expect.arrayContaining(["封面!A1"]) as unknown,
    });
  });

  test("where no year is found nothing is said to be right", () => {
    const unnamed = snapshotWith(
      typeInto("封面", "A1", ""),
      typeInto("附件1", "A2", "部门整体支出绩效自评表"),
    );
    const lines = topicLines("other-years", unnamed);
    expect(lines.map(({ state }) => state)).toEqual(["unchecked"]);
  });
});

describe("缺数的地方", () => {
  test.each<Case>([
    ["a gap", "主要是因为：【缺：增减原因】。", "failed"],
    ["none", "主要是因为人员增加。", "passed"],
  ])("%s", (_, row, state) => {
    expect(statesOf("gaps", row)).toBe(state);
  });
});

describe("what is clean", () => {
  test.each<Topic>([
    "phones",
    "identity-numbers",
    "bank-accounts",
    "mails",
    "leftovers",
    "other-years",
    "gaps",
    "error-values",
    "must-fix",
  ])("the golden workbook passes %s", (topic) => {
    expect(topicLines(topic, snapshotWith()).map(({ state }) => state)).toEqual(["passed"]);
  });
});
