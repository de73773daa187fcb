import { clearMarks } from "../../src/application/clearMarks";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { fullSet, ownWorkbook } from "../adapters/excel/excelSet";
import type { ExcelHost } from "../support/excelHost/excelHost";
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

function open() {
  const { host, workbook } = openExcel(fullSet);
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

test("also where rows were inserted since", async () => {
  const { host, workbook } = open();
  host.moveRows(host.get(TABLE), { kind: "insertRows", row: 10, count: 3 });
  await clearMarks(workbook, library());
  expect(host.get(TABLE).marks).toEqual([]);
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
  // Reading all and asking for merges, asking for protection, the one write.
  expect(requests.length).toBeLessThanOrEqual(4);
  expect(requests.at(-1)?.isWrite).toBe(true);
  expect(requests.at(-1)?.bytes).toBeLessThan(16_384);
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

  test("on the way: said how many areas are left, and another press ends it", async () => {
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
