import { demonstrateChecks } from "../../src/application/demonstrateChecks";
import { mistakeWords, outcomeWords } from "../../src/application/demonstrationWords";
import { TYPICAL_ERRORS } from "../../src/domain/checking/demonstration/typicalErrors";
import { recognise } from "../../src/domain/disclosure/recognise";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";

const template = shippedTemplate();
const shown = (snapshot: ReturnType<typeof snapshotOf>) => [
  ...demonstrateChecks(recognise(snapshot, template.structure), template),
];

test("in a set with many figures every typical mistake is found, and the cell named", () => {
  const mistakes = shown(snapshotOf(quanbiaoyoushu));
  expect(mistakes.map(({ kind }) => kind)).toEqual(TYPICAL_ERRORS);
  expect(mistakes.filter(({ findings }) => findings.length === 0)).toEqual([]);
  expect(mistakes.filter(({ isNamed }) => !isNamed)).toEqual([]);
});

test("what no relation can see is said as that, and what was wrong before is not counted", () => {
  const mistakes = shown(snapshotOf(seed001));
  const exchanged = mistakes.find(({ kind }) => kind === "exchanged")!;
  expect(mistakeWords(exchanged)).toBe(
    "相邻两格填颠倒：公开06表“工会经费” 0.80 填成 0.15，公开06表“福利费” 0.15 填成 0.80",
  );
  expect(outcomeWords(exchanged)).toMatch(/^没有查出/u);
  for (const { findings } of mistakes) {
    expect(findings.map(({ code }) => code)).not.toContain("K102");
  }
});

test("a workbook without figures shows nothing", () => {
  expect(shown({ sheets: [] })).toEqual([]);
});

test("the workbook stays as it is", () => {
  const snapshot = snapshotOf(quanbiaoyoushu);
  const before = JSON.stringify(snapshot.sheets.map(({ values }) => values));
  shown(snapshot);
  expect(JSON.stringify(snapshot.sheets.map(({ values }) => values))).toBe(before);
});
