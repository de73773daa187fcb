import type { ClaimKind } from "./claim";
import type { ProseError } from "./proseCases";
import type { Rate, ReaderScore } from "./scoreReader";

const CLAIMS: Readonly<Record<ClaimKind, string>> = {
  share: "占比",
  growth: "增减率",
  completion: "完成率",
  sum: "合计",
  difference: "增减额",
  equality: "前后一致",
  direction: "增减方向",
  "zero-base": "零基数",
  wording: "文字",
  name: "名称",
  numbering: "序号和目录",
};

const ERRORS: Readonly<Record<ProseError["kind"], string>> = {
  ratioAsGrowth: "比值当增长率",
  wrongBase: "增长率基数错",
  wrongShareTotal: "占比分母错",
  wrongBudget: "完成率预算错",
  truncated: "截断（提示）",
  swappedDigits: "数字颠倒",
  wrongDirection: "增减写反",
  brokenSum: "分项不等于合计",
  brokenBalance: "收支余不平",
  repeatedDiffers: "同一数前后不一",
  wrongChange: "增减额算错",
  unitSlip: "元、万元混用",
  zeroBaseRate: "零基数算比率",
  lastYear: "留有上年年份",
  missingDigit: "年份缺位",
  doubledWords: "重复用词",
  leftover: "留有书签",
  asOf: "截止",
  placeholder: "留有占位",
  alternativeLeft: "未选的选项",
  sectionNumber: "序号重复或跳号",
  contentsTitle: "目录与正文不一",
  otherName: "单位名称不一",
  growthAsRatio: "增减率当完成率",
  unequal: "说相等而不等",
  staleFigure: "留有上年数",
};

const GOALS = { recall: 0.98, precision: 0.995 };
const MOST_LISTED = 20;

/** Markdown: by claim, by error, and what to look at. */
export function scoreTable(score: ReaderScore): readonly string[] {
  const { byError, falseAlarms, missed } = score;
  return [
    ...claimRows(score),
    "",
    "| 差错 | 个数 | 查出 |",
    "| --- | --- | --- |",
    ...[...byError].map(
      ([kind, { errors, found }]) =>
        `| ${ERRORS[kind]} | ${String(errors)} | ${percent(found, errors)} |`,
    ),
    "",
    ...falseAlarms
      .slice(0, MOST_LISTED)
      .map(({ id, kind, quote }) => `误报 ${id} ${CLAIMS[kind]}：${quote}`),
    ...missed
      .slice(0, MOST_LISTED)
      .map(({ id, error, quote }) => `漏报 ${id} ${ERRORS[error]}：${quote}`),
    totalLine(score),
  ];
}

/** By claim alone, where nobody shall see what was missed. */
export const totalsTable = (score: ReaderScore): readonly string[] => [
  ...claimRows(score),
  "",
  totalLine(score),
];

function claimRows({ byClaim, all }: ReaderScore): readonly string[] {
  const row = (name: string, { errors, found, reported, justified }: Rate) =>
    `| ${name} | ${String(errors)} | ${percent(found, errors)} | ${String(reported)} | ${percent(justified, reported)} |`;
  return [
    "| 类别 | 差错 | 查出 | 报出 | 属实 |",
    "| --- | --- | --- | --- | --- |",
    ...[...byClaim].map(([kind, rate]) => row(CLAIMS[kind], rate)),
    row("全部", all),
  ];
}

const totalLine = ({ all }: ReaderScore): string =>
  `查出 ${percent(all.found, all.errors)}、属实 ${percent(all.justified, all.reported)}，${reachesGoals(all) ? "达到" : "没有达到"}。`;

/** Nothing to find and nothing reported is no failure. */
export const reachesGoals = ({ errors, found, reported, justified }: Rate): boolean =>
  found >= GOALS.recall * errors && justified >= GOALS.precision * reported;

/** Rounded down: 100 % is all of them. */
function percent(part: number, whole: number): string {
  if (whole === 0) return "—";
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
