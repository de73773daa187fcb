import { checkProse } from "../../../../src/domain/narrative/prose/checkProse";
import * as amounts from "./amountPhrasings";
import * as bounds from "./boundPhrasings";
import * as mixed from "./mixedPhrasings";
import * as orders from "./orderPhrasings";
import * as passages from "./passagePhrasings";
import * as ratios from "./ratioPhrasings";
import * as wholes from "./wholePhrasings";
import * as words from "./wordPhrasings";

const CHOICE = /\{([^{}|]*)\|([^{}]*)\}/gu;

const troubles = (text: string) =>
  checkProse(text)
    .filter(({ verdict }) => verdict !== "right" && verdict !== "cannot-be-checked")
    .map(({ kind, quote, recomputed }) => `${kind} ${quote}→${recomputed}`);

const PHRASINGS = [amounts, bounds, mixed, orders, passages, ratios, wholes, words]
  .flatMap((each) => Object.values(each))
  .flat();

test.each(PHRASINGS)("%s", (phrasing) => {
  expect(troubles(phrasing.replace(CHOICE, "$1"))).toEqual([]);
  expect(troubles(phrasing.replace(CHOICE, "$2"))).toHaveLength(1);
});
