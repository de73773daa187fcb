import type { FoundClaim } from "./claim";
import { isOfOneFund } from "./fundContext";
import { inUnit, isPrinted, type KnownAmount, knownTotal } from "./known";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import { totalOf } from "./subjects";

const CENT_OF_WAN_YUAN = 100;

/** 上年 stands in the workbook alone: 增减额 is this year's less that. Both are printed with two decimals of 万元. */
export function readKnownChanges(
  { text }: Reading,
  known: readonly KnownAmount[],
): readonly FoundClaim[] {
  return text.mentions.flatMap((mention): FoundClaim[] => {
    const { figure, role, against, direction, statement } = mention;
    const { current } = statement;
    if (role !== "change" || !figure.value || figure.isBound || !against || !current) return [];
    const total = totalOf(current.subject);
    if (total === undefined || isOfOneFund(total, current, text)) return [];
    const now = knownTotal(known, total, "current");
    const base = knownTotal(known, total, against);
    if (!now || !base || !isPrinted(current.figure, now.value)) return [];
    const change = now.value.minus(base.value);
    const apart = change.abs().minus(figure.value.abs()).abs();
    const isOpposite = !change.isZero() && direction !== 0 && change.isPositive() !== direction > 0;
    const isNear = apart.lte(figure.half.plus(CENT_OF_WAN_YUAN));
    const verdict = isOpposite || !isNear ? "wrong" : apart.lte(figure.half) ? "right" : "rounding";
    const recomputed = inUnit(change.abs(), figure);
    const [nowWords, baseWords] = [now, base].map(
      ({ words, value }) => `${words}是${inUnit(value, figure)}${figure.unit}`,
    );
    const basis = `工作簿里${nowWords ?? ""}，${baseWords ?? ""}，${change.isNegative() ? "减少" : "增加"}${recomputed}${figure.unit}`;
    const said = { "0": "", "1": "增加", "-1": "减少" }[direction];
    const explanation =
      verdict === "wrong"
        ? `${basis}，文中为${said}${print(figure)}，请核对。`
        : `${basis}，相符。`;
    return [claimAt(mention, { kind: "difference", verdict, recomputed, explanation })];
  });
}
