import { growthBy, judgePercent, judgeSum, ratioOf } from "./judge";
import type { Reading } from "./readings";
import type { Mention } from "./mention";

/** What else the text says of a figure: the parts it should be, the rates computed from it. Above nought, it speaks for it. */
export function supportOf(mention: Mention, { lists }: Reading): number {
  const sums = lists
    .filter(({ head, parts }) => head === mention && parts.length > 1)
    .map(({ parts }) =>
      judgeSum(
        mention.figure,
        parts.map(({ figure }) => ({ figure, sign: 1 })),
      ),
    );
  return [...sums, ...ratesOf(mention)].reduce(
    (balance, { verdict }) =>
      balance + (verdict === "wrong" ? -1 : verdict === "cannot-be-checked" ? 0 : 1),
    0,
  );
}

function ratesOf(mention: Mention) {
  const { statement } = mention;
  const { current, budget, changes, percents } = statement;
  if (current !== mention && budget !== mention) return [];
  return percents.flatMap(({ role, figure, direction }) => {
    if (role === "completion" && current && budget)
      return [judgePercent(figure, ratioOf(current.figure, budget.figure))];
    const [change] = changes;
    const sign = change?.direction || direction;
    if (role !== "growth" || !change || current !== mention || sign === 0) return [];
    const said = { ...figure, value: figure.value?.abs() };
    return [judgePercent(said, growthBy(mention.figure, change.figure, sign), sign)];
  });
}
