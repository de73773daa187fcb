import { checkDisclosure, scopeOf } from "../../../src/domain/checking/checkDisclosure";
import { findingSides } from "../../../src/domain/checking/findingSides";
import { relationFigures } from "../../../src/domain/checking/relationFigures";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { formatAddress } from "../../../src/domain/workbook/cellAddress";
import { typeInto } from "../../golden/damages";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { template } from "../evaluation/seedForm";

const disclosure = recognise(snapshotOf(seed001), template.structure);
const scope = scopeOf(disclosure, template);
const { findings } = checkDisclosure(disclosure, template);

function verdictOf(code: string) {
  const verdict = findings.find((finding) => finding.code === code)?.verdict;
  if (!verdict) throw new Error(`no verdict of ${code}`);
  return verdict;
}

test("a sum that does not hold shows both sides with their cells", () => {
  const { left, right } = findingSides(verdictOf("K102"), scope);
  expect(left.words).toBe("公开01表支出方功能科目之和（3 项）");
  expect(left.cells.map(formatAddress)).toContain("公开01表!F13");
  expect(left.terms.map(({ figure }) => figure.kind)).toEqual(["amount", "amount", "amount"]);
  expect(right.cells.map(formatAddress)).toEqual(["公开01表!F33"]);
  expect(right.words).toContain("本年支出合计");
});

test("the relation is said with its figures, blanks and zeros left out", () => {
  expect(relationFigures(verdictOf("K102"), scope)).toBe(
    "75.40 ＋ 103.82 ＋ 103.82 ＝ 283.04 ≠ 179.22",
  );
});

test("a figure that the other table does not have is said to be blank", () => {
  expect(relationFigures(verdictOf("K213"), scope)).toBe("103.82 ≠ 空白（按 0 计）");
});

test("a check in code has no verdict", () => {
  expect(findings.find(({ kind }) => kind === "form")).not.toHaveProperty("verdict");
});

test("a sum over blank cells leads to the first of them", () => {
  const blank = ["C7", "C8", "C9"].map((address) => typeInto("公开01表", address, ""));
  const damaged = blank.reduce((before, damage) => damage(before), seed001);
  const reading = recognise(snapshotOf(damaged), template.structure);
  const report = checkDisclosure(reading, template);
  const verdict = report.findings.find(({ code }) => code === "K203")?.verdict;
  const { left, right } = findingSides(verdict!, scopeOf(reading, template));
  expect(left.cells.map(formatAddress)).toEqual(["公开01表!C7"]);
  expect(right.cells.map(formatAddress)).toEqual(["公开02表!D7"]);
});
