import { stateSheets } from "../../src/application/keptState";
import { giveReason } from "../../src/domain/checking/explanations/giveReason";
import type { WorkbookSnapshot } from "../../src/ports/workbookPorts";
import { groupFindings } from "../../src/taskpane/components/check/groupFindings";
import { reasonGroups } from "../../src/taskpane/components/check/reasonGroups";
import { overBudget } from "../domain/checking/explanations/overBudget";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { checkedOf } from "./seedChecked";

async function groupsOf(snapshot: WorkbookSnapshot, code: string) {
  const { report, disclosure } = await checkedOf(snapshot);
  const finding = report.findings.find((each) => each.code === code)!;
  return reasonGroups(finding, report.findings, disclosure).map(({ kind, name, findings }) => [
    kind,
    name,
    findings.map((each) => each.code).join(" "),
  ]);
}

/** The workbook with a reason for every finding of that code. */
async function explained(code: string): Promise<WorkbookSnapshot> {
  const snapshot = snapshotOf(overBudget);
  const checked = await checkedOf(snapshot);
  const findings = checked.report.findings.filter((each) => each.code === code);
  const [plan] = stateSheets({ explanations: giveReason([], findings, "冲减", checked) });
  const state = {
    id: plan!.name,
    name: plan!.name,
    visibility: plan!.visibility,
    values: plan!.cells.map(({ value }) => [value]),
    formulas: new Map<string, string>(),
    merges: [],
  };
  return { sheets: [...snapshot.sheets, state] };
}

test("a reason may go to the relation's, the table's or all open findings of the same kind", async () => {
  expect(await groupsOf(snapshotOf(seed001), "K303")).toEqual([
    ["alone", "只这一处", "K303"],
    ["relation", "K303 的 2 处", "K303 K303"],
    ["all", "全部改或说明的 3 处", "K303 K303 K304"],
  ]);
});

test("no choice is offered twice", async () => {
  expect(await groupsOf(snapshotOf(overBudget), "K168")).toEqual([
    ["alone", "只这一处", "K168"],
    ["all", "全部改或说明的 3 处", "K168 K311 K311"],
  ]);
});

test("what must be mended is noted by relation alone", async () => {
  expect(await groupsOf(snapshotOf(seed001), "K102")).toEqual([["alone", "只这一处", "K102"]]);
});

test("what has its reason already is not given that of an open one", async () => {
  const snapshot = await explained("K311");
  expect(await groupsOf(snapshot, "K168")).toEqual([["alone", "只这一处", "K168"]]);
  expect(await groupsOf(snapshot, "K311")).toEqual([
    ["alone", "只这一处", "K311"],
    ["relation", "K311 的 2 处", "K311 K311"],
  ]);
});

test("what has been explained stands in the last group", async () => {
  const { report, disclosure, cards } = await checkedOf(await explained("K311"));
  const groups = groupFindings(report.findings, disclosure, cards);
  expect(groups.map(({ urgency, count }) => `${urgency} ${String(count)}`)).toEqual([
    "explain 1",
    "advice 1",
    "explained 2",
  ]);
});
