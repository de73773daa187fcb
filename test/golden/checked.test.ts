import { checkDisclosure, type CheckReport } from "../../src/domain/checking/checkDisclosure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { formatAddress } from "../../src/domain/workbook/cellAddress";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";
import { EXPECTED, type ExpectedFinding } from "./expected";
import { quanbiaoyoushu } from "./quanbiaoyoushu";
import { randomWorkbook } from "./randomWorkbook";
import { seed001, seed001Corrected } from "./seed001";

const template = shippedTemplate();

function check(golden: Golden): CheckReport {
  return checkDisclosure(recognise(snapshotOf(golden), template.structure), template);
}

const CASES = [
  { golden: seed001, expected: EXPECTED.seed001 },
  { golden: seed001Corrected, expected: EXPECTED.seed001Corrected },
  { golden: quanbiaoyoushu, expected: EXPECTED.quanbiaoyoushu },
];

type Found = CheckReport["findings"][number];

function isExpected(found: Found, expected: ExpectedFinding): boolean {
  const cells = found.cells.map(formatAddress);
  return (
    (expected.code === undefined || found.code === expected.code) &&
    (expected.id === undefined || found.id === expected.id) &&
    found.state === expected.state &&
    found.level === expected.level &&
    found.kind === expected.kind &&
    (["left", "right", "allowed"] as const).every(
      (side) => expected[side] === undefined || found[side] === expected[side],
    ) &&
    (expected.difference === undefined ||
      found.difference?.replace("-", "") === expected.difference) &&
    Object.keys(expected.cells).every((cell) => cells.includes(cell))
  );
}

const short = ({ code, state, level, explanation }: Found) =>
  `${code} ${state} ${level} ${explanation}`;

test.each(CASES)("$golden.name: all that is expected is found", ({ golden, expected }) => {
  const { findings } = check(golden);
  for (const each of expected.findings) {
    const matching = findings.filter((found) => isExpected(found, each));
    expect([each.about, matching.length > 0, ...findings.map(short)]).toEqual([
      each.about,
      true,
      ...findings.map(short),
    ]);
  }
});

test.each(CASES)(
  "$golden.name: nothing else is 不符, a 尾差 or 数据不足",
  ({ golden, expected }) => {
    const others = check(golden).findings.filter(
      (found) =>
        (found.level === "must-hold" || found.state !== "failed") &&
        !expected.findings.some((each) => isExpected(found, each)),
    );
    expect(others.map(short)).toEqual([]);
  },
);

test.each(CASES)(
  "$golden.name: what is merely a hint is one that is expected",
  ({ golden, expected }) => {
    const known = [...expected.findings, ...expected.hints].flatMap(({ cells }) =>
      Object.keys(cells),
    );
    const others = check(golden).findings.filter(
      ({ level, cells }) =>
        level !== "must-hold" && !cells.some((cell) => known.includes(formatAddress(cell))),
    );
    expect(others.map(short)).toEqual([]);
  },
);

test.each(Array.from({ length: 20 }, (_, seed) => ({ seed })))(
  "random unit $seed: nothing is 不符, nothing 数据不足",
  ({ seed }) => {
    const { findings, summary } = check(randomWorkbook(seed));
    const troubles = findings.filter(
      ({ state, level }) => state !== "failed" || level === "must-hold",
    );
    expect(troubles.map(short)).toEqual([]);
    expect(summary).toMatchObject({ roundingTail: 0, undetermined: 0, relationFault: 0 });
    expect(summary.passed).toBeGreaterThan(100);
  },
);

/** domain.md 7: right as they stand, though they look like mistakes. */
test.each<[what: string, cells: readonly string[]]>([
  ["100% of the fiscal money in 05, 42.1% of all", ["公开05表!C7", "公开02表!D7"]],
  ["103.82 of other money, 57.9%", ["公开02表!I7", "公开01表!C14"]],
  ["98 points, 优", ["附件1!H24", "附件1!I24"]],
  ["a sum of 112.29 over last year", ["补充资料!C4"]],
])("the published set: %s stays quiet", (_what, cells) => {
  const loud = check(seed001).findings.filter((found) =>
    found.cells.some((cell) => cells.includes(formatAddress(cell))),
  );
  expect(loud.map(short)).toEqual([]);
});
