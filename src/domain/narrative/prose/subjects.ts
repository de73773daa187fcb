/** What a figure is about: its words without years, roles and fillers. */
const FUNDS = /(?:一般公共预算|政府性基金预算|国有资本经营预算)/gu;
const FILLERS =
  /[0-9]{2,4}年?度?(?:[0-9]+月)?(?:[0-9]+日)?|其中|包括|包含|^含|主要|用于|本(?:单位|部门|中心|局|机关)|我(?:单位|部门|中心|局|办|委)|全年|当年|上年(?:度|同期)?|去年|同期|年初|年末|年中|(?:调整|追加|调剂|最终|可执行)后?的?(?:全年)?(?=预算)|完成|执行|批复|安排|实际|支出决算|决算|部门预算|预算|总数|数额?|共计|分别|依次|各自|共$|总额|对照|对比|[的为是达由从与较比和"。,:;、()]/gu;

export function subjectOf(near: string): string {
  return near
    .replace(
      /^[一二三四五六七八九]是|^其[一二三四](?!他)|^[0-9]+[、.]|^\([一二三四五六七八九十0-9]+\)|^[一二三四五六七八九十]+、/u,
      "",
    )
    .replace(FUNDS, (fund) => fund.slice(0, -2))
    .replace(/(财政拨款|基本|项目|采购|本年)支出决算/gu, "$1支出")
    .replace(FILLERS, "");
}

/** The totals that have one name in every text; the first that fits. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/收入?支出?总计|总收入总支出|收支总[额数]|^(?:收入|支出)总计/u, "total"],
  [/政府采购(?:支出)?$|^采购(?:支出)?$/u, "procurement"],
  [/中小微?企业/u, "smallFirms"],
  [/机关运行/u, "operating"],
  [/公务接待/u, "reception"],
  [/因公出国/u, "overseas"],
  [/公务用车(?:购置及运行|购置费及运行)/u, "vehicles"],
  [/三公/u, "threePublic"],
  [/财政拨款基本支出/u, "fiscalBasic"],
];

/** 本年收入合计, 全年总收入, 收入: the revenue of the year, where it is named as a denominator. */
const YEAR =
  /^(?:本年度?|全年|当年|年度|全部|总|各项|单位|部门)*(收入|支出)(?:合计|总计|总额|总数|总量|共计|金额|数|额)*$/u;
const SUMMED = /合计|共计/u;

/** The revenue or the expenditure of the year; bare 收入 and 支出 may be those of a fund. */
export function yearKey(name: string): "revenue" | "expenditure" | undefined {
  const found = YEAR.exec(name)?.[1];
  return found === undefined ? undefined : found === "收入" ? "revenue" : "expenditure";
}

export function keyOf(subject: string): string | undefined {
  const known = KNOWN.find(([pattern]) => pattern.test(subject))?.[1];
  if (known === "total" && subject.includes("财政拨款")) return "fiscalTotal";
  if (known !== undefined) return known;
  if (SUMMED.test(subject)) return yearKey(subject);
  if (/^(?:一般公共)?财政拨款支出(?:合计|总额|总数|数|额)*$/u.test(subject))
    return "fiscalExpenditure";
  return undefined;
}

const core = (subject: string) =>
  subject
    .replace(/^本年?|合计$|总[计额量数]$|\(类\)|类$|支出$|收入$|费$|情况$|金额$/gu, "")
    .replace(/支出$/u, "");

/** Whether the words of a denominator name this subject. */
export function isNamed(subject: string, name: string): boolean {
  const [one, other] = [keyOf(subject), keyOf(name)];
  if (one !== undefined && other !== undefined) return one === other;
  if (subject === "" || name === "") return false;
  if (subject === name) return true;
  if (/收入/u.test(subject) && /支出/u.test(name)) return false;
  if (/支出/u.test(subject) && /收入/u.test(name)) return false;
  const [short, long] = [core(subject), core(name)].sort((a, b) => a.length - b.length);
  return short !== undefined && short.length >= 2 && (long ?? "").endsWith(short);
}

const TOTALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:收支|收入支出)总[计额]$|^总收入总支出$|^(?:收入|支出)总计$/u, "total"],
  [/^(?:一般公共)?财政拨款(?:收支|收入支出|收入|支出)总[计额]$/u, "fiscalTotal"],
  [/^(?:本年度?)?收入合?共?计$/u, "revenue"],
  [/^(?:本年度?)?支出合?共?计$/u, "expenditure"],
  [/^(?:一般公共)?财政拨款支出$/u, "fiscalExpenditure"],
  [/^(?:一般公共)?财政拨款基本支出$/u, "fiscalBasic"],
  [/^三公经费(?:财政拨款)?(?:支出)?$/u, "threePublic"],
  [/^公务接待费?(?:支出)?$/u, "reception"],
  [/^因公出国境?费?用?(?:支出)?$/u, "overseas"],
  [/^公务用车购置费?及运行(?:维护)?费?(?:支出)?$/u, "vehicles"],
  [/^机关运行经费(?:支出)?$/u, "operating"],
  [/^政府采购(?:支出)?总?额?$/u, "procurement"],
  [/^公务用车运行维?护?费(?:支出)?$/u, "running"],
  [/^公务用车购置费(?:支出)?$/u, "purchase"],
];

/** The totals of a 部门决算, of which there is only one each. */
export const totalOf = (subject: string): string | undefined =>
  TOTALS.find(([pattern]) => pattern.test(subject))?.[1];
