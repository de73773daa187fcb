import type { ClaimKind } from "./claim";
import type { Shape, Topic } from "./compose";
import type { Alteration, Mistake, Role, Touch } from "./draft";
import * as slips from "./slips";
import { printPercent } from "./style";

export interface ErrorRule {
  readonly roles: readonly Role[];
  /** The claim that turns bad; any where none is named. */
  readonly claim?: ClaimKind;
  /** A hint only: the intervals, or cutting, explain it. */
  readonly isHint?: true;
  /** The shapes that can have it at all. */
  readonly shapes?: readonly Shape[];
  /** What the text must have, one of them; all for the errors that need two places. */
  readonly topics?: readonly (readonly Topic[])[];
  readonly alter: (touch: Touch, around: slips.Surroundings) => Alteration | undefined;
}

const MONEY: ErrorRule["topics"] = [
  ["total"],
  ["revenue"],
  ["structure"],
  ["items"],
  ["basic"],
  ["three"],
  ["budgetAndLast"],
  ["tree"],
  ["twoShares"],
];
const GROWTH: ErrorRule["topics"] = [
  ["total"],
  ["fiscalTotal"],
  ["operating"],
  ["budgetAndLast"],
  ["revenueChanges"],
];
const YEARS: ErrorRule["topics"] = [
  ["fiscalTotal", "structure", "assets"],
  ["total", "basic", "items"],
];

export const ERROR_RULES = {
  ratioAsGrowth: mistaken("growth", "ratioAsGrowth", GROWTH),
  wrongBase: mistaken("growth", "wrongBase", GROWTH),
  wrongShareTotal: mistaken("share", "wrongTotal", [
    ["revenue"],
    ["expenditure"],
    ["structure"],
    ["basic"],
    ["twoShares"],
    ["tree"],
    ["pair"],
    ["revenueChanges"],
  ]),
  wrongBudget: mistaken("completion", "wrongBudget", [
    ["items"],
    ["three"],
    ["twoBudgets"],
    ["budgetAndLast"],
  ]),
  truncated: { roles: ["percent"], isHint: true, alter: slips.truncate },
  swappedDigits: {
    roles: ["amount", "percent"],
    topics: MONEY,
    alter: slips.retyped(slips.swapDigits),
  },
  wrongDirection: {
    roles: ["direction"],
    claim: "direction",
    topics: [
      ["total"],
      ["fiscalTotal"],
      ["basicChange"],
      ["operating"],
      ["budgetAndLast"],
      ["revenueChanges"],
    ],
    alter: slips.turn,
  },
  brokenSum: {
    roles: ["amount", "count"],
    claim: "sum",
    topics: [
      ["revenue"],
      ["expenditure"],
      ["structure"],
      ["items"],
      ["basic"],
      ["assets"],
      ["tree"],
      ["vehicles"],
      ["closing"],
      ["pair"],
    ],
    alter: slips.partly("sum"),
  },
  brokenBalance: {
    roles: ["amount"],
    claim: "sum",
    topics: [["generalFund"], ["wholeYear"]],
    alter: slips.partly("balance"),
  },
  repeatedDiffers: {
    roles: ["amount"],
    claim: "equality",
    topics: [
      ["fiscalShare", "structure"],
      ["structure", "items"],
      ["three", "threeShares"],
      ["budgetAndLast", "tree"],
      ["basic", "twoShares"],
    ],
    alter: slips.differ,
  },
  wrongChange: {
    roles: ["amount"],
    claim: "difference",
    topics: [["basicChange"], ["total"], ["budgetAndLast"], ["revenueChanges"]],
    alter: slips.changed,
  },
  unitSlip: { roles: ["amount"], topics: MONEY, alter: slips.slipUnit },
  zeroBaseRate: {
    roles: ["zeroBase"],
    claim: "zero-base",
    topics: [["items"], ["three"], ["newSpending"]],
    alter: () => ({ text: "" }),
  },
  lastYear: { roles: ["year"], claim: "wording", topics: YEARS, alter: slips.ageYear },
  missingDigit: { roles: ["year"], claim: "wording", topics: YEARS, alter: slips.shortenYear },
  doubledWords: { roles: ["plain"], claim: "wording", topics: MONEY, alter: slips.doubleWord },
  leftover: { roles: ["plain"], claim: "wording", topics: MONEY, alter: slips.leaveMark },
  asOf: {
    roles: ["asOf"],
    claim: "wording",
    topics: [["assets"]],
    alter: () => slips.worded("截止", "截至"),
  },
  placeholder: {
    roles: ["amount", "percent"],
    claim: "wording",
    topics: MONEY,
    alter: slips.leaveBlank,
  },
  alternativeLeft: {
    roles: ["direction"],
    claim: "wording",
    topics: [["items"], ["total"]],
    alter: slips.leaveAlternative,
  },
  sectionNumber: {
    roles: ["number"],
    claim: "numbering",
    shapes: ["headed", "document"],
    alter: slips.misnumber,
  },
  contentsTitle: {
    roles: ["contents"],
    claim: "numbering",
    shapes: ["document"],
    alter: slips.retitle,
  },
  otherName: { roles: ["name"], claim: "name", topics: [["introduction"]], alter: slips.rename },
} as const satisfies Readonly<Record<string, ErrorRule>>;

export type ErrorKind = keyof typeof ERROR_RULES;
export const PROSE_ERROR_KINDS = Object.keys(ERROR_RULES) as ErrorKind[];

function mistaken(claim: ClaimKind, mistake: Mistake, topics: ErrorRule["topics"] = []): ErrorRule {
  return {
    topics,
    roles: ["percent"],
    claim,
    alter: ({ mistakes }, { style, random }) => {
      const rate = mistakes?.[mistake];
      return rate && slips.figured(printPercent(rate, style, random));
    },
  };
}
