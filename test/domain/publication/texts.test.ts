import type { Topic } from "../../../src/domain/publication/readinessLine";
import { isIdentityNumber } from "../../../src/domain/publication/personalNumbers";
import { typeInto } from "../../golden/damages";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
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
    ["a mobile beside a word for telephones", "联系电话：13800001234", "failed"],
    ["a mobile of who filled it in", "填表人：王某 联系电话：13800001234", "failed"],
    ["a mobile of a contact", "联系人：王某，电话：13800001234", "failed"],
    ["a mobile, however it is labelled", "联系方式：13800001234", "failed"],
    ["a mobile in the cell beside its label", "联系电话|'13800001234", "failed"],
    [
      "a mobile of a person, at a public telephone",
      "联系人：王某，咨询电话：13800001234",
      "failed",
    ],
    ["a mobile that the unit publishes", "信息公开咨询电话：13800001234", "confirm"],
    ["a landline of a contact", "联系人：王某，电话：0731-22880000", "confirm"],
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
    ["a share of something blank", "占本年支出合计的 %。", "failed"],
    ["a share of something blank, close", "占本年支出合计的%。", "failed"],
    ["an amount before its unit", "年初预算为 万元", "failed"],
    ["an amount before its unit, close", "年初预算为万元，支出决算为10万元。", "failed"],
    ["both totals blank", "收、支总计 万元", "failed"],
    ["a blank rise", "增加 万元", "failed"],
    ["a blank fall in a sentence", "与上年相比，减少万元。", "failed"],
    ["a blank amount in a sentence", "其中：基本支出 万元，占40.1%。", "failed"],
    ["a blank number of vehicles", "共有车辆10辆，购置 辆。", "failed"],
    ["no reason", "主要原因是：。", "failed"],
    ["no reason after 因为", "主要是因为。", "failed"],
    ["no reason before the next", "增长1.2%，主要是：；", "failed"],
    ["both ways with an amount", "增加/减少10万元", "failed"],
    ["both ways in brackets with an amount", "减少（增加）10万元", "failed"],
    ["both ways, the other way round", "减少(增加) 万元，下降(增长) %。", "failed"],
    ["both ways before the reason", "支出增加（减少）的主要原因是人员变动。", "failed"],
    ["a blank amount behind any word", "公务用车购置费 万元，购置公务用车0辆。", "failed"],
    ["a blank amount close to its word", "基本支出10.00万元，项目支出万元。", "failed"],
    [
      "an instruction with both ways",
      "指标值增加/减少幅度，按实际填写；增加或减少均可。",
      "passed",
    ],
    ["an instruction with a limit", "比上年增加或减少30%以上的，请写明原因。", "passed"],
    ["an instruction with a limit in brackets", "变动较大（增加/减少30%以上）的要说明。", "passed"],
    ["all of it", "完成年初预算的100%。", "passed"],
    ["a blank after the digits", "与上年相比，减少98.56 %。", "passed"],
    ["a unit of the form", "金额单位：万元", "passed"],
    ["a unit in a sentence", "本表以万元为单位，金额单位为万元。", "passed"],
    ["amounts in words", "投入十万元，争取资金数百万元。", "passed"],
    ["a unit in brackets", "金额（万元）", "passed"],
    ["a heading with two lines", "合计\n万元", "passed"],
    ["a heading with a rate", "执行率%", "passed"],
    ["a heading with its unit", "本年支出合计 万元", "passed"],
    ["a heading of a share", "占本年支出合计的%", "passed"],
    ["a heading both ways with its unit", "增加/减少（万元）", "passed"],
    ["changes of both kinds", "加强管理，掌握资产增加、减少的情况。", "passed"],
    ["a heading of changes", "增减额", "passed"],
    ["a prompt of an outline", "【请填写：存在的主要问题及原因】", "failed"],
    ["a prompt without words", "改进措施：【请填写】", "failed"],
    ["somebody told to fill in", "请填写完整后报送。", "passed"],
    ["a reason", "主要原因是：厉行节约。", "passed"],
    ["reasons that follow", "主要原因是：", "passed"],
    ["something about reasons", "说明了原因。", "passed"],
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

/** Where the first note of a table stands. */
const NOTE_OF: Readonly<Record<string, string>> = { 公开01表: "A37", 公开09表: "A14" };

describe("原因里的年度", () => {
  const withReason = (text: string, ...sentences: readonly string[]) =>
    topicLines(
      "other-years",
      snapshotOf(
        typeInto(
          "补充资料",
          "D4",
          text,
        )(sentences.length > 0 ? withTexts(...sentences)(quanbiaoyoushu) : quanbiaoyoushu),
      ),
    );

  test("what 补充资料 gives is asked about, though it is not published itself", () => {
    expect(withReason("2019年新增人员")).toMatchObject([
      { state: "confirm", cells: ["补充资料!D4"] },
    ]);
    expect(withReason("上年项目已经完工")[0]?.state).toBe("passed");
    expect(withReason("较2019年新增人员")[0]?.state).toBe("passed");
  });

  test("it is asked once, where the sentence says it", () => {
    const [only] = withReason("2019年新增人员", "主要原因是：2019年新增人员。");
    expect(only?.cells).toEqual(["情况说明!A1"]);
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
    ["a title with the number of the table", "2019年公开03表", "failed"],
    ["assets at the end of last year", "截至2019年12月31日，本单位共有车辆3辆。", "failed"],
    ["a count at the end of last year", "2019年末实有在职人员25人。", "confirm"],
    ["work up to the end of last year", "截至2019年底，累计完成投资300万元。", "confirm"],
    ["at the end of this year", "截至2020年12月31日，本单位共有车辆3辆。", "passed"],
    ["what is compared with the end of last year", "车辆比2019年末减少1辆。", "passed"],
    ["the opening of this year", "2019年末结转和结余80.70万元。", "passed"],
    ["all revenue of last year", "2019年度的总收入为100万元。", "confirm"],
    ["against last year", "与2019年相比，增加10万元。", "passed"],
    ["against last year, without a full stop", "较2019年决算增加10万元", "passed"],
    ["with what was approved for last year", "根据2019年决算批复", "passed"],
    [
      "with what was approved for last year, in a sentence",
      "根据2019年决算批复，作了调整。",
      "passed",
    ],
    ["last year's reason", "比上年增加1万元，主要原因是：2019年新增人员。", "confirm"],
    ["behind 由于", "较2019年减少1万元，主要是由于2019年机构划转。", "confirm"],
    ["a reason with its month", "增加的主要原因是2019年8月新增人员。", "confirm"],
    ["a reason against last year", "增加的主要原因是较2019年新增人员。", "passed"],
    ["a reason of both years", "主要原因是2019年有一次性项目，2020年没有。", "passed"],
    ["a reason that names this year so", "主要原因是2019年已完工，本年没有支出。", "passed"],
    ["a reason by the base", "主要原因是2019年基数较大。", "passed"],
    ["a reason of long ago", "主要原因是2012年购置的车辆老化。", "passed"],
    ["a reason of this year", "主要原因是2020年新增人员。", "passed"],
    ["last year behind a reason's sentence", "主要原因是人员增加。2019年印发办法。", "passed"],
    ["last year named beside 上年", "上年（2019年度）决算数", "passed"],
    ["a heading of last year's column", "2019年决算数", "passed"],
    ["a document's number", "依据财库〔2019〕12号", "passed"],
    ["a span of years", "2019-2020年收入情况说明", "passed"],
    ["since last year", "自2019年12月31日起执行。", "passed"],
    ["a day of last year", "2019年11月成立。", "passed"],
  ];
  test.each(cases)("%s", (_, row, state) => {
    expect(statesOf("other-years", row)).toBe(state);
  });

  test.each([
    [
      "what the table shows",
      "公开01表",
      "注：1.本表反映部门2019年度的总收支和年末结转结余情况。",
      "failed",
    ],
    [
      "why a table is empty",
      "公开09表",
      "本单位2019年度没有国有资本经营预算支出，故本表无数据。",
      "failed",
    ],
    ["what came from last year", "公开01表", "注：年初结转和结余为2019年度决算数。", "passed"],
    ["a change against last year", "公开01表", "注：收入较2019年度增加。", "passed"],
    ["this year's", "公开01表", "注：1.本表反映部门2020年度的总收支情况。", "passed"],
    ["no year", "公开01表", "注：1.本表反映部门本年度的总收支情况。", "passed"],
  ])("a note of a table: %s", (_, sheet, note, state) => {
    const snapshot = snapshotWith(typeInto(sheet, NOTE_OF[sheet] ?? "", note));
    const lines = topicLines("other-years", snapshot);
    const cells = state === "passed" ? [] : [`${sheet}!${NOTE_OF[sheet] ?? ""}`];
    expect(lines).toMatchObject([{ state, cells }]);
  });

  test("titles outvote a cover of another year", () => {
    const titled = [
      typeInto("公开02表", "A1", "2020年度收入决算表"),
      typeInto("公开03表", "A1", "2020年度支出决算表"),
    ];
    const snapshot = snapshotWith(typeInto("封面", "A1", "2019年度"), ...titled);
    expect(topicLines("other-years", snapshot)).toMatchObject([
      { state: "failed", cells: ["封面!A1"] },
    ]);
  });

  test("two years side by side are columns of a comparison", () => {
    const rows = ["项目|2019年|2020年", "收入|2019年决算|2020年决算"];
    expect(topicLines("other-years", snapshotWith(withTexts(...rows)))[0]?.state).toBe("passed");
  });

  test.each([
    ["2019年决算说明", "failed"],
    ["2019公开03表", "failed"],
    ["公开03表（2019）", "failed"],
    ["与2019年比较", "passed"],
    ["上年数2019", "passed"],
    ["2020公开03表", "passed"],
    ["2013201", "passed"],
  ])("a sheet named %s", (name, state) => {
    const { sheets } = snapshotWith(withTexts("说明"));
    const renamed = sheets.map((sheet) => (sheet.name === "情况说明" ? { ...sheet, name } : sheet));
    expect(topicLines("other-years", { sheets: renamed })).toMatchObject([
      { state, cells: state === "failed" ? [`${name}!A1`] : [] },
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
