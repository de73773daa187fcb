import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import { takeFigures } from "../../src/application/takeFigures";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { Clock } from "../../src/ports/clock";
import { WorkbookError, type WriteReceipt } from "../../src/ports/workbookPorts";
import { readShippedJson } from "../assets/readShippedTemplate";
import { seed001 } from "../golden/seed001";
import { planOf, sheetPlan } from "../contract/plans";
import { snapshotOf } from "../support/goldenWorkbook";

const library = new TemplateLibrary({
  list: () => Promise.resolve([{ id: "hunan-2020", version: "1.0.0", title: "湖南 2020" }]),
  load: () => Promise.resolve(readShippedJson("hunan-2020.json")),
});

/** Time stands still until it is told to go on. */
class TestClock implements Clock {
  private due: (() => void) | undefined;
  now = () => new Date("2026-01-01T10:32:00");
  painted = () => Promise.resolve();
  after(_milliseconds: number, work: () => void) {
    this.due = work;
    return () => {
      if (this.due === work) this.due = undefined;
    };
  }
  goOn(): void {
    const work = this.due;
    this.due = undefined;
    work?.();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
}

async function begin(editor: MemoryWorkbook) {
  const clock = new TestClock();
  const session = new DraftingSession(editor, library, clock);
  await session.start();
  return { session, clock, editor };
}

const LAY_OUT = { templateId: "hunan-2020", unitName: "示例单位", year: 2020 };

const published = () =>
  takeFigures([{ name: "公开表.xlsx", snapshot: snapshotOf(seed001) }], library);

test("an empty workbook has nothing to check and no trouble", async () => {
  const { session } = await begin(new MemoryWorkbook());
  expect(session.state().phase).toBe("ready");
  expect(session.state().checked).toBeUndefined();
  expect(session.state().trouble).toBeUndefined();
  expect(session.state().templates).toHaveLength(1);
});

test("a published set is checked, scored and narrated at once, and nothing is written", async () => {
  const editor = MemoryWorkbook.fromSnapshot(snapshotOf(seed001));
  const before = await editor.read();
  const { session } = await begin(editor);
  const { checked } = session.state();
  expect(
    checked?.report.findings
      .filter(({ level }) => level === "must-hold")
      .map(({ code, state }) => `${code} ${state}`),
  ).toEqual(["K102 failed", "K213 failed", "K152 roundingTail"]);
  expect(checked?.scores[0]?.total?.toFixed()).toBe("98");
  expect(checked?.sections[0]?.paragraphs[0]?.text).toContain("增长167.8%");
  expect(checked?.at).toEqual(new Date("2026-01-01T10:32:00"));
  expect(await editor.read()).toEqual(before);
});

test("a wrong figure appears after the pause and goes when it is mended", async () => {
  const { session, clock, editor } = await begin(MemoryWorkbook.fromSnapshot(snapshotOf(seed001)));
  const failed = () =>
    session
      .state()
      .checked?.report.findings.filter(({ state }) => state === "failed")
      .map(({ code }) => code);
  const cell = { sheet: "公开01表", row: 13, column: 6 };
  await editor.writeCells([{ ...cell, value: 0 }]);
  expect(session.state().stale).toBe(true);
  clock.goOn();
  await settled();
  expect(failed()).not.toContain("K102");
  expect(session.state().stale).toBe(false);
  await editor.writeCells([{ ...cell, value: 103.82 }]);
  clock.goOn();
  await settled();
  expect(failed()).toContain("K102");
});

test("while the host calculates, totals are taken as they will be", async () => {
  const editor = new MemoryWorkbook();
  const { session } = await begin(editor);
  await session.layOut({ ...LAY_OUT, figures: await published() });
  const codes = () =>
    session
      .state()
      .checked?.report.findings.filter(({ state }) => state === "failed")
      .map(({ code }) => code);
  const before = codes();
  const read = editor.read.bind(editor);
  let isCalculating = true;
  editor.read = async () => ({ ...(await read()), ...(isCalculating ? { isCalculating } : {}) });
  // The memory computes nothing: its totals stay as they were.
  await editor.writeCells([
    { sheet: "收入决算表", row: 10, column: 4, value: 76.4 },
    { sheet: "收入决算表", row: 10, column: 3, value: 76.4 },
  ]);
  await session.look();
  const during = codes();
  isCalculating = false;
  await session.look();
  expect(during?.filter((code) => code.startsWith("K1"))).toEqual(
    before?.filter((code) => code.startsWith("K1")),
  );
  expect(codes()?.filter((code) => code.startsWith("K1")).length).toBeGreaterThan(
    during?.filter((code) => code.startsWith("K1")).length ?? 0,
  );
});

test("撤回 names what was changed since and stays", async () => {
  const { session, editor } = await begin(
    MemoryWorkbook.fromSnapshot(snapshotOf({ ...seed001, sheets: seed001.sheets.slice(1, 2) })),
  );
  await session.layOut(LAY_OUT);
  await editor.writeCells([{ sheet: "收入决算表", row: 8, column: 4, value: 1 }]);
  await session.takeBack();
  expect(session.state().takenBack?.keptSheets).toEqual(["收入决算表"]);
  expect(session.state().lastWrite).toBeUndefined();
});

test("a change during a look is looked at again", async () => {
  const { session, editor } = await begin(MemoryWorkbook.fromSnapshot(snapshotOf(seed001)));
  const first = session.look();
  await editor.writeCells([{ sheet: "公开01表", row: 13, column: 6, value: 0 }]);
  await Promise.all([first, session.look()]);
  expect(session.state().checked?.report.findings.map(({ code }) => code)).not.toContain("K102");
});

test("套表 adds the set, 撤回 takes it back", async () => {
  const { session, editor } = await begin(
    MemoryWorkbook.fromSnapshot(snapshotOf({ ...seed001, sheets: seed001.sheets.slice(1, 2) })),
  );
  await session.layOut(LAY_OUT);
  expect(session.state().trouble).toBeUndefined();
  expect((await editor.read()).sheets.map(({ name }) => name)).toContain("审核");
  expect(session.state().checked?.disclosure.placement.tables.size).toBeGreaterThan(9);
  await session.takeBack();
  expect((await editor.read()).sheets).toHaveLength(1);
  expect(session.state().lastWrite).toBeUndefined();
});

test("套表 lays the 情况说明 out in the edition that was chosen, and the set is read in it", async () => {
  const { session, editor } = await begin(new MemoryWorkbook());
  await session.layOut({ ...LAY_OUT, narrative: "hunan-2023", figures: await published() });
  const { sections, template } = session.state().checked ?? {};
  expect(sections).toHaveLength(14);
  expect(template?.structure.definition.narrative.unverified).toMatch(/^未经核实/u);
  const own = sections?.flatMap(({ paragraphs }) => paragraphs).map(({ origin }) => origin);
  expect(new Set(own)).toEqual(new Set(["automatic"]));
  const sheet = (await editor.read()).sheets.find(({ name }) => name === "情况说明");
  expect(sheet?.values.flat()).not.toContain("十五、其他重要事项情况说明");
});

test("套表 over a sheet of the same name is refused with its name, nothing written", async () => {
  const { session, editor } = await begin(new MemoryWorkbook());
  await session.layOut(LAY_OUT);
  const before = await editor.read();
  await session.layOut(LAY_OUT);
  expect(session.state().trouble).toEqual({ code: "sheetExists", detail: "封面" });
  expect(await editor.read()).toEqual(before);
});

test("修复版式 brings wiped formulas back and leaves the figures", async () => {
  const { session, editor } = await begin(new MemoryWorkbook());
  await session.layOut({ ...LAY_OUT, figures: await published() });
  const sheet = "收入决算表";
  const find = async () => (await editor.read()).sheets.find(({ name }) => name === sheet);
  const formula = (await find())?.formulas.get("C7");
  expect(formula).toBeDefined();
  await editor.writeCells([{ sheet, row: 7, column: 3, value: 179.22 }]);
  await session.look();
  await session.repair();
  expect(session.state().trouble).toBeUndefined();
  expect((await find())?.formulas.get("C7")).toBe(formula);
  expect((await find())?.values[9]?.[3]).toBe(75.4);
  await session.takeBack();
  expect((await find())?.formulas.has("C7")).toBe(false);
});

test("a total that stands as a text amount is no text of somebody's", async () => {
  const { session, editor } = await begin(new MemoryWorkbook());
  await session.layOut({ ...LAY_OUT, figures: await published() });
  const sheet = "收入决算表";
  await editor.writeCells([{ sheet, row: 7, column: 3, value: "179.22" }]);
  await session.repair();
  expect(session.state().lastWrite?.keptTexts).toEqual([]);
  const after = (await editor.read()).sheets.find(({ name }) => name === sheet);
  expect(after?.formulas.has("C7")).toBe(true);
});

describe("修复版式 and what stands in place of a sentence", () => {
  const sheet = "情况说明";
  const at = { sheet, row: 4, column: 1 };

  async function repairAfterTyping(change: (sentence: string) => string) {
    const { session, editor } = await begin(new MemoryWorkbook());
    await session.layOut({ ...LAY_OUT, figures: await published() });
    const find = async () => (await editor.read()).sheets.find(({ name }) => name === sheet);
    const sentence = (await find())?.values[3]?.[0];
    if (typeof sentence !== "string") throw new Error("A4 is no sentence");
    const typed = change(sentence);
    await editor.writeCells([{ ...at, value: typed }]);
    await session.repair();
    expect(session.state().trouble).toBeUndefined();
    const after = await find();
    return { session, typed, value: after?.values[3]?.[0], formula: after?.formulas.get("A4") };
  }

  test.each(["我改写的一句话。", "12"])("a person's own %s stays and is named", async (own) => {
    const { session, typed, value, formula } = await repairAfterTyping(() => own);
    expect(formula).toBeUndefined();
    expect(value).toBe(typed);
    expect(session.state().lastWrite?.keptTexts).toMatchObject([at]);
  });

  test.each([
    ["what the formula says, pasted as a text,", (sentence: string) => sentence],
    ["nothing", () => ""],
    ["our own 数据不足", () => "数据不足"],
  ])("%s gives way to the formula", async (_what, change) => {
    const { session, formula } = await repairAfterTyping(change);
    expect(formula).toBeDefined();
    expect(session.state().lastWrite?.keptTexts).toEqual([]);
  });
});

test("修复版式 leaves a sheet alone whose rows were changed, and names it", async () => {
  const { session, editor } = await begin(new MemoryWorkbook());
  await session.layOut({ ...LAY_OUT, figures: await published() });
  await editor.editRows({ kind: "insertRows", sheet: "收入决算表", row: 9, count: 1 });
  await session.look();
  await session.repair();
  expect(session.state().differentShape).toEqual(["收入决算表"]);
});

test("a bug of ours is told, not swallowed", async () => {
  const editor = new MemoryWorkbook();
  const session = new DraftingSession(
    Object.assign(editor, { read: () => Promise.reject(new Error("boom")) }),
    library,
    new TestClock(),
  );
  await session.start();
  expect(session.state().lookTrouble).toEqual({ code: "unexpected", detail: "boom" });
});

/** Refuses to be read while it is busy. */
class BusyWorkbook extends MemoryWorkbook {
  isBusy = false;
  override read() {
    if (this.isBusy) return Promise.reject(new WorkbookError("hostBusy"));
    return super.read();
  }
}

const wrongTotal = { sheet: "收入决算表", row: 7, column: 3, value: 1 };

async function busySet() {
  const editor = new BusyWorkbook();
  const { session, clock } = await begin(editor);
  await session.layOut({
    ...LAY_OUT,
    figures: await published(),
  });
  const contents = async () => (await editor.read()).sheets;
  return { session, clock, editor, contents };
}

test("a look that failed is tried again by itself, and then its trouble is over", async () => {
  const { session, clock, editor } = await busySet();
  editor.isBusy = true;
  await editor.writeCells([wrongTotal]);
  clock.goOn();
  await settled();
  expect(session.state()).toMatchObject({ stale: true, lookTrouble: { code: "hostBusy" } });
  editor.isBusy = false;
  clock.goOn();
  await settled();
  expect(session.state().lookTrouble).toBeUndefined();
  expect(session.state().stale).toBe(false);
});

test("nothing is tried again after the end", async () => {
  const { session, clock, editor } = await busySet();
  editor.isBusy = true;
  await editor.writeCells([wrongTotal]);
  clock.goOn();
  session.stop();
  await settled();
  editor.isBusy = false;
  clock.goOn();
  await settled();
  expect(session.state().stale).toBe(true);
});

test("修复版式 writes nothing when the workbook could not be looked at before", async () => {
  const { session, editor, contents } = await busySet();
  await editor.writeCells([wrongTotal]);
  await session.takeBack();
  const before = await contents();
  editor.isBusy = true;
  await session.repair();
  editor.isBusy = false;
  expect(session.state().lastWrite).toBeUndefined();
  expect(session.state().lookTrouble).toMatchObject({ code: "hostBusy" });
  expect(await contents()).toEqual(before);
});

test("修复版式 writes nothing when a row came in since the workbook was looked at", async () => {
  const { session, editor, contents } = await busySet();
  const restore = editor.restore.bind(editor);
  let before: unknown;
  editor.restore = async (...args) => {
    await editor.editRows({ kind: "insertRows", sheet: "收入决算表", row: 9, count: 1 });
    before = await contents();
    return restore(...args);
  };
  await session.repair();
  expect(session.state().trouble).toMatchObject({ code: "changedMeanwhile" });
  expect(await contents()).toEqual(before);
});

test.each(["审核", "情况说明"])(
  "修复版式 leaves %s alone when rows came in there",
  async (sheet) => {
    const { session, editor } = await busySet();
    await editor.editRows({ kind: "insertRows", sheet, row: 5, count: 2 });
    await editor.writeCells([{ sheet, row: 6, column: 1, value: "我写的说明" }]);
    await session.look();
    await session.repair();
    expect(session.state().differentShape).toEqual([sheet]);
    const after = (await editor.read()).sheets.find(({ name }) => name === sheet);
    expect(after?.values[5]?.[0]).toBe("我写的说明");
  },
);

test("a set that was laid out in part is offered for taking back", async () => {
  const receipt: WriteReceipt = { addedSheets: ["封面"], written: [] };
  class HalfWorkbook extends MemoryWorkbook {
    override addSheets(): Promise<WriteReceipt> {
      return Promise.reject(new WorkbookError("partlyWritten", "", receipt));
    }
  }
  const { session } = await begin(new HalfWorkbook());
  await session.layOut(LAY_OUT);
  expect(session.state().trouble).toMatchObject({ code: "partlyWritten" });
  expect(session.state().lastWrite).toEqual({ kind: "layOut", receipt, isPartial: true });
  await session.takeBack();
  expect(session.state().lastWrite).toBeUndefined();
});

test("only a look that somebody pressed for may cost them their undo list", async () => {
  const manners: (string | undefined)[] = [];
  class Watched extends MemoryWorkbook {
    override read(manner?: "thorough") {
      manners.push(manner);
      return super.read();
    }
  }
  const editor = new Watched();
  const { session, clock } = await begin(editor);
  await editor.addSheets(planOf(sheetPlan("表", { A1: 1 })));
  clock.goOn();
  await settled();
  expect(manners).toEqual([undefined, undefined]);
  await session.look("thorough");
  await session.look();
  expect(manners.slice(2)).toEqual(["thorough", undefined]);
});

test("审核报告 comes in sheets of its own, beside an earlier one, and goes with 撤回", async () => {
  const editor = MemoryWorkbook.fromSnapshot(snapshotOf(seed001));
  const { session } = await begin(editor);
  const sha256 = () => Promise.resolve("0".repeat(64));
  const names = async () => (await editor.read()).sheets.map(({ name }) => name);
  const [before, codes] = [await names(), codesOf(session)];
  await session.addReport(sha256);
  await session.addReport(sha256);
  expect(session.state()).toMatchObject({ phase: "ready", lastWrite: { kind: "report" } });
  expect(await names()).toEqual([
    ...before,
    ...["审核报告", "审核报告·关系", "审核报告·数字"],
    ...["审核报告(2)", "审核报告(2)·关系", "审核报告(2)·数字"],
  ]);
  expect(codesOf(session)).toEqual(codes);
  await session.takeBack();
  expect(await names()).toEqual([...before, "审核报告", "审核报告·关系", "审核报告·数字"]);
});

test("改动清单 says what is another than in an earlier file, in a sheet of its own that goes with 撤回", async () => {
  const earlier = snapshotOf(seed001);
  const editor = MemoryWorkbook.fromSnapshot(earlier);
  const { session } = await begin(editor);
  const sha256 = () => Promise.resolve("0".repeat(64));
  const compare = () => session.compareWith({ name: "昨天.xlsx", snapshot: earlier }, sha256);
  expect((await compare()).changes).toEqual([]);
  const [sheet] = session.state().checked!.disclosure.placement.tables.values();
  await editor.writeCells([{ sheet: sheet!.sheet, row: 7, column: 3, value: 75.5 }]);
  await session.look();
  const compared = await compare();
  expect(compared.changes.map(({ kind, newCell }) => [kind, newCell?.row])).toEqual([
    ["figure", 7],
  ]);
  await session.addChangeList(compared);
  await session.addChangeList(compared);
  const names = async () => (await editor.read()).sheets.map(({ name }) => name);
  expect((await names()).slice(-2)).toEqual(["改动清单", "改动清单(2)"]);
  expect(session.state().lastWrite?.kind).toBe("changes");
  // The lists are no part of what is compared.
  expect((await compare()).changes).toEqual(compared.changes);
  await session.takeBack();
  expect((await names()).at(-1)).toBe("改动清单");
});

test("an empty workbook has nothing to report", async () => {
  const editor = new MemoryWorkbook();
  const { session } = await begin(editor);
  await session.addReport(() => Promise.resolve(""));
  expect(session.state().trouble?.code).toBe("nothingRecognised");
  expect((await editor.read()).sheets.map(({ name }) => name)).not.toContain("审核报告");
});

function codesOf(session: DraftingSession): string[] {
  return (session.state().checked?.report.findings ?? []).map(({ code }) => code);
}
