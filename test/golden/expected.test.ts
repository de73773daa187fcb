import { parsePosition } from "../../src/domain/workbook/cellAddress";
import { type Golden, sheetOf, textAt } from "../support/goldenText";
import { type Expected, EXPECTED } from "./expected";
import { quanbiaoyoushu } from "./quanbiaoyoushu";
import { seed001, seed001Corrected } from "./seed001";

function typedAt(golden: Golden, address: string): string {
  const [sheet = "", cell = ""] = address.split("!");
  const at = parsePosition(cell);
  return at ? textAt(sheetOf(golden, sheet), at.row, at.column) : "no such cell";
}

const CASES: readonly { readonly golden: Golden; readonly expected: Expected }[] = [
  { golden: seed001, expected: EXPECTED.seed001 },
  { golden: seed001Corrected, expected: EXPECTED.seed001Corrected },
  { golden: quanbiaoyoushu, expected: EXPECTED.quanbiaoyoushu },
];

test.each(CASES)("$golden.name: expected findings name real cells", ({ golden, expected }) => {
  const cells = [...expected.findings, ...expected.hints].flatMap((finding) =>
    Object.entries(finding.cells),
  );
  const typed = cells.map(([address]) => [address, typedAt(golden, address)]);
  expect(typed).toEqual(cells);
});

test.each(CASES)("$golden.name: total and grade as its 自评表 has them", ({ golden, expected }) => {
  const { score } = expected;
  const rows = sheetOf(golden, "附件1").rows;
  const total = rows.find((row) => row[1] === "总分");
  expect(total?.slice(7)).toEqual([score?.total, `等级：${score?.grade ?? ""}`]);
});
