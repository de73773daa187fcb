import { createHash } from "node:crypto";
import { printReport, type CheckedSet } from "../../src/application/printReport";
import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import type { Finding } from "../../src/domain/checking/finding";
import { suspectCards } from "../../src/domain/checking/suspects/suspectCards";
import { canonicalText, listFigures } from "../../src/domain/disclosure/figureList";
import { recognise } from "../../src/domain/disclosure/recognise";
import type { CellValue, SheetSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { keptMinus } from "../../src/domain/layout/lists/keptMinus";
import type { SheetPlan, WritePlan } from "../../src/domain/workbook/writePlan";
import { typeInto, type Damage } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";

const template = shippedTemplate();
const today = new Date(2021, 2, 1);
const sha256 = (text: string) => Promise.resolve(createHash("sha256").update(text).digest("hex"));

function checked(...damages: readonly Damage[]): CheckedSet {
  const golden = damages.reduce((damaged, damage) => damage(damaged), quanbiaoyoushu);
  const disclosure = recognise(snapshotOf(golden), template.structure);
  const report = checkDisclosure(disclosure, template);
  return { template, disclosure, report, cards: suspectCards(report, disclosure, template) };
}

const print = (set: CheckedSet) => printReport(set, { today, sha256 });

function rowsOf(plan: WritePlan, index = 0): string[][] {
  const rows: string[][] = [];
  for (const { row, column, value } of plan.sheets[index]!.cells) {
    (rows[row - 1] ??= [])[column - 1] = typeof value === "object" ? "" : String(value);
  }
  return rows;
}

const sentence = (plan: WritePlan, start: string) =>
  rowsOf(plan)
    .map(([first = ""]) => first)
    .find((text) => text.startsWith(start));

const headings = [
  ...["序号", "级别", "表", "位置", "问题", "左方", "右方", "差额", "可能填错", "审核说明", "编号"],
];

function findingRows(plan: WritePlan): string[][] {
  const rows = rowsOf(plan);
  const head = rows.findIndex(([first]) => first === "序号");
  expect(rows[head]).toEqual(headings);
  return rows.slice(head + 1).filter(({ length }) => length === headings.length);
}

const wrong = typeInto("公开03表", "E11", "65.80");
const unread = typeInto("公开03表", "E11", "见附件");
// A red entry is an explanation's business in the golden, and stays.
const positive = [typeInto("公开03表", "E14", "0.00"), typeInto("公开05表", "E14", "0.00")];

test.each<[name: string, damages: Damage[], conclusion: RegExp]>([
  ["passing", [], /^审核结论：没有必须改的问题；有 \d+ 条要改正或写明审核说明。$/u],
  ["failing", [wrong], /^审核结论：有 [1-9]\d* 条必须改（像是出在 1 处），改正后才能公开；/u],
  ["undetermined is no pass", [unread], /有 [1-9]\d* 条数据不足，没有核对，不能算通过。$/u],
])("the conclusion of a set: %s", async (_, damages, conclusion) => {
  expect(sentence(await print(checked(...damages)), "审核结论")).toMatch(conclusion);
});

test("the head says unit, year, date, edition, version and fingerprint", async () => {
  const plan = await print(checked());
  expect(sentence(plan, "单位")).toBe(
    "单位：示例市城市运行服务中心　　年度：2020　　审核日期：2021年3月1日",
  );
  expect(sentence(plan, "审核依据")).toMatch(
    /^审核依据：湖南省2020年度部门决算公开表（九张）（模板 hunan-2020，版本 1\.0\.0）　　金额单位：万元　　数字指纹：[0-9a-f]{8} [0-9a-f]{8}（全文见“审核报告·数字”）$/u,
  );
  expect(rowsOf(plan, 2).flat()).toContainEqual(
    expect.stringMatching(/^数字指纹（SHA-256）：(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/u),
  );
});

test("findings come as they are worked through, with both sides and the likeliest cell", async () => {
  const [first, ...more] = findingRows(await print(checked(wrong)));
  expect(first).toEqual([
    ...["1", "必须改", "公开03表", "公开03表!D11、E11、F11、G11 等 6 格", expect.any(String)],
    ...["65.8", "68.5", "-2.7", "公开03表!E11 65.80 → 68.50", "", "K121"],
  ]);
  const levels = [first!, ...more].map(([, level]) => level);
  const order = ["必须改", "改或说明", "提示", "数据不足", "尾差"];
  expect(levels).toEqual([...levels].sort((a, b) => order.indexOf(a!) - order.indexOf(b!)));
});

test("reasons stand beside their findings and are counted", async () => {
  const set = checked(wrong);
  const [first] = set.report.findings.filter(({ level }) => level === "explain");
  const explained: Finding = { ...first!, reason: { state: "closed", words: "冲减以前年度支出" } };
  const findings = set.report.findings.map((finding) => (finding === first ? explained : finding));
  const plan = await print({ ...set, report: { ...set.report, findings } });
  const rows = findingRows(plan).filter((row) => row[9] !== "");
  expect(rows.map((row) => [row[4], row[9]])).toEqual([
    [keptMinus(explained.explanation), "冲减以前年度支出"],
  ]);
  expect(sentence(plan, "发现")).toMatch(/已说明 1/u);
});

test("a set without findings says so", async () => {
  const set = checked(...positive);
  const clean = { ...set, report: { ...set.report, findings: [] }, cards: [] };
  const plan = await print(clean);
  expect(findingRows(plan)).toEqual([]);
  expect(sentence(plan, "没有发现问题")).toBe("没有发现问题。");
});

test("every relation and check has a line, with what came of it", async () => {
  const plan = await print(checked(wrong));
  const rows = rowsOf(plan, 1);
  const codes = rows.map(([code]) => code);
  for (const { code } of [...template.relations, ...template.structure.definition.checks]) {
    expect(codes).toContain(code);
  }
  const counted = rows.find(([code]) => code === "K121")!;
  expect(counted.slice(3)).toEqual([expect.stringMatching(/^\d+$/u), "", "1", "", "", ""]);
});

/** What the row's own height leaves out at the width of its column, with thirteen points a line. */
function cutTexts({ cells, columnWidths, rowHeights, merges }: SheetPlan): string[] {
  const merged = new Set(merges.map(({ top }) => top));
  return cells.flatMap(({ row, column, value }) => {
    if (typeof value !== "string" || merged.has(row)) return [];
    const perLine = ((columnWidths.get(column) ?? 0) * 5.25 - 15) / 10;
    const narrow = value.match(/[\u0020-\u007f]/gu)?.length ?? 0;
    const lines = Math.ceil((value.length - narrow / 2) / perLine);
    return lines * 13 > (rowHeights.get(row) ?? 0) ? [value] : [];
  });
}

test("on paper: A4, headings on each page, no text cut, no figure too wide", async () => {
  const long = typeInto("公开03表", "C7", "123456789012.34");
  const set = checked(long, wrong);
  const [first, ...rest] = set.report.findings;
  const given = { state: "noted" as const, words: "情况属实。".repeat(400) };
  const findings = [{ ...first!, reason: given }, ...rest];
  const plan = await print({ ...set, report: { ...set.report, findings } });
  for (const sheet of plan.sheets) {
    expect(sheet.pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup?.titleRows).toEqual({
      first: sheet.freeze!.rows,
      last: sheet.freeze!.rows,
    });
    expect(Math.max(...sheet.rowHeights.values())).toBeLessThan(200);
    expect(cutTexts(sheet)).toEqual([]);
  }
  const reason = findingRows(plan).map((row) => row[9]);
  expect(reason.join("")).toBe("情况属实。".repeat(400));
  expect(plan.sheets[2]!.columnWidths.get(4)).toBeGreaterThanOrEqual(
    "123,456,789,012.34".length + 2,
  );
});

test("report sheets in the workbook are no tables, and change no fingerprint", async () => {
  const plan = await print(checked(wrong));
  const bare = snapshotOf(wrong(quanbiaoyoushu));
  const reports = plan.sheets.map(({ name, cells, merges }): SheetSnapshot => {
    const values: CellValue[][] = [];
    for (const { row, column, value } of cells) (values[row - 1] ??= [])[column - 1] = value;
    return { id: name, name, visibility: "visible", values, formulas: new Map(), merges };
  });
  const before = recognise(bare, template.structure);
  const after = recognise({ sheets: [...reports, ...bare.sheets] }, template.structure);
  expect(after.problems).toEqual(before.problems);
  expect(after.coverUnitName).toEqual(before.coverUnitName);
  expect(canonicalText(listFigures(after))).toBe(canonicalText(listFigures(before)));
});
