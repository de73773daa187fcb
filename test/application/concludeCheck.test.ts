import { concludeCheck, type Conclusion } from "../../src/application/concludeCheck";
import { mustFixPlaces } from "../../src/application/findingWords";
import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import { giveReason } from "../../src/domain/checking/explanations/giveReason";
import type { Finding } from "../../src/domain/checking/finding";
import { EXPLANATIONS } from "../../src/domain/checking/explanations/explanation";
import { recognise } from "../../src/domain/disclosure/recognise";
import { stateSheet } from "../../src/domain/workbook/stateSheet";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { isQuestion, seedWith, template } from "../domain/evaluation/seedForm";
import { typeInto, type Damage } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { inYuan } from "../support/inYuan";

function conclude(snapshot: WorkbookSnapshot) {
  const disclosure = recognise(snapshot, template.structure);
  const judged = checkDisclosure(disclosure, template);
  return { disclosure, judged, ...concludeCheck(judged, disclosure, template) };
}

const formWith = (typed: Readonly<Record<string, string>>) =>
  snapshotOf({ name: "form", sheets: [{ name: "附件1", rows: seedWith(typed) }] });

/** Relations between the 自评表 and the tables are told among the others. */
const byProgram = (findings: readonly Finding[] = []) =>
  findings
    .filter(({ code, verdict }) => code.startsWith("K4") && !verdict)
    .filter((finding) => !isQuestion(finding))
    .map(({ code }) => code);

const ownCodes = ({ report }: Conclusion) => byProgram(report.findings);

test.each<[name: string, typed: Readonly<Record<string, string>>, codes: string[]]>([
  ["a form that adds up", {}, []],
  ["总分 printed wrong", { H24: "99" }, ["K401"]],
  ["a rate and a score as if all had been spent", { F5: "89.61" }, ["K404", "K405"]],
  ["no budget to divide by", { E5: "", E6: "", E8: "" }, ["K407"]],
])("what the 自评表 gives stands among the findings, and counts: %s", (_, typed, codes) => {
  const { judged, ...concluded } = conclude(formWith(typed));
  expect(ownCodes(concluded)).toEqual(codes);
  expect(byProgram(concluded.scores[0]?.findings)).toEqual(codes);
  const { failed, undetermined } = concluded.report.summary;
  const counted = failed + undetermined - judged.summary.failed - judged.summary.undetermined;
  const questions = concluded.scores[0]?.findings.filter(isQuestion) ?? [];
  expect(counted).toBe(codes.length + questions.length);
});

test("a reason for another score than the rule's is kept and closes it, in both lists", async () => {
  const typed = { F5: "89.61", H5: "50%", I5: "9", H24: "97" };
  const seen = conclude(formWith(typed));
  expect(ownCodes(seen)).toEqual(["K405"]);
  const findings = seen.report.findings.filter(({ code }) => code === "K405");
  const given = giveReason([], findings, "年中追减预算", { ...seen, template });
  const workbook = MemoryWorkbook.fromSnapshot(formWith(typed));
  await workbook.addSheets({
    sheets: [stateSheet({ [EXPLANATIONS]: given })],
    styles: new Map(),
    properties: {},
  });
  const { report, scores } = conclude(await workbook.read());
  const reason = { state: "closed", words: "年中追减预算" };
  expect(report.findings.find(({ code }) => code === "K405")).toMatchObject({ reason });
  expect(scores[0]?.findings.find(({ code }) => code === "K405")).toMatchObject({ reason });
});

test("tables alone have no score", () => {
  const tables = seed001.sheets.filter(({ name }) => !name.startsWith("附件"));
  expect(conclude(snapshotOf({ ...seed001, sheets: tables })).scores).toEqual([]);
});

test("what one wrong figure explains is one place", () => {
  const { report, cards } = conclude(snapshotOf(seed001));
  const open = report.findings.filter(
    ({ state, level }) => state === "failed" && level === "must-hold",
  );
  expect(mustFixPlaces(report.findings, [])).toBe(open.length);
  expect(cards[0]?.findings.length).toBeGreaterThan(1);
  expect(mustFixPlaces(report.findings, cards)).toBeLessThan(open.length);
  expect(mustFixPlaces(report.findings, cards)).toBeGreaterThan(0);
});

const AT_UNITS = ["K223", "K240", "K259", "K411", "K413"];

test("what does not fit between tables in 元 and 补充资料 in 万元 is not compared, and no 不符", () => {
  const yuan = inYuan(quanbiaoyoushu);
  const others = quanbiaoyoushu.sheets.filter(({ name }) => !name.startsWith("公开"));
  const golden = { ...quanbiaoyoushu, sheets: [...yuan.sheets, ...others] };
  const { report, judged } = conclude(snapshotOf(golden));
  const wrongBefore = judged.findings.filter(({ state }) => state === "failed");
  expect(wrongBefore.map(({ code }) => code)).toEqual(expect.arrayContaining(AT_UNITS));
  const across = report.findings.filter(({ code }) => AT_UNITS.includes(code));
  expect(across.map(({ state }) => state)).toEqual(AT_UNITS.map(() => "undetermined"));
  for (const { explanation } of across) {
    expect(explanation).toMatch(/的金额单位不同，没有核对。请换算成同一个单位。$/u);
  }
  const { failed, undetermined } = report.summary;
  const questions = report.findings.filter(isQuestion).length;
  expect(judged.summary.failed - (failed - questions)).toBe(
    undetermined - judged.summary.undetermined,
  );
});

test.each<[what: string, typed: Damage[], state: string]>([
  [
    "a form in 元",
    [typeInto("附件1", "F5", "19250000.00"), typeInto("附件1", "E5", "20000000.00")],
    "undetermined",
  ],
  ["a form that is wrong", [typeInto("附件1", "F5", "1952.00")], "failed"],
  ["a table in which a total slipped", [typeInto("公开01表", "F33", "19250000.00")], "failed"],
])("全年执行数 against 本年支出: %s", (_what, typed, state) => {
  const golden = typed.reduce((before, damage) => damage(before), quanbiaoyoushu);
  const { report } = conclude(snapshotOf(golden));
  expect(report.findings.filter(({ code }) => code === "K413" || code === "K411")).toContainEqual(
    expect.objectContaining({ state }),
  );
});
