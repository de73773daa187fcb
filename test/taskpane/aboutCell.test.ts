import { aboutCell } from "../../src/taskpane/components/check/aboutCell";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { checkedOf } from "./seedChecked";

const checking = checkedOf(snapshotOf(seed001));

test("a cell with findings has each finding that names it", async () => {
  const checked = await checking;
  const { findings } = checked.report;
  const cell = findings[0]!.cells[0]!;
  const about = aboutCell(cell, checked);
  expect(about.isInTable).toBe(true);
  expect(about.findings).toContain(findings[0]);
  for (const finding of about.findings) expect(finding.cells).toContainEqual(cell);
});

test("a cell beside the tables is told from one that is in order", async () => {
  const checked = await checking;
  const { sheet } = checked.report.findings[0]!.cells[0]!;
  expect(aboutCell({ sheet, row: 900, column: 90 }, checked)).toEqual({
    findings: [],
    isInTable: false,
  });
  expect(aboutCell({ sheet: "我的表", row: 1, column: 1 }, checked).isInTable).toBe(false);
});
