import { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import type { Template } from "../../../../src/domain/checking/compileTemplate";
import { narrativeFindings } from "../../../../src/domain/narrative/standing/narrativeFindings";
import { formatAddress } from "../../../../src/domain/workbook/cellAddress";
import { typeInto } from "../../../golden/damages";
import { seed001 } from "../../../golden/seed001";
import { withReasonThreshold } from "../../../support/narrativePackage";
import { layOutGolden } from "../../../support/native";
import { paragraph, stand } from "./standingSet";

const KEY = "五.7#2010301";
const ASKED = "的主要原因是：【缺：差异原因】。";
const ITEM = /^K572 failed .*后面缺“差异原因”。请在分项补充资料!D[0-9]+填写。$/u;

const templates = new Map<number, Template>();

/** 行政运行 spent 75.40; what was planned for it, and the reason typed. */
async function item(threshold: number, planned: string, reason: string) {
  const template = templates.get(threshold) ?? withReasonThreshold(threshold);
  templates.set(threshold, template);
  const golden = typeInto(
    "分项补充资料",
    "D6",
    reason,
  )(typeInto("分项补充资料", "C6", planned)(seed001));
  const workbook = MemoryWorkbook.fromPlan(layOutGolden(golden, template));
  const stood = await stand(workbook, template);
  const findings = narrativeFindings(stood.sections).filter(({ cells }) =>
    cells.some(({ sheet }) => sheet === "分项补充资料"),
  );
  const { text } = paragraph(stood, KEY);
  return { text, findings };
}

test.each<[what: string, threshold: number, planned: string, asked: boolean]>([
  ["no threshold, one cent more", 0, "75.39", true],
  ["no threshold, one cent less", 0, "75.41", true],
  ["no threshold, as planned", 0, "75.40", false],
  ["more, above the threshold", 15.99, "65.00", true],
  ["more, at the threshold", 16, "65.00", false],
  ["more, below the threshold", 16.01, "65.00", false],
  ["less, above the threshold", 19.99, "94.25", true],
  ["less, at the threshold", 20, "94.25", false],
  ["as planned, with a threshold", 20, "75.40", false],
  ["nothing was planned, whatever the threshold", 100, "0.00", true],
])("a reason for an 项: %s", async (_what, threshold, planned, asked) => {
  const { text, findings } = await item(threshold, planned, "");
  expect(text.includes("主要原因是：【缺：差异原因】。")).toBe(asked);
  expect(findings.map(({ code, state, explanation }) => `${code} ${state} ${explanation}`)).toEqual(
    asked ? [expect.stringMatching(ITEM)] : [],
  );
});

test.each<[what: string, planned: string, reason: string, says: string]>([
  ["above the threshold", "60.00", "人员增加", "大于年初预算数的主要原因是：人员增加。"],
  ["below the threshold: told all the same", "70.00", "人员增加", "主要原因是：人员增加。"],
  ["of blanks alone is none", "60.00", "　 ", ASKED],
])("a reason typed, %s", async (_what, planned, reason, says) => {
  expect((await item(16, planned, reason)).text).toContain(says);
});

test.each<[what: string, planned: string]>([
  ["blank", ""],
  ["a text", "约65"],
])("年初预算数 %s: whether a reason is wanted cannot be told", async (_what, planned) => {
  const { text, findings } = await item(16, planned, "");
  expect(text).toContain("【缺：年初预算数】");
  expect(findings.map(({ code, state }) => `${code} ${state}`)).toEqual(["K572 undetermined"]);
});

test("the finding names the cell of the reason, then the sentence", async () => {
  const { findings } = await item(10, "60.00", "");
  expect(findings[0]?.cells.map(formatAddress)).toEqual([
    expect.stringMatching(/^分项补充资料!D[0-9]+$/u),
    expect.stringMatching(/^情况说明!A[0-9]+$/u),
  ]);
});
