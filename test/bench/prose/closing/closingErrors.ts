import type { ClaimKind } from "../claim";
import type { Alteration, Mistake, Role, Touch } from "../draft";
import * as slips from "../slips";
import { printAmount, printPercent, type Style } from "../style";

interface ClosingRule {
  readonly roles: readonly Role[];
  readonly claim?: ClaimKind;
  readonly alter: (touch: Touch, around: slips.AroundFigure) => Alteration | undefined;
}

/** What people get wrong when they fill in last year's text. */
export const CLOSING_RULES = {
  ratioAsGrowth: mistaken("growth", "ratioAsGrowth"),
  wrongBase: mistaken("growth", "wrongBase"),
  wrongShareTotal: mistaken("share", "wrongTotal"),
  wrongBudget: mistaken("completion", "wrongBudget"),
  growthAsRatio: mistaken("completion", "growthAsRatio"),
  wrongDirection: { roles: ["direction"], claim: "direction", alter: slips.turn },
  brokenSum: { roles: ["amount", "count"], claim: "sum", alter: slips.partly("sum") },
  wrongChange: { roles: ["amount", "count"], claim: "difference", alter: slips.changed },
  unequal: {
    roles: ["amount", "count"],
    claim: "equality",
    alter: slips.retyped(slips.mistypeDigit),
  },
  staleFigure: {
    roles: ["amount"],
    alter: ({ mistakes }, { style, random }) =>
      mistakes?.stale && slips.figured(printAmount(mistakes.stale, style, random)),
  },
  unitSlip: { roles: ["amount"], alter: slips.slipUnit },
  swappedDigits: { roles: ["amount", "percent"], alter: slips.retyped(slips.swapDigits) },
  zeroBaseRate: { roles: ["zeroBase"], claim: "zero-base", alter: () => ({ text: "" }) },
} as const satisfies Readonly<Record<string, ClosingRule>>;

export type ClosingErrorKind = keyof typeof CLOSING_RULES;
export const CLOSING_ERROR_KINDS = Object.keys(CLOSING_RULES) as ClosingErrorKind[];

/** An amount in another unit than the text's is mistyped in its own. */
export function alterAs(kind: ClosingErrorKind, touch: Touch, around: slips.AroundFigure) {
  const rule: ClosingRule = CLOSING_RULES[kind];
  const unit: Style["unit"] = touch.printed?.scale === 1 ? "元" : "万元";
  const style = touch.role === "amount" ? { ...around.style, unit } : around.style;
  return rule.alter(touch, { ...around, style });
}

function mistaken(claim: ClaimKind, mistake: Mistake): ClosingRule {
  return {
    roles: ["percent"],
    claim,
    alter: ({ mistakes }, { style, random }) => {
      const rate = mistakes?.[mistake];
      return rate && slips.figured(printPercent(rate, style, random));
    },
  };
}
