import { Decimal } from "decimal.js";
import { RandomNumbers } from "../../golden/randomNumbers";
import * as budgetPhrasings from "./budgetPhrasings";
import * as changePhrasings from "./changePhrasings";
import * as combinedPhrasings from "./combinedPhrasings";
import { compose, type Topic } from "./compose";
import { CLAIM_KINDS, isBad, overlaps, type ProseClaim } from "./claim";
import { PROSE_ERROR_KINDS } from "./errorKinds";
import * as listPhrasings from "./listPhrasings";
import * as openingPhrasings from "./openingPhrasings";
import { allOf, isHeldBack, type PhrasingTable, wordingOf } from "./phrasing";
import { proseCases } from "./proseCases";
import { drawUnit, sumOf } from "./unitModel";

const cases = proseCases({ seed: 1, count: 1000 });
const heldBack = proseCases({ seed: 1, count: 100, heldBack: true });
const all = [...cases, ...heldBack];
const sound = all.filter(({ errors }) => errors.length === 0);

const isTable = (exported: unknown): exported is PhrasingTable =>
  typeof exported === "object" && exported !== null && "phrasings" in exported;
const modules = [
  budgetPhrasings,
  changePhrasings,
  combinedPhrasings,
  listPhrasings,
  openingPhrasings,
];
const tables = modules.flatMap((each) => Object.values(each).filter(isTable));

test("the same seed gives the same cases", () => {
  const again = proseCases({ seed: 1, count: 60 });
  expect(again).toEqual(cases.slice(0, 60));
  expect(proseCases({ seed: 2, count: 3 })).not.toEqual(cases.slice(0, 3));
});

test("every quote is what stands at its place", () => {
  for (const { text, claims, errors } of all) {
    for (const { quote, start, end, places } of claims) {
      expect(quote).toBe(text.slice(start, end));
      expect(quote).toMatch(/^[^\n](?:.*[^\n])?$/su);
      for (const place of places) expect(place.end).toBeLessThanOrEqual(text.length);
    }
    for (const { span } of errors) expect(span.end).toBeGreaterThan(span.start);
  }
});

/** The clause ends at the figure; nothing but its unit follows the digits. */
test("a quote ends with its claimed figure", () => {
  const figured = ["share", "growth", "completion", "difference", "zero-base"];
  const plain = (text: string) =>
    text
      .replace(/[０-９．]/gu, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
      .replace(/[\s,]/gu, "");
  const strange = all.flatMap(({ claims }) =>
    claims.filter(
      ({ kind, claimed, quote }) =>
        figured.includes(kind) &&
        !/[X×*]/u.test(claimed) &&
        /\d/u.test(claimed) &&
        !new RegExp(`${claimed.replaceAll(".", "\\.")}(?:%|％|元|万元|亿元)$`, "u").test(
          plain(quote),
        ),
    ),
  );
  expect(strange).toEqual([]);
});

test("a sound text claims nothing wrong, and nobody could dispute it", () => {
  expect(sound.length).toBeGreaterThan(200);
  for (const { claims, tolerated } of sound) {
    expect(claims.filter(isBad)).toEqual([]);
    expect(tolerated).toEqual([]);
  }
});

test("an error turns a claim of its kind bad, at a place that is told", () => {
  for (const { claims, errors } of all) {
    for (const { claim: kind, isHint, places } of errors) {
      const suits = (claim: ProseClaim) => (isHint ? claim.verdict === "rounding" : isBad(claim));
      const about = claims.filter((claim) => claim.kind === kind && suits(claim));
      expect(about.some((claim) => places.some((place) => overlaps(claim, place)))).toBe(true);
    }
  }
});

test("every kind of error and of claim occurs, texts of two errors, whole documents", () => {
  const errors = cases.flatMap((each) => each.errors);
  const kinds = new Set(errors.map(({ kind }) => kind));
  expect(PROSE_ERROR_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  const bad = new Set(cases.flatMap(({ claims }) => claims.filter(isBad).map(({ kind }) => kind)));
  expect(CLAIM_KINDS.filter((kind) => !bad.has(kind))).toEqual([]);
  expect(cases.some((each) => each.errors.length === 2)).toBe(true);
  const lengths = cases.map(({ text }) => text.length);
  expect(Math.max(...lengths)).toBeGreaterThan(12_000);
  expect(lengths.filter((length) => length > 2000).length).toBeGreaterThan(50);
  expect(sound.some(({ text }) => text.length > 2000)).toBe(true);
});

const runs = tables.flatMap(({ phrasings, added = [] }) => [phrasings, added]);

test.each(runs.map((phrasings) => [phrasings[0], phrasings] as const))(
  "the last of every ten is held back, and of a rest of five: %s",
  (_, phrasings) => {
    const isLastOf = (index: number) =>
      index % 10 === 9 || (index === phrasings.length - 1 && phrasings.length % 10 >= 5);
    expect(phrasings.map(isHeldBack)).toEqual(phrasings.map((_each, index) => isLastOf(index)));
  },
);

/** A text, and the same with every slip that writes another sentence. */
function drawnPhrasings(seed: number): readonly string[] {
  const heldBack = seed % 5 === 0;
  const topics: readonly Topic[] = [
    ["newSpending", "total", "items", "generalFund"][seed % 4] as Topic,
  ];
  const source = { seed, shape: "paragraphs", heldBack, topics } as const;
  const { draft } = compose({ ...source, alterations: new Map() });
  const slips = draft.touches.filter(({ role }) => role === "zeroBase");
  const alterations = new Map(slips.map(({ index }) => [index, { text: "" }]));
  const slipped = alterations.size > 0 ? compose({ ...source, alterations }).draft.used : [];
  return [...draft.used, ...slipped];
}

test("every phrasing is used", () => {
  const drawn = Array.from({ length: 1600 }, (_, seed) => drawnPhrasings(seed));
  const used = new Set([...all.flatMap(({ phrasings }) => phrasings), ...drawn.flat()]);
  const phrasings = tables.flatMap((table) => allOf(table).map(wordingOf));
  expect(phrasings.filter((each) => !used.has(each))).toEqual([]);
});

test("a tenth of all phrasings is held back, and only used when asked for", () => {
  const phrasings = tables.flatMap(allOf);
  const share = phrasings.filter(isHeldBack).length / phrasings.length;
  expect(share).toBeCloseTo(0.1, 2);
  expect(cases.filter(({ set }) => set !== "open")).toEqual([]);
  expect(heldBack.filter(({ set }) => set !== "heldBack")).toEqual([]);
});

test.each(Array.from({ length: 40 }, (_, seed) => [seed]))(
  "unit %i balances to the cent",
  (seed) => {
    const unit = drawUnit(new RandomNumbers(seed), 28);
    const { general, fund, revenue, expenditure, classes, surplusUsed, opening, closing } = unit;
    expect(sumOf(revenue)).toEqual(unit.revenueTotal);
    expect(sumOf(expenditure)).toEqual(unit.expenditureTotal);
    expect(sumOf([...revenue, surplusUsed, opening])).toEqual(unit.total);
    expect(sumOf([...expenditure, closing])).toEqual(unit.total);
    expect(sumOf(classes.map(({ amount }) => amount))).toEqual(unit.fiscalExpenditure);
    expect(sumOf([unit.personnel, unit.nonPersonnel])).toEqual(unit.basic);
    for (const each of [general, fund]) {
      expect(sumOf([each.opening, each.revenue])).toEqual(sumOf([each.expenditure, each.closing]));
    }
    const amounts = classes.flatMap(({ items }) => items.map(({ amount }) => amount));
    for (const amount of amounts) expect(amount.decimalPlaces()).toBeLessThanOrEqual(2);
    expect(Decimal.min(...amounts).greaterThanOrEqualTo(100)).toBe(true);
  },
);
