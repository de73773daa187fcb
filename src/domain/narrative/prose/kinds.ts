import { keyOf, yearKey } from "./subjects";

/** What a total of a 部门决算 is divided into: each row is one division, told by the names of its parts. */
const DIVISIONS: readonly { readonly whole: readonly string[]; readonly part: RegExp }[] = [
  {
    whole: ["expenditure", "fiscalExpenditure"],
    part: /^(?:基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出)/u,
  },
  { whole: ["basic", "fiscalBasic"], part: /^(?:人员|公用|日常公用|项目)(?:经费|支出)/u },
  {
    whole: ["revenue"],
    part: /财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他(?:收入|资金)/u,
  },
  { whole: ["threePublic"], part: /因公出国|公务接待|公务用车/u },
  { whole: ["procurement"], part: /(?:^|采购)(?:货物|工程|服务)/u },
  {
    whole: [],
    part: /(?:领导干部|机要|通信|应急|保障|执法|执勤|特种|技术|离退休|老干部|业务|其他|其它)[^车]{0,6}用车/u,
  },
  { whole: [], part: /工资福利|商品和?服务|对个人和家庭|资本性/u },
  { whole: ["total"], part: /^(?:本年收入|(?:年初)?结[转余]|使用非财政)/u },
];

const wholeKey = (subject: string): string | undefined =>
  /^(?:一般公共预?算?)?基本支出(?:合计|总额)?$/u.test(subject)
    ? "basic"
    : (yearKey(subject) ?? keyOf(subject));

/** Of 中小企业 a share may be one of the purchases, of 小微企业 also one of 中小企业. */
const CONTRACTS = /中小(?:微)?企业|小微企业|小型|微型/u;

/** The totals that have such a part. */
export const wholeKeys = (subject: string): readonly string[] =>
  CONTRACTS.test(subject)
    ? ["procurement", "smallFirms"]
    : DIVISIONS.filter(({ part }) => part.test(subject)).flatMap(({ whole }) => whole);

/** All are parts of one division. */
export const isOneDivision = (subjects: readonly string[]): boolean =>
  DIVISIONS.some(({ part }) => subjects.every((subject) => part.test(subject)));

/** Two parts of one whole: the second is none of the first. */
export const isBeside = (one: string, other: string): boolean =>
  keyOf(one) !== "vehicles" &&
  isOneDivision([one, other].map((each) => each.replace(/^.*?(?=基本支出|项目支出)/u, "")));

/** 本年支出合计 and 基本支出: the second needs no 其中 to be a part of the first. */
export function isPartOf(part: string, whole: string): boolean {
  const key = wholeKey(whole);
  return (
    key !== undefined && DIVISIONS.some((each) => each.whole.includes(key) && each.part.test(part))
  );
}
