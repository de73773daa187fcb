import { writeFileSync } from "node:fs";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { checkWorkbook } from "../../src/application/checkWorkbook";
import { stateSheets } from "../../src/application/keptState";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { giveReason } from "../../src/domain/checking/explanations/giveReason";
import { overBudget, receptionOf } from "../domain/checking/explanations/overBudget";
import { seed001 } from "../golden/seed001";
import { planOf } from "../support/goldenPlan";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { catalog } from "../taskpane/seedChecked";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

/** The workbook `golden` with the reasons that were given while it was `given`. */
async function saveExplained(
  file: string,
  reasons: Readonly<Record<string, string>>,
  golden: Golden,
  given = golden,
): Promise<void> {
  const reader = { read: () => Promise.resolve(snapshotOf(given)) };
  const checked = await checkWorkbook(reader, new TemplateLibrary(catalog));
  const explanations = Object.entries(reasons).flatMap(([code, reason]) => {
    const findings = checked.report.findings.filter((each) => each.code === code);
    return giveReason([], findings, reason, checked);
  });
  const plan = planOf(golden);
  const sheets = [...plan.sheets, ...stateSheets({ explanations })];
  writeFileSync(file, await new XlsxFile().write({ ...plan, sheets }));
}

const REASONS = { K168: "承办会议，接待增多", K311: "冲减以前年度支出" };

beforeAll(async () => {
  await saveGolden("bare.xlsx", overBudget);
  await saveExplained("explained.xlsx", REASONS, overBudget);
  await saveExplained(
    "changed.xlsx",
    REASONS,
    receptionOf("5.11", "39.41")(overBudget),
    overBudget,
  );
  await saveExplained("noted.xlsx", { K102: "正在核对" }, seed001);
});

interface FindingJson {
  readonly code: string;
  readonly reason?: string;
  readonly reasonState?: string;
}

async function findingsOf(file: string): Promise<readonly FindingJson[]> {
  const { out } = await gongkai("check", file, "--json");
  return (JSON.parse(out) as { findings: FindingJson[] }).findings;
}

const statesOf = async (file: string, code: string) =>
  (await findingsOf(file)).filter((each) => each.code === code).map((each) => each.reasonState);

test("what has been explained stands apart, with its reason", async () => {
  const { code, out } = await gongkai("check", "explained.xlsx");
  expect(code).toBe(0);
  expect(out).not.toContain("改或说明（");
  const [, explained] = out.split("\n\n已说明（3）\n");
  expect(explained?.split("\n").slice(0, 3)).toEqual([
    expect.stringContaining("前者多 1.10"),
    "     公开07表!L8、F8　K168",
    "     说明：承办会议，接待增多",
  ]);
});

test("what has changed since is open again, with what was said before", async () => {
  const { out } = await gongkai("check", "changed.xlsx");
  expect(out).toContain("改或说明（1）");
  expect(out).toContain("     原说明，数字已变：承办会议，接待增多");
  expect(out).toContain("已说明（2）");
});

test.each([
  ["bare.xlsx", 0],
  ["explained.xlsx", 0],
  ["noted.xlsx", 1],
])("a reason changes no exit code: %s", async (file, code) => {
  expect((await gongkai("check", file)).code).toBe(code);
});

test.each([
  ["bare.xlsx", "K168", [undefined]],
  ["explained.xlsx", "K168", ["closed"]],
  ["explained.xlsx", "K311", ["closed", "closed"]],
  ["changed.xlsx", "K168", ["reopened"]],
  ["noted.xlsx", "K102", ["noted"]],
])("--json of %s says of %s %j", async (file, code, states) => {
  expect(await statesOf(file, code)).toEqual(states);
});

test("--json has the two keys last, and only where there is a reason", async () => {
  const [with_, without] = [await findingsOf("explained.xlsx"), await findingsOf("bare.xlsx")];
  const keys = Object.keys(with_.find(({ code }) => code === "K168")!);
  expect(keys.slice(-2)).toEqual(["reason", "reasonState"]);
  expect(keys.slice(0, -2)).toEqual(Object.keys(without.find(({ code }) => code === "K168")!));
});

test("layout --figures carries the reasons over", async () => {
  const laidOut = await gongkai(
    ...["layout", "--template", "hunan-2020", "--unit", "某某局"],
    ...["--figures", "explained.xlsx", "-o", "anew.xlsx"],
  );
  expect(laidOut.code).toBe(0);
  expect(await statesOf("anew.xlsx", "K168")).toEqual(["closed"]);
  expect(await statesOf("anew.xlsx", "K311")).toEqual(["closed", "closed"]);
});
