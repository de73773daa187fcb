import { isBad } from "./claim";
import { proseCases } from "./proseCases";
import { type Answer, scoreReader } from "./scoreReader";
import { reachesGoals, scoreTable } from "./scoreTable";

const cases = proseCases({ seed: 5, count: 120 });
const truth: readonly (readonly Answer[])[] = cases.map(({ claims }) => claims);

test("who answers the truth finds all and alarms for nothing", () => {
  const score = scoreReader(cases, truth);
  expect(score.falseAlarms).toEqual([]);
  expect(score.missed).toEqual([]);
  expect(score.all.found).toBe(score.all.errors);
  expect(score.all.errors).toBeGreaterThan(60);
  expect(scoreTable(score).at(-1)).toBe("查出 100.0 %、属实 100.0 %，达到。");
});

test("who answers nothing misses all", () => {
  const score = scoreReader(cases, []);
  expect(score.all).toMatchObject({ found: 0, reported: 0 });
  expect(score.missed).toHaveLength(cases.flatMap(({ errors }) => errors).length);
  expect(reachesGoals(score.all)).toBe(false);
});

test("who calls right things wrong is listed with what was quoted", () => {
  const index = cases.findIndex(({ errors, claims }) => errors.length === 0 && claims.length > 0);
  const { id, claims } = cases[index]!;
  const [claim] = claims;
  const answers = truth.map((each, at) =>
    at === index ? [{ ...claim!, verdict: "wrong" as const }] : each,
  );
  const score = scoreReader(cases, answers);
  const quote = claim!.quote.replaceAll("\n", " ");
  expect(score.falseAlarms).toEqual([{ id, kind: claim!.kind, quote }]);
  expect(scoreTable(score).some((line) => line.startsWith(`误报 ${id}`))).toBe(true);
});

test("a hint reported as wrong is a false alarm, an error called a hint is missed", () => {
  const hints = cases.filter(({ errors }) => errors.some(({ isHint }) => isHint));
  const only = hints.filter(({ errors }) => errors.length === 1);
  expect(only.length).toBeGreaterThan(0);
  const alarms = only.map(({ errors }) => [
    { ...errors[0]!.span, kind: errors[0]!.claim, verdict: "wrong" as const },
  ]);
  const score = scoreReader(only, alarms);
  expect(score.falseAlarms).toHaveLength(only.length);
  expect(score.missed).toHaveLength(only.length);
  const soft = truth.map((each) =>
    each.map((answer) => (isBad(answer) ? { ...answer, verdict: "rounding" as const } : answer)),
  );
  expect(scoreReader(cases, soft).all.found).toBe(0);
});
