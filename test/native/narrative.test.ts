import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { XlsxReader } from "../../src/adapters/xlsx/xlsxReader";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { narrate } from "../../src/domain/narrative/narrate";
import { withSettings } from "../../src/domain/checking/workbookSettings";
import { dropSheet, onSheet, typeInto, type Damage } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import type { CellValue } from "../../src/domain/workbook/workbookSnapshot";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { describeWithLibreOffice, readCells, recalculate, type Edit } from "../support/libreoffice";
import { withNarrative } from "../support/narrativePackage";
import { differences, shippedTemplate } from "../support/native";

const template = shippedTemplate();
const SHEET = template.structure.definition.narrative.sheetName;

/** What last year's figures are typed as: of 01, and of 04. */
const lastYear =
  (summary: string, fiscal = summary): Damage =>
  (golden) =>
    typeInto("补充资料", "C5", fiscal)(typeInto("补充资料", "C3", summary)(golden));
const noReasons: Damage = (golden) =>
  typeInto("补充资料", "D4", "")(typeInto("补充资料", "D6", "")(golden));

/** The filled set with other answers in 补充资料. */
function answers(given: Readonly<Record<string, string>>): Golden {
  const change = onSheet("补充资料", (rows) =>
    rows.map(([label = "", unit = "", figure = "", text = ""]) => {
      const answer = given[label];
      if (answer === undefined) return [label, unit, figure, text];
      return unit === "文字" ? [label, unit, "", answer] : [label, unit, answer, text];
    }),
  );
  return change(quanbiaoyoushu);
}

const SETS: readonly (readonly [what: string, golden: Golden, says: readonly RegExp[]])[] = [
  [
    "as published",
    seed001,
    [
      /增加112\.29万元，增长167\.8%，主要是因为/u,
      /增长12\.7%/u,
      /行政运行（项）。年初预算为66\.93万元，支出决算为75\.40万元，完成年初预算的112\.7%，决算数大于年初预算数的主要原因是：人员增加。$/mu,
    ],
  ],
  [
    "with an 项 that nobody explains",
    typeInto("分项补充资料", "D6", "")(seed001),
    [/决算数大于年初预算数的主要原因是：【缺：差异原因】。$/mu],
  ],
  [
    "with an 项 that was planned so",
    typeInto("分项补充资料", "C6", "75.40")(seed001),
    [/完成年初预算的100%，决算数与年初预算数持平。$/mu],
  ],
  [
    "with an 项 that is planned alone",
    typeInto("分项补充资料", "A6", "'2010350")(seed001),
    [
      /行政运行（项）。年初预算为【缺：年初预算数】万元，支出决算为75\.40万元。$/mu,
      /（项）。年初预算为66\.93万元，支出决算为0\.00万元，完成年初预算的0%，决算数小于年初预算数的主要原因是：人员增加。$/mu,
    ],
  ],
  [
    "without 补充资料",
    dropSheet("补充资料")(seed001),
    [/^2020年度收、支总计179\.22万元。与上年相比，【缺：上年收入支出总计】。$/mu],
  ],
  [
    "with 补充资料 empty",
    noReasons(lastYear("")(seed001)),
    [/与上年相比，【缺：上年收入支出总计】。$/mu],
  ],
  ["with a zero base", lastYear("0.00")(seed001), [/增加179\.22万元（上年为0，不计算增长率）/u]],
  ["with a decrease", lastYear("200.00")(seed001), [/减少20\.78万元，下降10\.4%/u]],
  ["with hardly a change", lastYear("179.21")(seed001), [/增加0\.01万元，增长不足0\.1%/u]],
  ["as last year", noReasons(lastYear("179.22", "75.40")(seed001)), [/与上年持平。$/mu]],
  [
    "with a change that nobody explains",
    noReasons(seed001),
    [/主要是因为：【缺：收入支出总计增减原因】。/u],
  ],
  ["with a text for last year", lastYear("约67")(seed001), [/。【缺：上年收入支出总计】。$/mu]],
  ["from a deficit", lastYear("-10.00")(seed001), [/增加189\.22万元（上年为负数，不计算增长率）/u]],
  [
    "with nothing received",
    ["C", "D", "E", "F", "G", "H", "I"].reduce(
      (golden, letter) => typeInto("公开02表", `${letter}7`, "0.00")(golden),
      seed001,
    ),
    [/^本年收入合计0\.00万元，其中：财政拨款收入0\.00万元；上级补助收入0\.00万元/mu],
  ],
  [
    "with every table filled",
    quanbiaoyoushu,
    [
      /减少500\.00万元，下降20%/u,
      /占本年支出合计的62\.5%，与上年相比，增加1203\.25万元（上年为0，不计算增长率）/u,
      /（款）其他财政事务支出（项）。年初未安排预算，支出决算为-3\.50万元，主要原因是：收回/u,
      /（款）大气（项）。年初预算为60\.00万元，支出决算为100\.00万元，完成年初预算的166\.7%，决算数大于年初预算数的主要原因是：年中/u,
      /环境卫生（项）。.*完成年初预算的99\.5%，决算数小于年初预算数的主要原因是：清扫外包/u,
      /完成年初预算的104\.6%，决算数大于年初预算数的主要原因是：年中追加/u,
      /人员经费708\.30万元，占基本支出的80\.5%；公用经费172\.00万元，占基本支出的19\.5%/u,
      /^“三公”经费财政拨款支出预算为41\.00万元，支出决算为37\.40万元，完成预算的91\.2%，其中：$/mu,
      /^因公出国（境）费.*；与上年相比，增加4\.60万元（上年为0，不计算增长率），主要原因是：/mu,
      /^公务接待费.*完成预算的77\.5%，决算数小于预算数的主要原因是：严格.*；与上年持平。$/mu,
      /公务用车保有量为6辆/u,
      /年度政府性基金预算财政拨款收入390\.00万元；年初结转和结余19\.00万元；支出392\.50万元/u,
      /国有资本经营预算财政拨款支出50\.50万元/u,
      /机关运行经费支出172\.00万元，比年初预算数减少8\.00万元，降低4\.4%，决算数小于/u,
      /召开会议4个，人数210人，内容为：年度.*；开展?.*没有举办节庆/u,
      /授予中小企业合同金额305\.00万元，占政府采购支出总额的73\.9%，其中：.*占政府采购支出总额的29\.4%/u,
      /共有车辆9辆，其中：主要领导干部用车1辆、.*特种专业技术用车0辆、其他用车2辆；/u,
      /涉及项目6个，涉及资金1000\.00万元/u,
      /^本部门没有其他需要说明的重要事项。$/mu,
    ],
  ],
  [
    "of a new unit",
    answers({ 上年收入支出总计: "", 上年无数据的原因: "本单位2020年新设" }),
    [/收、支总计2000\.00万元。本单位2020年新设，上年无数据。$/mu],
  ],
  [
    "without a budget at the beginning of the year",
    answers({
      财政拨款支出年初预算数: "0.00",
      机关运行经费年初预算数: "0.00",
      "节庆、晚会、论坛、赛事费用": "2.00",
      "节庆、晚会、论坛、赛事活动": "城市管理公众开放日",
      其他重要事项: "本部门决算同时在门户网站公开。",
    }),
    [
      /年初未安排预算，支出决算数为1203\.25万元，主要原因是：年中追加/u,
      /机关运行经费支出172\.00万元，年初未安排预算，主要原因是：/u,
      /举办城市管理公众开放日等节庆、晚会、论坛、赛事活动，开支2\.00万元/u,
      /^本部门决算同时在门户网站公开。$/mu,
    ],
  ],
  [
    "of an institution that has nothing of it",
    answers({
      单位性质: "公益一类",
      机关运行经费: "",
      政府采购支出总额: "0.00",
      车辆合计: "0",
      会议费: "0.00",
    }),
    [
      /本部门2020年度没有机关运行经费支出，机关运行经费只统计/u,
      /本部门2020年度没有政府采购支出。/u,
      /本部门没有车辆；/u,
      /没有开支会议费；/u,
    ],
  ],
  [
    "as planned",
    answers({ 财政拨款支出年初预算数: "1203.25", 机关运行经费年初预算数: "172.00" }),
    [/决算数与年初预算数持平。$/mu, /机关运行经费支出172\.00万元，与年初预算数持平。$/mu],
  ],
];

const ASKED = [
  ...template.structure.tables
    .get("supplement")!
    .blocks[0]!.rows.flatMap(({ definition: { label } }) => label ?? []),
  "年初预算数",
  "差异原因",
];

function paragraphsOf(golden: Golden): string[] {
  const sections = narrate(recognise(snapshotOf(golden), template.structure), template);
  return sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
}

test.each(SETS)("a set %s says so, and nothing false", (_what, golden, says) => {
  const text = paragraphsOf(golden).join("\n");
  for (const each of says) expect(text).toMatch(each);
  for (const [, missing = ""] of text.matchAll(/【缺：([^】]*)】/gu)) {
    expect(ASKED).toContain(missing);
  }
});

/** To native formulas a stroke is a text like any other: they ask for the figure once more. */
test("a set with a stroke for last year has none", () => {
  const [first] = paragraphsOf(lastYear("—")(seed001));
  expect(first).toMatch(/与上年相比，【缺：上年收入支出总计】。$/u);
});

const [T05, T06] = ["一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算表"];
const OWN = `${T05}[每项, 本年支出/小计]`;
const BASIC = "支出决算表[每项, 基本支出]";
const withLists = withNarrative([
  `主要用于：{列举(${T05}[各类, 本年支出/小计], 名称 & 金额(数) & "万元，占" & 百分比(数, ${T05}[合计, 本年支出/小计]), "；", "没有支出")}。`,
  `主要包括：{列举(${T06}[#302/下级, 决算数], ${T06}[#307/下级, 决算数], ${T06}[#310/下级, 决算数], ${T06}[#399/下级, 决算数], 名称 & 数, "、", "无")}。`,
  {
    each: OWN,
    text: `{序号}、{编码}{类名}（类）{款名}（款）{名称}（项）。基本支出{${BASIC}}万元，决算{${OWN}}万元，占{百分比(${BASIC}, ${OWN})}{IF(${OWN} > ${BASIC}, "，大于", "")}。`,
  },
  {
    when: "有数(公开09表[合计, 本年支出/合计])",
    text: "国有资本经营预算支出{公开09表[合计, 本年支出/合计]}万元。",
    otherwise: "没有国有资本经营预算支出。",
  },
]);

/** Row of a code or label in a laid out table. */
function rowIn(plan: WritePlan, sheet: string, value: string): number {
  const found = plan.sheets
    .find(({ name }) => name === sheet)!
    .cells.find((cell) => cell.value === value);
  return found!.row;
}

const type05 = (address: string, value: string | number): Edit => ({
  kind: "setCell",
  sheet: T05,
  address,
  value,
});

const LISTS: readonly (readonly [
  what: string,
  golden: Golden,
  edits: (plan: WritePlan) => Edit[],
  says: readonly RegExp[],
])[] = [
  [
    "with every table filled",
    quanbiaoyoushu,
    () => [],
    [
      /^主要用于：一般公共服务支出681\.40万元，占56\.6%；城乡社区支出248\.00万元，占20\.6%；/mu,
      /会议费1\.90、.*取暖费0\.80、对民间非营利组织/u,
      /^1、2010301一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。基本支出520\.00万元，决算520\.00万元，占100%。$/mu,
      /^4、2010699.*决算-3\.50万元，占-?0%。$/mu,
    ],
  ],
  [
    "with names that the print cut off",
    seed001,
    () => [],
    [/^主要包括：其他交通费用4\.17、其他商品和服务支出1\.09、/mu, /^没有国有资本经营预算支出。$/mu],
  ],
  [
    "with a class inserted, without its name",
    seed001,
    (plan) => {
      const row = rowIn(plan, T05, "2010301") + 1;
      return [
        { kind: "insertRows", sheet: T05, row, count: 1 },
        type05(`A${String(row)}`, "229"),
        type05(`C${String(row)}`, 75.4),
      ];
    },
    [/^主要用于：一般公共服务支出75\.40万元，占50%；其他支出75\.40万元，占50%。$/mu],
  ],
  [
    "with a class of an unknown code, its name set wide",
    seed001,
    (plan) => {
      const at = rowIn(plan, T05, "2010301") + 1;
      const row = String(at);
      return [
        { kind: "insertRows", sheet: T05, row: at, count: 1 },
        type05(`A${row}`, "299"),
        type05(`B${row}`, "试　验 支出"),
        type05(`C${row}`, 80),
      ];
    },
    [/^主要用于：试验支出80\.00万元/mu],
  ],
  [
    "with a figure that cannot be read",
    seed001,
    (plan) => [type05(`C${String(rowIn(plan, T05, "201"))}`, "约75")],
    [/^主要用于：【缺：本年支出小计】。$/mu],
  ],
  [
    "with nothing spent",
    seed001,
    (plan) => [type05(`C${String(rowIn(plan, T05, "201"))}`, 0)],
    [/^主要用于：没有支出。$/mu],
  ],
];

describeWithLibreOffice("lists and paragraphs for each code say the same", () => {
  test.each(LISTS)("%s", async (_what, golden, edits, says) => {
    const figures = recognise(snapshotOf(golden), withLists.structure);
    const plan = layOutWorkbook(withLists, { unitName: "示例市某某中心", year: 2020, figures });
    const changed = await recalculate(await new XlsxFile().write(plan), edits(plan));
    const snapshot = await new XlsxReader(changed).read();
    const exact = narrate(recognise(snapshot, withLists.structure), withLists)
      .flatMap(({ paragraphs }) => paragraphs)
      .map(({ text }) => text);
    expect(sentences(snapshot.sheets.find(({ name }) => name === SHEET)!.values)).toEqual(exact);
    for (const each of says) expect(exact.join("\n")).toMatch(each);
    if (edits(plan).length > 0) return;
    const sheets = Object.fromEntries(
      snapshot.sheets.map(({ name, values }) => [name, values.map((row) => row.map(calculated))]),
    );
    const own = plan.sheets.filter(({ name }) => [SHEET, "说明计算"].includes(name));
    expect(differences({ ...plan, sheets: own }, sheets)).toEqual([]);
  });
});

const total03 = (value: string | number) => (plan: WritePlan) => [
  {
    kind: "setCell",
    sheet: "支出决算表",
    address: `C${String(rowIn(plan, "支出决算表", "合计"))}`,
    value,
  } as const,
];

describeWithLibreOffice("what is blank is no nought on the sheet either", () => {
  const empty = layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020 });
  const filled = layOutWorkbook(template, {
    unitName: "示例市某某中心",
    year: 2020,
    figures: recognise(snapshotOf(quanbiaoyoushu), template.structure),
  });
  test.each<[what: string, plan: WritePlan, edits: Edit[], says: RegExp]>([
    ["nothing filled in", empty, [], /^(?!.*(?:没有|无预算|无支出|0\.00)).*$/su],
    [
      "nothing but the expenditure",
      empty,
      total03(10)(empty),
      /“三公”经费财政拨款无预算、无支出。.*没有使用国有资本.*没有其他需要说明/su,
    ],
    [
      "an expenditure that cannot be read",
      filled,
      total03("约100")(filled),
      /“三公”经费财政拨款支出预算为41\.00万元.*国有资本经营预算财政拨款支出50\.50万元/su,
    ],
  ])("%s", async (_what, plan, edits, says) => {
    const changed = await recalculate(await new XlsxFile().write(plan), edits);
    const snapshot = await new XlsxReader(changed).read();
    const exact = narrate(recognise(snapshot, template.structure), template)
      .flatMap(({ paragraphs }) => paragraphs)
      .map(({ text }) => text);
    expect(sentences(snapshot.sheets.find(({ name }) => name === SHEET)!.values)).toEqual(exact);
    expect(exact.join("\n")).toMatch(says);
  });
});

function calculated(value: CellValue): string | number | null {
  return typeof value === "object" || typeof value === "boolean" ? null : value;
}

function sentences(rows: readonly (readonly unknown[])[]): string[] {
  return rows.flatMap(([text]) =>
    typeof text === "string" && /^\u3000\u3000./u.test(text) ? [text.trim()] : [],
  );
}

describeWithLibreOffice("the sheet 情况说明 says the same", () => {
  test.each(SETS)("of a set %s", async (_what, golden) => {
    const figures = recognise(snapshotOf(golden), template.structure);
    const plan = layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, figures });
    const { [SHEET]: rows } = await readCells(await new XlsxFile().write(plan), {
      sheets: [SHEET],
    });
    expect(sentences(rows!)).toEqual(paragraphsOf(golden));
  });

  test.each([
    [0, /占本年支出合计的63%/u],
    [2, /占56\.63%；.*占20\.61%/su],
    [4, /占本年支出合计的62\.5065%/u],
  ])("with percentages of %s decimals", async (percentDecimals, says) => {
    const set = withSettings(template, { percentDecimals });
    const figures = recognise(snapshotOf(quanbiaoyoushu), set.structure);
    const plan = layOutWorkbook(set, { unitName: "示例市某某中心", year: 2020, figures });
    const { [SHEET]: rows } = await readCells(await new XlsxFile().write(plan), {
      sheets: [SHEET],
    });
    const exact = narrate(figures, set).flatMap(({ paragraphs }) =>
      paragraphs.map(({ text }) => text),
    );
    expect(sentences(rows!)).toEqual(exact);
    expect(exact.join("\n")).toMatch(says);
  });
});
