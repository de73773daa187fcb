import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { GOLDEN_FOLDER, loadGolden, parseTsv } from "../support/goldenText";
import { BASE_COLUMNS, type BaseItem, type BasePart, type Unit } from "./unit";
import { SHEETS } from "./unitWorkbook";

const read = (name: string) =>
  parseTsv(readFileSync(join(GOLDEN_FOLDER, "quanbiaoyoushu", name), "utf8"));

const [headings = [], ...base] = read("base.tsv");

function itemOf(row: readonly string[]): BaseItem {
  const part = (name: BasePart) =>
    BASE_COLUMNS[name].map((heading) => {
      const column = headings.indexOf(heading);
      if (column < 0) throw new Error(`base.tsv has no column ${heading}`);
      return new Decimal(row[column] === "" ? 0 : (row[column] ?? 0));
    });
  return {
    code: row[0] ?? "",
    amounts: {
      opening: part("opening"),
      fiscalRevenue: part("fiscalRevenue"),
      otherRevenue: part("otherRevenue"),
      fiscalSpending: part("fiscalSpending"),
      ownSpending: part("ownSpending"),
      transfers: part("transfers"),
    },
  };
}

const amounts = (...texts: string[]) => texts.map((text) => new Decimal(text));
const four = (a: string, b: string, c: string, d: string) =>
  [new Decimal(a), new Decimal(b), new Decimal(c), new Decimal(d)] as const;

/**
 * 全表有数: what the sheets in quanbiaoyoushu/ are made from. 总计 2,000.00, 本年支出 1,925.00: 执行率 96.25 %, 得分
 * 9.625, an exact tie. 2010699 is a red entry: money paid too much in an earlier year came back.
 */
export const cityService: Unit = {
  name: "示例市城市运行服务中心",
  year: 2020,
  items: base.filter(([code]) => code?.length === 7).map(itemOf),
  names: Object.fromEntries(base.map(([code = "", name = ""]) => [code, name])),
  economic: Object.fromEntries(
    read("economic.tsv").map(([code = "", amount = ""]) => [code, new Decimal(amount)]),
  ),
  threePublic: {
    budget: four("5.00", "20.00", "12.00", "4.00"),
    final: four("4.60", "18.50", "11.20", "3.10"),
  },
  own: {
    opening: new Decimal("16.70"),
    surplusUsed: new Decimal("20.00"),
    distributed: new Decimal("4.00"),
  },
  initialBudgets: {
    "2010301": ["500.00", "年中增加人员，工资和津贴补贴相应增加"],
    "2010302": ["68.50"],
    "2010601": ["100.00", "厉行节约，压减一般性支出"],
    "2010699": ["0.00", "收回以前年度多付的款项"],
    "2080505": ["58.60"],
    "2080506": ["29.30"],
    "2080801": ["12.00"],
    "2080899": ["7.00"],
    "2110101": ["36.00"],
    "2110199": ["10.00", "厉行节约，压减一般性支出"],
    "2110301": ["60.00", "年中追加环境整治项目经费"],
    "2110302": ["20.00", "年中追加环境整治项目经费"],
    "2120101": ["88.00"],
    "2120104": ["45.00"],
    "2120501": ["115.60", "清扫外包招标价低于预算"],
  },
  supplement: [
    { label: "上年收入支出总计", answer: "2,500.00" },
    { label: "收入支出总计增减原因", answer: "上年一次性安排的管网改造项目已经完工" },
    // The year before the transfer, another unit kept these accounts: a zero base.
    { label: "上年财政拨款收入支出总计", answer: "0.00" },
    { label: "财政拨款收入支出总计增减原因", answer: "机构划转，上年财政拨款由原主管单位列报" },
    { label: "上年财政拨款支出", answer: "0.00" },
    { label: "财政拨款支出增减原因", answer: "机构划转，上年财政拨款由原主管单位列报" },
    { label: "财政拨款支出年初预算数", answer: "1,150.00" },
    { label: "上年年末结转和结余", answer: "80.70" },
    { label: "上年年末财政拨款结转和结余", answer: "64.00" },
    { label: "单位性质", answer: "参公" },
    { label: "机关运行经费", answer: "172.00" },
    { label: "机关运行经费年初预算数", answer: "180.00" },
    { label: "因公出国（境）团组数", answer: "2" },
    { label: "因公出国（境）人次", answer: "5" },
    { label: "公务接待批次", answer: "31" },
    { label: "公务接待人次", answer: "248" },
    { label: "公务用车购置数", answer: "1" },
    { label: "公务用车保有量", answer: "6" },
    { label: "车辆合计", answer: "9" },
    { label: "政府采购支出总额", answer: "412.60" },
    { label: "政府采购货物支出", answer: "98.40" },
    { label: "政府采购工程支出", answer: "226.00" },
    { label: "政府采购服务支出", answer: "88.20" },
    { label: "授予中小企业合同金额", answer: "305.00" },
    { label: "授予小微企业合同金额", answer: "121.50" },
    { label: "财政拨款支出预决算差异原因", answer: "年中追加环境整治项目经费" },
    { label: "上年因公出国（境）费", answer: "0.00" },
    { label: "因公出国（境）费预决算差异原因", answer: "压减随团人数" },
    { label: "因公出国（境）费增减原因", answer: "本年首次安排国外环卫技术培训" },
    { label: "上年公务接待费", answer: "3.10" },
    { label: "公务接待费预决算差异原因", answer: "严格控制接待标准和陪餐人数" },
    { label: "上年公务用车购置费", answer: "22.00" },
    { label: "公务用车购置费预决算差异原因", answer: "集中采购价格低于预算" },
    { label: "公务用车购置费增减原因", answer: "上年购置的车型价格较高" },
    { label: "上年公务用车运行维护费", answer: "12.00" },
    { label: "公务用车运行维护费预决算差异原因", answer: "减少长途出车" },
    { label: "公务用车运行维护费增减原因", answer: "更新车辆后维修减少" },
    { label: "机关运行经费预决算差异原因", answer: "压减一般性支出" },
    { label: "会议费", answer: "3.20" },
    { label: "会议个数", answer: "4" },
    { label: "会议人数", answer: "210" },
    { label: "会议内容", answer: "年度工作部署、安全生产和城市管理调度" },
    { label: "培训费", answer: "5.00" },
    { label: "培训期数", answer: "3" },
    { label: "培训人数", answer: "126" },
    { label: "培训内容", answer: "执法业务和安全作业" },
    { label: "节庆、晚会、论坛、赛事费用", answer: "0.00" },
    { label: "主要领导干部用车", answer: "1" },
    { label: "机要通信用车", answer: "1" },
    { label: "应急保障用车", answer: "2" },
    { label: "执法执勤用车", answer: "3" },
    { label: "特种专业技术用车", answer: "0" },
    { label: "其他用车", answer: "2" },
    { label: "单位价值50万元以上通用设备", answer: "1" },
    { label: "单位价值100万元以上专用设备", answer: "2" },
    { label: "绩效自评项目个数", answer: "6" },
    { label: "绩效自评涉及资金", answer: "1,000.00" },
    { label: "预算绩效管理开展情况", answer: "年初编报绩效目标，年中开展运行监控，年末组织自评。" },
    { label: "绩效目标", answer: "保障城区环境卫生、市政设施和执法服务正常运行。" },
    { label: "绩效评价结论", answer: "整体支出绩效自评等级为优，自评报告见附件。" },
    { label: "部门职责", answer: "负责城区环境卫生、市政设施维护和城市管理执法。" },
    { label: "内设机构", answer: "办公室、环卫股、市政股、执法股" },
    { label: "决算单位构成", answer: "示例市城市运行服务中心本级" },
  ],
  evaluation: {
    funds: [
      amounts("1840.70", "1520.00", "80.70", "240.00"),
      amounts("2000.00", "1641.30", "80.70", "278.00"),
      amounts("1925.00", "1586.25", "64.00", "274.75"),
    ],
    goals: [
      "保障城区环境卫生、市政设施和执法服务正常运行，按期完成年度建设任务。",
      "城区环境卫生、市政设施和执法服务运行平稳，年度建设任务基本完成。",
    ],
    indicators: parseTsv(
      [
        "产出指标（50分）\t数量指标\t道路清扫面积\t≥320万平方米\t325万平方米\t8\t8",
        "^\t^\t生活垃圾清运量\t≥1600吨\t1577吨\t8\t7.89\t年中两座转运站检修，已恢复",
        "^\t^\t路灯维护\t860盏\t860盏\t6\t6",
        "^\t^\t执法巡查\t每月4次\t每月4次\t6\t6",
        "^\t质量指标\t工程验收合格率\t＝100%\t100%\t6\t6",
        "^\t^\t设施完好率\t≥98%\t98.6%\t5\t5",
        "^\t时效指标\t年度任务完成时限\t2020年12月\t2020年12月\t5\t5",
        "^\t成本指标\t单位清扫成本\t≤50元\t52元\t6\t5.76\t防疫物资价格上涨",
        "效益指标（30分）\t经济效益指标\t节约能耗支出\t≥10万元\t12万元\t6\t6",
        "^\t社会效益指标\t投诉办结率\t≥95%\t97%\t8\t8",
        "^\t^\t市容秩序\t明显改善\t部分路段改善\t6\t4.5\t老城区改造尚未完成",
        "^\t生态效益指标\t空气质量优良天数\t≥290天\t301天\t5\t5",
        "^\t可持续影响指标\t长效管理机制\t建立健全\t建立健全\t5\t5",
        "满意度指标（10分）\t服务对象满意度指标\t居民满意度\t≥95%\t93.1%\t10\t9.8\t停车收费宣传不够",
      ].join("\n"),
    ),
  },
  zero: "0.00",
};

export const quanbiaoyoushu = loadGolden("quanbiaoyoushu", SHEETS);
