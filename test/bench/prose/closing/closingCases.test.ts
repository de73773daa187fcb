import { isBad, overlaps } from "../claim";
import { scoreReader } from "../scoreReader";
import { scoreTable, totalsTable } from "../scoreTable";
import { CLOSING_PHRASINGS, closingCases } from "./closingCases";
import { CLOSING_ERROR_KINDS } from "./closingErrors";

const cases = closingCases(1);
const sound = cases.filter(({ errors }) => errors.length === 0);
const truth = cases.map(({ claims }) => claims);

test("the same seed gives the same cases, another one others", () => {
  expect(closingCases(1)).toEqual(cases);
  expect(closingCases(2).map(({ text }) => text)).not.toEqual(cases.map(({ text }) => text));
});

test("all are of the closing set, and every phrasing is used", () => {
  expect(CLOSING_PHRASINGS.length).toBeGreaterThanOrEqual(60);
  expect(CLOSING_PHRASINGS.length).toBeLessThanOrEqual(80);
  expect(new Set(cases.map(({ set }) => set))).toEqual(new Set(["closing"]));
  const used = new Set(cases.flatMap(({ phrasings }) => phrasings));
  expect(used.size).toBe(CLOSING_PHRASINGS.length);
});

test("no two phrasings are alike", () => {
  const texts = CLOSING_PHRASINGS.map(({ text }) => JSON.stringify(text));
  expect(new Set(texts).size).toBe(texts.length);
});

test("nothing is left of a template", () => {
  for (const { text } of cases) {
    expect(text).not.toMatch(/[{}[\]]|undefined|NaN/u);
    expect(text).not.toMatch(/，，|。。|、、|；。|，。/u);
  }
});

test("a sound text claims nothing wrong, and nobody could dispute it", () => {
  expect(sound.length).toBeGreaterThan(200);
  for (const { claims, tolerated } of sound) {
    expect(claims.filter(isBad)).toEqual([]);
    expect(tolerated).toEqual([]);
  }
});

test("an error turns a claim of its kind bad, at a place that is told", () => {
  for (const { errors, claims } of cases) {
    for (const { claim: kind, places } of errors) {
      const about = claims.filter((claim) => claim.kind === kind && isBad(claim));
      expect(about.some((claim) => places.some((place) => overlaps(claim, place)))).toBe(true);
    }
  }
});

test("every quote is what stands at its place", () => {
  for (const { text, claims } of cases) {
    for (const { quote, start, end } of claims) expect(quote).toBe(text.slice(start, end));
  }
});

test("every kind of error occurs", () => {
  const kinds = new Set(cases.flatMap(({ errors }) => errors.map(({ kind }) => kind)));
  expect(CLOSING_ERROR_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test("who answers the truth finds all and alarms for nothing", () => {
  const { all, missed, falseAlarms } = scoreReader(cases, truth);
  expect([missed, falseAlarms]).toEqual([[], []]);
  expect(all.found).toBe(all.errors);
  expect(all.justified).toBe(all.reported);
});

test("the totals show no text of what is missed", () => {
  const score = scoreReader(cases, []);
  expect(scoreTable(score).some((line) => line.startsWith("漏报"))).toBe(true);
  expect(totalsTable(score).join("\n")).not.toMatch(/漏报|误报|closing-/u);
});
