import {
  against,
  closing,
  type ClosingPhrasing,
  completion,
  level,
  same,
  share,
  sum,
  zeroBase,
} from "./closingPhrasing";
import { plus } from "./figures";

/* 政府性基金, 国有资本经营, 机关运行, 采购, 资产, 绩效. */

export const OTHERS: readonly ClosingPhrasing[] = [
  closing({
    topic: "fund",
    kind: "sum",
    text: [
      "{year}年度政府性基金预算财政拨款年初结转和结余{o}，本年收入{r}，本年支出{e}，年末结转和结余{c}。支出具体为：\n城乡社区支出（类）国有土地使用权出让收入安排的支出（款）征地和拆迁补偿支出（项）{a}，农村基础设施建设支出（项）{b}。",
    ],
    figures: (draw) => {
      const r = draw.some(0.1, 0.5);
      const [o, c] = [draw.of(r, 0.02, 0.2), draw.of(r, 0.02, 0.2)];
      const e = plus(o, r).minus(c);
      return { r, o, c, e, ...draw.split(e, "b a") };
    },
    claims: [sum("c", "o r", "e"), sum("e", "a b")],
  }),
  closing({
    topic: "fund",
    kind: "zero-base",
    text: [
      "{our}{year}年度政府性基金预算财政拨款支出{A}，年初预算为{Z}，",
      zeroBase(
        "主要原因是年中下达彩票公益金，年初无法编入预算。",
        "完成年初预算的{P}，主要原因是年中下达彩票公益金。",
      ),
      against(["A", "L"], "较上年{L}{up}{D}，{rise}{g}。", { by: "D", rate: "g" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.05, 0.2);
      return { A, L: draw.base(A) };
    },
  }),
  closing({
    topic: "fund",
    kind: "completion",
    text: [
      "{year}年度政府性基金预算财政拨款支出年初预算为{B}，支出决算为{A}，完成年初预算的{p}。",
      against(["A", "B"], "决算数{over}年初预算数的主要原因：{why}。"),
      "其中：基本支出{Z}，项目支出{j}。",
    ],
    figures: (draw) => {
      const A = draw.some(0.05, 0.3);
      return { A, j: A, B: draw.base(A), L: draw.base(A) };
    },
    claims: [completion("p", "A", "B", "L"), same("A", "j")],
  }),
  closing({
    topic: "capital",
    kind: "growth",
    text: [
      "{year}年度国有资本经营预算财政拨款支出{A}，用于“三供一业”移交补助{a}、国有企业退休人员社会化管理补助{b}。",
      against(["A", "L"], "支出比上年{up}{D}，{rise}{g}，主要原因是{why}。", {
        by: "D",
        rate: "g",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.01, 0.05);
      return { A, L: draw.base(A), ...draw.split(A, "b a") };
    },
    claims: [sum("A", "a b")],
  }),
  closing({
    topic: "operating",
    kind: "growth",
    text: [
      "{our}{year}年度机关运行经费支出{A}，",
      against(["A", "L"], "比上年决算数{up}{D}，{rise}{g}，主要原因是{why}；", {
        by: "D",
        rate: "g",
      }),
      against(["A", "B"], "比年初预算数{up}{d}，{rise}{f}，主要原因是{why}。", {
        by: "d",
        rate: "f",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.03, 0.1);
      return { A, L: draw.base(A), B: draw.base(A) };
    },
  }),
  closing({
    topic: "operating",
    kind: "difference",
    text: [
      "{year}年，{unitName}机关运行经费支出{A}，",
      against(["A", "L"], "比{last}年（{L}）{up}{D}，{up}部分主要是{why}。", { by: "D" }),
      "机关运行经费主要用于办公费{a}、差旅费{b}、物业管理费{c}以及其他交通费用等开支。",
    ],
    figures: (draw) => {
      const A = draw.some(0.03, 0.1);
      return { A, L: draw.base(A), ...draw.split(draw.of(A, 0.5, 0.8), "c b a") };
    },
  }),
  closing({
    topic: "operating",
    kind: "sum",
    text: [
      "机关运行经费支出{T}（与部门决算中行政单位和参照公务员法管理事业单位一般公共预算财政拨款基本支出中公用经费之和一致），其中行政单位{a}，参照公务员法管理的事业单位{b}，分别占{p}、{q}。",
      against(["T", "B"], "较年初预算{up}{d}，主要原因是{why}。", { by: "d" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.03, 0.1);
      return { T, B: draw.base(T), U: draw.above(T), ...draw.split(T, "b a") };
    },
    claims: [sum("T", "a b"), share("p", "a", "T", "U"), share("q", "b", "T", "U")],
  }),
  closing({
    topic: "operating",
    kind: "share",
    text: ["机关运行经费支出{A}，为年初预算{B}的{p}，相当于上年{L}的{q}。主要原因是{why}。"],
    figures: (draw) => {
      const A = draw.some(0.03, 0.1);
      return { A, B: draw.base(A), L: draw.base(A) };
    },
    claims: [completion("p", "A", "B", "L"), share("q", "A", "L", "B")],
  }),
  closing({
    topic: "operating",
    kind: "equality",
    text: [
      "{year}年{our}会议费支出{a}，",
      level(["a", "b"], "持平", "上年{b}，与上年持平；"),
      "培训费支出{c}，",
      against(["c", "d"], "上年{d}，较上年{up}{f}，{climb}{g}，主要是{why}。", {
        by: "f",
        rate: "g",
      }),
    ],
    figures: (draw) => {
      const [a, c] = [draw.some(0.003, 0.01), draw.some(0.003, 0.02)];
      return { a, b: a, c, d: draw.base(c) };
    },
  }),
  closing({
    topic: "operating",
    kind: "growth",
    text: [
      "受办公用房搬迁影响，{our}机关运行经费",
      against(["A", "L"], "由{last}年的{L}{up}为{year}年的{A}，{width}{g}，", { rate: "g" }),
      "其中物业管理费{a}，占机关运行经费的{p}。",
    ],
    figures: (draw) => {
      const A = draw.some(0.03, 0.1);
      return { A, L: draw.base(A), a: draw.of(A, 0.1, 0.4) };
    },
    claims: [share("p", "a", "A", "L")],
  }),
  closing({
    topic: "procurement",
    kind: "share",
    text: [
      "{year}年度{our}政府采购支出总额{T}，其中：政府采购货物支出{a}、政府采购工程支出{b}、政府采购服务支出{c}。授予中小企业合同金额{m}，占政府采购支出总额的{p}，其中：授予小微企业合同金额{k}，占授予中小企业合同金额的{q}。货物采购授予中小企业合同金额占货物支出金额的100%。",
    ],
    figures: (draw) => {
      const T = draw.some(0.05, 0.3);
      const m = draw.of(T, 0.5, 0.95);
      return { T, m, k: draw.of(m, 0.2, 0.9), ...draw.split(T, "b c a") };
    },
    claims: [sum("T", "a b c"), share("p", "m", "T"), share("q", "k", "m", "T")],
  }),
  closing({
    topic: "procurement",
    kind: "growth",
    text: [
      "{unitName}{year}年政府采购支出{T}，",
      against(["T", "L"], "与上年{L}相比{up}{D}，{climb}{g}，主要原因是{why}。", {
        by: "D",
        rate: "g",
      }),
      "按采购方式划分，公开招标{a}，竞争性磋商{b}，框架协议采购{c}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.05, 0.3);
      return { T, L: draw.base(T), ...draw.split(T, "c b a") };
    },
    claims: [sum("T", "a b c")],
  }),
  closing({
    topic: "procurement",
    kind: "sum",
    text: [
      "政府采购计划{B}，实际采购{A}，",
      against(["A", "B"], "{surplus}资金{D}，{surplus}率{g}。", { by: "D", rate: "g" }),
      "其中货物类{a}、服务类{b}，占比分别为{p}和{q}，无工程类采购。",
    ],
    figures: (draw) => {
      const A = draw.some(0.05, 0.3);
      return { A, B: draw.of(A, 1.02, 1.2), ...draw.split(A, "b a") };
    },
    claims: [sum("A", "a b"), share("p", "a", "A", "B"), share("q", "b", "A", "B")],
  }),
  closing({
    topic: "procurement",
    kind: "share",
    text: [
      "政府采购支出总额{T}，面向中小企业预留{m}、占{p}，其中预留给小微企业{k}、占中小企业部分的{q}；政府采购工程支出{b}，授予中小企业{d}，占工程支出金额的{s}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.05, 0.3);
      const m = draw.of(T, 0.5, 0.9);
      const b = draw.of(T, 0.1, 0.3);
      return { T, m, k: draw.of(m, 0.3, 0.9), b, d: draw.of(b, 0.3, 0.9) };
    },
    claims: [share("p", "m", "T"), share("q", "k", "m", "T"), share("s", "d", "b", "T")],
  }),
  closing({
    topic: "assets",
    kind: "sum",
    text: [
      "{asOf}{year}年12月31日，{our}共有车辆{T}辆，其中：副省级以上领导干部用车{n0}辆、主要负责人用车{a}辆、机要通信用车{b}辆、应急保障用车{c}辆、执法执勤用车{d}辆、离退休干部服务用车{e}辆；单位价值100万元以上设备（不含车辆）{n0}台（套）。",
    ],
    figures: (draw) => {
      const [a, b, c] = [draw.count(1, 2), draw.count(1, 3), draw.count(1, 5)];
      const [d, e] = [draw.count(2, 20), draw.count(1, 3)];
      return { a, b, c, d, e, T: a + b + c + d + e };
    },
    claims: [sum("T", "a b c d e")],
  }),
  closing({
    topic: "assets",
    kind: "sum",
    text: [
      "{asOf}{year}年12月31日，{our}资产总额{T}，其中，流动资产{a}，固定资产{b}，对外投资及有价证券{Z}，在建工程{c}，无形资产{d}。",
      against(["T", "L"], "与上年相比，本年资产总额{up}{D}，{rise}{g}，", { by: "D", rate: "g" }),
      against(["b", "m"], "其中固定资产{up}{f}。", { by: "f" }),
      "处置房屋建筑物0平方米，处置车辆1辆；报废报损资产{n3}项。",
    ],
    figures: (draw) => {
      const T = draw.some(1, 3);
      const { a, b, c, d } = draw.split(T, "d c a b");
      return { T, a: a!, b: b!, c: c!, d: d!, L: draw.base(T), m: draw.base(b!) };
    },
    claims: [sum("T", "a b c d")],
  }),
  closing({
    topic: "assets",
    kind: "sum",
    text: [
      "{our}固定资产原值{a}，累计折旧{b}，固定资产净值{c}，占资产总额{T}的{p}；其中房屋账面净值{d}，占固定资产净值的{q}。",
    ],
    figures: (draw) => {
      const a = draw.some(1, 2);
      const b = draw.of(a, 0.2, 0.6);
      const c = a.minus(b);
      return { a, b, c, T: draw.above(c), d: draw.of(c, 0.3, 0.8) };
    },
    claims: [sum("c", "a", "b"), share("p", "c", "T", "a"), share("q", "d", "c", "a")],
  }),
  closing({
    topic: "assets",
    kind: "difference",
    text: [
      "{year}年末公务用车保有量{A}辆，",
      against(["A", "L"], "上年末为{L}辆，{up}{D}辆，", { by: "D" }),
      "资产处置收入{a}，已全额上缴国库；出租收入{b}，两项合计{c}。",
    ],
    figures: (draw) => {
      const L = draw.count(6, 20);
      const A = L - draw.count(1, 4);
      const c = draw.some(0.01, 0.05);
      return { A, L, c, ...draw.split(c, "b a") };
    },
    claims: [sum("c", "a b")],
  }),
  closing({
    topic: "performance",
    kind: "share",
    text: [
      "根据预算绩效管理要求，{our}组织对{year}年度一般公共预算项目支出全面开展绩效自评，共涉及项目{n3}个，涉及资金{a}，占一般公共预算项目支出总额{T}的{p}。组织对“基层治理能力提升”等{n3}个项目开展了部门评价，涉及资金{b}，占项目支出总额的{q}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.2, 0.4);
      const a = draw.of(T, 0.6, 0.98);
      return { T, a, b: draw.of(a, 0.1, 0.5), U: draw.above(T) };
    },
    claims: [share("p", "a", "T", "U"), share("q", "b", "T", "a")],
  }),
  closing({
    topic: "performance",
    kind: "completion",
    text: [
      "“智慧水务二期”项目绩效自评综述：项目全年预算数为{B}，执行数为{A}，完成预算的{p}。其中财政拨款{b}，执行{a}，执行率{q}；自筹资金{d}，执行{c}，执行率{s}。",
    ],
    figures: (draw) => {
      const B = draw.some(0.05, 0.2);
      const { b, d } = draw.split(B, "d b");
      const [a, c] = [draw.below(b!), draw.below(d!)];
      return { B, b: b!, d: d!, a, c, A: plus(a, c) };
    },
    claims: [
      completion("p", "A", "B", "b"),
      completion("q", "a", "b", "B"),
      completion("s", "c", "d", "B"),
      sum("A", "a c"),
      sum("B", "b d"),
    ],
  }),
  closing({
    topic: "performance",
    kind: "sum",
    text: [
      "部门整体支出年初预算{B}，调整后全年预算{T}（其中上年结转{o}、当年安排{r}），全年执行{A}，预算执行率{p}。",
      against(["T", "B"], "全年预算较年初{net}{d}，", { by: "d" }),
      "自评得分{n9}分。",
    ],
    figures: (draw) => {
      const T = draw.some(0.9, 1.3);
      return { T, B: draw.below(T), A: draw.below(T), ...draw.split(T, "o r") };
    },
    claims: [sum("T", "o r"), completion("p", "A", "T", "B")],
  }),
  closing({
    topic: "performance",
    kind: "sum",
    text: [
      "{year}年共安排项目{T}个，资金{A}，其中：延续性项目{a}个、资金{x}，新增项目{b}个、资金{y}。延续性项目资金占{p}，新增项目资金占{q}。",
    ],
    figures: (draw) => {
      const [a, b] = [draw.count(4, 15), draw.count(2, 9)];
      const A = draw.some(0.2, 0.5);
      return { a, b, T: a + b, A, U: draw.above(A), ...draw.split(A, "y x") };
    },
    claims: [
      sum("T", "a b"),
      sum("A", "x y"),
      share("p", "x", "A", "U"),
      share("q", "y", "A", "U"),
    ],
  }),
  closing({
    topic: "operating",
    kind: "zero-base",
    text: [
      "{our}{year}年度会议费支出{b}，",
      against(["b", "l"], "较上年决算数{l}{up}{d}；", { by: "d" }),
      "培训费支出{a}，上年为{Z}，",
      zeroBase(
        "主要是上年受疫情影响未举办培训班。",
        "同比增长{P}，主要是上年受疫情影响未举办培训班。",
      ),
    ],
    figures: (draw) => {
      const b = draw.some(0.003, 0.01);
      return { a: draw.some(0.003, 0.02), b, l: draw.base(b) };
    },
  }),
  closing({
    topic: "performance",
    kind: "zero-base",
    text: [
      "“一网通办”平台运维项目年初预算{Z}，年中追加{a}，实际支出{b}，占追加资金的{p}，",
      zeroBase("年初预算为零，不计算年初预算完成率。", "完成年初预算的{P}。"),
    ],
    figures: (draw) => {
      const a = draw.some(0.01, 0.1);
      return { a, b: draw.below(a), U: draw.above(a) };
    },
    claims: [share("p", "b", "a", "U")],
  }),
];
