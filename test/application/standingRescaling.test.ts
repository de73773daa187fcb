import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import { planRestore } from "../../src/application/standingRescaling";
import { takeFigures } from "../../src/application/takeFigures";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { unitNameOf } from "../../src/domain/disclosure/unitNameOf";
import { readOriginals } from "../../src/domain/rescaling/originals";
import { readState } from "../../src/domain/workbook/stateSheet";
import type { Clock } from "../../src/ports/clock";
import { without } from "../cli/cliRun";
import { timesLarger } from "../domain/rescaling/yuanUnits";
import { randomUnit } from "../golden/randomUnit";
import { workbookOf } from "../golden/unitWorkbook";
import { snapshotOf } from "../support/goldenWorkbook";
import { catalogOf, hunan2020 } from "./catalogs";

const library = new TemplateLibrary(catalogOf(hunan2020));
const clock: Clock = {
  now: () => new Date("2026-01-01T10:32:00"),
  painted: () => Promise.resolve(),
  after: () => () => undefined,
};
const LIST = "舍位调整清单";

const golden = without(workbookOf(timesLarger(randomUnit(4, 6), 1237)), "附件1", "补充资料");
const inYuan = snapshotOf({
  ...golden,
  sheets: golden.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((text) => text.replace("单位：万元", "单位：元"))),
  })),
});

async function rescaledSet() {
  const editor = new MemoryWorkbook();
  const session = new DraftingSession(editor, library, clock);
  await session.start();
  const figures = await takeFigures([{ name: "元.xlsx", snapshot: inYuan }], library, "hunan-2020");
  await session.layOut({ templateId: "hunan-2020", unitName: "某局", year: 2020, figures });
  expect(session.state().trouble).toBeUndefined();
  return { editor, session, figures };
}

const cellsOf = async (editor: MemoryWorkbook) =>
  (await editor.read()).sheets.map(({ name, values }) => ({ name, values }));

async function keeps(editor: MemoryWorkbook) {
  return readOriginals(readState(await editor.read())).kind;
}

test("恢复 puts the figures from before into the set, to the 分, and 撤回 takes it back", async () => {
  const { editor, session } = await rescaledSet();
  const before = await cellsOf(editor);
  const { cells, changed } = planRestore(session.state().checked!)!;
  expect(changed).toEqual([]);
  expect(cells.length).toBeGreaterThan(10);
  await session.restore();
  expect(session.state()).toMatchObject({ lastWrite: { kind: "restore" } });
  expect(await keeps(editor)).toBe("none");
  expect(planRestore(session.state().checked!)).toBeUndefined();
  const { sheets } = await editor.read();
  for (const { sheet, row, column, value } of cells) {
    const own = sheets.find(({ name }) => name === sheet)!;
    expect(own.values[row - 1]![column - 1]).toBe(value);
    expect(Math.round(value * 1_000_000)).toBeCloseTo(value * 1_000_000, 4);
  }
  await session.takeBack();
  expect(await cellsOf(editor)).toEqual(before);
  expect(await keeps(editor)).toBe("originals");
});

const adjusted = ({ rescaled }: Awaited<ReturnType<typeof takeFigures>>) =>
  rescaled!.rescaling.adjustments
    .flatMap(({ places, adjusted: to }) =>
      places.map(({ table, row, column }) => `${table} ${row} ${column} ${to.toFixed(2)}`),
    )
    .sort();

test("a set that was restored is balanced as it was before, though its totals are rounded", async () => {
  const { editor, session, figures } = await rescaledSet();
  await session.restore();
  const files = [{ name: "恢复.xlsx", snapshot: await editor.read() }];
  const again = await takeFigures(files, library, "hunan-2020");
  const { unbalanced, unequal } = again.rescaled!;
  expect({ unbalanced, unequal }).toEqual({ unbalanced: [], unequal: [] });
  expect(adjusted(again)).toEqual(adjusted(figures));
});

test("取数 into a set that was restored rounds what stands there, and leaves its totals formulas", async () => {
  const { editor, session, figures } = await rescaledSet();
  await session.restore();
  const { formulas: before } = await formulasOf(editor);
  const { conflicts } = session.previewFill(figures)!;
  expect(conflicts).toEqual([]);
  await session.fill(figures, false);
  expect(session.state().trouble).toBeUndefined();
  expect((await formulasOf(editor)).formulas).toEqual(before);
  const tables = session.state().checked!.disclosure.placement.tables.values();
  const sheets = new Set(Array.from(tables, ({ sheet }) => sheet));
  for (const { name, values } of (await editor.read()).sheets) {
    if (!sheets.has(name)) continue;
    const long = values.flat().filter((value) => typeof value === "number" && !isPrinted(value));
    expect([name, long]).toEqual([name, []]);
  }
});

async function formulasOf(editor: MemoryWorkbook) {
  const { sheets } = await editor.read();
  return { formulas: sheets.map(({ name, formulas }) => [name, [...formulas.keys()].sort()]) };
}

function isPrinted(value: unknown): boolean {
  return Number(value).toFixed(2) === String(value) || Number(Number(value).toFixed(2)) === value;
}

test("what a person typed since stays, and is named", async () => {
  const { editor, session } = await rescaledSet();
  const [first] = planRestore(session.state().checked!)!.cells;
  const { sheet, row, column } = first!;
  await editor.writeCells([{ sheet, row, column, value: 987654.32 }]);
  await session.look();
  expect(planRestore(session.state().checked!)!.changed).toEqual([{ sheet, row, column }]);
  await session.restore();
  const own = (await editor.read()).sheets.find(({ name }) => name === sheet)!;
  expect(own.values[row - 1]![column - 1]).toBe(987654.32);
});

test("the list of what was adjusted comes as a sheet that is no table, and goes with 撤回", async () => {
  const { editor, session, figures } = await rescaledSet();
  const { adjustments } = figures.rescaled!.rescaling;
  await session.addAdjustmentList();
  const list = (await editor.read()).sheets.find(({ name }) => name === LIST)!;
  expect(list.values[1]![0]).toBe(
    `部门：${unitNameOf(session.state().checked!.disclosure)}　　共调整 ${String(adjustments.length)} 个数`,
  );
  const lines = list.values.slice(3).filter(([number]) => typeof number === "number");
  const yuanOf = lines.map((line) => line[5]);
  const expected = adjustments.flatMap((each) => each.places.map(() => each.yuan.toNumber()));
  expect([...yuanOf].sort()).toEqual([...expected].sort());
  const { problems } = session.state().checked!.disclosure;
  expect(problems.map(({ sheet }) => sheet)).not.toContain(LIST);
  await session.takeBack();
  expect((await editor.read()).sheets.map(({ name }) => name)).not.toContain(LIST);
});

test("a set that keeps nothing has nothing to restore and no list", async () => {
  const editor = new MemoryWorkbook();
  const session = new DraftingSession(editor, library, clock);
  await session.start();
  await session.layOut({ templateId: "hunan-2020", unitName: "某局", year: 2020 });
  expect(planRestore(session.state().checked!)).toBeUndefined();
  await session.restore();
  expect(session.state().trouble?.code).toBe("notRescaled");
  await session.addAdjustmentList();
  expect(session.state().trouble?.code).toBe("notRescaled");
});
