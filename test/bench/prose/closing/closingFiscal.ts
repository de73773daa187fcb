import {
  against,
  closing,
  type ClosingPhrasing,
  completion,
  level,
  share,
  sum,
  zeroBase,
} from "./closingPhrasing";
import { NONE, plus } from "./figures";

/* 财政拨款 and 基本支出. */

export const FISCAL: readonly ClosingPhrasing[] = [
  closing({
    topic: "fiscal",
    kind: "completion",
    text: [
      "{year}年度一般公共预算财政拨款支出{A}，占本年支出合计{T}的{p}，完成年初预算{B}的{q}。",
      against(["A", "L"], "较上年决算数{up}{D}，{climb}{g}，主要原因：{why}。", {
        by: "D",
        rate: "g",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.4, 0.8);
      return { A, T: draw.above(A), B: draw.base(A), L: draw.base(A) };
    },
    claims: [share("p", "A", "T", "B"), completion("q", "A", "B", "L")],
  }),
  closing({
    topic: "fiscal",
    kind: "growth",
    text: [
      "按功能分类科目，{year}年度一般公共预算财政拨款支出{T}，构成如下：\n（1）公共安全支出（类）{a}，占{p}，",
      against(["a", "la"], "较上年{up}{d1}，{rise}{g1}；\n", { by: "d1", rate: "g1" }),
      "（2）社会保障和就业支出（类）{b}，占{q}，",
      against(["b", "lb"], "较上年{up}{d2}，{rise}{g2}；\n", { by: "d2", rate: "g2" }),
      "（3）住房保障支出（类）{c}，占{s}，",
      against(["c", "lc"], "较上年{up}{d3}，{rise}{g3}。", { by: "d3", rate: "g3" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.4, 0.8);
      const { a, b, c } = draw.split(T, "c b a");
      const lasts = { la: draw.base(a!), lb: draw.base(b!), lc: draw.base(c!) };
      return { T, a: a!, b: b!, c: c!, ...lasts, U: draw.above(T) };
    },
    claims: [
      sum("T", "a b c"),
      share("p", "a", "T", "U"),
      share("q", "b", "T", "U"),
      share("s", "c", "T", "U"),
    ],
  }),
  closing({
    topic: "fiscal",
    kind: "direction",
    text: [
      "{our}{year}年度一般公共预算财政拨款本年收入{A}，",
      against(["A", "L"], "比{last}年度{up}{D}，{rise}{P}，主要是{why}；", { by: "D", rate: "P" }),
      "本年支出{E}，",
      against(["E", "M"], "{up}{d}，{rise}{g}，主要是{why}。", { by: "d", rate: "g" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.4, 0.8);
      const E = draw.of(A, 0.8, 0.99);
      return { A, E, L: draw.base(A), M: draw.base(E) };
    },
  }),
  closing({
    topic: "fiscal",
    kind: "completion",
    text: [
      "{our}{year}年度一般公共预算财政拨款本年收入{A}，完成年初预算{B}的{p}，",
      against(["A", "B"], "比年初预算{up}{d}，决算数{over}预算数主要原因是{why}；", { by: "d" }),
      "本年支出{E}，完成年初预算{C}的{q}，",
      against(["E", "C"], "比年初预算{up}{f}，决算数{over}预算数主要原因是{why}。", { by: "f" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.4, 0.8);
      const E = draw.of(A, 0.8, 0.99);
      return { A, E, B: draw.base(A), C: draw.base(E) };
    },
    claims: [completion("p", "A", "B", "C"), completion("q", "E", "C", "B")],
  }),
  closing({
    topic: "fiscal",
    kind: "completion",
    text: [
      "1.公共安全支出（类）司法（款）基层司法业务（项）：支出决算为{a}，完成预算{b}的{p}，",
      against(["a", "b"], "决算数{over}预算数的主要原因是{why}。\n"),
      "2.社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）：支出决算为{c}，预算为{d}，",
      level(["c", "d"], "持平", "完成预算的{r}，决算数与预算数持平。\n"),
      "3.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）：支出决算为{e}，完成预算{f}的{q}，",
      against(["e", "f"], "决算数{over}预算数的主要原因是{why}。"),
    ],
    figures: (draw) => {
      const [a, c, e] = [draw.some(0.1, 0.5), draw.some(0.02, 0.08), draw.some(0.01, 0.05)];
      return { a, b: draw.base(a), c, d: c, e, f: draw.base(e) };
    },
    claims: [
      completion("p", "a", "b", "c"),
      completion("q", "e", "f", "c"),
      completion("r", "c", "d"),
    ],
  }),
  closing({
    topic: "fiscal",
    kind: "growth",
    text: [
      "{year}年度一般公共预算财政拨款支出按功能分类项级科目具体情况：\n1.教育支出（类）普通教育（款）小学教育（项）：支出决算数为{a}，",
      against(["a", "la"], "比上年决算{up}{d1}，{rise}{g1}，主要原因是：{why}。\n", {
        by: "d1",
        rate: "g1",
      }),
      "2.教育支出（类）教育费附加安排的支出（款）其他教育费附加安排的支出（项）：支出决算数为{b}，",
      against(["b", "lb"], "比上年决算{up}{d2}，{rise}{g2}，主要原因是：{why}。", {
        by: "d2",
        rate: "g2",
      }),
    ],
    figures: (draw) => {
      const [a, b] = [draw.some(0.3, 0.6), draw.some(0.02, 0.2)];
      return { a, b, la: draw.base(a), lb: draw.base(b) };
    },
  }),
  closing({
    topic: "fiscal",
    kind: "zero-base",
    text: [
      "农林水支出（类）林业和草原（款）森林资源培育（项）。年初预算为{Z}，支出决算为{a}，",
      zeroBase(
        "年初未安排预算，主要原因是上级转移支付资金年中下达。",
        "完成年初预算的{P}，决算数大于年初预算数的主要原因是上级转移支付资金年中下达。",
      ),
      "\n农林水支出（类）林业和草原（款）事业机构（项）。年初预算为{B}，支出决算为{A}，完成年初预算的{p}，",
      against(["A", "B"], "决算数{over}年初预算数的主要原因是{why}。"),
    ],
    figures: (draw) => {
      const A = draw.some(0.2, 0.6);
      return { a: draw.some(0.02, 0.2), A, B: draw.base(A) };
    },
    claims: [completion("p", "A", "B", "a")],
  }),
  closing({
    topic: "fiscal",
    kind: "sum",
    text: [
      "一般公共预算财政拨款年初预算为{B}，年中追加{X}、调减{Y}，全年预算数为{T}，支出决算数为{A}，完成全年预算的{p}，为年初预算的{q}。",
    ],
    figures: (draw) => {
      const B = draw.some(0.4, 0.8);
      const [X, Y] = [draw.of(B, 0.05, 0.3), draw.of(B, 0.01, 0.04)];
      const T = plus(B, X).minus(Y);
      return { B, X, Y, T, A: draw.of(T, 0.7, 0.99) };
    },
    claims: [sum("T", "B X", "Y"), completion("p", "A", "T", "B"), completion("q", "A", "B", "T")],
  }),
  closing({
    topic: "fiscal",
    kind: "share",
    text: [
      "{year}年度一般公共预算财政拨款支出{T}，主要用于以下方面（按大类）：教育支出{a}，占本年财政拨款支出{p}；科学技术支出{b}，占本年财政拨款支出{q}；住房保障支出{c}，占本年财政拨款支出{s}。\n1、“教育支出”（类）{year}年度决算{a}，",
      against(["a", "B"], "比{year}年年初预算{B}{up}{d}，{rise}{g}。主要原因：{why}。", {
        by: "d",
        rate: "g",
      }),
    ],
    figures: (draw) => {
      const T = draw.some(0.4, 0.8);
      const { a, b, c } = draw.split(T, "c b a");
      return { T, a: a!, b: b!, c: c!, B: draw.base(a!), U: draw.above(T) };
    },
    claims: [
      sum("T", "a b c"),
      share("p", "a", "T", "U"),
      share("q", "b", "T", "U"),
      share("s", "c", "T", "U"),
    ],
  }),
  closing({
    topic: "fiscal",
    kind: "sum",
    text: [
      "社会保障和就业支出（类）{T}，占一般公共预算财政拨款支出{U}的{p}，其中：行政事业单位养老支出（款）{a}，抚恤（款）{b}，残疾人事业（款）{c}，其他社会保障和就业支出（款）{d}。",
    ],
    figures: (draw) => {
      const U = draw.some(0.4, 0.8);
      const T = draw.of(U, 0.05, 0.4);
      return { U, T, ...draw.split(T, "d c b a"), V: draw.above(U) };
    },
    claims: [sum("T", "a b c d"), share("p", "T", "U", "V")],
  }),
  closing({
    topic: "fiscal",
    kind: "sum",
    text: [
      "{year}年度财政拨款收入{T}。按资金性质分：一般公共预算财政拨款{a}，占{p}；政府性基金预算财政拨款{b}，占{q}；国有资本经营预算财政拨款{c}，占{s}。",
      against(["T", "L"], "财政拨款收入较上年{L}{up}{D}，{raise}{g}。", { by: "D", rate: "g" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.5, 0.9);
      return { T, L: draw.base(T), U: draw.above(T), ...draw.split(T, "c b a") };
    },
    claims: [
      sum("T", "a b c"),
      share("p", "a", "T", "U"),
      share("q", "b", "T", "U"),
      share("s", "c", "T", "U"),
    ],
  }),
  closing({
    topic: "fiscal",
    kind: "difference",
    text: [
      "从支出进度看，{year}年上半年一般公共预算财政拨款支出{a}，下半年支出{b}，全年{T}，",
      against(["b", "a"], "下半年比上半年{spend}{d}；", { by: "d" }),
      against(["T", "L"], "全年比{last}年（{L}）{spend}{D}，{climb}{g}。", { by: "D", rate: "g" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.5, 0.9);
      return { T, L: draw.base(T), ...draw.split(T, "a b") };
    },
    claims: [sum("T", "a b")],
  }),
  closing({
    topic: "basic",
    kind: "share",
    text: [
      "{year}年度用于保障{our}机构正常运转的日常支出{T}。其中：基本工资、津贴补贴等人员经费支出{a}，占基本支出的{p}；办公费、印刷费、水电费、办公设备购置等公用经费{b}，占基本支出的{q}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.2, 0.5);
      return { T, U: draw.above(T), ...draw.split(T, "b a") };
    },
    claims: [sum("T", "a b"), share("p", "a", "T", "U"), share("q", "b", "T", "U")],
  }),
  closing({
    topic: "basic",
    kind: "sum",
    text: [
      "{year}年度一般公共预算财政拨款基本支出决算情况：工资福利支出{a}，对个人和家庭的补助{b}，人员经费小计{M}；商品和服务支出{c}，资本性支出{d}，公用经费小计{N}。以上共计{T}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.2, 0.5);
      const { M, N } = draw.split(T, "N M");
      return { T, M: M!, N: N!, ...draw.split(M!, "b a"), ...draw.split(N!, "d c") };
    },
    claims: [sum("M", "a b"), sum("N", "c d"), sum("T", "M N")],
  }),
  closing({
    topic: "basic",
    kind: "growth",
    text: [
      "一般公共预算财政拨款基本支出{T}，其中：\n（一）人员经费{a}。主要包括：基本工资、津贴补贴、奖金、社会保障缴费、绩效工资、离退休费、抚恤金、住房公积金等；",
      against(["a", "la"], "较上年{up}{d1}，{rise}{g1}，主要是{why}。\n", { by: "d1", rate: "g1" }),
      "（二）公用经费{b}。主要包括：办公费、咨询费、水费、电费、邮电费、差旅费、劳务费、工会经费等；",
      against(["b", "lb"], "较上年{up}{d2}，{rise}{g2}，主要是{why}。", { by: "d2", rate: "g2" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.2, 0.5);
      const { a, b } = draw.split(T, "b a");
      return { T, a: a!, b: b!, la: draw.base(a!), lb: draw.base(b!) };
    },
    claims: [sum("T", "a b")],
  }),
  closing({
    topic: "basic",
    kind: "sum",
    text: [
      "人员经费{T}，其中：基本工资{a}、津贴补贴{b}、奖金{c}、机关事业单位基本养老保险缴费{d}、职工基本医疗保险缴费{e}、住房公积金{f}。公用经费{N}，比上年",
      against(["N", "L"], "{up}{D}，{climb}{g}，主要原因是{why}。", { by: "D", rate: "g" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.2, 0.4);
      const N = draw.of(T, 0.1, 0.3);
      return { T, N, L: draw.base(N), ...draw.split(T, "f e d c b a") };
    },
    claims: [sum("T", "a b c d e f")],
  }),
  closing({
    topic: "basic",
    kind: "completion",
    text: [
      "基本支出年初预算数{B}，决算数{A}，预算完成率{p}。人员经费年初预算数{C}，决算数{a}，预算完成率{q}；公用经费年初预算数{E}，决算数{b}，预算完成率{s}。",
    ],
    figures: (draw) => {
      const A = draw.some(0.2, 0.5);
      const { a, b } = draw.split(A, "b a");
      const [C, E] = [draw.base(a!), draw.base(b!)];
      return { A, a: a!, b: b!, C, E, B: plus(C, E) };
    },
    claims: [
      completion("p", "A", "B", "C"),
      completion("q", "a", "C", "B"),
      completion("s", "b", "E", "C"),
      sum("A", "a b"),
      sum("B", "C E"),
    ],
  }),
  closing({
    topic: "basic",
    kind: "zero-base",
    text: [
      "公用经费中资本性支出{a}，上年为{Z}，",
      zeroBase("上年无此项支出，系本年更新办公设备。", "同比增长{P}，系本年更新办公设备。"),
      "商品和服务支出{b}，",
      against(["b", "L"], "上年为{L}，同比{rise}{g}，主要是{why}。", { rate: "g" }),
    ],
    figures: (draw) => {
      const b = draw.some(0.05, 0.2);
      return { a: draw.some(0.01, 0.03), b, L: draw.base(b), none: NONE };
    },
  }),
];
