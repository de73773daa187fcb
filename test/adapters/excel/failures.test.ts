import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";
import { WorkbookError, type WorkbookEditor } from "../../../src/ports/workbookPorts";
import { planOf, range, sheetPlan } from "../../contract/plans";
import type { ExcelHost, FailureKind } from "../../support/excelHost/excelHost";
import { openExcel } from "../../support/excelHost/openExcel";
import { fullSet, ownWorkbook } from "./excelSet";

const SET = planOf(
  sheetPlan("封面", { A1: "决算公开" }, { merges: [range("A1:B1")] }),
  sheetPlan("收入决算表", { A1: "本年收入", B1: 10, B2: { formula: "SUM(B1)", value: 10 } }),
  sheetPlan(
    "审核",
    { A1: { formula: "'收入决算表'!B2", value: 10 } },
    { visibility: "veryHidden" },
  ),
);
const KINDS: readonly FailureKind[] = ["refused", "halfway", "atTheEnd"];
const CODES = ["GeneralException", "AccessDenied", "ActivityLimitReached"];

function everything(host: ExcelHost): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    host.sheets.map(({ name, cells }) => [
      name,
      Object.fromEntries([...cells].map(([key, { formula, value }]) => [key, formula ?? value])),
    ]),
  );
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const takeBack = async (workbook: WorkbookEditor, error: unknown) => {
  const receipt = error instanceof WorkbookError ? error.receipt : undefined;
  return receipt && workbook.takeBack(receipt);
};

const SYNCS = [1, 2, 3, 4];
const cases = SYNCS.flatMap((sync) =>
  KINDS.flatMap((kind) => CODES.map((code) => [sync, kind, code] as const)),
);

describe("when a sync of laying out fails", () => {
  test.each(cases)(
    "sync %s, %s, %s: nothing is left of it, or all of it is there",
    async (sync, kind, code) => {
      const { host, workbook } = openExcel(ownWorkbook);
      const before = everything(host);
      host.moods.failures.set(sync, { kind, code });
      const error = await refusalOf(workbook.addSheets(SET));
      if (error === undefined) {
        expect(Object.keys(everything(host))).toEqual(["我的表", "封面", "收入决算表", "审核"]);
      } else {
        expect(error).toBeInstanceOf(WorkbookError);
        expect(everything(host)).toEqual(before);
      }
    },
  );

  test.each(cases)(
    "sync %s, %s, %s: what the person types meanwhile stays",
    async (sync, kind, code) => {
      const { host, workbook } = openExcel(ownWorkbook);
      host.moods.failures.set(sync, { kind, code });
      const typedOn: string[] = [];
      host.moods.before = (number) => {
        if (number !== sync + 1) return;
        for (const { id, name } of host.sheets) {
          host.type(name, "H8", "刚写的");
          typedOn.push(id);
        }
      };
      const error = await refusalOf(workbook.addSheets(SET));
      const stillThere = () => typedOn.filter((id) => host.find(id)?.cells.has("H8"));
      expect(stillThere()).toEqual(typedOn);
      if (error === undefined || typedOn.length < 2) return;
      // What is told is what stands, under the names by which the person knows them.
      const added = host.sheets.slice(1).map(({ name }) => name);
      expect(error).toMatchObject({ code: "partlyWritten", receipt: { addedSheets: added } });
      expect(["封面", "收入决算表", "审核"]).toEqual(expect.arrayContaining(added));
      await takeBack(workbook, error);
      expect(stillThere()).toEqual(typedOn);
    },
  );

  test.each([[[2, 3, 4, 5, 6, 7, 8]], [[2, 4, 5, 6, 7, 8]], [[2, 5, 6, 7, 8]]])(
    "and the clearing up fails too (syncs %j): told, and taken back later",
    async (syncs) => {
      const { host, workbook } = openExcel(ownWorkbook);
      const before = everything(host);
      for (const sync of syncs)
        host.moods.failures.set(sync, { kind: "halfway", code: "GeneralException" });
      const error = await refusalOf(workbook.addSheets(SET));
      expect(error).toMatchObject({ code: "partlyWritten" });
      expect(everything(host)).toMatchObject(before);
      host.moods.failures.clear();
      expect(await takeBack(workbook, error)).toEqual({
        kept: [],
        keptSheets: [],
        neededSheets: [],
      });
      expect(everything(host)).toEqual(before);
    },
  );

  test.each([
    ["hiding", 5],
    ["deleting", 8],
  ])("and the clearing up fails too, while %s: what is told is what stands", async (_, sync) => {
    const { host, workbook } = openExcel(ownWorkbook);
    host.moods.failures.set(2, { kind: "halfway", code: "GeneralException" });
    host.moods.failures.set(sync, { kind: "halfway", code: "GeneralException" });
    const error = await refusalOf(workbook.addSheets(SET));
    const left = host.sheets.slice(1).map(({ name }) => name);
    expect(host.sheets.map(({ visibility }) => visibility)).not.toContain("Hidden");
    expect(left.length).toBeGreaterThan(0);
    expect(error).toMatchObject({ code: "partlyWritten", receipt: { addedSheets: left } });
  });

  test("and the clearing up fails at its end: nothing stands, so nothing is to be taken back", async () => {
    const { host, workbook } = openExcel(ownWorkbook);
    const before = everything(host);
    host.moods.failures.set(2, { kind: "halfway", code: "GeneralException" });
    host.moods.failures.set(8, { kind: "atTheEnd", code: "AccessDenied" });
    const error = await refusalOf(workbook.addSheets(SET));
    expect(everything(host)).toEqual(before);
    expect(error).toMatchObject({ code: "hostRefused", receipt: undefined });
  });

  test.each([
    ["收入决算表", "B2", "=SUM(B1)*2", ["收入决算表"]],
    ["审核", "A1", "='封面'!A1", ["封面", "审核"]],
    ["我的表", "D1", "='收入决算表'!B1", ["收入决算表"]],
  ])(
    "a formula of their own that a person types on %s, in %s, stays as it is",
    async (name, place, own, left) => {
      const { host, workbook } = openExcel(ownWorkbook);
      host.moods.failures.set(2, { kind: "atTheEnd", code: "GeneralException" });
      host.moods.before = (number) => {
        if (number === 3) host.type(name, place, own);
      };
      const error = await refusalOf(workbook.addSheets(SET));
      expect(error).toMatchObject({ code: "partlyWritten", receipt: { addedSheets: left } });
      expect(host.get(name).cells.get(place)?.formula).toBe(own);
    },
  );

  test("formulas that lost a sheet on the way are ours still", async () => {
    const { host, workbook } = openExcel(ownWorkbook);
    const before = everything(host);
    host.moods.failures.set(2, { kind: "atTheEnd", code: "GeneralException" });
    host.moods.before = (number) => {
      if (number !== 3) return;
      host.deleteSheet(host.get("收入决算表"));
      host.type("审核", "A1", "=#REF!B2");
    };
    const error = await refusalOf(workbook.addSheets(SET));
    expect(error).toMatchObject({ code: "hostRefused" });
    expect(everything(host)).toEqual(before);
  });

  test("a name that a person takes while we are at it: theirs stays", async () => {
    const { host, workbook } = openExcel(ownWorkbook);
    host.moods.before = (number) => {
      if (number !== 2) return;
      host.addSheet("收入决算表");
      host.type("收入决算表", "A1", "别动我");
    };
    await expect(workbook.addSheets(SET)).rejects.toMatchObject({ code: "sheetExists" });
    expect(everything(host)).toEqual({
      我的表: { A1: "我写的", B2: 12.5, B3: "=B2*2" },
      收入决算表: { A1: "别动我" },
    });
  });
});

describe("when a sync of writing cells fails", () => {
  const write = (address: string, value: CellValue) => ({
    sheet: "我的表",
    row: range(address).top,
    column: range(address).left,
    value,
  });

  test.each([1, 2, 3, 4, 5].flatMap((sync) => KINDS.map((kind) => [sync, kind] as const)))(
    "sync %s, %s: as before, or all written",
    async (sync, kind) => {
      const { host, workbook } = openExcel(ownWorkbook);
      const before = everything(host);
      host.moods.failures.set(sync, { kind, code: "GeneralException" });
      const error = await refusalOf(
        workbook.writeCells([write("B2", 99), write("B3", 1), write("C60", "注")]),
      );
      const after = { 我的表: { A1: "我写的", B2: 99, B3: 1, C60: "注" } };
      expect(everything(host)).toEqual(error === undefined ? after : before);
    },
  );

  test("and putting it back fails: told, with what to take back", async () => {
    const { host, workbook } = openExcel(ownWorkbook);
    const before = everything(host);
    for (const sync of [4, 5, 6, 7, 8]) {
      host.moods.failures.set(sync, { kind: "atTheEnd", code: "GeneralException" });
    }
    const error = await refusalOf(workbook.writeCells([write("B2", 99), write("C60", "注")]));
    expect(error).toMatchObject({ code: "partlyWritten" });
    host.moods.failures.clear();
    expect(await takeBack(workbook, error)).toEqual({ kept: [], keptSheets: [], neededSheets: [] });
    expect(everything(host)).toEqual(before);
  });
});

test("撤回 that is done and answered with an error is done; what was typed since is named", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  const cell = (row: number) => ({ sheet: "我的表", row, column: 2, value: 99 });
  const receipt = await workbook.writeCells([cell(2), cell(60)]);
  const sent = host.takeRequests().length;
  host.moods.failures.set(sent + 3, { kind: "atTheEnd", code: "GeneralException" });
  host.moods.before = (number) => {
    if (number === sent + 4) host.type("我的表", "B60", 7);
  };
  const { kept } = await workbook.takeBack(receipt);
  expect(host.get("我的表").cells.get("B2")?.value).toBe(12.5);
  expect(kept.map(({ row }) => row)).toEqual([60]);
});

describe("when the write of 修复版式 fails", () => {
  async function spoilt() {
    const { host, workbook } = openExcel(ownWorkbook);
    await workbook.addSheets(fullSet);
    host.type("收入决算表", "C7", 5);
    const looks = () => host.sheets.map(({ marks, validations }) => [marks, validations].flat());
    const whole = looks().flat().length;
    host.takeRequests();
    const failAt = (numbers: readonly number[], kind: FailureKind, code = "GeneralException") => {
      let first = 0;
      host.moods.before = (number) => {
        first ||= number;
        if (numbers.includes(number - first + 1)) host.moods.failures.set(number, { kind, code });
      };
    };
    return { host, workbook, failAt, whole, count: () => looks().flat().length };
  }
  const WRITE = 5;

  test.each(["halfway", "atTheEnd"] as const)(
    "%s: figures and formulas as before, and the person is told to press again",
    async (kind) => {
      const { host, workbook, failAt, whole, count } = await spoilt();
      const before = everything(host);
      failAt([WRITE], kind);
      const error = await refusalOf(workbook.restore(fullSet));
      expect(error).toMatchObject({ code: "repairPartly", receipt: undefined });
      expect(everything(host)).toEqual(before);
      host.moods.before = undefined;
      expect((await workbook.restore(fullSet)).written).toHaveLength(1);
      expect(count()).toBe(whole);
    },
  );

  test("refused as a whole: that is said", async () => {
    const { host, workbook, failAt, whole, count } = await spoilt();
    const before = everything(host);
    failAt([WRITE], "refused", "RequestPayloadSizeLimitExceeded");
    const error = await refusalOf(workbook.restore(fullSet));
    expect(error).not.toMatchObject({ code: "repairPartly" });
    expect(everything(host)).toEqual(before);
    expect(count()).toBe(whole);
  });

  test("and the formulas cannot be put back: told, with what to take back", async () => {
    const { host, workbook, failAt } = await spoilt();
    const before = everything(host);
    failAt([5, 6, 7, 8, 9, 10], "atTheEnd");
    const error = await refusalOf(workbook.restore(fullSet));
    expect(error).toMatchObject({ code: "partlyWritten" });
    host.moods.before = undefined;
    host.moods.failures.clear();
    await takeBack(workbook, error);
    expect(everything(host)).toEqual(before);
  });
});

test("all sheets that are protected are named at once, and none is written", async () => {
  const { host, workbook } = openExcel(fullSet);
  const names = ["支出决算表", "收入决算表"];
  for (const name of names) host.get(name).isProtected = true;
  const before = everything(host);
  const presses = [
    () => workbook.restore(fullSet),
    () => workbook.writeCells(names.map((sheet) => ({ sheet, row: 60, column: 2, value: 1 }))),
    () =>
      workbook.clearMarks(
        names.map((sheet) => ({ sheet, range: range("C9:D20"), formula: 'H9="不符"' })),
      ),
  ];
  for (const press of presses) {
    const error = await refusalOf(press());
    expect(error).toMatchObject({ code: "protected" });
    expect((error as WorkbookError).detail.split("\n").sort()).toEqual([...names].sort());
  }
  expect(everything(host)).toEqual(before);
});

describe("Excel refuses", () => {
  const cell = { sheet: "我的表", row: 1, column: 1, value: 1 };
  const formula = planOf(sheetPlan("我的表", { B3: { formula: "B2*3", value: 37.5 } }));

  test.each([
    [
      "cells of a protected sheet",
      (host) => void (host.get("我的表").isProtected = true),
      (book) => book.writeCells([cell]),
      "protected",
    ],
    [
      "formulas of a protected sheet",
      (host) => void (host.get("我的表").isProtected = true),
      (book) => book.restore(formula),
      "protected",
    ],
    [
      "rows of a protected sheet",
      (host) => void (host.get("我的表").isProtected = true),
      (book) => book.editRows({ kind: "insertRows", sheet: "我的表", row: 1, count: 1 }),
      "protected",
    ],
    [
      "sheets of a protected workbook",
      (host) => void (host.isStructureProtected = true),
      (book) => book.addSheets(SET),
      "workbookProtected",
    ],
    [
      "sheets while another workbook is in front",
      (host) => void (host.moods.otherWorkbookInFront = true),
      (book) => book.addSheets(SET),
      "hostRefused",
    ],
    [
      "going to a cell while another workbook is in front",
      (host) => void (host.moods.otherWorkbookInFront = true),
      (book) => book.navigate("我的表", range("B2")),
      "hostRefused",
    ],
    [
      "a request that is too long",
      (host) => void (host.moods.payloadCap = 3_000),
      (book) => book.addSheets(SET),
      "writeTooLarge",
    ],
    [
      "anything while a cell is edited for ever",
      (host) => void (host.moods.editsCell = true),
      (book) => book.addSheets(SET),
      "editingCell",
    ],
  ] as readonly (readonly [
    string,
    (host: ExcelHost) => void,
    (book: WorkbookEditor) => Promise<unknown>,
    string,
  ])[])("%s, and nothing is written", async (_, mood, work, code) => {
    const { host, workbook } = openExcel(ownWorkbook);
    const before = everything(host);
    mood(host);
    await expect(work(workbook)).rejects.toMatchObject({ code });
    expect(everything(host)).toEqual(before);
  });
});

test.each(SYNCS)("laying out waits for the end of an edit, at sync %s", async (sync) => {
  let waits = 0;
  const { host, workbook } = openExcel(ownWorkbook, {
    onWait: () => {
      waits += 1;
      if (waits === 5) host.moods.editsCell = false;
    },
  });
  host.moods.before = (number) => {
    if (number === sync) host.moods.editsCell = true;
  };
  await workbook.addSheets(SET);
  expect(waits).toBe(5);
  expect(Object.keys(everything(host))).toEqual(["我的表", "封面", "收入决算表", "审核"]);
});

test("a computer without a printer gets the set all the same, frozen and in front", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  host.moods.hasPrinter = false;
  const pageSetup = { orientation: "landscape", fitToWidth: 1, fitToHeight: 0 } as const;
  const more = { pageSetup, freeze: { rows: 2, columns: 0 } };
  const { unset } = await workbook.addSheets(planOf(sheetPlan("新", { A1: 1 }, more)));
  expect(host.get("新").frozen).toEqual({ FreezeRows: 2 });
  expect(host.front?.name).toBe("新");
  expect(unset).toEqual(["pageSetup"]);
});

test("panes that could not be frozen are told too", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  for (const sync of [4, 5])
    host.moods.failures.set(sync, { kind: "refused", code: "GeneralException" });
  const more = { freeze: { rows: 2, columns: 0 } };
  const { unset } = await workbook.addSheets(planOf(sheetPlan("新", { A1: 1 }, more)));
  expect(unset).toEqual(["freeze"]);
});

test("a busy Excel is asked again for what is only read", async () => {
  const { host, workbook } = openExcel(ownWorkbook);
  host.moods.failures.set(1, { kind: "refused", code: "ActivityLimitReached" });
  host.moods.failures.set(2, { kind: "refused", code: "TooManyRequests" });
  expect((await workbook.read()).sheets).toHaveLength(1);
});
