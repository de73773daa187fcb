import { moveFormula } from "../../src/adapters/guard/formulaText";
import { clearMarks } from "../../src/application/clearMarks";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { formatPosition, parseRange } from "../../src/domain/workbook/cellAddress";
import { fullSet, ownWorkbook } from "../adapters/excel/excelSet";
import { planOf, sheetPlan } from "../contract/plans";
import type { ExcelHost, SentRequest } from "../support/excelHost/excelHost";
import type { HostMark } from "../support/excelHost/hostSheet";
import { openExcel } from "../support/excelHost/openExcel";
import { catalogOf, hunan2020 } from "./catalogs";

const library = () => new TemplateLibrary(catalogOf(hunan2020));
const TABLE = "支出决算表";

/** As they are laid out. */
function marksOf(sheet: string): HostMark[] {
  const { conditionalFormats = [] } = fullSet.sheets.find(({ name }) => name === sheet) ?? {};
  return conditionalFormats.map(({ range, formula }) => ({ range, formula, format: {} }));
}

/** The question for merges, which Excel counts among writes, is the press's own and comes before. */
function writesOf(requests: readonly SentRequest[]): SentRequest[] {
  const [, ...writes] = requests.filter(({ isWrite }) => isWrite);
  return writes;
}

function open(version?: string) {
  const { host, workbook } = openExcel(fullSet, { ...(version === undefined ? {} : { version }) });
  for (const sheet of host.sheets) sheet.marks = marksOf(sheet.name);
  return { host, workbook };
}

test("every mark goes from the tables, and what 审核 and 情况说明 show stays", async () => {
  const { host, workbook } = open();
  const beside = { range: { top: 60, left: 20, bottom: 60, right: 20 }, format: {} };
  host.get(TABLE).marks.push(beside);
  await clearMarks(workbook, library());
  const left = new Map(host.sheets.map(({ name, marks }) => [name, marks]));
  expect(left.get(TABLE)).toEqual([beside]);
  for (const name of ["审核", "情况说明"]) expect(left.get(name)).toEqual(marksOf(name));
  const others = [...left].filter(([name]) => ![TABLE, "审核", "情况说明"].includes(name));
  expect(others.flatMap(([, marks]) => marks)).toEqual([]);
});

/** Rows come and go above the tables' rows, between them and at their ends. */
const EDITS = [
  { kind: "insertRows", row: 2, count: 1 },
  { kind: "insertRows", row: 10, count: 3 },
  { kind: "deleteRows", row: 12, count: 2 },
] as const;

test.each(EDITS)("also after $kind at row $row", async (edit) => {
  const { host, workbook } = open();
  for (const name of [TABLE, "收入决算表", "收入支出决算总表"]) host.moveRows(host.get(name), edit);
  await clearMarks(workbook, library());
  for (const { name, marks } of host.sheets) {
    if (!["审核", "情况说明"].includes(name)) expect([name, marks]).toEqual([name, []]);
  }
});

describe("a person's own conditional formats stay", () => {
  const area = marksOf(TABLE)[0]!.range;
  const { top, left } = area;
  const cell = formatPosition({ row: top, column: left });
  const OWN: readonly HostMark[] = [
    { range: area, type: "CellValue", format: {} },
    { range: area, type: "ColorScale", format: {} },
    { range: area, formula: `=${cell}>100`, format: {} },
    { range: area, formula: `=${cell}="不符"`, format: {} },
    { range: { ...area, bottom: top }, formula: `=$A${String(top)}="尾差"`, format: {} },
    { range: area, formula: `=AND(LEN($A${String(top)})=3,${cell}>0)`, format: {} },
  ];

  test.each(["1.9", "1.14", "1.20"])("with ExcelApi %s", async (version) => {
    const { host, workbook } = open(version);
    const marks = marksOf(TABLE);
    host.get(TABLE).marks = [...OWN.slice(0, 3), ...marks, ...OWN.slice(3)];
    host.moveRows(host.get(TABLE), { kind: "insertRows", row: top + 1, count: 2 });
    await clearMarks(workbook, library());
    expect(host.get(TABLE).marks).toEqual(OWN);
  });

  test("nothing is written where there is nothing else", async () => {
    const { host, workbook } = open();
    for (const sheet of host.sheets) sheet.marks = [];
    host.get(TABLE).marks = [...OWN];
    host.takeRequests();
    await clearMarks(workbook, library());
    expect(writesOf(host.takeRequests())).toEqual([]);
    expect(host.get(TABLE).marks).toEqual(OWN);
  });

  test("thousands of them take a few looks more, and one write as ever", async () => {
    const { host, workbook } = open();
    const marks = Array.from({ length: 2_000 }, (_, index): HostMark => ({
      range: area,
      formula: `=${cell}>${String(index)}`,
      format: {},
    }));
    host.get(TABLE).marks = [...marksOf(TABLE), ...marks];
    host.takeRequests();
    await clearMarks(workbook, library());
    const requests = host.takeRequests();
    expect(writesOf(requests)).toHaveLength(1);
    expect(requests.length).toBeLessThanOrEqual(10);
    // Those before read the whole workbook.
    for (const { bytes, answerBytes } of requests.slice(3)) {
      expect(Math.max(bytes, answerBytes)).toBeLessThan(1_000_000);
    }
    expect(host.get(TABLE).marks).toHaveLength(2_000);
  });
});

test("what is left of a mark where cells were pasted over goes too, however Excel prints it", async () => {
  const { host, workbook } = open();
  const [mark] = marksOf(TABLE);
  const { range, formula = "" } = mark!;
  const right = { ...range, left: range.left + 2, top: range.top + 1 };
  const moved = `= ${moveFormula(formula, 1, 2).toLowerCase()}`;
  host.get(TABLE).marks = [{ range: right, formula: moved, format: {} }];
  await clearMarks(workbook, library());
  expect(host.get(TABLE).marks).toEqual([]);
});

test("a mark over two areas goes once", async () => {
  const { host, workbook } = openExcel(planOf(sheetPlan("表", {}, { conditionalFormats: [] })));
  const range = { top: 2, left: 2, bottom: 9, right: 5 };
  host.get("表").marks = [{ range, formula: '=H2="不符"', format: {} }];
  await workbook.clearMarks(
    ["B2:C9", "D2:E9"].map((area) => ({
      sheet: "表",
      range: parseRange(area)!,
      formula: 'H4="不符"',
    })),
  );
  expect(host.get("表").marks).toEqual([]);
});

test("it is one write, and no figure or formula is touched", async () => {
  const { host, workbook } = open();
  const cells = () => host.sheets.map((sheet) => [...sheet.cells]);
  const before = cells();
  await workbook.read();
  host.takeRequests();
  await clearMarks(workbook, library());
  expect(cells()).toEqual(before);
  const requests = host.takeRequests();
  // Reading all and asking for merges, asking for protection and for rules, for their formulas, the one write.
  expect(requests.length).toBeLessThanOrEqual(5);
  expect(writesOf(requests)).toEqual(requests.slice(-1));
  for (const { bytes } of requests) expect(bytes).toBeLessThan(131_072);
});

const SPOILT: readonly (readonly [string, string, (host: ExcelHost) => void])[] = [
  [
    "a protected sheet",
    "protected",
    (host) => {
      host.get(TABLE).isProtected = true;
    },
  ],
  [
    "an Excel that refuses",
    "accessDenied",
    ({ moods }) => moods.failures.set(4, { kind: "refused", code: "AccessDenied" }),
  ],
];

test.each(SPOILT)("with %s no mark goes", async (_, code, spoil) => {
  const { host, workbook } = open();
  spoil(host);
  await expect(clearMarks(workbook, library())).rejects.toMatchObject({ code });
  expect(host.get("收入决算表").marks).toEqual(marksOf("收入决算表"));
});

test("a workbook without tables is left alone, and it is said", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  await expect(clearMarks(workbook, library())).rejects.toMatchObject({
    code: "nothingRecognised",
  });
  expect(host.get("我的表").cells.size).toBe(3);
});

describe("when the write fails", () => {
  /** Which of its requests writes, from 1. */
  async function writeNumber(): Promise<number> {
    const { host, workbook } = open();
    await clearMarks(workbook, library());
    return host.takeRequests().length;
  }
  const countOf = (host: ExcelHost) => host.sheets.flatMap(({ marks }) => marks).length;
  const refusalOf = (work: Promise<void>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  test("on the way: said how many sheets are left, and another press ends it", async () => {
    const { host, workbook } = open();
    host.moods.failures.set(await writeNumber(), { kind: "halfway", code: "GeneralException" });
    const all = countOf(host);
    const error = await refusalOf(clearMarks(workbook, library()));
    expect(countOf(host)).toBeLessThan(all);
    expect(error).toMatchObject({
      code: "marksLeft",
      detail: expect.stringMatching(/^[1-9]\d*$/u),
    });
    await clearMarks(workbook, library());
    for (const name of ["审核", "情况说明"]) expect(host.get(name).marks).toEqual(marksOf(name));
    expect(host.get(TABLE).marks).toEqual([]);
  });

  test("on the way, and Excel does not say what is left", async () => {
    const { host, workbook } = open();
    const number = await writeNumber();
    for (const each of [0, 1, 2, 3, 4]) {
      host.moods.failures.set(number + each, { kind: "halfway", code: "GeneralException" });
    }
    expect(await refusalOf(clearMarks(workbook, library()))).toMatchObject({
      code: "marksLeft",
      detail: "",
    });
  });

  test("at its end: all are gone, and nothing is said", async () => {
    const { host, workbook } = open();
    host.moods.failures.set(await writeNumber(), { kind: "atTheEnd", code: "GeneralException" });
    expect(await refusalOf(clearMarks(workbook, library()))).toBeUndefined();
    expect(host.get(TABLE).marks).toEqual([]);
  });

  test("as a whole: that is said", async () => {
    const { host, workbook } = open();
    host.moods.failures.set(await writeNumber(), { kind: "refused", code: "AccessDenied" });
    const all = countOf(host);
    expect(await refusalOf(clearMarks(workbook, library()))).toMatchObject({
      code: "accessDenied",
    });
    expect(countOf(host)).toBe(all);
  });
});
