import { held, type Phrasing } from "../phrasing";

/* More ways to write the sentences of openingPhrasings. */

export const NO_FUND: readonly Phrasing[] = [
  "{year}年度{our}未安排政府性基金预算支出，与上年一致。",
  "{year}年{our}无政府性基金预算财政拨款收支，故本表无数据。",
  "{our}{year}年度没有政府性基金预算拨款收入，也没有政府性基金预算支出。",
  "说明：{our}{year}年没有政府性基金收入和支出，政府性基金预算财政拨款收入支出决算表为空表。",
  held("政府性基金预算财政拨款本年收入{Z}，本年支出{Z}，年末结转和结余{Z}。"),
];

export const NO_CAPITAL: readonly Phrasing[] = [
  "{year}年度国有资本经营预算财政拨款本年收入{Z}，本年支出{Z}。",
  "{our}{year}年度没有国有资本经营预算财政拨款收支，国有资本经营预算财政拨款支出决算表为空表。",
  "国有资本经营预算财政拨款支出{Z}，与年初预算数{Z}一致。",
  "{year}年{our}未安排国有资本经营预算支出。",
  held("{our}不涉及国有资本经营预算，{year}年度无此项支出。"),
];

export const NO_OPERATING: readonly Phrasing[] = [
  "机关运行经费{year}年度支出{Z}，{our}非参照公务员法管理单位。",
  "{our}属于事业单位，不统计机关运行经费，{year}年度无相关支出。",
  "{our}没有纳入机关运行经费统计口径的支出。",
  "{year}年度{our}无机关运行经费支出，与上年持平。",
  held("{our}为公益一类事业单位，按规定无机关运行经费。"),
];

export const THREE_TAILS: readonly Phrasing[] = [
  "全年国内公务接待{batches}批次，接待{guests}人次（不包括陪同人员）；{asOf}{year}年末公务用车保有量{held}辆。",
  "{asOf}{year}年12月31日，{our}机动车保有量{held}辆，国内公务接待{batches}个批次，{guests}人次。",
  "其中，国（境）外接待{n0}批次，国内接待{batches}批次，来访{guests}人次。{asOf}{year}年12月31日保有公务用车{held}辆。",
  "{year}年{our}接待批次{batches}批，接待人数{guests}人；出国（境）团组数和人数均为{n0}。",
  "{asOf}{year}年12月31日，{our}公务用车保有量为{held}辆。{year}年接待国内公务{batches}批次、{guests}人次，未组织出国（境）团组。",
  "实物量情况：出国（境）{n0}批{n0}人，接待{batches}批{guests}人，{asOf}{year}年12月31日车辆保有量{held}辆。",
  "{asOf}{year}年底，财政拨款开支运行维护费的公务用车共{held}辆，全年公务接待{batches}批{guests}人。",
  "{our}全年公务接待{batches}批次，共计{guests}人次，{asOf}年末公务用车保有量为{held}辆，全年无新增车辆。",
  "国内公务接待累计{batches}批次，{guests}人次，其中外事接待{n0}批次；{asOf}{year}年12月31日开支财政拨款的公务用车保有量{held}辆。",
  held(
    "{year}年度因公出国（境）团组{n0}个，累计{n0}人次；公务接待{batches}批次{guests}人次；公务用车{asOf}年末保有{held}辆。",
  ),
];

export const PERFORMANCE: readonly Phrasing[] = [
  "绩效自评情况：{our}{year}年度整体支出{A}，自评得分{n9}分，主要问题是个别指标设置不够细化。",
  "{our}严格落实绩效管理主体责任，{year}年度整体支出{A}全部纳入自评，自评等级为优。",
  "{our}进一步加强绩效管理，{year}年度纳入绩效评价的资金{A}，占应评价资金的100%，从评价情况看，达到预期效果。",
  "{year}年，{our}组织对整体支出进行绩效评价，评价金额{A}，综合得分{n9}分，评价等级为“优”，整改措施已落实。",
  "按照全面实施预算绩效管理的要求，{our}开展了整体支出绩效自评，涉及财政性资金{A}，绩效目标完成较好。",
  held(
    "{our}对{year}年度预算支出全面开展绩效自评，自评项目{n3}个，涉及资金{A}，自评覆盖率100%，平均得分{n9}分。",
  ),
];

export const INTRODUCTIONS: readonly Phrasing[] = [
  "按照信息公开规定，{unitName}将{year}年度部门决算及说明向社会公开。",
  "{year}年，{unitName}围绕中心工作，较好完成了各项目标任务，{unitName}年度决算情况如下。",
  "{unitName}（以下简称{our}）{year}年度决算经财政部门批复，现予公开。",
  "{unitName}的主要职能是承担本地区相关管理和服务工作，{year}年职能未发生变化。",
  "{unitName}为财政全额拨款单位，核定编制{n1}名，{year}年末实有在职人员{n1}人。",
  "根据部门决算管理制度，现将{unitName}{year}年度决算公开如下。",
  held("{unitName}是{year}年度独立编报决算的预算单位，执行政府会计制度。"),
];

export const INTRODUCTIONS_MORE: readonly Phrasing[] = [
  "从决算单位构成看，{year}年度决算编报范围为{unitName}机关本级。",
  "{unitName}{year}年度独立编制机构数1个，独立核算机构数1个。",
  "与{last}年相比，{unitName}{year}年决算编报范围没有变化。",
  "{unitName}对公开内容的真实性负责，接受社会监督。",
  "{unitName}{year}年内未发生隶属关系变动。",
  "以上数据由{unitName}财务部门负责解释，{year}年度决算已经审计。",
  held("{unitName}设有办公室、财务股等内设机构，无二级预算单位。"),
];
