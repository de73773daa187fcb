import { parsePosition } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import type { WorkbookEditor } from "../../src/ports/workbookPorts";
import { INVALID_PLANS } from "./workbookFileContract";
import { at, formulaAt, planOf, range, sheetOf, sheetPlan } from "./plans";

export interface EditorHost {
  /** An editor of an open workbook that holds this plan. */
  open(plan: WritePlan): Promise<WorkbookEditor>;
  /** The host is too old to say which cells are merged. */
  readonly hidesMerges?: boolean;
}

const START = planOf(
  sheetPlan(
    "总表",
    {
      A1: "收入支出决算总表",
      A2: "合计",
      B2: { formula: "SUM(B3:B4)", value: 3 },
      B3: 1,
      B4: 2,
      A5: "注",
    },
    { merges: [range("A1:B1"), range("A5:B6")] },
  ),
  sheetPlan("审核", {
    A1: { formula: "'总表'!$B$4", value: 2 },
    A2: { formula: "SUM(总表!B3:B4)", value: 3 },
    A3: { formula: "A1", value: 2 },
  }),
);

function write(
  sheet: string,
  address: string,
  value: CellValue,
  more: { formula?: string; expected?: CellValue } = {},
) {
  return { sheet, ...parsePosition(address)!, value, ...more };
}

export function describeWorkbookEditor(name: string, host: EditorHost): void {
  const open = () => host.open(START);
  const contents = async (editor: WorkbookEditor) =>
    (await editor.read()).sheets.map(({ name: sheet, values, formulas }) => ({
      sheet,
      values: values.map((line) => line.filter((value) => value !== null)),
      formulas: [...formulas],
    }));

  describe(`${name} is inspected`, () => {
    test("hidden rows and columns in which anything stands are told, sheet by sheet", async () => {
      const cells = { A1: 1, B2: 2, C3: 3, D4: 4, E5: 5, F6: 6 };
      const hidden = { hiddenRows: [2, 3, 5], hiddenColumns: [4] };
      const editor = await host.open(
        planOf(sheetPlan("明", cells), sheetPlan("暗", cells, hidden)),
      );
      const { sheets } = await editor.inspect();
      expect(sheets.map((sheet) => sheet.name)).toEqual(["明", "暗"]);
      expect(sheets[0]).toMatchObject({ hiddenRows: [], hiddenColumns: [] });
      expect(sheets[1]).toMatchObject({
        hiddenRows: [
          { first: 2, last: 3 },
          { first: 5, last: 5 },
        ],
        hiddenColumns: [{ first: 4, last: 4 }],
      });
    });

    test("a workbook without any tells of none, and stays as it is", async () => {
      const editor = await open();
      const before = await contents(editor);
      const { sheets, sources, properties } = await editor.inspect();
      for (const sheet of sheets) {
        expect(sheet).toMatchObject({ hiddenRows: [], hiddenColumns: [], comments: [], links: [] });
      }
      expect(sources).toEqual([]);
      expect(Object.values(properties).join("")).toBe("");
      expect(await contents(editor)).toEqual(before);
    });
  });

  describe(`${name} adds sheets`, () => {
    test("behind those that are there", async () => {
      const editor = await open();
      const receipt = await editor.addSheets(planOf(sheetPlan("公开02表", { A1: "收入决算表" })));
      expect(receipt.addedSheets).toEqual(["公开02表"]);
      const workbook = await editor.read();
      expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["总表", "审核", "公开02表"]);
      expect(at(workbook, "公开02表", "A1")).toBe("收入决算表");
    });

    test("none of them when one name is taken", async () => {
      const editor = await open();
      const before = await contents(editor);
      const plan = planOf(sheetPlan("新表", { A1: 1 }), sheetPlan("审核", { A1: 1 }));
      await expect(editor.addSheets(plan)).rejects.toMatchObject({ code: "sheetExists" });
      expect(await contents(editor)).toEqual(before);
    });

    test.each(INVALID_PLANS)("not when the plan has %s", async (_, plan) => {
      const editor = await open();
      await expect(editor.addSheets(plan)).rejects.toMatchObject({ code: "invalidPlan" });
    });

    test("and takes them back while nobody has touched them", async () => {
      const editor = await open();
      const before = await contents(editor);
      const receipt = await editor.addSheets(
        planOf(
          sheetPlan("新一", { A1: 1 }),
          sheetPlan("新二", { A1: { formula: "A2", value: 0 } }),
        ),
      );
      expect(await editor.takeBack(receipt)).toEqual({
        kept: [],
        keptSheets: [],
        neededSheets: [],
      });
      expect(await contents(editor)).toEqual(before);
    });

    test("and keeps the one that somebody has worked on", async () => {
      const editor = await open();
      const receipt = await editor.addSheets(
        planOf(sheetPlan("新一", { A1: 1 }), sheetPlan("新二", { A1: 1 })),
      );
      await editor.writeCells([write("新二", "C9", "我的备注")]);
      expect(await editor.takeBack(receipt)).toEqual({
        kept: [],
        keptSheets: ["新二"],
        neededSheets: [],
      });
      const workbook = await editor.read();
      expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["总表", "审核", "新二"]);
      expect(at(workbook, "新二", "A1")).toBe(1);
      expect(at(workbook, "新二", "C9")).toBe("我的备注");
    });
  });

  describe(`${name} takes back sheets that refer to each other`, () => {
    const LINKED = planOf(
      sheetPlan("新一", {
        A1: 1,
        A2: { formula: "'计 算'!A1", value: 2 },
        A3: { formula: "SUM(新二!A1:A2)", value: 5 },
      }),
      sheetPlan("新二", { A1: 2, A2: 3 }),
      sheetPlan("新三", { A1: { formula: "新一!A1+新二!A1", value: 3 } }),
      sheetPlan("计 算", { A1: { formula: "新一!A1*2", value: 2 } }, { visibility: "hidden" }),
    );
    const formulas = async (editor: WorkbookEditor) =>
      (await editor.read()).sheets.flatMap((sheet) => [...sheet.formulas.values()]).join(" ");

    test("all of them, while nobody has touched one", async () => {
      const editor = await open();
      const before = await contents(editor);
      const receipt = await editor.addSheets(LINKED);
      const nothing = { kept: [], keptSheets: [], neededSheets: [] };
      expect(await editor.takeBack(receipt)).toEqual(nothing);
      expect(await contents(editor)).toEqual(before);
    });

    test("but for one that was worked on, and those that it needs", async () => {
      const editor = await open();
      const receipt = await editor.addSheets(LINKED);
      await editor.writeCells([write("新一", "A1", 7, { expected: 1 })]);
      expect(await editor.takeBack(receipt)).toEqual({
        kept: [],
        keptSheets: ["新一"],
        neededSheets: ["新二", "计 算"],
      });
      const workbook = await editor.read();
      expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
        "总表",
        "审核",
        "新一",
        "新二",
        "计 算",
      ]);
      expect(at(workbook, "新一", "A1")).toBe(7);
      expect(await formulas(editor)).not.toContain("#REF!");
    });

    test("but for those that a sheet of the person's own refers to", async () => {
      const editor = await open();
      const receipt = await editor.addSheets(LINKED);
      await editor.writeCells([write("总表", "C9", 2, { formula: "'新二'!A1" })]);
      expect(await editor.takeBack(receipt)).toEqual({
        kept: [],
        keptSheets: [],
        neededSheets: ["新二"],
      });
      expect(await formulas(editor)).not.toContain("#REF!");
    });
  });

  describe(`${name} writes cells`, () => {
    test("values over values, formulas and blanks", async () => {
      const editor = await open();
      await editor.writeCells([
        write("总表", "B3", 10, { expected: 1 }),
        write("总表", "B2", 12),
        write("总表", "C9", "备注", { expected: null }),
        write("审核", "A3", 5, { formula: "B1" }),
      ]);
      const workbook = await editor.read();
      expect(at(workbook, "总表", "B3")).toBe(10);
      expect(at(workbook, "总表", "B2")).toBe(12);
      expect(formulaAt(workbook, "总表", "B2")).toBeUndefined();
      expect(at(workbook, "总表", "C9")).toBe("备注");
      expect(formulaAt(workbook, "审核", "A3")).toBe("B1");
    });

    test.each([
      ["something else stands there", "changedMeanwhile", write("总表", "B4", 5, { expected: 1 })],
      ["the sheet is missing", "sheetMissing", write("没有", "A1", 5)],
      ["a cell is off the grid", "invalidPlan", { ...write("总表", "A1", 5), column: 16385 }],
      [
        "a cell lies under a merge",
        // Who does not know of the merge finds out by reading back.
        host.hidesMerges ? "writeIncomplete" : "invalidPlan",
        write("总表", "B1", 5),
      ],
      ["a cell is named twice", "invalidPlan", write("总表", "B3", 5)],
      [
        "a formula is too long",
        "invalidPlan",
        write("总表", "B4", 5, { formula: "1".repeat(8193) }),
      ],
    ])("none of them when %s", async (_, code, wrong) => {
      const editor = await open();
      const before = await contents(editor);
      await expect(editor.writeCells([write("总表", "B3", 9), wrong])).rejects.toMatchObject({
        code,
      });
      expect(await contents(editor)).toEqual(before);
    });

    test("and takes them back to what stood there, also formulas and blanks", async () => {
      const editor = await open();
      const before = await contents(editor);
      const receipt = await editor.writeCells([
        write("总表", "B2", 99),
        write("总表", "B3", { error: "#N/A" }),
        write("总表", "C9", "备注"),
      ]);
      expect(await editor.takeBack(receipt)).toEqual({
        kept: [],
        keptSheets: [],
        neededSheets: [],
      });
      expect(await contents(editor)).toEqual(before);
    });

    test("and leaves what somebody has changed since", async () => {
      const editor = await open();
      const receipt = await editor.writeCells([write("总表", "B3", 10), write("总表", "B4", 20)]);
      await editor.writeCells([write("总表", "B4", 21)]);
      const { kept } = await editor.takeBack(receipt);
      expect(kept).toMatchObject([{ sheet: "总表", row: 4, column: 2, after: { value: 20 } }]);
      const workbook = await editor.read();
      expect(at(workbook, "总表", "B3")).toBe(1);
      expect(at(workbook, "总表", "B4")).toBe(21);
    });
  });

  describe(`${name} edits rows`, () => {
    const expectMerges = (workbook: WorkbookSnapshot, ...addresses: string[]) => {
      const merges = host.hidesMerges ? [] : addresses.map(range);
      expect(sheetOf(workbook, "总表").merges).toEqual(merges);
    };

    test("inserting moves cells, merges and references on every sheet", async () => {
      const editor = await open();
      await editor.editRows({ kind: "insertRows", sheet: "总表", row: 4, count: 2 });
      const workbook = await editor.read();
      expect(at(workbook, "总表", "B3")).toBe(1);
      expect(at(workbook, "总表", "B4")).toBeNull();
      expect(at(workbook, "总表", "B6")).toBe(2);
      expectMerges(workbook, "A1:B1", "A7:B8");
      expect(formulaAt(workbook, "总表", "B2")).toBe("SUM(B3:B6)");
      // Hosts write quotes and areas of one cell as they like.
      expect(formulaAt(workbook, "审核", "A1")).toMatch(/^('?)总表\1!\$B\$6$/u);
      expect(formulaAt(workbook, "审核", "A2")).toMatch(/^SUM\(('?)总表\1!B3:B6\)$/u);
      expect(formulaAt(workbook, "审核", "A3")).toBe("A1");
    });

    test("deleting shrinks ranges and leaves #REF! where a cell is gone", async () => {
      const editor = await open();
      await editor.editRows({ kind: "deleteRows", sheet: "总表", row: 4, count: 2 });
      const workbook = await editor.read();
      expectMerges(workbook, "A1:B1", "A4:B4");
      expect(formulaAt(workbook, "总表", "B2")).toMatch(/^SUM\(B3(:B3)?\)$/u);
      expect(formulaAt(workbook, "审核", "A1")).toContain("#REF!");
    });

    test("several at once: each counts rows as those before it leave them", async () => {
      const editor = await open();
      const before = await contents(editor);
      const insert = { kind: "insertRows", sheet: "总表" } as const;
      await editor.editRows(
        { ...insert, row: 3, count: 1 },
        { ...insert, row: 5, count: 2 },
        { ...insert, sheet: "审核", row: 1, count: 1 },
      );
      const workbook = await editor.read();
      expect(["B3", "B4", "B5", "B6", "B7"].map((cell) => at(workbook, "总表", cell))).toEqual([
        null,
        1,
        null,
        null,
        2,
      ]);
      expect(formulaAt(workbook, "总表", "B2")).toBe("SUM(B4:B7)");
      expect(formulaAt(workbook, "审核", "A2")).toMatch(/^('?)总表\1!\$B\$7$/u);
      const remove = { kind: "deleteRows", onlyBlank: true } as const;
      expect(
        await editor.editRows(
          { ...remove, sheet: "审核", row: 1, count: 1 },
          { ...remove, sheet: "总表", row: 5, count: 2 },
          { ...remove, sheet: "总表", row: 3, count: 1 },
        ),
      ).toEqual([]);
      expect(await contents(editor)).toEqual(before);
    });

    test("blank rows only: those in which something stands stay, and are told", async () => {
      const editor = await open();
      const insert = { kind: "insertRows", sheet: "总表", count: 1 } as const;
      await editor.editRows({ ...insert, row: 3 }, { ...insert, row: 5 });
      await editor.writeCells([write("总表", "C5", "我的")]);
      const remove = { kind: "deleteRows", sheet: "总表", count: 1, onlyBlank: true } as const;
      const stay = await editor.editRows({ ...remove, row: 5 }, { ...remove, row: 3 });
      expect(stay).toEqual([{ ...remove, row: 5 }]);
      const workbook = await editor.read();
      expect(at(workbook, "总表", "B3")).toBe(1);
      expect(at(workbook, "总表", "C4")).toBe("我的");
      expect(at(workbook, "总表", "B5")).toBe(2);
    });

    test.each([
      ["rows in and out", { kind: "insertRows", sheet: "总表", row: 2, count: 1 }],
      ["deletions from above", { kind: "deleteRows", sheet: "总表", row: 5, count: 1 }],
      ["no row at all", { kind: "deleteRows", sheet: "总表", row: 3, count: 0 }],
    ] as const)("none of them for %s", async (_, wrong) => {
      const editor = await open();
      const before = await contents(editor);
      const edit = { kind: "deleteRows", sheet: "总表", row: 4, count: 1 } as const;
      await expect(editor.editRows(edit, wrong)).rejects.toMatchObject({ code: "invalidPlan" });
      expect(await contents(editor)).toEqual(before);
    });

    test("not on a sheet that is missing", async () => {
      const editor = await open();
      const edit = { kind: "insertRows", sheet: "没有", row: 1, count: 1 } as const;
      await expect(editor.editRows(edit)).rejects.toMatchObject({ code: "sheetMissing" });
    });
  });

  describe(`${name} tells`, () => {
    test("listeners that something changed, until they stop listening", async () => {
      const editor = await open();
      let calls = 0;
      const stop = editor.onDirty(() => {
        calls += 1;
      });
      await editor.writeCells([write("总表", "B3", 10)]);
      const heard = calls;
      expect(heard).toBeGreaterThan(0);
      stop();
      await editor.writeCells([write("总表", "B3", 11)]);
      expect(calls).toBe(heard);
    });

    test.each([
      ["hidden", "sheetHidden"],
      ["veryHidden", "sheetVeryHidden"],
    ] as const)("when the sheet to navigate to is %s", async (visibility, code) => {
      const editor = await host.open(
        planOf(sheetPlan("总表", { A1: 1 }), sheetPlan("底稿", { A1: 2 }, { visibility })),
      );
      await expect(editor.navigate("底稿", range("A1"))).rejects.toMatchObject({
        code,
        detail: "底稿",
      });
    });

    test("when there is no sheet to navigate to", async () => {
      const editor = await open();
      await editor.navigate("总表", range("B3"));
      await expect(editor.navigate("没有", range("B3"))).rejects.toMatchObject({
        code: "sheetMissing",
      });
    });
  });
}
