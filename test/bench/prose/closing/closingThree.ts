import {
  against,
  changes,
  closing,
  type ClosingPhrasing,
  completion,
  level,
  nil,
  share,
  sum,
  zeroBase,
} from "./closingPhrasing";
import { plus } from "./figures";

/* 三公. */

export const THREE: readonly ClosingPhrasing[] = [
  closing({
    topic: "three",
    kind: "difference",
    text: [
      "{year}年{san}经费财政拨款决算数{A}，",
      against(["A", "B"], "比{year}年{san}经费财政拨款年初预算{B}{up}{D}。其中：\n", { by: "D" }),
      "1.因公出国（境）费用。{year}年决算数{Z}，与年初预算数持平。\n2.公务接待费。{year}年决算数{a}，",
      against(["a", "b"], "比{year}年年初预算数{b}{up}{d1}。主要原因：{why}。\n", { by: "d1" }),
      "3.公务用车购置及运行维护费。{year}年决算数{c}，",
      against(["c", "e"], "比{year}年年初预算数{e}{up}{d2}。主要原因：{why}。", { by: "d2" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      const { a, c } = draw.split(A, "a c");
      const [b, e] = [draw.base(a!), draw.base(c!)];
      return { A, a: a!, c: c!, b, e, B: plus(b, e) };
    },
    claims: [sum("A", "a c"), sum("B", "b e"), changes("D", "d1 d2")],
  }),
  closing({
    topic: "three",
    kind: "completion",
    text: [
      "{our}{year}年度{san}经费支出决算{A}，完成预算{B}的{p}，",
      against(["A", "B"], "较预算{up}{d}，{raise}{q}，主要是{why}；", { by: "d", rate: "q" }),
      against(["A", "L"], "较{last}年度决算{up}{f}，{raise}{s}，主要是{why}。", {
        by: "f",
        rate: "s",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      return { A, B: draw.above(A), L: draw.base(A) };
    },
    claims: [completion("p", "A", "B", "L")],
  }),
  closing({
    topic: "three",
    kind: "share",
    text: [
      "{year}年度{san}经费支出决算{A}，完成预算{B}的{p}，",
      against(["A", "L"], "比上年决算数{up}{D}，{rise}{g}；其中：", { by: "D", rate: "g" }),
      "因公出国（境）费支出决算{Z}，占{NP}；公务用车购置及运行维护费支出决算{a}，占{q}；公务接待费支出决算{b}，占{s}。",
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      return { A, B: draw.above(A), L: draw.base(A), ...draw.split(A, "b a") };
    },
    claims: [
      completion("p", "A", "B", "L"),
      sum("A", "a b"),
      share("q", "a", "A", "B"),
      share("s", "b", "A", "B"),
    ],
  }),
  closing({
    topic: "three",
    kind: "growth",
    text: [
      "{year}年度公务接待费{a}，主要用于接待上级部门检查指导及兄弟单位学习交流。",
      against(["a", "b"], "费用支出较年初预算数{up}{d1}，{rise}{g1}，主要原因是{why}。", {
        by: "d1",
        rate: "g1",
      }),
      against(["a", "l"], "较上年支出数{up}{d2}，{rise}{g2}，主要原因是{why}。", {
        by: "d2",
        rate: "g2",
      }),
    ],
    figures: (draw) => {
      const a = draw.some(0.003, 0.01);
      return { a, b: draw.base(a), l: draw.base(a) };
    },
  }),
  closing({
    topic: "three",
    kind: "difference",
    text: [
      "{year}年度一般公共预算财政拨款{san}经费支出决算数{A}，",
      against(["A", "L"], "比上年{up}{D}，{rise}{P}。其中：", { by: "D", rate: "P" }),
      "因公出国（境）费支出决算无增减变化；",
      against(["a", "l"], "公务用车购置及运行维护费支出决算{a}，比上年{up}{d1}，{rise}{g1}；", {
        by: "d1",
        rate: "g1",
      }),
      against(["b", "m"], "公务接待费支出决算{b}，比上年{up}{d2}，{rise}{g2}。", {
        by: "d2",
        rate: "g2",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      const { a, b } = draw.split(A, "b a");
      const [l, m] = [draw.base(a!), draw.base(b!)];
      return { A, a: a!, b: b!, l, m, L: plus(l, m) };
    },
    claims: [sum("A", "a b"), changes("D", "d1 d2")],
  }),
  closing({
    topic: "three",
    kind: "completion",
    text: [
      "{our}{year}年度财政拨款{san}经费支出全年预算数为{B}，决算数为{A}，完成全年预算的{p}，",
      against(["A", "L"], "决算数较上年{up}{D}，{climb}{g}，其中：\n", { by: "D", rate: "g" }),
      "（一）公务接待费支出全年预算数为{b}，决算数为{a}，完成全年预算的{q}，",
      against(
        ["a", "l"],
        "决算数较上年{up}{d1}，{climb}{g1}。全年国内公务接待{n4}批，累计接待{n2}人次。\n",
        {
          by: "d1",
          rate: "g1",
        },
      ),
      "（二）公务用车运行维护费支出全年预算数为{e}，决算数为{c}，完成全年预算的{s}。年末公务用车保有{n3}辆。",
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      const { a, c } = draw.split(A, "a c");
      const [b, e] = [draw.above(a!), draw.above(c!)];
      return { A, a: a!, c: c!, b, e, B: plus(b, e), L: draw.base(A), l: draw.base(a!) };
    },
    claims: [
      completion("p", "A", "B", "L"),
      completion("q", "a", "b", "B"),
      completion("s", "c", "e", "B"),
      sum("A", "a c"),
      sum("B", "b e"),
    ],
  }),
  closing({
    topic: "three",
    kind: "equality",
    text: [
      "公务用车运行维护费预算{B}，",
      level(["A", "B"], "一致", "实际支出{A}，与预算一致；"),
      level(["A", "L"], "持平", "上年支出{L}，同上年持平。"),
      "主要用于{n3}辆公务用车的燃料费、维修费、过桥过路费和保险费。",
    ],
    figures: (draw) => {
      const A = draw.some(0.003, 0.02);
      return { A, B: A, L: A };
    },
  }),
  closing({
    topic: "three",
    kind: "zero-base",
    text: [
      "公务用车购置费支出{a}，购置公务用车1辆。",
      zeroBase("上年度未购置公务用车，支出为{Z}。", "上年度支出为{Z}，比上年增长{P}。"),
      "公务用车运行维护费支出{b}，",
      against(["b", "l"], "比上年度的{l}{up}{d}，{raise}{g}，主要原因是{why}。", {
        by: "d",
        rate: "g",
      }),
    ],
    figures: (draw) => {
      const b = draw.some(0.004, 0.02);
      return { a: draw.wan(9, 25), b, l: draw.base(b) };
    },
  }),
  closing({
    topic: "three",
    kind: "sum",
    text: [
      "公务用车购置及运行维护费{T}，占{san}经费支出{A}的{p}。其中，公务用车购置费{a}，公务用车运行维护费{b}，包括：公务用车加油{c}，公务用车维修{d}，公务用车保险{e}，公务用车其他支出{f}。",
    ],
    figures: (draw) => {
      const A = draw.some(0.012, 0.03);
      const T = draw.of(A, 0.6, 0.95);
      const { a, b } = draw.split(T, "a b");
      return { A, T, a: a!, b: b!, ...draw.split(b!, "f e d c"), U: draw.above(A) };
    },
    claims: [sum("T", "a b"), sum("b", "c d e f"), share("p", "T", "A", "U")],
  }),
  closing({
    topic: "three",
    kind: "growth",
    text: [
      "{san}经费预算{B}、执行{A}，",
      against(["A", "B"], "较预算{surplus}{D}，{surplus}率{p}，主要是{why}。", {
        by: "D",
        rate: "p",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      return { A, B: draw.above(A) };
    },
  }),
  closing({
    topic: "three",
    kind: "zero-base",
    text: [
      "{year}年度{san}经费财政拨款支出预算为{B}，支出决算为{A}，完成预算的{p}。其中：因公出国（境）费预算为{Z}，支出决算为{Z}，完成预算的{q}；公务用车购置费预算为{Z}，支出决算为{Z}，完成预算的{s}；公务接待费预算为{B}，支出决算为{A}，",
      against(["A", "B"], "比预算{press}{d}。", { by: "d" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.002, 0.01);
      return { A, B: draw.above(A), L: draw.base(A) };
    },
    claims: [completion("p", "A", "B", "L"), nil("q"), nil("s")],
  }),
  closing({
    topic: "three",
    kind: "share",
    text: [
      "国内公务接待支出{a}，占公务接待费{T}的{p}，共接待{n4}批次{n2}人次；外事接待支出{b}，占{q}，接待{n3}批次。",
      against(["T", "L"], "公务接待费较上年（{L}）{raise}{g}，主要原因是{why}。", { rate: "g" }),
    ],
    figures: (draw) => {
      const T = draw.some(0.004, 0.01);
      return { T, L: draw.base(T), U: draw.above(T), ...draw.split(T, "b a") };
    },
    claims: [sum("T", "a b"), share("p", "a", "T", "U"), share("q", "b", "T", "U")],
  }),
  closing({
    topic: "three",
    kind: "direction",
    text: [
      "近年来{our}{san}经费持续得到控制：{last}年决算{L}，{year}年决算{A}，",
      against(["A", "L"], "{up}{D}，{width}{P}；", { by: "D", rate: "P" }),
      "{next}年预算安排{N}，",
      against(["N", "A"], "较{year}年决算{press}{d}。", { by: "d" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.008, 0.03);
      return { A, L: draw.above(A), N: draw.below(A) };
    },
  }),
];
