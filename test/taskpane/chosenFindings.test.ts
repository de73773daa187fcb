import { chosenFindings, tablesFound } from "../../src/taskpane/components/check/chosenFindings";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { checkedOf } from "./seedChecked";

/** Questions about the indicators of 附件1. */
const OF_THE_FORM = ["K422", "K424", "K425", "K430"];

test.each([
  [
    "everything",
    undefined,
    undefined,
    [...["K102", "K152", "K213", "K260", "K303", "K304", "K308", "K309"], ...OF_THE_FORM],
  ],
  ["one table", "summary", undefined, ["K102", "K213", "K304", "K308"]],
  ["one kind", undefined, "figures" as const, ["K102", "K152", "K213", "K260", ...OF_THE_FORM]],
  ["both", "summary", "figures" as const, ["K102", "K213"]],
  ["a table without findings of the kind", "revenue", "figures" as const, []],
  ["a table that is not there", "none", undefined, []],
])("chosen: %s", async (_what, table, kind, codes) => {
  const { report, disclosure } = await checkedOf(snapshotOf(seed001));
  const chosen = chosenFindings(report.findings, { table, kind }, disclosure);
  expect([...new Set(chosen.map(({ code }) => code))].sort()).toEqual(codes);
});

test("only tables that a finding looks at can be chosen", async () => {
  const { report, disclosure } = await checkedOf(snapshotOf(seed001));
  const figures = report.findings.filter(({ kind }) => kind === "figures");
  expect(tablesFound(figures, disclosure).map(({ title }) => title)).toEqual([
    "收入支出决算总表",
    "一般公共预算财政拨款基本支出决算表",
    "补充资料",
    "2020年度部门整体支出绩效自评表",
  ]);
});
