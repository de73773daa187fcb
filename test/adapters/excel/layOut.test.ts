import { formatPosition, type CellPosition } from "../../../src/domain/workbook/cellAddress";
import type { CellStyle, SheetPlan } from "../../../src/domain/workbook/writePlan";
import { positionsIn } from "../../../src/adapters/guard/planLimits";
import type { WriteStep } from "../../../src/ports/workbookPorts";
import { at, planOf, range, sheetPlan } from "../../contract/plans";
import type { HostSheet } from "../../support/excelHost/hostSheet";
import { openExcel } from "../../support/excelHost/openExcel";
import { fullSet, ownWorkbook } from "./excelSet";

const ALIGNMENT = { left: "Left", center: "Center", right: "Right", justify: "Justify" };
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" };

function expectedLook(style: CellStyle): Record<string, unknown> {
  const edge = style.border && { Style: "Continuous" };
  return Object.fromEntries(
    Object.entries({
      "Font.Name": style.fontName,
      "Font.Size": style.fontSize,
      "Font.Bold": style.bold,
      "Font.Color": style.color && `#${style.color}`,
      "Fill.Color": style.fill && `#${style.fill}`,
      HorizontalAlignment: style.horizontal && ALIGNMENT[style.horizontal],
      VerticalAlignment: style.vertical && VERTICAL[style.vertical],
      WrapText: style.wrap,
      IndentLevel: style.indent,
      NumberFormat: style.numberFormat,
      "Border.EdgeTop.Style": edge?.Style,
      "Border.EdgeLeft.Style": edge?.Style,
    }).filter(([, value]) => value !== undefined),
  );
}

function standing(sheet: HostSheet): Record<string, unknown> {
  return Object.fromEntries(
    [...sheet.cells].map(([key, { formula, value }]) => [key, formula ?? value]),
  );
}

function planned({ cells }: SheetPlan): Record<string, unknown> {
  return Object.fromEntries(
    cells.flatMap(({ value, formula, ...position }) => {
      const content = formula === undefined ? value : `=${formula}`;
      return content === null || content === "" ? [] : [[formatPosition(position), content]];
    }),
  );
}

/** Also under merges, where each cell shall look like the anchor. */
function wrongLooks(sheet: HostSheet, { cells, merges }: SheetPlan): string[] {
  const styles = new Map(cells.map((cell) => [formatPosition(cell), cell.style ?? ""]));
  const covered = merges.flatMap((merge) =>
    [...positionsIn(merge)].flatMap((position) => {
      const anchor = styles.get(formatPosition({ row: merge.top, column: merge.left })) ?? "";
      return styles.has(formatPosition(position)) ? [] : [{ ...position, style: anchor }];
    }),
  );
  return [...cells, ...covered].flatMap(({ style, ...position }) => {
    const look = sheet.look(position);
    const wanted = expectedLook(fullSet.styles.get(style ?? "") ?? {});
    const wrong = Object.entries(wanted).filter(([key, value]) => look[key] !== value);
    return wrong.map(([key]) => `${formatPosition(position)} ${key}: ${String(look[key])}`);
  });
}

describe("the laid out set", () => {
  const { host, workbook } = openExcel(ownWorkbook);
  const added = workbook.addSheets(fullSet);
  const sheets = fullSet.sheets.map((sheet) => [sheet.name, sheet] as const);

  test.each(sheets)("%s: contents, looks, sizes, marks and page as planned", async (name, plan) => {
    await added;
    const sheet = host.get(name);
    expect(standing(sheet)).toEqual(planned(plan));
    expect(sheet.visibility.toLowerCase()).toBe(plan.visibility.toLowerCase());
    expect(sheet.merges).toEqual(plan.merges);
    expect(wrongLooks(sheet, plan)).toEqual([]);
    expect(new Map([...sheet.rowHeights].sort())).toEqual(new Map([...plan.rowHeights].sort()));
    expect([...sheet.columnWidths.keys()].sort()).toEqual([...plan.columnWidths.keys()].sort());
    expect([...sheet.hiddenColumns].sort()).toEqual([...plan.hiddenColumns].sort());
    expect(sheet.marks.map(({ range: area, formula }) => ({ range: area, formula }))).toEqual(
      plan.conditionalFormats.map((mark) => ({ range: mark.range, formula: `=${mark.formula}` })),
    );
    expect(sheet.validations.map((each) => each.range)).toEqual(
      plan.validations.map((each) => each.range),
    );
    expect(sheet.pageLayout["Orientation"]?.toString().toLowerCase()).toBe(
      plan.pageSetup?.orientation,
    );
    expect(sheet.frozen["FreezeRows"]).toBe(plan.freeze?.rows);
  });

  test("stands behind the person's own sheets, which are as before, and comes to the front", async () => {
    await added;
    expect(host.sheets.map(({ name }) => name)).toEqual([
      "我的表",
      ...sheets.map(([name]) => name),
    ]);
    expect(standing(host.get("我的表"))).toEqual({ A1: "我写的", B2: 12.5, B3: "=B2*2" });
    expect(host.front?.name).toBe("封面");
  });

  test("is taken back as a whole", async () => {
    expect(await workbook.takeBack(await added)).toEqual({
      kept: [],
      keptSheets: [],
      neededSheets: [],
    });
    expect(host.sheets.map(({ name }) => name)).toEqual(["我的表"]);
  });
});

const TEXTS = [
  "201",
  "0010",
  "=1+1",
  "'单引号",
  "2020年",
  "3月",
  "1-2",
  "12:30",
  "(12.5)",
  "１２３",
  "TRUE",
  "1,234.00",
  "50%",
  "-",
  "+",
  "@甲",
  "一、基本支出",
  "（一）工资",
  "_x000D_",
] as const;

test.each(TEXTS)(
  "the text %s stays this text in a cell of its own format or of text",
  async (text) => {
    const { host, workbook } = openExcel(ownWorkbook);
    const styles = new Map([["text", { numberFormat: "@" }]]);
    const plan = {
      ...planOf(sheetPlan("新", { A1: text, A2: { value: text, style: "text" } })),
      styles,
    };
    await workbook.addSheets(plan);
    expect(standing(host.get("新"))).toEqual({ A1: text, A2: text });
    await workbook.writeCells([
      { sheet: "新", row: 3, column: 1, value: text },
      { sheet: "新", row: 2, column: 1, value: `${text}.` },
    ]);
    expect(standing(host.get("新"))).toMatchObject({ A2: `${text}.`, A3: text });
  },
);

test("a formula in a text cell is a formula", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  const cell = { formula: "1+1", value: 2, style: "text" };
  const plan = planOf(sheetPlan("新", { A1: cell }));
  const styles = new Map([["text", { numberFormat: "@" }]]);
  await workbook.addSheets({ ...plan, styles });
  expect(standing(host.get("新"))).toEqual({ A1: "=1+1" });
  expect(host.get("新").look({ row: 1, column: 1 })).toMatchObject({ NumberFormat: "@" });
});

test("a set too long for one request is written in several, a sheet too long for one answer read in bands", async () => {
  const cells = Object.fromEntries(
    Array.from({ length: 12_000 }, (_, row) => [
      `A${String(row + 1)}`,
      `甲${"字".repeat(200)}${String(row)}`,
    ]),
  );
  const { host, workbook } = openExcel(ownWorkbook);
  host.moods.payloadCap = 5_000_000;
  await workbook.addSheets(planOf(sheetPlan("长表", cells)));
  expect(standing(host.get("长表"))).toEqual(cells);
  host.takeRequests();
  const read = await workbook.read();
  expect(at(read, "长表", "A12000")).toBe(cells["A12000"]);
  for (const { answerBytes } of host.takeRequests()) expect(answerBytes).toBeLessThan(5_000_000);
});

test("values that the host leaves out, being too many, are asked for in bands", async () => {
  const { host, workbook } = openExcel(planOf(sheetPlan("表", { A1: 1, B4: 4, A9: 9 })));
  host.moods.mostCells = 4;
  const read = await workbook.read();
  expect(["A1", "B4", "A9", "B2"].map((address) => at(read, "表", address))).toEqual([
    1,
    4,
    9,
    null,
  ]);
});

test("more than 512 merges are learnt in parts", async () => {
  const merges = Array.from({ length: 600 }, (_, row) =>
    range(`A${String(row + 1)}:B${String(row + 1)}`),
  );
  const { workbook } = openExcel(planOf(sheetPlan("表", { A600: "末" }, { merges })));
  const { sheets } = await workbook.read("thorough");
  expect(sheets[0]?.merges).toHaveLength(600);
  expect(sheets[0]?.merges).toEqual(expect.arrayContaining(merges));
});

test("Excel's own way of writing a formula is not taken for a change", async () => {
  const { host, workbook } = openExcel(planOf(sheetPlan("表", { A1: 1 })));
  const receipt = await workbook.addSheets(
    planOf(sheetPlan("新", { A1: { formula: "sum('表'!A1, 2)", value: 3 } })),
  );
  host.get("新").cells.set("A1", { value: null, formula: "=SUM(表!A1,2)" });
  expect(await workbook.takeBack(receipt)).toEqual({ kept: [], keptSheets: [], neededSheets: [] });
});

function position(address: string): CellPosition {
  const { top: row, left: column } = range(address);
  return { row, column };
}

test("a sheet that the person has renamed since is kept and named", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  const receipt = await workbook.addSheets(planOf(sheetPlan("新", { A1: 1 })));
  host.rename(host.get("新"), "我要留的");
  expect(await workbook.takeBack(receipt)).toEqual({
    kept: [],
    keptSheets: ["新"],
    neededSheets: [],
  });
  expect(host.get("我要留的").cell(position("A1"))).toEqual({ value: 1 });
});

describe("how far it has come is told", () => {
  const steps = async (write: (progress: (step: WriteStep) => void) => Promise<unknown>) => {
    const told: string[] = [];
    await write((step) =>
      told.push(step.kind === "writing" ? `${String(step.part)}/${String(step.parts)}` : step.kind),
    ).catch(() => told.push("refused"));
    return told;
  };

  test("while laying out, and while repairing", async () => {
    const { workbook } = openExcel(ownWorkbook);
    expect(await steps((told) => workbook.addSheets(fullSet, told))).toEqual([
      "checking",
      "1/1",
      "readingBack",
    ]);
    expect(await steps((told) => workbook.restore(fullSet, told))).toEqual([
      "checking",
      "1/1",
      "readingBack",
    ]);
  });

  test("part by part where one request does not hold it, and when it is taken back", async () => {
    const { host, workbook } = openExcel(ownWorkbook);
    const rows = Array.from({ length: 60 }, (_, index) => `A${String(index + 1)}`);
    const long = planOf(
      sheetPlan("长", Object.fromEntries(rows.map((row) => [row, "长".repeat(30_000)]))),
    );
    expect(await steps((told) => workbook.addSheets(long, told))).toEqual([
      "checking",
      "1/2",
      "2/2",
      "readingBack",
    ]);
    host.moods.failures.set(host.requests.filter(({ isCleanUp }) => !isCleanUp).length + 2, {
      kind: "halfway",
      code: "GeneralException",
    });
    expect(await steps((told) => workbook.addSheets(fullSet, told))).toEqual([
      "checking",
      "1/1",
      "takingBack",
      "refused",
    ]);
  });
});
