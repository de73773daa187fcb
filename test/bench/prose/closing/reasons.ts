import type { RandomNumbers } from "../../../golden/randomNumbers";
import type { ClosingTopic } from "./closingPhrasing";

interface Reasons {
  readonly rise: readonly string[];
  readonly fall: readonly string[];
  readonly level: readonly string[];
}

/** As people give them; 增加 and 减少 in them are of other things. */
const USUAL: Reasons = {
  rise: [
    "退休人员减少但新招录人员增加，工资津补贴相应增加",
    "本年度实施了老旧管网改造、信息系统升级等项目",
    "上年受疫情影响支出偏低，本年各项工作恢复正常",
    "中央和省级转移支付资金下达较多",
    "编外人员经费由其他科目调整至本科目列支",
    "职务职级晋升及社保缴费基数调整",
    "一次性补发2014年10月至上年末的职业年金",
    "新增森林防火、防汛抗旱应急支出",
  ],
  fall: [
    "人员调出5人、退休2人，相关经费随之减少",
    "上年度追加了偿债资金，今年无此因素",
    "压减非急需、非刚性支出，预算安排较上年减少",
    "基建项目已竣工决算，本年不再安排资金",
    "部分专项资金年末由财政收回统筹使用",
    "下属单位划转，不再纳入本部门决算",
    "工程尾款尚未支付，按进度结转下年使用",
    "上级专项补助减少，同时本级配套资金未到位",
  ],
  level: ["按照年初预算安排执行", "人员编制和经费标准均未调整", "严格预算管理，无新增事项"],
};

const THREE: Reasons = {
  rise: [
    "车辆使用年限较长，维修费用增加",
    "对口支援、招商引资等公务往来增多，接待批次较上年增加",
    "新增跨区域执法任务，用车里程增加",
  ],
  fall: [
    "认真贯彻落实过紧日子要求，严格控制陪餐人数",
    "公务用车统一调度，燃油费和维修费减少",
    "视频会议增加，来访接待减少",
    "报废车辆1辆，运行费用相应减少",
  ],
  level: ["严格按预算控制支出", "无新增公务活动"],
};

export function whyOf(topic: ClosingTopic, sign: number, random: RandomNumbers): string {
  const { rise, fall, level } = topic === "three" ? THREE : USUAL;
  return random.pick(sign === 0 ? level : sign > 0 ? rise : fall);
}
