import * as more from "./more/moreChanges";
import { held, type PhrasingTable } from "./phrasing";

/*
 * Slots: {S} subject, {A} current figure, {L} last year's, {B} budget, {D} change, {P} rate, {G} rate with its sign, {reason};
 * {up} 增加/减少, {rise} 增长/下降, {grew} 上升/降低, {span} 增幅/降幅, {over} 大于/小于. [a|b] is either.
 */

/** Current figure and change; the base follows from both. */
export const GROWTH: PhrasingTable = {
  kind: "growth",
  phrasings: [
    "{S}{A}。与上年相比，{up}{D}，{rise}{P}，主要是因为{reason}。",
    "{S}{A}，与上年相比，{up}{D}，{rise}{P}，主要原因是{reason}。",
    "{S}{A}，与上年相比{up}{D}，{rise}{P}。主要原因：{reason}。",
    "{S}为{A}，较上年{up}{D}，{rise}{P}，主要是{reason}。",
    "{S}{A}，比上年{up}{D}，{rise}{P}，[主要是|主要系]{reason}所致。",
    "{S}{A}，比上年决算数{up}{D}，{span}{P}，主要原因是{reason}。",
    "{S}{A}，同比{up}{D}，{span}为{P}。",
    "{S}{A}，较{last}年度{up}{D}，{rise}{P}，主要原因为{reason}。",
    "{S}为{A}，与{last}年度相比，{up}{D}，{rise}{P}。{up}的主要原因是{reason}。",
    held("{S}{A}，{up}额与上年相比为{D}，{span}达{P}，原因是{reason}。"),
    "{S}{A}，较上年决算{up}{D}，同比{rise}{P}。",
    "{S}{A}，与上年决算数相比，{up}了{D}，{rise}了{P}，主要是由于{reason}。",
    "{S}{A}，比上年{up}{D}（{rise}{P}），主要是{reason}。",
    "{S}{A}（较上年{up}{D}，{rise}{P}），{up}原因主要是{reason}。",
    "{S}{A}，同比{grew}{P}，{up}{D}，主要原因是{reason}。",
    "{S}{A}，较上年同期{up}{D}，{rise}比例为{P}，主要是{reason}。",
    "{S}{A}，与{last}年相比{up}{D}，{span}{P}，变动原因：{reason}。",
    "与上年相比，{S}{up}{D}，{rise}{P}，达到{A}，主要是因为{reason}。",
    "{S}{A}，比{last}年{up}{D}、{rise}{P}，主要原因是{reason}。",
    held("较上年决算数，{S}{rise}{P}，{up}{D}，本年为{A}。"),
    "{S}{A}，年度间{up}{D}，{rise}{P}，主要是{reason}。",
    "{S}{A}，与上年相比，{S0}{up}{D}，{rise}{P}，主要是因为{reason}。",
    "{S}{A}，较上年度{up}{D}，{span}为{P}，主要原因一是{reason}。",
    "{S}{A}，比上年度决算数{up}{D}，{grew}{P}。",
    "{S}{A}。较上年相比{up}{D}，{rise}{P}，{reason}。",
    "{S}{A}，和上年比，{up}{D}，{rise}幅度为{P}，主要是{reason}。",
    "{S}为{A}，比上年{up}{D}，{rise}{P}；主要是{reason}。",
    "{S}{A}，上下年度对比{up}{D}，{rise}{P}，主要是{reason}。",
    "{S}{A}，与{last}年度决算数对比，{up}{D}，{rise}率{P}，主要原因：{reason}。",
    held("{S}{A}，同口径较上年{up}{D}，变动幅度为{rise}{P}。"),
  ],
  added: more.GROWTH,
};

export const GROWTH_WITH_LAST: PhrasingTable = {
  kind: "growth",
  phrasings: [
    "{S}{A}，上年为{L}，{up}{D}，{rise}{P}，主要是{reason}。",
    "{S}{A}，比上年的{L}{up}{D}，{rise}{P}。",
    "{S}由上年的{L}{up}到{A}，{up}{D}，{rise}{P}，主要原因是{reason}。",
    "{last}年度{S0}{L}，{S}{A}，同比{up}{D}，{rise}{P}。",
    "{S}{A}，上年决算数{L}，同比{rise}{P}，主要是因为{reason}。",
    "{S}{A}，上年同期{L}，较上年{rise}{P}。",
    "{S}{A}，上年{L}，增长率为{G}，主要是{reason}。",
    "{S}{A}，较上年{L}{up}{D}，{span}{P}，主要是{reason}。",
    "{S}本年为{A}，上年为{L}，本年比上年{up}{D}，{rise}{P}。",
    held("上年{S0}{L}，本年{A}，两年相比{up}{D}，{rise}{P}。"),
    "{S}{A}（上年{L}），{up}{D}，{span}为{P}，原因为{reason}。",
    "{S}{A}，{last}年决算数为{L}，{up}{D}，{grew}{P}，主要是{reason}。",
    "{S}{A}，上年数{L}，{up}额{D}，{rise}率{P}。",
  ],
  added: more.GROWTH_WITH_LAST,
};

/** No change and no base: the rate stands alone. */
export const RATE_ALONE: PhrasingTable = {
  kind: "growth",
  phrasings: [
    "{S}{A}，同比{rise}{P}，主要是{reason}。",
    "{S}{A}，较上年{rise}{P}。",
    "{S}{A}，比上年{grew}{P}，主要原因是{reason}。",
    "{S}{A}，{span}为{P}。",
    held("{S}较上年{rise}{P}，主要是{reason}。"),
  ],
  added: more.RATE_ALONE,
};

export const CHANGE_ALONE: PhrasingTable = {
  kind: "difference",
  phrasings: [
    "{S}{A}，上年{L}，{up}{D}，主要是{reason}。",
    "{S}{A}，较上年的{L}{up}{D}，主要原因是{reason}。",
    "{S}{A}，上年决算数为{L}，本年比上年{up}{D}。",
    "{S}{A}，{last}年为{L}，同比{up}{D}，主要是因为{reason}。",
    "{S}年初预算{B}，实际支出{A}，决算比预算{up}{D}，主要是{reason}。",
    "{S}年初预算为{B}，决算为{A}，差额{D}，主要是{reason}。",
    "{S}支出决算{A}，较年初预算{B}{up}{D}，原因是{reason}。",
    "{S}预算数{B}，决算数{A}，决算数比预算数{up}了{D}。",
    held("{S}{A}，与年初预算{B}相差{D}，主要是{reason}。"),
  ],
  added: more.CHANGE_ALONE,
};

export const BUDGET_GROWTH: PhrasingTable = {
  kind: "growth",
  phrasings: [
    "{S}{A}，比年初预算数{up}{D}，{rise}{P}。主要原因是{reason}。",
    "{S}{A}，比年初预算数{up}{D}，{grew}{P}，主要是因为{reason}。",
    "{S}{A}，较年初预算{up}{D}，{rise}{P}。",
    "{S}年初预算{B}，决算{A}，比预算{up}{D}，{rise}{P}。",
    "{S}{A}，比年初预算{up}{D}，{span}{P}，主要是{reason}。",
    "{S}{A}，与年初预算数{B}相比{up}{D}，{rise}{P}，主要是{reason}。",
    "{S}决算数{A}，较预算数{up}{D}，{rise}{P}，主要原因：{reason}。",
    "{S}{A}，较年初预算数{B}{up}{D}，{span}为{P}。",
    "{S}支出{A}，比预算安排{up}{D}，{grew}{P}。",
    held("{S}{A}，预决算差异{D}，比年初预算{rise}{P}，主要是{reason}。"),
  ],
  added: more.BUDGET_GROWTH,
};

/** Nothing changed. */
export const LEVEL: PhrasingTable = {
  kind: "equality",
  phrasings: [
    "{S}{A}，与上年持平。",
    "{S}{A}，上年为{L}，与上年持平，主要是{reason}。",
    "{S}{A}，与上年决算数{L}持平。",
    "{S}{A}，较上年无变化。",
    "{S}{A}，同比持平，{reason}。",
    "{S}{A}，上年{L}，无增减变化。",
    "{S}{A}，与上年相同。",
    "{S}{A}，上年决算数{L}，与上年一致，主要是{reason}。",
    "{S}{A}，与上年相比没有增减。",
    held("{S}{A}，上年亦为{L}，两年数额相同。"),
  ],
  added: more.LEVEL,
};

export const NEARLY_LEVEL: PhrasingTable = {
  kind: "equality",
  phrasings: [
    "{S}{A}，上年为{L}，与上年基本持平。",
    "{S}{A}，较上年{L}基本持平，主要是{reason}。",
    "{S}{A}，与上年（{L}）大体相当。",
  ],
  added: more.NEARLY_LEVEL,
};

/** A unit that is new. */
export const NO_LAST_YEAR: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{S}{A}，[本单位为新成立单位，|因机构改革新组建，]上年无数据。",
    "{S}{A}，上年无数据，不作比较。",
    "{S}{A}，上年为{Z}，主要是{our}当年新成立。",
    "{S}{A}，因上年未单独核算，无法与上年比较。",
    held("{S}{A}，{last}年度未独立核算，无上年数据可比。"),
  ],
  added: more.NO_LAST_YEAR,
};

/** A figure that is new. */
export const NO_LAST_SPENDING: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{S}{A}，上年无此项支出，不作比较。",
    "{S}{A}，上年为{Z}，主要是{reason}。",
    "{S}{A}，较上年增加{A}，上年无此项支出，主要是{reason}。",
    "{S}{A}，上年没有安排，本年增加{A}。",
  ],
  added: more.NO_LAST_SPENDING,
};

/** What only a slip writes: a rate on nothing. */
export const ZERO_BASE_RATE: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{S}{A}，上年为{Z}，增加{A}，增长{P}，主要是{reason}。",
    "{S}{A}，上年为零，同比增长{P}。",
    "{S}{A}，上年决算数{Z}，较上年增长{P}，主要是{reason}。",
    "上年{S0}{Z}，{S}{A}，增幅为{P}。",
  ],
  added: more.ZERO_BASE_RATE,
};
