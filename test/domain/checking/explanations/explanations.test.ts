import { checkDisclosure } from "../../../../src/domain/checking/checkDisclosure";
import {
  EXPLANATIONS,
  readExplanations,
  type Explanation,
} from "../../../../src/domain/checking/explanations/explanation";
import {
  giveReason,
  withdrawReason,
} from "../../../../src/domain/checking/explanations/giveReason";
import {
  isExplainable,
  withReasons,
} from "../../../../src/domain/checking/explanations/matchExplanations";
import { offeredReasons } from "../../../../src/domain/checking/explanations/offeredReasons";
import { suspectCards } from "../../../../src/domain/checking/suspects/suspectCards";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import { readState, stateSheet } from "../../../../src/domain/workbook/stateSheet";
import type { SheetSnapshot } from "../../../../src/domain/workbook/workbookSnapshot";
import { onSheet, typeInto, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import type { Golden } from "../../../support/goldenText";
import { snapshotOf } from "../../../support/goldenWorkbook";
import { shippedTemplate } from "../../../support/native";
import { overBudget, receptionOf } from "./overBudget";

const template = shippedTemplate();

function seen(golden: Golden, explanations: readonly Explanation[] = []) {
  const disclosure = recognise(snapshotOf(golden), template.structure);
  const report = checkDisclosure(disclosure, template);
  return {
    disclosure,
    template,
    report: withReasons(report, explanations, disclosure, template),
  };
}

function explainAll(golden: Golden, code: string, reason = "会计差错更正") {
  const before = seen(golden);
  const findings = before.report.findings.filter((each) => each.code === code);
  expect(findings).not.toEqual([]);
  return giveReason([], findings, reason, before);
}

const reasonsOf = (golden: Golden, explanations: readonly Explanation[], code: string) =>
  seen(golden, explanations)
    .report.findings.filter((each) => each.code === code)
    .map(({ state, reason }) => reason?.state ?? state);

const unchanged: Damage = (golden) => golden;
const emptyRow = (rows: readonly (readonly string[])[]) => rows[0]!.map(() => "");
/** One code more in 支出决算表, above those with the figures that were explained. */
const rowAbove = onSheet("公开03表", (rows) =>
  rows.toSpliced(7, 0, ["20103", "政府办公厅（室）及相关机构事务", ...emptyRow(rows).slice(2)]),
);

test.each<[string, Golden, string, Damage, readonly string[]]>([
  ["is closed by a reason", overBudget, "K168", unchanged, ["closed"]],
  ["is open again at one cent", overBudget, "K168", receptionOf("5.11", "39.41"), ["reopened"]],
  [
    "is open again where the other side moves",
    overBudget,
    "K168",
    typeInto("公开07表", "F8", "4.01"),
    ["reopened"],
  ],
  [
    "stays closed when figures move that it does not compare",
    overBudget,
    "K168",
    typeInto("公开07表", "H8", "4.70"),
    ["closed"],
  ],
  [
    "stays closed when the same figure is written in another way",
    overBudget,
    "K168",
    typeInto("公开07表", "L8", "5.1"),
    ["closed"],
  ],
  [
    "is not checked, so not explained either, when a figure cannot be read",
    overBudget,
    "K168",
    typeInto("公开07表", "L8", "约5"),
    ["undetermined"],
  ],
  ["is gone when the figures are mended", overBudget, "K168", receptionOf("3.1", "37.4"), []],
  ["of the form is closed by a reason", quanbiaoyoushu, "K311", unchanged, ["closed", "closed"]],
  [
    "of the form stays closed when rows move",
    quanbiaoyoushu,
    "K311",
    rowAbove,
    ["closed", "closed"],
  ],
  [
    "of the form is open again when a figure changes",
    quanbiaoyoushu,
    "K311",
    typeInto("公开05表", "E14", "-3.51"),
    ["closed", "reopened"],
  ],
  [
    "of the form is open again when one more cell is concerned",
    quanbiaoyoushu,
    "K311",
    typeInto("公开03表", "E11", "-68.50"),
    ["reopened", "closed"],
  ],
  ["that must be mended is only noted", seed001, "K102", unchanged, ["noted"]],
  [
    "that must be mended says when its figures have changed",
    seed001,
    "K102",
    typeInto("公开01表", "F13", "103.83"),
    ["reopened"],
  ],
])("a finding %s", (_words, golden, code, damage, expected) => {
  const explanations = explainAll(golden, code);
  expect(reasonsOf(damage(golden), explanations, code)).toEqual(expected);
  // It was nothing that the explanation itself had lost.
  expect(reasonsOf(golden, explanations, code)).not.toContain("failed");
});

test("figures within one side count too, where both sides stay what they are", () => {
  const explanations = explainAll(seed001, "K102");
  const exchanged: Damage = (golden) =>
    typeInto("公开01表", "F13", "104.82")(typeInto("公开01表", "F29", "102.82")(golden));
  const finding = seen(exchanged(seed001)).report.findings.find(({ code }) => code === "K102");
  expect(finding).toMatchObject({ left: "283.04", right: "179.22" });
  expect(reasonsOf(exchanged(seed001), explanations, "K102")).toEqual(["reopened"]);
});

test("each finding keeps the reason of its own, also of two of one check", () => {
  const { report, ...rest } = seen(seed001);
  const [first, second] = report.findings.filter(({ code }) => code === "K303");
  const one = giveReason([], [first!], "本级的表号", { report, ...rest });
  const both = giveReason(one, [second!], "另有文件", { report, ...rest });
  const words = seen(seed001, both)
    .report.findings.filter(({ code }) => code === "K303")
    .map(({ reason }) => reason?.words);
  expect(words).toEqual(["本级的表号", "另有文件"]);
});

test("a reason answers one finding, not its neighbour that has a cell in common with it", () => {
  const { report, disclosure } = seen(seed001);
  const [some] = report.findings.filter(({ code }) => code === "K303");
  const at = (...columns: readonly number[]) => ({
    ...some!,
    cells: columns.map((column) => ({ sheet: "公开03表", row: 10, column })),
  });
  const one = at(3, 4);
  const other = at(4, 5);
  const around = { report: { ...report, findings: [one, other] }, disclosure, template };
  const explanations = giveReason([], [other], "按本级的编码", around);
  const { findings } = withReasons(around.report, explanations, disclosure, template);
  expect(findings.map(({ reason }) => reason?.words)).toEqual([undefined, "按本级的编码"]);
});

test("a reason given again replaces the one before, and withdrawing it leaves the others", () => {
  const { report, ...rest } = seen(quanbiaoyoushu);
  const findings = report.findings.filter(({ code }) => code === "K311");
  const before = giveReason([], findings, "冲减以前年度支出", { report, ...rest });
  const after = giveReason(before, findings.slice(0, 1), "会计差错更正", { report, ...rest });
  expect(after.map(({ reason }) => reason).sort()).toEqual(["会计差错更正", "冲减以前年度支出"]);
  const left = withdrawReason(after, findings.slice(0, 1), { report, ...rest });
  expect(left.map(({ reason }) => reason)).toEqual(["冲减以前年度支出"]);
});

test("what is explained of findings that are gone at present is kept", () => {
  const explanations = explainAll(overBudget, "K168");
  const { report, ...rest } = seen(quanbiaoyoushu);
  const findings = report.findings.filter(({ code }) => code === "K311");
  const more = giveReason(explanations, findings, "冲减以前年度支出", { report, ...rest });
  expect(reasonsOf(overBudget, more, "K168")).toEqual(["closed"]);
});

test("what needs no answer takes no reason", () => {
  const { report, ...rest } = seen(seed001);
  const others = report.findings.filter((finding) => !isExplainable(finding));
  expect(others.map(({ code }) => code)).toEqual(["K260", "K308", "K308", "K309", "K152"]);
  expect(giveReason([], others, "不必", { report, ...rest })).toEqual([]);
});

test("an explanation closes nothing of another relation", () => {
  const explanations = explainAll(overBudget, "K168");
  const others = seen(overBudget, explanations).report.findings.filter(
    ({ code }) => code !== "K168",
  );
  expect(others.map(({ reason }) => reason)).toEqual(others.map(() => undefined));
});

test("no cell is suspected for what has been explained", () => {
  const golden = typeInto("公开03表", "C7", "1925.01")(quanbiaoyoushu);
  const cards = (explanations: readonly Explanation[]) => {
    const { report, disclosure } = seen(golden, explanations);
    return suspectCards(report, disclosure, template);
  };
  expect(cards([]).map(({ findings }) => findings.map(({ code }) => code))).toEqual([["K202"]]);
  expect(cards(explainAll(golden, "K202", "四舍五入造成的尾差"))).toEqual([]);
});

test("ready reasons come from the package, last year's before them", () => {
  const { report, disclosure } = seen(overBudget);
  const finding = report.findings.find(({ code }) => code === "K168")!;
  const ready = offeredReasons(finding, [], disclosure, template);
  expect(ready[0]).toEqual({ words: "工作任务增加，来访接待批次增多", isLastYears: false });
  const lastYear = explainAll(overBudget, "K168", "承办全省会议");
  expect(offeredReasons(finding, lastYear, disclosure, template)).toEqual([
    { words: "承办全省会议", isLastYears: true },
    ...ready,
  ]);
  const negative = report.findings.find(({ code }) => code === "K311")!;
  expect(offeredReasons(negative, lastYear, disclosure, template)).toContainEqual({
    words: "冲减以前年度支出",
    isLastYears: false,
  });
});

function stateOf(sections: Record<string, unknown>) {
  const plan = stateSheet(sections);
  const sheet: SheetSnapshot = {
    id: plan.name,
    name: plan.name,
    visibility: "veryHidden",
    values: plan.cells.map(({ value }) => [value]),
    formulas: new Map(),
    merges: [],
  };
  return readState({ sheets: [sheet] });
}

test("the state sheet gives explanations back as they were", () => {
  const explanations = explainAll(seed001, "K102", '新成立单位，“没有”上年数\n=1+1"');
  const state = stateOf({ rescaled: { any: "thing" }, [EXPLANATIONS]: explanations });
  expect(readExplanations(state)).toEqual({ kind: "explanations", explanations });
});

test.each<[string, Record<string, unknown>, object]>([
  ["no section", { rescaled: {} }, { kind: "explanations", explanations: [] }],
  ["no list", { [EXPLANATIONS]: {} }, { kind: "damaged" }],
  [
    "a lost reason",
    { [EXPLANATIONS]: [{ code: "K168", places: [], figures: [] }] },
    { kind: "damaged" },
  ],
  [
    "figures that are no texts",
    { [EXPLANATIONS]: [{ code: "K168", places: [], figures: [5.1], reason: "有" }] },
    { kind: "damaged" },
  ],
])("a state sheet with %s", (_words, sections, expected) => {
  expect(readExplanations(stateOf(sections))).toEqual(expected);
});
