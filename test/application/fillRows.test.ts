import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import {
  fillFigures,
  FillStopped,
  withdrawFill,
  type FilledSet,
} from "../../src/application/fillFigures";
import type { Fill } from "../../src/domain/intake/fillPlan";
import { WorkbookError, type RowEdit } from "../../src/ports/workbookPorts";
import { planOf, sheetPlan } from "../contract/plans";

/** Does this many of the rows that come in or go, and then no more. */
class StoppingWorkbook extends MemoryWorkbook {
  stopsAfter = Number.POSITIVE_INFINITY;

  override async editRows(...edits: readonly RowEdit[]) {
    const stay = await super.editRows(...edits.slice(0, this.stopsAfter));
    if (edits.length > this.stopsAfter) throw new WorkbookError("hostBusy");
    return stay;
  }
}

const codes = { A1: "合计", A2: "201", A3: "20101", A4: "2010102", A5: "202", A7: "注" };
const rows: Fill["rows"] = [
  { sheet: "收入", row: 4, count: 1 },
  { sheet: "收入", row: 6, count: 2 },
  { sheet: "收入", row: 9, count: 3 },
  { sheet: "支出", row: 2, count: 1 },
  { sheet: "支出", row: 5, count: 1 },
];

async function begin() {
  const editor = new StoppingWorkbook();
  await editor.addSheets(planOf(sheetPlan("收入", codes), sheetPlan("支出", codes)));
  const before = await editor.read();
  const fill: Fill = {
    rows,
    form: planOf(),
    cells: rows.map(({ sheet, row }) => ({ sheet, row, column: 1, value: "2010101" })),
    conflicts: [],
    shifted: [],
    placed: new Map(),
    differentShape: [],
  };
  const run = () => fillFigures(editor, before, fill, {}, () => undefined);
  return { editor, before, run };
}

const STOPS = [0, 1, 2, 3, 4];

test("rows between rows come in with one call, and all go back", async () => {
  const { editor, before, run } = await begin();
  const edit = jest.spyOn(editor, "editRows");
  const done = await run();
  const columns = (await editor.read()).sheets.map(({ values }) => values.map(([code]) => code));
  expect(columns).toMatchObject([
    { 3: "2010101", 4: "2010102", 5: "2010101", 7: "202", 8: "2010101" },
    { 0: "合计", 1: "2010101", 4: "2010101" },
  ]);
  expect(await withdrawFill(editor, done, () => undefined)).toMatchObject({ keptRows: [] });
  expect(edit).toHaveBeenCalledTimes(2);
  expect(await editor.read()).toEqual(before);
});

test.each(STOPS)("rows that come in stop after %s: those that came are known", async (came) => {
  const { editor, before, run } = await begin();
  editor.stopsAfter = came;
  const stopped = await run().catch((error: unknown) => error);
  editor.stopsAfter = Number.POSITIVE_INFINITY;
  expect(stopped).toBeInstanceOf(FillStopped);
  const { done } = stopped as FillStopped;
  expect(done.rows).toEqual(rows.slice(0, came));
  await withdrawFill(editor, done, () => undefined);
  expect(await editor.read()).toEqual(before);
});

test.each(STOPS)("rows that go stop after %s: the others are told, and go then", async (went) => {
  const { editor, before, run } = await begin();
  const done = await run();
  editor.stopsAfter = went;
  let left: FilledSet | undefined;
  const told = (each: FilledSet) => (left = each);
  await expect(withdrawFill(editor, done, told)).rejects.toMatchObject({ code: "hostBusy" });
  editor.stopsAfter = Number.POSITIVE_INFINITY;
  expect(left?.rows).toEqual(rows.slice(0, rows.length - went));
  await withdrawFill(editor, left!, told);
  expect(await editor.read()).toEqual(before);
});

test("a row in which somebody has written stays, the others go", async () => {
  const { editor, run } = await begin();
  const done = await run();
  await editor.writeCells([{ sheet: "收入", row: 7, column: 5, value: "记一笔" }]);
  const { keptRows } = await withdrawFill(editor, done, () => undefined);
  expect(keptRows).toEqual([rows[1]]);
  const [revenue] = (await editor.read()).sheets;
  expect(revenue?.values[5]?.[4]).toBe("记一笔");
});
