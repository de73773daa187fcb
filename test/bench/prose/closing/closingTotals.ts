import {
  against,
  changes,
  closing,
  type ClosingPhrasing,
  same,
  share,
  sum,
} from "./closingPhrasing";
import { plus } from "./figures";

/* 收入支出总体, 收入, 支出. */

export const TOTALS: readonly ClosingPhrasing[] = [
  closing({
    topic: "whole",
    kind: "growth",
    text: [
      "{year}年度收、支总计均为{A}。",
      against(["A", "L"], "与{last}年度相比，收、支总计各{up}{D}，{rise}{P}。主要是{why}。", {
        by: "D",
        rate: "P",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.9, 1.4);
      return { A, L: draw.base(A) };
    },
  }),
  closing({
    topic: "whole",
    kind: "sum",
    text: [
      "{year}年度收入总计{A}，其中：本年收入合计{r}，使用非财政拨款结余（含专用结余）{u}，年初结转和结余{o}。\n",
      "{year}年度支出总计{B}，其中：本年支出合计{e}，结余分配{f}，年末结转和结余{c}。\n",
      against(["A", "L"], "收入支出总计与上年相比，{up}{D}，{rise}{P}，主要原因是：{why}。", {
        by: "D",
        rate: "P",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.9, 1.4);
      return { A, B: A, ...draw.split(A, "o u r"), ...draw.split(A, "f c e"), L: draw.base(A) };
    },
    claims: [sum("A", "r u o"), sum("B", "e f c"), same("A", "B")],
  }),
  closing({
    topic: "whole",
    kind: "difference",
    text: [
      "{our}{year}年度收入总计{T}，其中年初结转和结余{o}，",
      against(["o", "lo"], "较{last}年{up}{d1}，{rise}{g1}；", { by: "d1", rate: "g1" }),
      "本年收入合计{r}，",
      against(["r", "lr"], "较{last}年{up}{d2}，{rise}{g2}，主要原因是：{why}。", {
        by: "d2",
        rate: "g2",
      }),
    ],
    figures: (draw) => {
      const T = draw.some(0.9, 1.4);
      const { o, r } = draw.split(T, "o r");
      return { T, o: o!, r: r!, lo: draw.base(o!), lr: draw.base(r!) };
    },
    claims: [sum("T", "o r")],
  }),
  closing({
    topic: "whole",
    kind: "sum",
    text: [
      "{year}年{our}年初结转和结余{o}，本年收入{r}，本年支出{e}，结余分配{f}，年末结转和结余{c}。\n",
      "（一）{year}年收入{r}，",
      against(["r", "lr"], "比{last}年决算数{up}{d}，{rise}{g}，具体情况如下：\n", {
        by: "d",
        rate: "g",
      }),
      "1.财政拨款收入{a}。\n2.事业收入{b}。\n3.其他收入{x}。",
    ],
    figures: (draw) => {
      const r = draw.some(0.9, 1.2);
      const o = draw.of(r, 0.04, 0.3);
      const f = draw.of(r, 0.01, 0.03);
      const c = draw.of(r, 0.03, 0.2);
      return {
        o,
        r,
        f,
        c,
        e: plus(o, r).minus(f).minus(c),
        lr: draw.base(r),
        ...draw.split(r, "x b a"),
      };
    },
    claims: [sum("c", "o r", "e f"), sum("r", "a b x")],
  }),
  closing({
    topic: "whole",
    kind: "growth",
    text: [
      "{our}{year}年度收、支总计（含结转和结余）{A}。",
      against(["A", "L"], "与{last}年度决算{L}相比，收支各{up}{D}，{raise}{P}，主要是{why}。", {
        by: "D",
        rate: "P",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.9, 1.4);
      return { A, L: draw.base(A) };
    },
  }),
  closing({
    topic: "whole",
    kind: "share",
    text: [
      "{our}{year}年度收入合计{A}。其中：财政拨款收入{a}，占总收入的{p}；事业收入{b}，占总收入的{q}；其他收入{c}，占总收入的{s}。",
      against(["A", "L"], "与上年相比，收入合计{up}{D}，{rise}{P}。", { by: "D", rate: "P" }),
      against(["a", "la"], "其中：财政拨款收入{up}{d1}，{rise}{g1}；", { by: "d1", rate: "g1" }),
      against(["b", "lb"], "事业收入{up}{d2}，{rise}{g2}；", { by: "d2", rate: "g2" }),
      against(["c", "lc"], "其他收入{up}{d3}，{rise}{g3}。主要原因是{why}。", {
        by: "d3",
        rate: "g3",
      }),
    ],
    figures: (draw) => {
      const A = draw.some(0.9, 1.3);
      const { a, b, c } = draw.split(A, "c b a");
      const [la, lb, lc] = [draw.base(a!), draw.base(b!), draw.base(c!)];
      return { A, a: a!, b: b!, c: c!, la, lb, lc, L: plus(la, lb, lc), U: draw.above(A) };
    },
    claims: [
      sum("A", "a b c"),
      share("p", "a", "A", "U"),
      share("q", "b", "A", "U"),
      share("s", "c", "A", "U"),
      changes("D", "d1 d2 d3"),
    ],
  }),
  closing({
    topic: "whole",
    kind: "growth",
    text: [
      "本年收入合计{T}。\n1.财政拨款收入{a}，占收入合计的{p}，",
      against(["a", "la"], "比上年{up}{d1}，{climb}{g1}，主要原因：{why}；\n", {
        by: "d1",
        rate: "g1",
      }),
      "2.上级补助收入{b}，占收入合计的{q}，",
      against(["b", "lb"], "比上年{up}{d2}，{climb}{g2}，主要原因：{why}；\n", {
        by: "d2",
        rate: "g2",
      }),
      "3.事业收入、经营收入、附属单位上缴收入均为{Z}，与上年一致。",
    ],
    figures: (draw) => {
      const T = draw.some(0.9, 1.3);
      const { a, b } = draw.split(T, "b a");
      return { T, a: a!, b: b!, la: draw.base(a!), lb: draw.base(b!), U: draw.above(T) };
    },
    claims: [sum("T", "a b"), share("p", "a", "T", "U"), share("q", "b", "T", "U")],
  }),
  closing({
    topic: "whole",
    kind: "sum",
    text: [
      "{year}年度收入总计{A}，支出总计{B}。",
      against(["A", "L"], "收支较上年决算数{up}{D}、{rise}{P}，主要原因是{why}。", {
        by: "D",
        rate: "P",
      }),
      "\n1.收入情况。{year}年度收入合计{r}，其中：财政拨款收入{a}，占{p}；事业收入{b}，占{q}；其他收入{c}，占{s}。此外，使用非财政拨款结余{u}，年初结转和结余{o}。",
    ],
    figures: (draw) => {
      const A = draw.some(1, 1.4);
      const { u, o, r } = draw.split(A, "u o r");
      return { A, B: A, u: u!, o: o!, r: r!, L: draw.base(A), ...draw.split(r!, "b c a") };
    },
    claims: [
      same("A", "B"),
      sum("A", "r u o"),
      sum("r", "a b c"),
      share("p", "a", "r", "A"),
      share("q", "b", "r", "A"),
      share("s", "c", "r", "A"),
    ],
  }),
  closing({
    topic: "whole",
    kind: "share",
    text: [
      "{year}年度本年支出合计{T}，",
      against(["T", "L"], "比{last}年{up}{D}，{rise}{P}，其中：", { by: "D", rate: "P" }),
      "基本支出{a}，占支出合计的{p}；项目支出{b}，占支出合计的{q}；经营支出{c}，占支出合计的{s}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.9, 1.2);
      return { T, L: draw.base(T), ...draw.split(T, "c b a"), U: draw.above(T) };
    },
    claims: [
      sum("T", "a b c"),
      share("p", "a", "T", "U"),
      share("q", "b", "T", "U"),
      share("s", "c", "T", "U"),
    ],
  }),
  closing({
    topic: "whole",
    kind: "growth",
    text: [
      "与上年相比，今年支出",
      against(["T", "L"], "{up}{D}，{climb}{P}，主要原因：{why}。", { by: "D", rate: "P" }),
      "具体为：1.基本支出{a}，占支出合计的{p}。主要是为保障机构正常运转、完成日常工作任务而发生的各项支出，其中：人员经费{x}，公用经费{y}。2.项目支出{b}，占支出合计的{q}。支出合计{T}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.9, 1.2);
      const { a, b } = draw.split(T, "b a");
      return { T, L: draw.base(T), a: a!, b: b!, ...draw.split(a!, "y x"), U: draw.above(T) };
    },
    claims: [
      sum("T", "a b"),
      sum("a", "x y"),
      share("p", "a", "T", "U"),
      share("q", "b", "T", "U"),
    ],
  }),
  closing({
    topic: "whole",
    kind: "direction",
    text: [
      "收支相抵，{year}年末结转和结余{c}，",
      against(["c", "o"], "较年初的{o}{press}{D}，{rise}{P}。主要是{why}。", {
        by: "D",
        rate: "P",
      }),
    ],
    figures: (draw) => {
      const c = draw.some(0.05, 0.3);
      return { c, o: draw.base(c) };
    },
  }),
  closing({
    topic: "whole",
    kind: "growth",
    text: [
      against(
        ["A", "B"],
        "与年初预算相比，{our}收入支出年初预算数{B}，决算数{A}，预决算差异率{G}，主要原因是：{why}。",
        { rate: "G", signed: true },
      ),
    ],
    figures: (draw) => {
      const A = draw.some(0.9, 1.3);
      return { A, B: draw.base(A) };
    },
  }),
  closing({
    topic: "whole",
    kind: "sum",
    text: [
      "{unitName}决算汇总单位共2个，{year}年收入决算数{T}：机关本级{a}，所属事业单位{b}，分别占{p}和{q}。",
      "支出决算数{E}：机关本级{c}，所属事业单位{d}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.9, 1.3);
      const E = draw.below(T);
      return { T, E, ...draw.split(T, "b a"), ...draw.split(E, "d c") };
    },
    claims: [
      sum("T", "a b"),
      sum("E", "c d"),
      share("p", "a", "T", "E"),
      share("q", "b", "T", "E"),
    ],
  }),
];
