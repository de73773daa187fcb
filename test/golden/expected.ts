import type { FindingState } from "../../src/domain/checking/finding";
import type { FindingKind, FindingLevel } from "../../src/domain/template/templatePackage";

export interface ExpectedFinding {
  /** Undefined where a check in code has none yet. */
  readonly id?: string;
  readonly code?: string;
  readonly state: FindingState;
  readonly level: FindingLevel;
  readonly kind: FindingKind;
  /** What it is about, for the reader. */
  readonly about: string;
  /** Cells that must be among the finding's, with what is typed there. */
  readonly cells: Readonly<Record<string, string>>;
  readonly left?: string;
  readonly right?: string;
  /** Without its sign: which side is the left one is the relation's affair. */
  readonly difference?: string;
  readonly allowed?: string;
}

export interface Expected {
  /** Must be found; nothing else may be 不符 at 必须改, and nothing else a 尾差. */
  readonly findings: readonly ExpectedFinding[];
  /** May be found, as advice or to be explained. */
  readonly hints: readonly ExpectedFinding[];
  readonly score?: { readonly execution: string; readonly total: string; readonly grade: string };
  /** By section of the 说明, in order; none where the base is zero. Whether 0 prints as 0.0 is not said. */
  readonly percentages?: Readonly<Record<"一" | "二" | "三" | "四", readonly number[]>>;
}

const hint = (
  about: string,
  kind: FindingKind,
  cells: ExpectedFinding["cells"],
  level: FindingLevel = "advice",
): ExpectedFinding => ({ state: "failed", level, kind, about, cells });

const TAIL_OF_302: ExpectedFinding = {
  id: "basic-goods-and-services-of-sections",
  code: "K152",
  state: "roundingTail",
  level: "must-hold",
  kind: "figures",
  about: "302: seven items that are not zero and the total, n = 8",
  cells: { "公开06表!F5": "7.82", "公开06表!F6": "0.98", "公开06表!F32": "1.09" },
  left: "7.81",
  right: "7.82",
  difference: "0.01",
  allowed: "0.03",
};

const SEED_HINTS: readonly ExpectedFinding[] = [
  hint("01: seventeen class rows without 行次", "form", { "公开01表!E16": "" }),
  hint("01: 行次 9 without a label", "form", { "公开01表!B15": "9" }),
  hint("04: eighteen class rows without 行次", "form", { "公开04表!E15": "" }),
  hint("06: three labels cut by the width of the column", "form", {
    "公开06表!B11": "机关事业单位基本养老保险",
    "公开06表!E29": "公务用车运行维护",
    "公开06表!E32": "其他商品和服务支",
  }),
  hint("自评: 》 is a mistyped ≥", "text", { "附件1!E23": "》95%" }),
  hint("自评: points off though the target is met", "figures", {
    "附件1!E14": "2138 本",
    "附件1!F14": "2138 本",
    "附件1!G14": "6",
    "附件1!H14": "4",
  }),
  hint("自评: 执行数 blank under a filled 合计", "figures", {
    "附件1!F5": "179.22",
    "附件1!F6": "",
  }),
  hint("自评: 专项 222 万元 is more than all revenue", "figures", { "附件1!E15": "222 万元" }),
  hint("上年数 and 年初预算数 are one figure", "figures", {
    "补充资料!C7": "66.93",
    "补充资料!C9": "66.93",
  }),
];

const SEED_RESULTS = {
  score: { execution: "100", total: "98", grade: "优" },
  percentages: {
    一: [167.8],
    二: [42.1, 0, 0, 0, 0, 57.9],
    三: [100, 0, 0, 0, 0],
    四: [12.7],
  },
} as const;

const FULL_NAME = "株洲市石峰区清水塘关停企业事务中心";

/** Random workbooks have nothing to be found. */
export const EXPECTED: Readonly<
  Record<"seed001" | "seed001Corrected" | "quanbiaoyoushu", Expected>
> = {
  seed001: {
    findings: [
      {
        id: "summary-current-expenditure",
        code: "K102",
        state: "failed",
        level: "must-hold",
        kind: "figures",
        about: "01-2: the classes add up to more than 本年支出合计",
        cells: {
          "公开01表!F7": "75.40",
          "公开01表!F13": "103.82",
          "公开01表!F29": "103.82",
          "公开01表!F33": "179.22",
        },
        left: "283.04",
        right: "179.22",
        difference: "103.82",
        allowed: "0.01",
      },
      {
        id: "expenditure-class-matches-summary",
        code: "K213",
        state: "failed",
        level: "must-hold",
        kind: "figures",
        about: "X5: 207 stands in 01, 03 has no such code",
        cells: { "公开01表!F13": "103.82" },
        left: "103.82",
        right: "0.00",
        difference: "103.82",
        allowed: "0",
      },
      TAIL_OF_302,
      {
        id: "table-number",
        state: "failed",
        level: "explain",
        kind: "form",
        about: "公开03表 over 07",
        cells: { "公开07表!L2": "公开 03 表" },
      },
      {
        id: "table-number",
        state: "failed",
        level: "explain",
        kind: "form",
        about: "公开03表 over 08",
        cells: { "公开08表!H2": "公开 03 表" },
      },
      {
        id: "unit-name",
        state: "failed",
        level: "explain",
        kind: "form",
        about: "one name in nine tables, another on the cover and in 附件1",
        cells: {
          "封面!A2": FULL_NAME,
          "附件1!B3": FULL_NAME,
          "公开01表!A3": "部门:株洲市石峰区清水塘企业事务中心",
        },
      },
    ],
    hints: SEED_HINTS,
    ...SEED_RESULTS,
  },
  seed001Corrected: { findings: [TAIL_OF_302], hints: SEED_HINTS, ...SEED_RESULTS },
  quanbiaoyoushu: {
    findings: [],
    hints: [
      hint(
        "a red entry: 冲减以前年度支出",
        "figures",
        { "公开03表!E14": "-3.50", "公开05表!E14": "-3.50" },
        "explain",
      ),
    ],
    score: { execution: "96.25", total: "97.58", grade: "优" },
    percentages: {
      一: [20],
      二: [86.4, 1.1, 5.8, 1.6, 0.4, 4.7],
      三: [53.5, 44.6, 0.3, 1.4, 0.3],
      四: [],
    },
  },
};
