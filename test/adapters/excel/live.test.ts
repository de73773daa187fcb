import { valueAt, type WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { ExcelWorkbook } from "../../../src/adapters/excel/excelWorkbook";
import { at, formulaAt, planOf, range, sheetOf, sheetPlan } from "../../contract/plans";
import type { ExcelHost, Moods } from "../../support/excelHost/excelHost";
import { excelSession, quiet } from "../../support/excelHost/excelSession";
import { openExcel } from "../../support/excelHost/openExcel";
import { fullSet, ownWorkbook } from "./excelSet";

/** As somebody would see it who opens the pane only now. */
async function freshRead(host: ExcelHost): Promise<WorkbookSnapshot> {
  const { Excel: excel, isSetSupported } = host.client;
  return new ExcelWorkbook({ excel, isSetSupported }).read();
}

const PLACE = { sheet: "收入决算表", address: "C8" };

async function session() {
  const { host, workbook, drafting } = await excelSession(fullSet);
  const seen = () => {
    const sheet = drafting
      .state()
      .checked?.disclosure.snapshot.sheets.find(({ name }) => name === PLACE.sheet);
    return sheet && valueAt(sheet, { row: 8, column: 3 });
  };
  return { host, workbook, drafting, seen };
}

describe("the pane sees what a person typed", () => {
  test.each(["asTheyCome", "twice", "withoutDetails"] satisfies Moods["events"][])(
    "when events come %s",
    async (events) => {
      const { host, seen, drafting } = await session();
      host.moods.events = events;
      host.type(PLACE.sheet, PLACE.address, 777.77);
      await quiet(host);
      expect(seen()).toBe(777.77);
      expect(drafting.state().checked?.report.findings.length).toBeGreaterThan(2);
      expect(drafting.state().trouble).toBeUndefined();
    },
  );

  test("when events come late and in the wrong order", async () => {
    const { host, seen } = await session();
    const before = seen();
    host.moods.events = "held";
    host.type(PLACE.sheet, PLACE.address, 1);
    host.type(PLACE.sheet, PLACE.address, 2);
    await quiet(host);
    expect(seen()).toBe(before);
    host.letEventsGo();
    await quiet(host);
    expect(seen()).toBe(2);
  });

  test("at the next look, when events are lost", async () => {
    const { host, seen, drafting } = await session();
    host.moods.events = "lost";
    host.type(PLACE.sheet, PLACE.address, 3);
    await quiet(host);
    await drafting.look();
    expect(seen()).toBe(3);
  });

  test("when they type on while the pane is looking", async () => {
    const { host, seen } = await session();
    let typed = 0;
    host.moods.before = () => {
      typed += 1;
      if (typed < 5) host.type(PLACE.sheet, PLACE.address, typed);
    };
    host.type(PLACE.sheet, PLACE.address, 100);
    await quiet(host);
    expect(seen()).toBe(4);
  });

  test("once they have left the cell they are editing, without any trouble shown", async () => {
    const { host, seen, drafting } = await session();
    host.moods.editsCell = true;
    void drafting.look();
    await quiet(host);
    expect(drafting.state().trouble).toBeUndefined();
    host.moods.editsCell = false;
    host.type(PLACE.sheet, PLACE.address, 4);
    await quiet(host);
    expect(seen()).toBe(4);
  });

  test("and none of it is a write", async () => {
    const { host } = await session();
    host.type(PLACE.sheet, PLACE.address, 5);
    await quiet(host);
    expect(host.requests.filter(({ isWrite }) => isWrite)).toEqual([]);
  });
});

const TABLES = planOf(
  sheetPlan(
    "总表",
    { A1: "总", A2: "合计", B2: { formula: "SUM(B3:B4)", value: 3 }, B3: 1, B4: 2, A5: "注" },
    { merges: [range("A1:B1"), range("A5:B5")] },
  ),
  sheetPlan("明细", { A1: { formula: "'总表'!B4", value: 2 }, C7: "尾" }),
  sheetPlan("附表", { A1: "附" }),
);

const DEEDS: readonly (readonly [string, (host: ExcelHost) => void])[] = [
  [
    "inserts rows",
    (host) => {
      host.moveRows(host.get("总表"), { kind: "insertRows", row: 3, count: 2 });
    },
  ],
  [
    "deletes rows",
    (host) => {
      host.moveRows(host.get("总表"), { kind: "deleteRows", row: 1, count: 3 });
    },
  ],
  [
    "renames a sheet",
    (host) => {
      host.rename(host.get("总表"), "2020, 总!表");
    },
  ],
  [
    "swaps the names of two",
    (host) => {
      host.rename(host.get("总表"), "临时");
      host.rename(host.get("附表"), "总表");
      host.rename(host.get("临时"), "附表");
    },
  ],
  ["moves a sheet", (host) => void host.sheets.unshift(host.sheets.pop()!)],
  [
    "deletes a sheet",
    (host) => {
      host.deleteSheet(host.get("总表"));
    },
  ],
  [
    "adds a sheet and writes on it",
    (host) => {
      host.addSheet("新表");
      host.type("新表", "D4", 9);
    },
  ],
  [
    "hides a sheet",
    (host) => {
      host.show(host.get("附表"), "Hidden");
    },
  ],
  [
    "empties a sheet",
    (host) => {
      host.type("附表", "A1", "");
    },
  ],
];

describe.each([false, true])("asking a missing sheet is refused: %s", (strictNulls) => {
  test.each(DEEDS)("the next look is right after a person %s", async (_, deed) => {
    const { host, workbook } = openExcel(TABLES);
    await workbook.read("thorough");
    deed(host);
    host.moods.strictNulls = strictNulls;
    const seen = await workbook.read();
    const fresh = await freshRead(host);
    const bare = ({ sheets }: WorkbookSnapshot) =>
      sheets.map((sheet) => ({ ...sheet, merges: [] }));
    expect(bare(seen)).toEqual(bare(fresh));
    for (const { name, merges } of seen.sheets) {
      const own = host.get(name).merges;
      expect(
        own.filter((merge) =>
          merges.some((each) => JSON.stringify(each) === JSON.stringify(merge)),
        ),
      ).toEqual(merges);
    }
  });
});

test("merges that a press has learnt are known to later looks, as long as nothing speaks against them", async () => {
  const { host, workbook } = openExcel(TABLES);
  const merges = async () => sheetOf(await workbook.read(), "总表").merges;
  expect(await merges()).toEqual([]);
  await workbook.read("thorough");
  expect(await merges()).toEqual([range("A1:B1"), range("A5:B5")]);
  host.get("总表").merges = [];
  host.type("总表", "B5", 8);
  expect(await merges()).toEqual([]);
  expect(at(await workbook.read(), "总表", "B5")).toBe(8);
});

test.each([
  ["insertRows", 4, 2, ["A1:B1", "A7:B7"]],
  ["insertRows", 1, 1, ["A2:B2", "A6:B6"]],
  ["deleteRows", 3, 2, ["A1:B1", "A3:B3"]],
  ["deleteRows", 1, 1, ["A4:B4"]],
] as const)(
  "after %s at row %i, %i of them, merges are known where they stand",
  async (...deed) => {
    const [kind, row, count, merges] = deed;
    const { host, workbook } = openExcel(TABLES);
    await workbook.read("thorough");
    host.moveRows(host.get("总表"), { kind, row, count });
    expect(sheetOf(await workbook.read(), "总表").merges).toEqual(merges.map(range));
    expect(sheetOf(await workbook.read(), "总表").merges).toEqual(merges.map(range));
  },
);

test.each(["1.9", "1.14"])(
  "a table is not called missing after a row was inserted in its head, with ExcelApi %s",
  async (version) => {
    const { host, drafting } = await excelSession(fullSet, { version });
    const findings = () =>
      drafting
        .state()
        .checked?.report.findings.map(({ code, state, cells }) => ({ code, state, cells }));
    const sheet = host.get("收入决算表");
    host.moveRows(sheet, { kind: "insertRows", row: 5, count: 1 });
    host.emitChange(sheet, "5:5", "RowInserted");
    await quiet(host);
    const live = findings();
    expect(live?.filter(({ code }) => code === "K301")).toEqual([]);
    await drafting.look("thorough");
    await quiet(host);
    expect(live).toEqual(findings());
  },
);

describe("while Excel calculates", () => {
  test("it is said, and the listener is told when results are there", async () => {
    const pauses: number[] = [];
    const { host, workbook } = openExcel(TABLES, { onWait: (pause) => void pauses.push(pause) });
    let calls = 0;
    workbook.onDirty(() => {
      calls += 1;
    });
    host.calculationState = "Calculating";
    expect((await workbook.read()).isCalculating).toBe(true);
    await quiet(host);
    expect(calls).toBe(1);
    await workbook.read();
    await quiet(host);
    host.calculationState = "Done";
    expect((await workbook.read()).isCalculating).toBeUndefined();
    await quiet(host);
    expect({ calls, pauses }).toEqual({ calls: 2, pauses: [500, 1_000] });
  });

  test("by hand, it is said but not waited for", async () => {
    const pauses: number[] = [];
    const { host, workbook } = openExcel(TABLES, { onWait: (pause) => void pauses.push(pause) });
    workbook.onDirty(() => undefined);
    host.calculationState = "Pending";
    host.calculationMode = "Manual";
    expect((await workbook.read()).isCalculating).toBe(true);
    await quiet(host);
    expect(pauses).toEqual([]);
  });
});

test("two workbooks, each with a pane: neither hears, reads or writes the other", async () => {
  const one = openExcel(TABLES);
  const other = openExcel(TABLES);
  const heard: string[] = [];
  one.workbook.onDirty(() => void heard.push("one"));
  other.workbook.onDirty(() => void heard.push("other"));
  await quiet(one.host);
  await quiet(other.host);
  one.host.type("总表", "B3", 50);
  await quiet(one.host);
  await other.workbook.writeCells([{ sheet: "总表", row: 4, column: 2, value: 60 }]);
  const values = async ({ workbook }: typeof one) => {
    const read = await workbook.read();
    return [at(read, "总表", "B3"), at(read, "总表", "B4")];
  };
  expect(await values(one)).toEqual([50, 2]);
  expect(await values(other)).toEqual([1, 60]);
  expect(new Set(heard.slice(0, 1))).toEqual(new Set(["one"]));
});

test("the name of the sheet that changed is told, and after stopping nothing", async () => {
  const { host, workbook } = openExcel(TABLES);
  const heard: (string | undefined)[] = [];
  const stop = workbook.onDirty((sheet) => void heard.push(sheet));
  await workbook.read();
  host.type("明细", "A2", 1);
  await quiet(host);
  stop();
  host.type("明细", "A3", 1);
  await quiet(host);
  expect(heard).toEqual(["明细"]);
});

describe("修复版式", () => {
  const styles = new Map([
    ["figure", { numberFormat: "#,##0.00", border: "thin", bold: true }],
  ] as const);
  const mark = { range: range("B2:B4"), formula: 'C2="不符"', style: { fill: "FFC7CE" } };
  const plan = {
    ...planOf(
      sheetPlan(
        "总表",
        {
          B2: { formula: "SUM(B3:B4)", value: 3, style: "figure" },
          B3: { value: null, style: "figure" },
        },
        { conditionalFormats: [mark] },
      ),
    ),
    styles,
  };

  test("brings formulas, looks and marks back, once, and leaves figures and what is beside them", async () => {
    const { host, workbook } = openExcel(TABLES);
    host.type("总表", "B2", 33);
    host.type("总表", "D9", "旁注");
    const receipt = await workbook.restore(plan);
    expect(receipt.written).toEqual([
      {
        sheet: "总表",
        row: 2,
        column: 2,
        before: { value: 33 },
        after: { value: 3, formula: "SUM(B3:B4)" },
      },
    ]);
    await workbook.restore(plan);
    const sheet = host.get("总表");
    expect(sheet.marks).toEqual([
      { range: mark.range, formula: '=C2="不符"', format: { "Fill.Color": "#FFC7CE" } },
    ]);
    expect(sheet.look({ row: 3, column: 2 })).toMatchObject({
      NumberFormat: "#,##0.00",
      "Font.Bold": true,
    });
    const read = await workbook.read();
    expect([at(read, "总表", "B3"), at(read, "总表", "D9")]).toEqual([1, "旁注"]);
    expect(await workbook.takeBack(receipt)).toEqual({
      kept: [],
      keptSheets: [],
      neededSheets: [],
    });
    expect(at(await workbook.read(), "总表", "B2")).toBe(33);
  });

  test("keeps a person's own conditional formats, and writes each of ours once", async () => {
    const { host, workbook } = openExcel(TABLES, { version: "1.9" });
    const sheet = host.get("总表");
    const own = [
      { range: range("B2:B4"), type: "ColorScale", format: {} },
      { range: range("A1:D9"), formula: "=B1>100", format: {} },
      { range: range("B2:B4"), formula: '=D2="不符"', format: {} },
    ];
    sheet.marks = [...own];
    await workbook.restore(plan);
    host.moveRows(sheet, { kind: "insertRows", row: 1, count: 1 });
    host.moveRows(sheet, { kind: "deleteRows", row: 1, count: 1 });
    await workbook.restore(plan);
    expect(sheet.marks.slice(0, -1)).toEqual(own);
    expect(sheet.marks.at(-1)).toMatchObject({ formula: '=C2="不符"' });
  });

  test("not of a sheet that is missing", async () => {
    const { workbook } = openExcel(ownWorkbook);
    await expect(workbook.restore(plan)).rejects.toMatchObject({ code: "sheetMissing" });
  });

  test("in one write", async () => {
    const { host, workbook } = openExcel(fullSet);
    await workbook.restore(fullSet);
    const requests = host.takeRequests();
    expect(requests.filter(({ isWrite }) => isWrite)).toHaveLength(1);
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(formulaAt(await workbook.read(), "收入决算表", "C7")).toBeDefined();
  });
});

describe.each(["visible", "hidden"] as const)("formulas of %s sheets", (visibility) => {
  const hiddenSet = planOf(
    sheetPlan("表", { A1: 1, A2: 2 }),
    sheetPlan(
      "计算",
      { A1: { formula: "'表'!A1", value: 1 }, A2: 5, A3: { formula: "'表'!A2", value: 2 } },
      { visibility },
    ),
  );
  const CHANGES: readonly (readonly [string, (host: ExcelHost) => void])[] = [
    ["nothing changed there", () => undefined],
    [
      "a value changed there",
      (host) => {
        host.type("计算", "A2", 6);
      },
    ],
    [
      "a formula was typed over there",
      (host) => {
        host.type("计算", "A3", 7);
      },
    ],
    [
      "a formula came below",
      (host) => {
        host.moods.events = "lost";
        host.type("计算", "A4", "=A3");
      },
    ],
    [
      "the sheet is shown, or hidden",
      (host) => {
        host.moods.events = "lost";
        host.type("计算", "A3", 7);
        host.show(host.get("计算"), visibility === "visible" ? "Hidden" : "Visible");
      },
    ],
    [
      "the sheet was emptied",
      (host) => {
        host.moods.events = "lost";
        host.get("计算").cells.clear();
      },
    ],
  ];

  test.each(CHANGES)("are right at a look after %s", async (_, change) => {
    const { host, workbook } = openExcel(hiddenSet);
    workbook.onDirty(() => undefined);
    await workbook.read();
    change(host);
    await quiet(host);
    expect(await workbook.read()).toEqual(await freshRead(host));
  });

  test("are right when they change while the pane is reading them", async () => {
    const { host, workbook } = openExcel(hiddenSet);
    workbook.onDirty(() => undefined);
    await quiet(host);
    host.moods.afterAnswer = () => {
      host.moods.afterAnswer = undefined;
      host.type("计算", "A3", 7);
    };
    await workbook.read();
    await quiet(host);
    expect(await workbook.read()).toEqual(await freshRead(host));
  });

  test("that a program changed unseen are right when a person presses", async () => {
    const { host, workbook } = openExcel(hiddenSet);
    await workbook.read();
    host.moods.events = "lost";
    host.type("计算", "A3", 7);
    expect(formulaAt(await workbook.read("thorough"), "计算", "A3")).toBeUndefined();
  });
});

describe("the cell that is selected", () => {
  test("is told with the name of its sheet, without a write", async () => {
    const { host, workbook } = openExcel(TABLES);
    host.front = host.get("明细");
    host.selection = { sheet: "明细", range: range("C7:D9") };
    expect(await workbook.selectedCell()).toEqual({ sheet: "明细", row: 7, column: 3 });
    expect(host.requests.filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  test("is not told while another workbook is in front", async () => {
    const { host, workbook } = openExcel(TABLES);
    host.moods.otherWorkbookInFront = true;
    await expect(workbook.selectedCell()).rejects.toMatchObject({ code: "hostRefused" });
  });
});
