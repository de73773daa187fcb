import {
  against,
  type ClosingPhrasing,
  completion,
  level,
  nil,
  odd,
  same,
  share,
  sum,
} from "./closingPhrasing";
import { NONE, plus } from "./figures";

/* Right, and does not look it. */

export const ODD: readonly ClosingPhrasing[] = [
  odd({
    topic: "three",
    kind: "growth",
    text: [
      "因公出国（境）费支出{A}，",
      against(
        ["A", "L"],
        "上年支出{L}，比上年减少{D}，下降{P}，主要是本年未安排因公出国（境）团组。",
        {
          by: "D",
          rate: "P",
        },
      ),
    ],
    figures: (draw) => ({ A: NONE, L: draw.some(0.003, 0.02) }),
  }),
  odd({
    topic: "fiscal",
    kind: "completion",
    text: [
      "灾害防治及应急管理支出（类）自然灾害防治（款）地质灾害防治（项）年初预算为{B}，支出决算为{A}，完成年初预算的{p}，决算数大于年初预算数的主要原因是年中追加特大型地质灾害治理资金{x}等。",
    ],
    figures: (draw) => {
      const B = draw.some(0.003, 0.02);
      const A = draw.of(B, 8, 40);
      return { A, B, x: draw.of(A, 0.5, 0.8), L: draw.base(A) };
    },
    claims: [completion("p", "A", "B", "L")],
  }),
  odd({
    topic: "fiscal",
    kind: "equality",
    text: [
      "{our}一般公共预算财政拨款支出决算{A}（折合{yuanA}），",
      against(
        ["A", "L"],
        "较上年{up}{D}，{rise}{g}。主要原因：一是人员经费增加{x}；二是项目支出增加{y}；其余为零星增加。",
        {
          by: "D",
          rate: "g",
        },
      ),
    ],
    figures: (draw) => {
      const A = draw.some(0.4, 0.8);
      const L = draw.below(A);
      const change = A.minus(L);
      return { A, yuanA: A, L, x: draw.of(change, 0.3, 0.6), y: draw.of(change, 0.1, 0.3) };
    },
    claims: [same("A", "yuanA")],
  }),
  odd({
    topic: "basic",
    kind: "share",
    text: [
      "人员经费{a}，占基本支出{T}的{p}，占比较上年提高1.7个百分点；其中工资福利支出{b}，占人员经费的{q}。离退休费未包含在内，由养老保险基金另行发放{x}。",
    ],
    figures: (draw) => {
      const T = draw.some(0.2, 0.5);
      const a = draw.of(T, 0.7, 0.93);
      return { T, a, b: draw.of(a, 0.7, 0.95), x: draw.of(a, 0.1, 0.3), U: draw.above(T) };
    },
    claims: [share("p", "a", "T", "U"), share("q", "b", "a", "T")],
  }),
  odd({
    topic: "whole",
    kind: "sum",
    text: [
      "{year}年度本年收入合计{r}，本年支出合计{e}，本年支出大于本年收入{d}，差额由年初结转和结余{o}弥补后，年末结转和结余{c}。",
    ],
    figures: (draw) => {
      const r = draw.some(0.9, 1.2);
      const e = draw.of(r, 1.02, 1.15);
      const d = e.minus(r);
      const c = draw.of(d, 0.1, 0.8);
      return { r, e, d, c, o: plus(d, c) };
    },
    claims: [sum("d", "e", "r"), sum("c", "o r", "e")],
  }),
  odd({
    topic: "three",
    kind: "zero-base",
    text: [
      "{year}年度{san}经费支出预算{Z}，决算{Z}，完成预算的{p}，",
      "与上年决算数相比无增减变化。其中公务接待费预算{Z}，决算{Z}，占{san}经费支出的{q}。{our}公务用车由县机关事务服务中心统一管理，相关费用不在{our}列支。",
    ],
    figures: () => ({}),
    claims: [nil("p"), nil("q")],
  }),
  odd({
    topic: "procurement",
    kind: "sum",
    text: [
      "{year}年采购合同总金额{T}，其中当年支付{a}，占合同总金额的{p}，其余{b}按合同约定于{next}年支付。合同中有一笔{x}为跨年度物业服务合同。",
    ],
    figures: (draw) => {
      const T = draw.some(0.05, 0.3);
      const { a, b } = draw.split(T, "b a");
      return { T, a: a!, b: b!, x: draw.of(T, 0.1, 0.4), U: draw.above(T) };
    },
    claims: [sum("T", "a b"), share("p", "a", "T", "U")],
  }),
  odd({
    topic: "operating",
    kind: "growth",
    text: [
      "剔除上年一次性搬迁费用{x}后，机关运行经费上年可比数为{L}，本年支出{A}，",
      against(["A", "L"], "可比口径{up}{D}，{rise}{g}。", { by: "D", rate: "g" }),
    ],
    figures: (draw) => {
      const A = draw.some(0.03, 0.1);
      const L = draw.base(A);
      return { A, L, x: draw.of(L, 0.05, 0.3) };
    },
  }),
  odd({
    topic: "capital",
    kind: "equality",
    text: [
      "国有资本经营预算财政拨款支出{A}，全部为项目支出，",
      level(["A", "B"], "相等", "与年初预算数{B}相等，"),
      "其中基本支出{Z}，占{NP}。",
    ],
    figures: (draw) => {
      const A = draw.some(0.01, 0.05);
      return { A, B: A };
    },
  }),
  odd({
    topic: "assets",
    kind: "sum",
    text: [
      "{asOf}{year}年12月31日，{our}共有车辆{T}辆，其中执法执勤用车{a}辆、特种专业技术用车{b}辆，其他用车{c}辆。其他用车主要是垃圾清运车{d}辆等。办公用房面积3,120平方米，其中出租0平方米。",
    ],
    figures: (draw) => {
      const [a, b, c] = [draw.count(2, 9), draw.count(1, 4), draw.count(4, 12)];
      return { a, b, c, T: a + b + c, d: draw.count(1, c - 1) };
    },
    claims: [sum("T", "a b c")],
  }),
];
