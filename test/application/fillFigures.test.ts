import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import { takeFigures } from "../../src/application/takeFigures";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { TotalCells } from "../../src/domain/layout/totalCells";
import { recognise } from "../../src/domain/disclosure/recognise";
import { formatPosition, parsePosition } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import type { Clock } from "../../src/ports/clock";
import { WorkbookError, type RowEdit } from "../../src/ports/workbookPorts";
import { readShippedJson } from "../assets/readShippedTemplate";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";

const template = shippedTemplate();
const library = new TemplateLibrary({
  list: () => Promise.resolve([{ id: "hunan-2020", version: "1.0.0", title: "湖南 2020" }]),
  load: () => Promise.resolve(readShippedJson("hunan-2020.json")),
});
const clock: Clock = {
  now: () => new Date("2026-01-01T10:32:00"),
  painted: () => Promise.resolve(),
  after: () => () => undefined,
};
const REVENUE = "收入决算表";
const published = snapshotOf(quanbiaoyoushu);

const take = (snapshot: WorkbookSnapshot = published) =>
  takeFigures([{ name: "导出.xlsx", snapshot }], library, "hunan-2020");

async function emptySet<Editor extends MemoryWorkbook>(editor: Editor) {
  const session = new DraftingSession(editor, library, clock);
  await session.start();
  await session.layOut({ templateId: "hunan-2020", unitName: "某局", year: 2020 });
  expect(session.state().trouble).toBeUndefined();
  return { editor, session };
}

async function type(editor: MemoryWorkbook, cells: Record<string, CellValue>, sheet = REVENUE) {
  await editor.writeCells(
    Object.entries(cells).map(([address, value]) => ({
      sheet,
      ...parsePosition(address)!,
      value,
    })),
  );
}

/** Every figure by table, row and column, as published, without totals: nothing computes them here. */
function figuresIn(disclosure: Disclosure): Record<string, string> {
  const { placement } = disclosure;
  const totals = new TotalCells(placement, template.totals);
  const figures: Record<string, string> = {};
  for (const [key, { blocks, table }] of placement.tables) {
    if (table.definition.role !== "disclosure") continue;
    for (const [index, { block, rows }] of blocks.entries()) {
      for (const { id } of rows) {
        for (const { key: column } of block.figureColumns) {
          const [at] = disclosure.figuresAt(key, index, id, column);
          if (at?.figure.kind !== "amount" || at.figure.published.isZero()) continue;
          if (at.cell && totals.at(at.cell)) continue;
          figures[`${key} ${id} ${column}`] = at.figure.published.toFixed(2);
        }
      }
    }
  }
  return figures;
}

const seenIn = async (editor: MemoryWorkbook) =>
  figuresIn(recognise(await editor.read(), template.structure));

const contentsOf = async (editor: MemoryWorkbook) =>
  (await editor.read()).sheets.map(({ name, values, formulas }) => ({
    name,
    cells: values.flatMap((row, index) =>
      row.flatMap((value, column) =>
        value === null || value === ""
          ? []
          : [`${formatPosition({ row: index + 1, column: column + 1 })} ${JSON.stringify(value)}`],
      ),
    ),
    formulas: [...formulas].sort(),
  }));

test("an empty set takes every figure, and gives all of it back", async () => {
  const { editor, session } = await emptySet(new MemoryWorkbook());
  const before = await contentsOf(editor);
  const taken = await take();
  expect(session.previewFill(taken)).toMatchObject({ conflicts: [], differentShape: [] });
  await session.fill(taken, false);
  expect(session.state()).toMatchObject({ trouble: undefined, lastWrite: { kind: "fill" } });
  expect(await seenIn(editor)).toEqual(figuresIn(recognise(published, template.structure)));
  await session.takeBack();
  expect(session.state().takenBack).toMatchObject({ kept: [], keptRows: [] });
  expect(await contentsOf(editor)).toEqual(before);
});

test("codes come where they belong, and what a person typed stays", async () => {
  const { editor, session } = await emptySet(new MemoryWorkbook());
  // 2010101 is in no file; the name of 201 is the person's own, and so is the text beside the table.
  await type(editor, { A8: "201", B8: "一般公共服务", A9: "2010101", D9: 7, K9: "问过老王" });
  await session.look();
  await session.fill(await take(), false);
  expect(session.state().trouble).toBeUndefined();
  const { values } = (await editor.read()).sheets.find(({ name }) => name === REVENUE)!;
  const rows = values
    .slice(7)
    .flatMap((row) => (row[0] === null || row[0] === undefined ? [] : [row]));
  const codes = rows.flatMap(([code]) =>
    typeof code === "string" && /^[0-9]+$/u.test(code) ? [code] : [],
  );
  expect(codes).toEqual([...codes].sort());
  expect(codes).toContain("2010101");
  expect(rows.find(([code]) => code === "201")?.[1]).toBe("一般公共服务");
  const own = rows.find(([code]) => code === "2010101");
  expect(own?.[3]).toBe(7);
  expect(own?.[10]).toBe("问过老王");
  await session.takeBack();
  const back = (await editor.read()).sheets.find(({ name }) => name === REVENUE)!.values;
  expect(back[8]?.[0]).toBe("2010101");
  expect(back[8]?.[10]).toBe("问过老王");
});

test("a figure that has no code yet is no row to fill, and stays", async () => {
  const { editor, session } = await emptySet(new MemoryWorkbook());
  await type(editor, { D8: 33.3 });
  await session.look();
  await session.fill(await take(), false);
  expect(session.state().trouble).toBeUndefined();
  const { values } = (await editor.read()).sheets.find(({ name }) => name === REVENUE)!;
  const [own, ...others] = values.filter((row) => row[3] === 33.3);
  expect(others).toEqual([]);
  expect(own?.[0] ?? null).toBeNull();
});

test("what is typed into a row that 取数 brought stays with its row", async () => {
  const { editor, session } = await emptySet(new MemoryWorkbook());
  await session.fill(await take(), false);
  const [rows] = session.state().lastWrite?.rows ?? [];
  await type(editor, { [`K${String(rows!.row)}`]: "记一笔" }, rows!.sheet);
  await session.takeBack();
  expect(session.state().takenBack?.keptRows).toEqual([rows]);
  const sheet = (await editor.read()).sheets.find(({ name }) => name === rows!.sheet)!;
  expect(sheet.values[rows!.row - 1]?.[10]).toBe("记一笔");
});

test("rows moved by a person while rows come in: no figure is written", async () => {
  const { editor, session } = await emptySet(new MemoryWorkbook());
  const insert = editor.editRows.bind(editor);
  let isFirst = true;
  editor.editRows = async (...edits) => {
    const stay = await insert(...edits);
    if (isFirst) await insert({ kind: "insertRows", sheet: REVENUE, row: 2, count: 1 });
    isFirst = false;
    return stay;
  };
  await session.fill(await take(), false);
  editor.editRows = insert;
  const { trouble, lastWrite } = session.state();
  expect(trouble?.code).toBe("changedMeanwhile");
  expect(lastWrite).toMatchObject({ kind: "fill", isPartial: true, receipt: { written: [] } });
});

describe("a figure that somebody typed otherwise", () => {
  async function filledWithAnother() {
    const { editor, session } = await emptySet(new MemoryWorkbook());
    await session.fill(await take(), false);
    const [place = ""] = Object.keys(await seenIn(editor)).filter((key) =>
      /^revenue #2010[0-9]{3} /u.test(key),
    );
    const [, id = "", column = ""] = place.split(" ");
    const disclosure = recognise(await editor.read(), template.structure);
    const { cell } = disclosure.figuresAt("revenue", 0, id, column)[0]!;
    await type(editor, { [formatPosition(cell!)]: 4.44 });
    await session.look();
    const valueThere = async () =>
      (await editor.read()).sheets.find(({ name }) => name === REVENUE)!.values[cell!.row - 1]?.[
        cell!.column - 1
      ];
    return { editor, session, cell, valueThere };
  }

  test("stays, and is shown before the press", async () => {
    const { session, cell, valueThere } = await filledWithAnother();
    const taken = await take();
    expect(session.previewFill(taken)?.conflicts).toMatchObject([{ cell, typed: 4.44 }]);
    await session.fill(taken, false);
    expect(await valueThere()).toBe(4.44);
  });

  test("keeps the totals above it formulas", async () => {
    const { editor, session } = await filledWithAnother();
    const formulas = async () =>
      (await editor.read()).sheets.flatMap((sheet) =>
        [...sheet.formulas.keys()].map((at) => `${sheet.name}!${at}`),
      );
    const before = await formulas();
    expect(session.previewFill(await take())?.cells).toEqual([]);
    await session.fill(await take(), false);
    expect(await formulas()).toEqual(before);
  });

  test("gives way when the person says so, and comes back with 撤回", async () => {
    const { session, valueThere } = await filledWithAnother();
    await session.fill(await take(), true);
    expect(await valueThere()).not.toBe(4.44);
    await session.takeBack();
    expect(await valueThere()).toBe(4.44);
  });
});

test("a published total that its parts do not give stays visible", async () => {
  const wrong = {
    sheets: published.sheets.map((sheet) =>
      /02/u.test(sheet.name)
        ? {
            ...sheet,
            values: sheet.values.map((row) =>
              row[0] === "合计" ? row.map((value, at) => (at === 2 ? 9_999.99 : value)) : row,
            ),
          }
        : sheet,
    ),
  };
  const { editor, session } = await emptySet(new MemoryWorkbook());
  await session.fill(await take(wrong), false);
  const { values } = (await editor.read()).sheets.find(({ name }) => name === REVENUE)!;
  expect(values.flat()).toContain(9_999.99);
});

test("files that hold what stands there change nothing", async () => {
  const { session } = await emptySet(new MemoryWorkbook());
  await session.fill(await take(), false);
  expect(session.previewFill(await take())).toMatchObject({ rows: [], cells: [], conflicts: [] });
});

/** Refuses the call with this number; the first one when the set stands is 1. */
class FailingWorkbook extends MemoryWorkbook {
  failAt = 0;
  /** The call is done all the same. */
  isDone = false;
  private calls = 0;

  private async counted<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.failAt > 0) {
      this.calls += 1;
      if (this.calls === this.failAt) {
        if (this.isDone) await work();
        throw new WorkbookError("hostBusy");
      }
    }
    return work();
  }

  override editRows(...edits: readonly RowEdit[]) {
    return this.counted(() => super.editRows(...edits));
  }
  override restore(...args: Parameters<MemoryWorkbook["restore"]>) {
    return this.counted(() => super.restore(...args));
  }
  override writeCells(...args: Parameters<MemoryWorkbook["writeCells"]>) {
    return this.counted(() => super.writeCells(...args));
  }
}

test.each([
  ["before it is done", false],
  ["when it is done", true],
])("stopped at any step, %s, 撤回 brings back what stood there", async (_, isDone) => {
  const wrong: string[] = [];
  let stopped = 0;
  for (let failAt = 1; ; failAt += 1) {
    const { editor, session } = await emptySet(new FailingWorkbook());
    const before = JSON.stringify(await contentsOf(editor));
    Object.assign(editor, { failAt, isDone });
    await session.fill(await take(), false);
    const { trouble, lastWrite } = session.state();
    if (!trouble) break;
    stopped += 1;
    editor.failAt = 0;
    expect(trouble.code).toBe("hostBusy");
    // Cells whose receipt is lost stay, and the pane says that it is partial.
    const isLost = isDone && stopped > 1;
    if (lastWrite?.kind === "fill") {
      expect(lastWrite.isPartial).toBe(true);
      await session.takeBack();
    }
    if (!isLost && JSON.stringify(await contentsOf(editor)) !== before) wrong.push(String(failAt));
  }
  expect(wrong).toEqual([]);
  expect(stopped).toBeGreaterThan(2);
});
