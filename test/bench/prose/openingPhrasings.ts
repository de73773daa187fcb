import * as more from "./more/moreOpenings";
import type { PhrasingTable } from "./phrasing";

/* Whole sentences around the figures, and those of sections that hold nothing. */

export const NO_FUND: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{year}年度{our}无政府性基金预算收入支出。",
    "{our}{year}年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算安排的支出。",
    "{year}年度政府性基金预算财政拨款收入{Z}；年初结转和结余{Z}；支出{Z}，其中基本支出{Z}，项目支出{Z}；年末结转和结余{Z}。",
    "{our}不涉及政府性基金预算。",
  ],
  added: more.NO_FUND,
};

export const NO_CAPITAL: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{year}年度{our}没有使用国有资本经营预算安排的支出。",
    "{our}{year}年度无国有资本经营预算财政拨款支出。",
    "{year}年度国有资本经营预算财政拨款支出{Z}，其中基本支出{Z}，项目支出{Z}。",
  ],
  added: more.NO_CAPITAL,
};

export const NO_OPERATING: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{our}为事业单位，没有机关运行经费支出。",
    "{our}{year}年度机关运行经费支出{Z}，年初预算{Z}。",
    "{our}不在机关运行经费统计范围之内。",
  ],
  added: more.NO_OPERATING,
};

export const THREE_TAILS: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "全年安排因公出国（境）团组{n0}个，累计{n0}人次；国内公务接待{batches}批次，{guests}人次；{asOf}{year}年12月31日，{our}开支财政拨款的公务用车保有量为{held}辆。",
    "全年共接待来访团组{batches}个、来宾{guests}人次。公务用车保有量{held}辆。",
    "其中：国内接待{batches}批次、{guests}人次；因公出国（境）团组{n0}个、{n0}人次。",
  ],
  added: more.THREE_TAILS,
};

export const PERFORMANCE: PhrasingTable = {
  kind: "wording",
  phrasings: [
    "根据预算绩效管理要求，{our}组织开展了整体支出绩效自评，共涉及资金{A}，自评得分{n9}分，等级为优。预算执行及时、有效，绩效目标得到较好实现。",
    "{our}对{year}年度整体支出开展绩效自评，涉及资金{A}，自评结果为“优”。服务对象满意度≥95%，达到预期目标。",
    "按照预算绩效管理有关规定，{our}对{n3}个项目开展了绩效评价，覆盖率达到100%，涉及资金{A}，绩效评价报告见附件。",
  ],
  added: more.PERFORMANCE,
};

export const INTRODUCTIONS: PhrasingTable = {
  kind: "name",
  phrasings: [
    "{unitName}是正科级公益一类事业单位，编制{n1}人，年末实有{n1}人。",
    "{unitName}{year}年部门决算汇总公开单位构成包括：{unitName}本级。",
    "{unitName}{year}年度部门决算已经批复，现将有关情况说明如下。",
  ],
  added: more.INTRODUCTIONS,
};

export const INTRODUCTIONS_MORE: PhrasingTable = {
  kind: "name",
  phrasings: [
    "纳入{year}年部门决算编制范围的单位共1个，即{unitName}。",
    "{unitName}内设机构3个，分别为办公室、财务股和业务股。",
    "按照机构改革方案，{unitName}继续承担原有职责。",
    "{unitName}无下属独立核算单位，{year}年决算即本级决算。",
  ],
  added: more.INTRODUCTIONS_MORE,
};

/** The titles of the fifteen sections, and what 目录 prints when it was copied from an older edition. */
export const SECTION_TITLES: readonly (readonly [string, string])[] = [
  ["收入支出决算总体情况说明", "收入支出总体情况说明"],
  ["收入决算情况说明", "收入情况说明"],
  ["支出决算情况说明", "支出情况说明"],
  ["财政拨款收入支出决算总体情况说明", "财政拨款收支决算总体说明"],
  ["一般公共预算财政拨款支出决算情况说明", "公共财政拨款支出决算情况说明"],
  ["一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出情况"],
  ["一般公共预算财政拨款三公经费支出决算情况说明", "三公经费支出情况"],
  ["政府性基金预算收入支出决算情况", "政府性基金预算支出说明"],
  ["国有资本经营预算支出决算情况", "国有资本经营收入情况"],
  ["关于机关运行经费支出说明", "机关运行经费执行情况"],
  ["一般性支出情况", "会议费和培训费支出情况"],
  ["关于政府采购支出说明", "政府采购执行情况"],
  ["关于国有资产占用情况说明", "车辆和设备情况"],
  ["关于预算绩效情况的说明", "重点项目预算的绩效评价结果等情况说明"],
  ["其他重要事项情况说明", "其他需要说明的事项"],
];
