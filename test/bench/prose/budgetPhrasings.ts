import * as more from "./more/moreBudgets";
import { held, type PhrasingTable } from "./phrasing";

/* {S} subject, {B} budget, {A} final account, {P} completion, {over} 大于/小于, {reason}; [a|b] is either. */

export const COMPLETION: PhrasingTable = {
  kind: "completion",
  phrasings: [
    "{S}年初预算为{B}，支出决算为{A}，完成年初预算的{P}，决算数{over}年初预算数的主要原因是：{reason}。",
    "{S}年初预算为{B}，支出决算为{A}，完成年初预算的{P}。决算数{over}预算数的主要原因是{reason}。",
    "{S}年初预算数{B}，决算数{A}，完成年初预算的{P}，主要原因是{reason}。",
    "{S}年初预算{B}，决算{A}，为年初预算的{P}，主要是{reason}。",
    "{S}支出决算{A}，为年初预算{B}的{P}，主要原因：{reason}。",
    "{S}支出决算为{A}，年初预算为{B}，预算完成率{P}，决算数{over}年初预算数，主要是{reason}。",
    "{S}年初预算安排{B}，实际支出{A}，完成预算{P}。",
    "{S}年初预算为{B}，支出决算为{A}，完成率为{P}，决算数{over}年初预算数主要是因为{reason}。",
    "{S}支出{A}，完成年初预算{B}的{P}，主要原因是{reason}。",
    held("{S}支出决算{A}，相当于年初预算{B}的{P}。"),
    "{S}年初预算{B}，年末决算{A}，预算执行率为{P}，主要是{reason}。",
    "{S}预算数为{B}，决算数为{A}，完成预算数的{P}，决算数较预算数{up}的原因是{reason}。",
    "{S}年初预算为{B}，支出决算{A}，完成年初预算数的{P}，[主要是|主要系]{reason}。",
    "{S}年初预算{B}，全年支出{A}，执行进度{P}，{reason}。",
    "{S}决算数{A}，占年初预算数{B}的{P}，主要原因是{reason}。",
    "{S}支出预算为{B}，支出决算为{A}，完成预算的{P}，主要原因是{reason}。",
    "{S}当年预算{B}，当年决算{A}，完成年初预算的{P}，决算数{over}年初预算数。",
    "{S}{A}，年初预算{B}，完成{P}。",
    "{S}年初预算数为{B}，支出决算数为{A}，完成年初预算的{P}，{over}年初预算数的原因是{reason}。",
    held("年初安排{S}{B}，年终决算{A}，完成比例为{P}，{reason}。"),
    "{S}支出年初预算为{B}，支出决算为{A}，预算完成比例{P}，主要系{reason}。",
    "{S}年初批复预算{B}，决算支出{A}，决算为预算的{P}，主要是{reason}。",
  ],
  added: more.COMPLETION,
};

export const COMPLETED: PhrasingTable = {
  kind: "equality",
  phrasings: [
    "{S}年初预算为{B}，支出决算为{A}，完成年初预算的{P}，决算数与年初预算数持平。",
    "{S}年初预算为{B}，支出决算为{A}，完成年初预算的{P}，决算数等于年初预算数。",
    "{S}年初预算{B}，决算{A}，完成年初预算的{P}，决算数与预算数一致。",
    "{S}年初预算数{B}，决算数{A}，预决算无差异。",
    "{S}支出决算{A}，与年初预算{B}持平，完成预算{P}。",
    "{S}年初预算为{B}，支出决算为{A}，完成年初预算的{P}，预决算数相等，主要是{reason}。",
    "{S}预算{B}，决算{A}，决算数与预算数相同，{reason}。",
    held("{S}预算安排{B}，决算{A}，按预算足额执行，两者持平。"),
  ],
  added: more.COMPLETED,
};

export const NO_BUDGET: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{S}年初预算为{B}，支出决算为{A}，年初未安排预算，主要原因是年中追加。",
    "{S}年初未安排预算，支出决算为{A}，主要原因是{reason}。",
    "{S}年初预算为{B}，支出决算为{A}，决算数大于年初预算数的主要原因是{reason}。",
    "{S}年初预算0，决算{A}，系年中追加的专项资金。",
    "{S}支出决算{A}，年初无预算，{reason}。",
    "{S}年初没有预算安排，实际支出{A}，无法计算完成率，主要是{reason}。",
    "{S}年初预算{B}，支出决算{A}，属年中下达的上级专项。",
    "{S}年初预算为零，支出决算为{A}，主要是上年结转资金在本年支出。",
    held("{S}不在年初预算之内，年中下达并支出{A}。"),
  ],
  added: more.NO_BUDGET,
};

/** What only a slip writes: the completion of no budget. */
export const NO_BUDGET_COMPLETED: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{S}年初预算为{B}，支出决算为{A}，完成年初预算的{P}，决算数大于年初预算数的主要原因是{reason}。",
    "{S}年初预算{B}，决算{A}，预算完成率{P}，主要是{reason}。",
    "{S}支出决算{A}，年初预算{B}，完成年初预算的{P}。",
    "{S}年初预算数{B}，决算数{A}，为年初预算的{P}，主要是年中追加。",
  ],
  added: more.NO_BUDGET_COMPLETED,
};

/** No budget and nothing spent; the template of some provinces prints a rate. */
export const NOTHING: PhrasingTable = {
  kind: "zero-base",
  phrasings: [
    "{S}支出预算为{B}，支出决算为{A}，完成预算的{P}。",
    "{S}支出预算为{B}，支出决算为{A}，与预算持平。",
    "{S}支出预算和决算均为{A}。",
    "{S}预算为零，决算为零，无预算、无支出。",
    "本年未安排{S}预算，也未发生支出。",
    "{S}支出决算为{A}，上年亦无此项支出。",
    "{S}无预算、无支出。",
    "{S}年初预算{B}，决算{A}。",
    "{S}未发生，预决算均为零。",
    held("{S}全年未编预算，亦未列支。"),
  ],
  added: more.NOTHING,
};

/** A figure of nothing, of a budget that is not: a correct 0 %. */
export const UNUSED: PhrasingTable = {
  kind: "completion",
  phrasings: [
    "{S}支出预算为{B}，支出决算为{A}，完成预算的{P}，主要原因是{reason}。",
    "{S}年初预算{B}，决算{A}，预算完成率{P}，决算数小于预算数的主要原因是{reason}。",
    "{S}预算{B}，本年未支出，主要是{reason}。",
  ],
  added: more.UNUSED,
};
