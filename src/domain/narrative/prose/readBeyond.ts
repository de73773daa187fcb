import type { FoundClaim } from "./claim";
import { isSameFigure } from "./judge";
import type { Mention } from "./mention";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import { totalOf } from "./subjects";

const RECEIVED = /(?:资金|结转|拨款|补助)(?:收入)?(?:共|共计|合计|约|近)*$/u;

/** 争取下拨专项资金 222 万元 of a unit with 179.22 万元 in all: it may have gone elsewhere. */
export function readBeyond({ text: { mentions } }: Reading): readonly FoundClaim[] {
  const totals = mentions.filter((each) => isAmount(each) && totalOf(each.subject) === "total");
  const [total, ...others] = totals;
  if (!total?.figure.value || others.some(({ figure }) => !isSameFigure(figure, total.figure)))
    return [];
  const most = total.figure.value;
  return mentions.flatMap((claim): FoundClaim[] => {
    if (!isAmount(claim) || !RECEIVED.test(claim.near)) return [];
    if (claim.figure.value?.greaterThan(most) !== true) return [];
    return [
      claimAt(claim, {
        kind: "equality",
        verdict: "cannot-be-checked",
        recomputed: total.figure.shown,
        explanation: `比全年收支总计${print(total.figure)}还多，请核对口径和单位。`,
      }),
    ];
  });
}

const isAmount = ({ figure, role }: Mention): boolean =>
  figure.kind === "money" && role === "current" && !figure.isBound;
