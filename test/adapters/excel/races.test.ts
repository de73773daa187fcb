import { formatPosition } from "../../../src/domain/workbook/cellAddress";
import { WorkbookError } from "../../../src/ports/workbookPorts";
import { planOf, range, sheetPlan } from "../../contract/plans";
import type { ExcelHost, FailureKind } from "../../support/excelHost/excelHost";
import { excelSession, quiet } from "../../support/excelHost/excelSession";
import { openExcel } from "../../support/excelHost/openExcel";
import { fullSet, ownWorkbook } from "./excelSet";

const REVENUE = "收入决算表";
const OWN = "我的表";
const SET = planOf(
  sheetPlan("封面", { A1: "决算公开" }, { merges: [range("A1:B1")] }),
  sheetPlan(REVENUE, { A1: "本年收入", B1: 10, B2: { formula: "SUM(B1)", value: 10 } }),
  sheetPlan(
    "审核",
    { A1: { formula: "'收入决算表'!B2", value: 10 } },
    { visibility: "veryHidden" },
  ),
);
const NAMES = SET.sheets.map(({ name }) => name);
const LAY_OUT = { templateId: "hunan-2020", unitName: "某单位", year: 2020 };

function everything(host: ExcelHost): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    host.sheets.map(({ name, cells }) => [
      name,
      Object.fromEntries([...cells].map(([key, { formula, value }]) => [key, formula ?? value])),
    ]),
  );
}

const content = (host: ExcelHost, sheet: string, address: string) => {
  const cell = host.get(sheet).cells.get(address);
  return cell?.formula ?? cell?.value;
};

/** What a person does right before the request of this number, counted from now. */
function meanwhile(host: ExcelHost, number: number, deed: () => void): void {
  let first = 0;
  host.moods.before = (sent) => {
    first ||= sent;
    if (sent - first + 1 === number) deed();
  };
}

/** An edit that begins right before this request and ends, with this deed, while the write waits. */
function editing(number: number, deed: (host: ExcelHost) => void) {
  let waits = 0;
  let host: ExcelHost | undefined;
  const onWait = () => {
    waits += 1;
    if (waits !== 8 || !host) return;
    host.moods.editsCell = false;
    deed(host);
  };
  const begin = (own: ExcelHost) => {
    host = own;
    waits = 0;
    meanwhile(own, number, () => (own.moods.editsCell = true));
  };
  return { onWait, begin };
}

/** Figures pasted over formulas of 收入决算表. */
function washed(host: ExcelHost): string[] {
  const cells = fullSet.sheets.find(({ name }) => name === REVENUE)?.cells ?? [];
  return cells.flatMap((cell) => {
    const address = formatPosition(cell);
    if (cell.formula === undefined || !/^[C-I](?:7|8|11|12)$/u.test(address)) return [];
    host.type(REVENUE, address, cell.value);
    return [address];
  });
}

const SYNCS = [1, 2, 3, 4, 5, 6, 7, 8];

describe("cells that a person changes while they are written", () => {
  const cell = { sheet: OWN, row: 2, column: 2, value: 99 };

  test.each(SYNCS)(
    "typed before sync %s: what was typed stands, or can be had back",
    async (sync) => {
      const { host, workbook } = openExcel(ownWorkbook);
      meanwhile(host, sync, () => {
        host.type(OWN, "B2", 555);
      });
      const receipt = await workbook.writeCells([cell]);
      host.moods.before = undefined;
      if (content(host, OWN, "B2") === 99) {
        const typedBefore = receipt.written[0]?.before.value === 555;
        await workbook.takeBack(receipt);
        expect(content(host, OWN, "B2")).toBe(typedBefore ? 555 : 12.5);
      } else expect(content(host, OWN, "B2")).toBe(555);
    },
  );

  test.each([3, 4])(
    "typed over what was expected, before sync %s: refused, and it stays",
    async (sync) => {
      const { host, workbook } = openExcel(ownWorkbook);
      meanwhile(host, sync, () => {
        host.type(OWN, "B2", 555);
      });
      await expect(workbook.writeCells([{ ...cell, expected: 12.5 }])).rejects.toMatchObject({
        code: "changedMeanwhile",
        detail: "我的表!B2",
      });
      expect(everything(host)[OWN]).toEqual({ A1: "我写的", B2: 555, B3: "=B2*2" });
    },
  );

  test.each([3, 4])(
    "a row inserted above them before sync %s: refused, and all is as the person has it",
    async (sync) => {
      const { host, workbook } = openExcel(ownWorkbook);
      meanwhile(host, sync, () => {
        host.moveRows(host.get(OWN), { kind: "insertRows", row: 1, count: 1 });
      });
      await expect(workbook.writeCells([{ ...cell, expected: 12.5 }])).rejects.toMatchObject({
        code: "changedMeanwhile",
      });
      expect(everything(host)[OWN]).toEqual({ A2: "我写的", B3: 12.5, B4: "=B3*2" });
    },
  );

  test.each([1, 2, 3, 4])("typed before sync %s of 撤回: it stays, and is named", async (sync) => {
    const { host, workbook } = openExcel(ownWorkbook);
    const receipt = await workbook.writeCells([cell]);
    meanwhile(host, sync, () => {
      host.type(OWN, "B2", 555);
    });
    const { kept } = await workbook.takeBack(receipt);
    expect(content(host, OWN, "B2")).toBe(555);
    // By the fourth it was back already.
    expect(kept).toHaveLength(sync < 4 ? 1 : 0);
  });
});

describe("blank rows that are to go while a person types into them", () => {
  const rows = { sheet: OWN, row: 3, count: 2 } as const;

  test.each([1, 2, 3, 4, 5, 6])(
    "before sync %s: rows and figure stay, or went before",
    async (sync) => {
      const { host, workbook } = openExcel(ownWorkbook);
      await workbook.editRows({ kind: "insertRows", ...rows });
      const before = everything(host)[OWN];
      const deed = jest.fn(() => {
        host.type(OWN, "A4", 98_765.43);
      });
      meanwhile(host, sync, deed);
      const going = workbook.editRows({ kind: "deleteRows", ...rows, onlyBlank: true });
      const stay = await going;
      host.moods.before = undefined;
      if (stay.length === 0) {
        if (deed.mock.calls.length > 0) expect(content(host, OWN, "A4")).toBe(98_765.43);
        return;
      }
      expect(stay).toMatchObject([rows]);
      expect(everything(host)[OWN]).toEqual({ ...before, A4: 98_765.43 });
    },
  );
});

describe("修复版式 while a person goes on", () => {
  test.each([4, 5, 6, 7])(
    "an edit begun before sync %s: its figure stays, and is named",
    async (sync) => {
      const edit = editing(sync, (host) => {
        host.type(REVENUE, "C7", 555.55);
      });
      const { host, drafting } = await excelSession(fullSet, { onWait: edit.onWait });
      washed(host);
      await quiet(host);
      edit.begin(host);
      await drafting.repair();
      await quiet(host);
      expect(content(host, REVENUE, "C7")).toBe(555.55);
      const { trouble, lastWrite } = drafting.state();
      if (sync < 7) expect(trouble).toEqual({ code: "changedMeanwhile", detail: "收入决算表!C7" });
      else expect(lastWrite?.receipt.written).toContainEqual(expect.objectContaining({ row: 7 }));
    },
  );

  test("a figure typed right before the write stays, and is named", async () => {
    const { host, drafting } = await excelSession(fullSet);
    washed(host);
    await quiet(host);
    meanwhile(host, 5, () => {
      host.type(REVENUE, "C7", 555.55);
    });
    await drafting.repair();
    expect(content(host, REVENUE, "C7")).toBe(555.55);
    expect(drafting.state().trouble).toEqual({
      code: "changedMeanwhile",
      detail: "收入决算表!C7",
    });
  });

  test.each([4, 5, 6, 7])(
    "a row inserted before sync %s: every figure stays, and no wrong word",
    async (sync) => {
      const { host, drafting } = await excelSession(fullSet);
      const places = washed(host);
      await quiet(host);
      const figures = () =>
        [...host.get(REVENUE).cells]
          .filter(([, { value, formula }]) => typeof value === "number" && formula === undefined)
          .map(([, { value }]) => value);
      const before = figures();
      meanwhile(host, sync, () => {
        host.moveRows(host.get(REVENUE), { kind: "insertRows", row: 3, count: 1 });
      });
      await drafting.repair();
      const { trouble, lastWrite } = drafting.state();
      if (sync === 7) {
        expect(lastWrite?.receipt.written).toHaveLength(places.length);
        expect(trouble).toBeUndefined();
        return;
      }
      expect(figures()).toEqual(before);
      expect(trouble).toMatchObject(
        sync === 4 ? { code: "changedMeanwhile" } : { code: "repairMisplaced", detail: REVENUE },
      );
    },
  );

  test("its 撤回 that is done and answered with an error has no trouble to tell", async () => {
    const { host, drafting } = await excelSession(fullSet);
    washed(host);
    await quiet(host);
    await drafting.repair();
    await quiet(host);
    meanwhile(host, 3, () =>
      host.moods.failures.set(host.requests.filter(({ isCleanUp }) => !isCleanUp).length + 1, {
        kind: "atTheEnd",
        code: "GeneralException",
      }),
    );
    await drafting.takeBack();
    expect(drafting.state()).toMatchObject({ trouble: undefined, takenBack: { kept: [] } });
    expect(content(host, REVENUE, "C7")).toBe(1899.3);
  });

  test("pressed while a look waits for the end of an edit: says so, and does nothing later", async () => {
    let waits = 0;
    const { host, drafting } = await excelSession(fullSet, { onWait: () => (waits += 1) });
    host.moods.editsCell = true;
    host.emitChange(host.get(REVENUE), "C8");
    await quiet(host);
    waits = 0;
    await drafting.repair();
    expect(drafting.state()).toMatchObject({ phase: "ready", trouble: { code: "editingCell" } });
    // The look waits beside it.
    expect(waits).toBeLessThan(120);
    host.requests.splice(0);
    host.moods.editsCell = false;
    await quiet(host);
    expect(host.takeRequests().filter(({ isWrite }) => isWrite)).toEqual([]);
    expect(drafting.state().lastWrite).toBeUndefined();
  });
});

describe("a set on which a person types while it is laid out", () => {
  test.each([
    ["H8", "刚写的"],
    ["B1", 77],
    ["B2", 78],
  ])(
    "%s between write and read-back: the set stands, and 撤回 leaves that sheet",
    async (address, typed) => {
      const { host, workbook } = openExcel(ownWorkbook);
      meanwhile(host, 3, () => {
        host.type(REVENUE, address, typed);
      });
      const receipt = await workbook.addSheets(SET);
      expect(receipt.addedSheets).toEqual(NAMES);
      expect(await workbook.takeBack(receipt)).toEqual({
        kept: [],
        keptSheets: [REVENUE],
        neededSheets: [],
      });
      expect(content(host, REVENUE, address)).toBe(typed);
    },
  );

  test("a unit called #N/A is laid out like any other", async () => {
    const { host, drafting } = await excelSession(ownWorkbook);
    await drafting.layOut({ ...LAY_OUT, unitName: "#N/A" });
    expect(drafting.state().trouble).toBeUndefined();
    await drafting.takeBack();
    expect(host.sheets.map(({ name }) => name)).toEqual([OWN]);
  });
});

describe("撤回 of a set while a person goes on", () => {
  test.each([1, 2, 3, 4, 5, 6])(
    "typed on a sheet right before sync %s: it stays, and is named",
    async (sync) => {
      const { host, workbook } = openExcel(ownWorkbook);
      const receipt = await workbook.addSheets(SET);
      meanwhile(host, sync, () => {
        host.type(REVENUE, "H8", "刚写的");
      });
      const taken = await workbook.takeBack(receipt);
      expect(content(host, REVENUE, "H8")).toBe("刚写的");
      expect(taken).toEqual({ kept: [], keptSheets: [REVENUE], neededSheets: [] });
      expect(host.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
        [OWN, "Visible"],
        [REVENUE, "Visible"],
      ]);
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7])(
    "an edit begun before sync %s: what it typed stays, and is named",
    async (sync) => {
      const edit = editing(sync, (host) => {
        host.type(REVENUE, "D8", 4321);
      });
      const { host, workbook } = openExcel(ownWorkbook, { onWait: edit.onWait });
      const receipt = await workbook.addSheets(SET);
      edit.begin(host);
      const { keptSheets } = await workbook.takeBack(receipt);
      expect(keptSheets).toEqual([REVENUE]);
      expect(content(host, REVENUE, "D8")).toBe(4321);
      expect(host.get(REVENUE).visibility).toBe("Visible");
    },
  );

  test("a sheet that the person has deleted: the rest goes", async () => {
    const { host, drafting } = await excelSession(ownWorkbook);
    await drafting.layOut(LAY_OUT);
    host.deleteSheet(host.get(REVENUE));
    await drafting.takeBack();
    expect(host.sheets.map(({ name }) => name)).toEqual([OWN]);
    expect(drafting.state()).toMatchObject({
      trouble: undefined,
      takenBack: { kept: [], keptSheets: [], neededSheets: [] },
    });
  });
});

describe("撤回 of a set that fails on the way", () => {
  const cases: readonly (readonly [number, FailureKind])[] = [
    [4, "refused"],
    [4, { actions: 6 }],
    [7, "refused"],
    [7, { actions: 3 }],
    [7, { actions: 25 }],
    [7, "atTheEnd"],
  ];

  test.each(cases)(
    "sync %s, %j: says what stands, and another press finishes it",
    async (sync, kind) => {
      const { host, drafting } = await excelSession(ownWorkbook);
      await drafting.layOut(LAY_OUT);
      await quiet(host);
      const before = host.sheets.map(({ name, visibility }) => [name, visibility]);
      meanwhile(host, sync, () =>
        host.moods.failures.set(host.requests.filter(({ isCleanUp }) => !isCleanUp).length + 1, {
          kind,
          code: "GeneralException",
        }),
      );
      await drafting.takeBack();
      host.moods.before = undefined;
      await quiet(host);
      const left = host.sheets.filter(({ name }) => name !== OWN);
      const { trouble, lastWrite } = drafting.state();
      expect(before).toEqual(
        expect.arrayContaining(host.sheets.map(({ name, visibility }) => [name, visibility])),
      );
      if (left.length === 0) expect({ trouble, lastWrite }).toEqual({});
      else {
        expect(trouble?.code).toBe(left.length === 17 ? "hostRefused" : "takenBackPartly");
        expect(lastWrite?.receipt.addedSheets).toEqual(left.map(({ name }) => name));
      }
      await drafting.takeBack();
      expect(host.sheets.map(({ name }) => name)).toEqual([OWN]);
      expect(drafting.state().trouble).toBeUndefined();
    },
  );
});

describe("laying out that fails at an action", () => {
  const actions = Array.from({ length: 12 }, (_, index) => 6 * index);

  test.each(actions)("number %s of the write: nothing is left of it", async (number) => {
    const { host, workbook } = openExcel(ownWorkbook);
    const before = everything(host);
    host.moods.failures.set(2, { kind: { actions: number }, code: "GeneralException" });
    const error: unknown = await workbook.addSheets(SET).catch((refusal: unknown) => refusal);
    if (error instanceof WorkbookError) expect(everything(host)).toEqual(before);
    else expect(Object.keys(everything(host))).toEqual([OWN, ...NAMES]);
  });
});
