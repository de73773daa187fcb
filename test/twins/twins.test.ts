import { bindingsOf } from "../../src/domain/checking/instances";
import { scopeOf } from "../../src/domain/checking/checkDisclosure";
import type { Finding } from "../../src/domain/checking/finding";
import { judge, type State } from "../../src/domain/checking/verdict";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { allFindings, read, template } from "./allFindings";
import { readTwin, RESULTS, twinCodes, type TwinCase } from "./twin";

/** The other tables of the set, and what these tables hold beside, are left out on purpose. */
const LEFT_OUT = ["K301", "K307", "K313", "K314"];

/** The worst of what a relation says of its rows and columns; what a check in code says. */
function stateOf(code: string, disclosure: Disclosure, findings: readonly Finding[]): State {
  const relation = template.relations.find((each) => each.code === code);
  const states: State[] = relation
    ? bindingsOf(relation, disclosure).map(
        (binding) => judge(relation, binding, scopeOf(disclosure, template)).state,
      )
    : findings.filter((finding) => finding.code === code).map(({ state }) => state);
  const order = ["relationFault", "failed", "undetermined", "roundingTail", "passed"] as const;
  return order.find((state) => states.includes(state)) ?? (relation ? "notApplicable" : "passed");
}

/** The numbers under which evaluation/findings are quoted: they are not the package's. */
const OF_THE_FORM = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

/** What is asked about indicators follows from nearly every other mistake in a form. */
const QUESTIONS = [
  "K421",
  "K422",
  "K423",
  "K424",
  "K425",
  "K426",
  "K427",
  "K428",
  "K429",
  "K430",
  "K431",
  "K432",
  "K433",
  "K436",
  "K437",
  "K439",
  "K440",
];

const codes = twinCodes();
const cases = codes.flatMap((code) => readTwin(code, template.structure));

test.each(
  cases.map((each): [string, string, string, TwinCase] => [
    each.code,
    each.name,
    each.result,
    each,
  ]),
)("%s %s：%s", (code, _name, result, twin) => {
  const disclosure = read(twin.workbook);
  const findings = allFindings(disclosure);
  const own = findings.filter((finding) => finding.code === code);
  const told = findings.filter(
    (finding) =>
      finding.state !== "undetermined" &&
      (finding.code === code || ![...LEFT_OUT, ...QUESTIONS].includes(finding.code)),
  );
  expect({
    state: stateOf(code, disclosure, findings),
    found: [...new Set(told.map((finding) => finding.code))].sort(),
  }).toEqual({
    state: RESULTS[result as keyof typeof RESULTS],
    found: [...(result === "不符" || result === "尾差" ? [code] : []), ...twin.cascade].sort(),
  });
  for (const words of twin.words) {
    expect(own.map(({ explanation }) => explanation).join("\n")).toContain(words);
  }
  if (result === "数据不足" && own.length > 0) expect(twin.words).not.toEqual([]);
});

test("every code has its twins", () => {
  const known = [
    ...template.relations.map(({ code }) => code),
    ...template.structure.definition.checks.map(({ code }) => code),
    ...OF_THE_FORM.map((number) => `K4${number}`),
    ...QUESTIONS,
  ];
  expect(codes).toEqual(known.sort());
});

test.each(codes)("%s has a passing, a failing and an undetermined twin", (code) => {
  const results = new Set(readTwin(code, template.structure).map(({ result }) => result));
  expect(results).toContain("通过");
  const isScoreMissing = ["K407", "K408", "K432", "K440"].includes(code);
  if (!isScoreMissing) expect(results).toContain("不符");
  expect(results.has("数据不足") || results.has("不下结论")).toBe(true);
  const relation = template.relations.find((each) => each.code === code);
  if (relation) expect(results).toContain("数据不足");
  if (relation?.when) expect(results).toContain("不适用");
});
