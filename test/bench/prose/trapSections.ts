import { Decimal } from "decimal.js";
import { TRAPS } from "./combinedPhrasings";
import { CombinedSections } from "./combinedSections";
import { shareOf } from "./mainSections";
import { shareClaim } from "./pendingClaims";
import { amount, percent, rateOf } from "./statements";
import { printPercent } from "./style";
import * as words from "./words";

/** What is right and does not look it. */
export class TrapSections extends CombinedSections {
  trap(): void {
    const { draft, unit } = this;
    const { random } = draft;
    const all = unit.fiscalExpenditure;
    const [first, second] = [shareOf(all, random.integer(3, 9) / 100), shareOf(all, 0.07)];
    const both = first.plus(second);
    const whole = shareOf(both, random.integer(140, 390) / 100);
    // Of no key: they are nowhere else, and nothing need be said of them.
    const own = (exact: Decimal) => amount("", exact);
    const { figures } = draft.sentence(TRAPS, {
      place: unit.name.slice(0, 3),
      a: own(first),
      b: own(second),
      s: own(both),
      c: own(whole),
      p: { ...percent("", rateOf(both, whole)), key: "" },
      b1: own(shareOf(first, 0.43)),
      E: amount("expenditureTotal", unit.expenditureTotal),
      w: own(shareOf(unit.expenditureTotal, 1.73)),
      points: printPercent(new Decimal(random.integer(11, 690)).div(100), draft.style, random)
        .text.replace(/[%％]/u, "")
        .trim(),
      ...bounds(unit.expenditureTotal),
      reason: random.pick(words.REASONS.rise),
    });
    const { a, b, s, c, p } = figures;
    this.sum(s, [a, b]);
    if (s && c && p) this.lists.claims.push(shareClaim(p, s, c));
  }
}

/** 近, 余 and 约 with round numbers of 万元; the figure lies on the right side of each. */
function bounds(amountInYuan: Decimal): Record<"nearUp" | "nearDown" | "about", string> {
  const exact = amountInYuan.div(10_000);
  const round = (digits: number, rounding: Decimal.Rounding) =>
    exact.toSignificantDigits(digits, rounding).toFixed();
  const isTwoNear = exact.toSignificantDigits(2, Decimal.ROUND_UP).div(exact).lessThan(1.04);
  return {
    nearUp: `近${round(isTwoNear ? 2 : 3, Decimal.ROUND_UP)}万元`,
    nearDown: `${round(3, Decimal.ROUND_DOWN)}万元以上`,
    about: `约${round(3, Decimal.ROUND_HALF_UP)}万元`,
  };
}
