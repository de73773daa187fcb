import * as more from "./more/moreLists";
import { held, type PhrasingTable } from "./phrasing";

/* {S} subject, {T} total, {of} the total's name, {list} the parts, {N} {A} {P} of one part. */

/** All parts that are not zero follow. */
export const LIST: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "{S}{T}，其中：{list}。",
    "{S}{T}，其中，{list}。",
    "{S}为{T}，其中{list}。",
    "{S}{T}。其中：{list}。",
    "{S}{T}，包括：{list}。",
    "{S}{T}，包括{list}。",
    "{S}{T}，具体构成为：{list}。",
    "{S}{T}，由以下部分组成：{list}。",
    "{S}{T}，分项情况如下：{list}。",
    held("{S}{T}，按构成分，{list}。"),
    "{S}{T}（其中：{list}）。",
    "{S}{T}。具体情况如下：{list}。",
    "{S}{T}，主要由以下几项构成：{list}。",
    "{S}{T}，分别为：{list}。",
    held("{list}，以上各项相加，{S}{T}。"),
  ],
  added: more.LIST,
};

/** The parts are examples: they may not be held against the total. */
export const EXAMPLES: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "{S}{T}，主要包括{list}等。",
    "{S}{T}，主要用于{list}等支出。",
    "{S}{T}，主要是{list}等。",
    "{S}{T}，其中主要有{list}等。",
  ],
  added: more.EXAMPLES,
};

export const SHARED_PART: PhrasingTable = {
  kind: "share",
  phrasings: [
    "{N}{A}，占{P}",
    "{N}{A}，占比{P}",
    "{N}{A}（占{P}）",
    "{N}{A}，占{of}的{P}",
    "{N}为{A}，占{of}的比重为{P}",
    "{N}{A}，占比为{P}",
    "{N}{A}、占{P}",
    "{N}{A}，所占比重为{P}",
    "{N}{A}，占{of}比重{P}",
    held("{N}占{P}，计{A}"),
    "{N}{A}，占总额的{P}",
    "{N}{A}，比重{P}",
    "{N}{A}，占{of}{P}",
    "{N}（{A}）占{P}",
    "{N}（见附表）{A}，约占{of}的{P}",
    "{N}{A}（占{of}的{P}）",
    "{N}支出数为{A}，占比{P}",
    "{N}{A}，占全部{of}的{P}",
    "{N}{A}，所占比例{P}",
    held("{N}{A}，份额为{P}"),
    "{N}{A}，占{of}总量的{P}",
  ],
  added: more.SHARED_PART,
};

export const PLAIN_PART: PhrasingTable = {
  kind: "sum",
  phrasings: ["{N}{A}", "{N}为{A}", "{N}共计{A}", "{N}支出{A}", "{N}共{A}", held("{N}计{A}")],
  added: more.PLAIN_PART,
};

/** Names first, then the figures in the same order. */
export const PARALLEL: PhrasingTable = {
  kind: "share",
  phrasings: [
    "{S}{T}，其中{names}分别为{amounts}，分别占{of}的{rates}。",
    "{S}{T}，{names}分别为{amounts}，占比分别为{rates}。",
    "{S}{T}。{names}分别为{amounts}，各占{rates}。",
    "{S}{T}，其中：{names}依次为{amounts}，占比依次为{rates}。",
    held("{S}{T}，{names}各为{amounts}，比重分别是{rates}。"),
  ],
  added: more.PARALLEL,
};

export const NIL_PARTS: PhrasingTable = {
  kind: "share",
  phrasings: [
    "{names}均为{Z}",
    "{names}均为零",
    "没有{names}",
    "无{names}",
    held("{names}均为{Z}，占{NP}"),
  ],
  added: more.NIL_PARTS,
};

/** A share of a total from elsewhere in the text. */
export const SHARE: PhrasingTable = {
  kind: "share",
  phrasings: [
    "{S}{A}，占{of}的{P}。",
    "{S}为{A}，占{of}的{P}。",
    "{S}{A}，占{of}的比重为{P}。",
    "{S}{A}，占{of}比重{P}。",
    "{S}占{of}的{P}，金额为{A}。",
    "{S}{A}，占比{P}（以{of}为基数）。",
    "{S}{A}，为{of}的{P}。",
    "{S}{A}，约占{of}的{P}。",
    "{S}{A}，在{of}中占{P}。",
    held("按{of}计算，{S}{A}，占{P}。"),
  ],
  added: more.SHARE,
};

/** Opening, revenue, expenditure and what is left. */
export const BALANCE: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "{S}收入{R}；年初结转和结余{O}；支出{E}，其中基本支出{X}，项目支出{Y}；年末结转和结余{C}。",
    "{S}年初结转和结余{O}，本年收入{R}，本年支出{E}，年末结转和结余{C}。",
    "{S}上年结转{O}，本年收入{R}，本年支出{E}（其中：基本支出{X}，项目支出{Y}），年末结转{C}。",
    "{S}本年收入{R}，本年支出{E}，年初结转和结余{O}，年末结转和结余{C}。",
    "{S}年初结转和结余{O}；本年收入{R}；本年支出{E}，包括基本支出{X}、项目支出{Y}；年末结转和结余{C}。",
    "{S}收入{R}，加上年初结转和结余{O}，减去支出{E}，年末结转和结余{C}。",
    "{S}期初结转结余{O}，当年收入{R}，当年支出{E}，期末结转结余{C}。",
    "{S}收入{R}、支出{E}，年初结转结余{O}，年末结转结余{C}。",
    held("{S}年末结转和结余{C}，由年初结转和结余{O}、本年收入{R}和本年支出{E}形成。"),
  ],
  added: more.BALANCE,
};

/** What the whole year had: budget, carried over, added and taken back. */
export const BUDGET_BALANCE: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "财政拨款上年结转{O}，年初部门预算{B}，年中追加预算{X}，调减预算{Y}，全年预算数{T}。",
    "全年预算数{T}，其中：年初预算{B}，财政拨款上年结转{O}，年中追加{X}，收回指标{Y}。",
    "{year}年初预算{B}，加财政拨款上年结转{O}和年中追加资金{X}，减收回的{Y}，全年可用资金{T}。",
    "年初批复预算{B}，财政拨款上年结转{O}，本年追加{X}，年中调减{Y}，调整后全年预算为{T}。",
    held("调整后预算{T}，即年初预算{B}加财政拨款上年结转{O}、追加{X}，减调减{Y}。"),
  ],
  added: more.BUDGET_BALANCE,
};

export const PROCUREMENT: PhrasingTable = {
  kind: "share",
  phrasings: [
    "授予中小企业合同金额{M}，占政府采购支出总额的{P}，其中：授予小微企业合同金额{K}，占政府采购支出总额的{Q}。",
    "授予中小企业合同金额{M}，占比{P}；其中授予小微企业合同金额{K}，占授予中小企业合同金额的{W}。",
    "其中授予中小企业{M}，占采购总额的{P}；授予小微企业{K}，占采购总额的{Q}。",
    "授予中小企业合同金额{M}，占政府采购支出总额的比重为{P}，其中授予小微企业{K}。",
    held("中小企业中标金额{M}，为采购总额的{P}，小微企业中标{K}，为采购总额的{Q}。"),
  ],
  added: more.PROCUREMENT,
};

export const MEETINGS: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "{year}年{our}开支会议费{M}，用于召开年度工作会议，人数{n1}人，内容为部署全年工作；开支培训费{K}，用于开展业务培训，人数{n2}人。",
    "{our}{year}年度会议费支出{M}，召开会议{n3}次；培训费支出{K}，举办培训班{n3}期，培训{n2}人次。未举办节庆、晚会、论坛、赛事活动。",
    "会议费{M}，主要用于召开系统工作会，参会{n1}人；培训费{K}，主要用于岗位培训，参训{n2}人。",
  ],
  added: more.MEETINGS,
};

export const ASSETS: PhrasingTable = {
  kind: "sum",
  phrasings: [
    "{asOf}{year}年12月31日，{our}共有车辆{V}，其中，{list}；单位价值50万元以上通用设备{n3}台（套）；单位价值100万元以上专用设备0台（套）。",
    "{asOf}{year}年12月31日，{our}共有车辆{V}，其中：{list}。单价50万元（含）以上设备{n3}台（套）。",
    "{our}{asOf}{year}年12月31日的车辆数为{V}，分别是{list}；无单位价值100万元以上专用设备。",
    "{asOf}{year}年末，{our}车辆保有量为{V}，包括{list}；单位价值100万元以上设备{n3}台（套）。",
    held("{our}{asOf}{year}年底实有车辆{V}，按用途分：{list}。"),
  ],
  added: more.ASSETS,
};
