/** What a figure is in its statement. */
export type Role =
  | "current"
  | "budget"
  | "previous"
  | "change"
  | "share"
  | "growth"
  | "completion"
  /** What a percentage in the same clause is taken of: 占…100.00 万元的 42.1 %. */
  | "whole"
  | "other";

export type Direction = 1 | -1 | 0;
export type Comparator = "budget" | "previous" | undefined;

const FUNDS =
  /(?:一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算|公共财政预算|基金预算)/gu;
const ALTERNATIVE =
  /\((?:或)?[^()]{1,8}\)|(?<!^)(?:\/|或者?)(?=增加|减少|增长|下降|大于|小于)[一-龥]{2}/gu;
export const RISE = "增加|增长|上升|提高|上涨|增多|净增|增幅|升幅|涨幅|超支|多|增";
export const FALL = "减少|下降|降低|压减|缩减|下滑|减幅|降幅|跌幅|净减|节约|少|减|降";
const CHANGED = new RegExp(
  `(?:(${RISE})|(${FALL})|差额|相差|差异|差|增减变动|增减|变动|超支?|超出|节余)(?:了|的?金?额|数额?|资金|经费|支出|收入|开支|拨款|幅度|绝对)*(?:为|是|约|近|达|共|计|:)*$`,
  "u",
);
/** 决算数大于年初预算数 20.00 万元, 超出预算 20.00 万元: the base stands between the word and the amount. */
const MORE = "大于|高于|多于|超过|超出|超";
const LESS = "小于|低于|少于|不及";
const BASE_BEHIND = new RegExp(
  `(?:(${MORE})|(${LESS}))(?:年初|全年|调整后?|支出|上年度?|去年|本年|当年)*(?:的)?(?:预算|决算|同期|支出|收入)?(?:安排)?(?:数额?|额)?(?:约|近|达|共|计|了)*$`,
  "u",
);
/** 减少额与上年相比为 10.64 万元. */
const MEASURE = new RegExp(
  `(?:(${RISE})|(${FALL}))(?:金额|数额|额|数)(?:与|同|和|较|比)(?:上年度?|去年)[^,;0-9]{0,6}?(?:相比较?|比较|比)?(?:为|是|达|约|共|计)*$`,
  "u",
);
/** 较预算结余: what was not spent. */
const LEFT_OVER =
  /(?:较|比|与)[^,;]{0,10}预算[^,;]{0,6}(?:结余|节余|节省|节支)(?:了|资金|为|约)*$/u;
const PAST = /上年|去年|上一年|前一年|往年|以前年度|同期|上期|上一期|前期|基期/u;
const SHIFT = new RegExp(`${RISE}|${FALL}|差额|相差|变化|变动`, "u");
const PLANNED = /年初|计划|核定|批复|下达(?:数|指标)|指标数|安排数|控制数|预计/u;
const TOWARDS = /(?:到|至|达到)(?:了)?$/u;
/** 年中追加, 预算压减: from one budget to another. */
const BUDGET_FLOW =
  /追加|追减|调减|核减|(?:年中|执行中)(?:净?增|净?减|压减)[加少]?$|(?<![比较与同])预算(?:压减|压缩|削减)$|新增$/u;
/** 追加后全年预算, 年中调整为: the budget as it stands then. */
const ADJUSTED =
  /(?:追加|调整|调剂|调增|调减|核减|核增|压减|变更)后[^,;]{0,10}$|(?:调整|核定|变更|追加|调增|调减|核减|压减)(?:预算)?(?:为|到|至)$|(?:全年|调整|最终|可执行)(?:部门)?(?:可执行|可用)?预算(?:数|额|指标)?(?:为|是|达|共|合计|:)*$/u;
const FLOW = /追加|调减|调增|收回|结转|结余|调剂/u;

/** Bracketed notes and alternatives left in say nothing about the figure behind them. */
export const withoutNotes = (words: string): string =>
  words.replace(ALTERNATIVE, "").replace(/\([^()]*\)/gu, "");

const CLAUSE_MARKS = [",", ";", ":", "。", "(", "\n"];

/** 本年增加（收入）: not a change, but what came in. */
const FLOW_NOTE = /(?:增加|减少)\((收入|支出)\)/gu;

/** The words of a figure's own clause, from the figure before. */
export function nearWords(words: string): string {
  const noted = withoutNotes(words.replace(FLOW_NOTE, "$1"));
  const plain = noted.replace(/(?:百分之|[:=—–-])+$/u, "") || noted;
  return plain.slice(Math.max(...CLAUSE_MARKS.map((mark) => plain.lastIndexOf(mark))) + 1);
}

export interface Reading {
  readonly role: Role;
  readonly direction: Direction;
}

const reading = (role: Role, direction: Direction = 0): Reading => ({ role, direction });

/** 增加超过 20 万元: the bound is no comparison. */
const BOUND_BEHIND = new RegExp(
  `((?:${RISE}|${FALL})(?:了|额)?)(?:超过|超|逾|不足|不到|将近|大约)$`,
  "u",
);

export function roleOfMoney(words: string, pastYear: RegExp): Reading {
  const read = roleOfPlain(words.replace(BOUND_BEHIND, "$1"), pastYear);
  return read.role === "change" && isReversed(words) ? turned(read) : read;
}

const SET_BESIDE = "(?:比|较|大于|小于|高于|低于|多于|少于|超过|超出)";
/** 年初预算比决算多, 上年比本年多: this year's amount is the other one. */
const REVERSED = new RegExp(
  `预算(?:数|额|安排)*${SET_BESIDE}(?:支出|实际|全年|年末)*(?:决算|支出|执行)|(?:上年|去年)[^,;]{0,10}${SET_BESIDE}(?:本年|今年|当年)`,
  "u",
);

const isReversed = (words: string): boolean => REVERSED.test(words.replace(FUNDS, "基金"));

const turned = ({ role, direction }: Reading): Reading => ({
  role,
  direction: direction === 1 ? -1 : direction === -1 ? 1 : 0,
});

function roleOfPlain(near: string, pastYear: RegExp): Reading {
  // What a reason names is no figure of the statement.
  if (/因为|由于|原因/u.test(near)) return reading("other");
  if (/(?:年中|执行中|期中|预算)[^,;]{0,4}调[整增减](?:到|至)$/u.test(near))
    return reading("budget");
  if (TOWARDS.test(near)) return reading("current");
  const changed = CHANGED.exec(near);
  if (changed && !BUDGET_FLOW.test(near)) {
    return reading("change", changed[1] !== undefined ? 1 : changed[2] !== undefined ? -1 : 0);
  }
  const measure = MEASURE.exec(near);
  if (measure) return reading("change", measure[1] === undefined ? -1 : 1);
  const words = near.replace(FUNDS, "基金");
  const beside = BASE_BEHIND.exec(words);
  // 低于上年的 20.00 万元 names last year's amount.
  if (beside && !/(?:上年度?|去年)(?:决算数?)?的$/u.test(words))
    return reading("change", beside[1] !== undefined ? 1 : -1);
  if (LEFT_OVER.test(words)) return reading("change", -1);
  if (ADJUSTED.test(words)) return reading("budget");
  if (FLOW.test(words)) return reading("current");
  const past = PAST.exec(words) ?? pastYear.exec(words);
  if (past) {
    const behind = words.slice(past.index + past[0].length);
    const direction = /(?:到|至|达|后)/u.test(behind) ? undefined : SHIFT.exec(behind);
    if (direction) return reading("change", directionIn(behind));
    return reading("previous");
  }
  if (/决算|实际|执行|完成数|年末|全年支出/u.test(words)) {
    const isBudget =
      words.lastIndexOf("预算") >
      Math.max(...["决算", "执行"].map((word) => words.lastIndexOf(word)));
    return reading(isBudget && words.includes("预算") ? "budget" : "current");
  }
  if (words.includes("预算") || PLANNED.test(words)) return reading("budget");
  return reading("current");
}

const CUES: readonly (readonly [RegExp, Role])[] = [
  [
    /完成(?:率|比例|进度|比率)?|执行(?:率|比例|进度|数)?|(?:预算|年初|计划|批复|下达)(?:数|额|安排|指标)*的(?:比例|比重|比率)?|实现(?:率|程度)|(?:支出|预算|资金|用款|拨付|支付)(?:进度|使用率)|支[付出]率/gu,
    "completion",
  ],
  [/占|比重|比例|份额|比率|构成比|(?:为|是|相当于).{2,20}的$/gu, "share"],
  [
    new RegExp(`${RISE}|${FALL}|变动|增减|幅度|增速|同比|(?:差异|偏差|偏离)[率度]?`, "gu"),
    "growth",
  ],
];

/** 减少比例, 减少额占上年的: a rate of change, not a share. */
const MEASURED = new RegExp(
  `((?:${RISE}|${FALL}|增减|变动|差异|偏差|差额)(?:数|金?额)?的?)(?:比例|比率|百分比|占(?:上年|去年|年初|预算|同期)[^,;]{0,8}的?(?:比例|比重|百分比)?)`,
  "gu",
);

export function roleOfPercent(near: string): Reading {
  let best: { at: number; role: Role } | undefined;
  const words = near
    .replace(FUNDS, "基金")
    .replace(/(完成|执行|实现)(?:的)?(?:比例|比率)/gu, "$1率")
    .replace(MEASURED, "$1率");
  for (const [cue, role] of CUES)
    for (const match of words.matchAll(cue)) {
      const at = match.index + match[0].length;
      if (!best || at > best.at) best = { at, role };
    }
  if (!best) return reading("other");
  if (best.role !== "growth") return reading(best.role);
  const read = reading(best.role, directionIn(words));
  return isReversed(words) ? turned(read) : read;
}

export function directionIn(words: string): Direction {
  const plain = words.replace(/增减|涨跌|升降/gu, "");
  const rise = lastOf(plain, RISE);
  const fall = lastOf(plain, FALL);
  if (rise === fall) return 0;
  return rise > fall ? 1 : -1;
}

function lastOf(words: string, cues: string): number {
  return Math.max(-1, ...[...words.matchAll(new RegExp(cues, "gu"))].map(({ index }) => index));
}

/** What a change is measured against, by the words between the figure before and its own. */
export function comparatorIn(words: string, pastYear: RegExp): Comparator {
  const plain = words.replace(FUNDS, "基金");
  const budget = plain.lastIndexOf("预算");
  const past = Math.max(
    ...["上年", "去年", "同期", "同比", "上一年", "上下年度"].map((word) =>
      plain.lastIndexOf(word),
    ),
    plain.search(pastYear),
  );
  if (budget === past) return undefined;
  return budget > past ? "budget" : "previous";
}

export const isRunOn = (gap: string): boolean => /^(?:、|和|以?及|与|,|、?和)$/u.test(gap);
