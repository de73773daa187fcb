import type { WritePlan } from "../../src/domain/workbook/writePlan";
import type { WorkbookReader } from "../../src/ports/workbookPorts";
import { at, type CellText, formulaAt, planOf, range, sheetOf, sheetPlan } from "./plans";

export interface ReaderHost {
  /** A reader of a workbook that holds this plan. */
  open(plan: WritePlan): Promise<WorkbookReader>;
  readonly veryHiddenSheets: boolean;
  /** The host is too old to say which cells are merged. */
  readonly hidesMerges?: boolean;
}

const VALUES: readonly (readonly [string, CellText, unknown])[] = [
  ["a number at 15 digits", 123456789012.345, 123456789012.345],
  ["zero", 0, 0],
  ["a negative amount", -12.5, -12.5],
  [
    "Chinese text with line break and blanks",
    " 一、一般公共预算\n拨款 ",
    " 一、一般公共预算\n拨款 ",
  ],
  ["a code that is text", "201", "201"],
  ["a code with leading zeros", "0010", "0010"],
  ["text that looks like a formula", "=1+1", "=1+1"],
  ["text that looks like an escape", "_x000D_", "_x000D_"],
  ["markup in text", `<b>&"'`, `<b>&"'`],
  ["true", true, true],
  ["false", false, false],
  ["an error", { error: "#DIV/0!" }, { error: "#DIV/0!" }],
];

const RESULTS: readonly (readonly [string, CellText, unknown])[] = [
  ["a number", { formula: "SUM(A1:A9)", value: 12.34 }, 12.34],
  ["zero", { formula: "0+0", value: 0 }, 0],
  ["text", { formula: '"数据"&"不足"', value: "数据不足" }, "数据不足"],
  ["an empty text", { formula: '""', value: "" }, ""],
  ["true", { formula: "1=1", value: true }, true],
  ["false", { formula: "1=2", value: false }, false],
  ["an error", { formula: "1/0", value: { error: "#DIV/0!" } }, { error: "#DIV/0!" }],
];

export function describeWorkbookReader(name: string, host: ReaderHost): void {
  const read = async (plan: WritePlan) => (await host.open(plan)).read();

  describe(`${name} reads`, () => {
    test.each(VALUES)("%s as it was written", async (_, cell, expected) => {
      const workbook = await read(planOf(sheetPlan("表", { B3: cell })));
      expect(at(workbook, "表", "B3")).toEqual(expected);
      expect(sheetOf(workbook, "表").formulas.size).toBe(0);
    });

    test.each(RESULTS)("a formula and its result: %s", async (_, cell, expected) => {
      const workbook = await read(planOf(sheetPlan("表", { B3: cell })));
      expect(at(workbook, "表", "B3")).toEqual(expected);
      expect(formulaAt(workbook, "表", "B3")).toBe((cell as { formula: string }).formula);
    });

    test("a formula without a result as NO_RESULT", async () => {
      const cell = { formula: "SUM(A1:A2)", value: { error: "NO_RESULT" } };
      const workbook = await read(planOf(sheetPlan("表", { B3: cell })));
      expect(at(workbook, "表", "B3")).toEqual({ error: "NO_RESULT" });
      expect(formulaAt(workbook, "表", "B3")).toBe("SUM(A1:A2)");
    });

    test("formulas with quoted sheets and younger functions, without = and prefix", async () => {
      const formula = `IFS('公开01表'!$C$3>0,"_xlfn.是",TRUE,'F01'!C3)`;
      const workbook = await read(
        planOf(sheetPlan("公开01表", { C3: 1 }), sheetPlan("F01", { C3: { formula, value: 1 } })),
      );
      expect(formulaAt(workbook, "F01", "C3")).toBe(formula);
    });

    test("blank cells as null, also beyond what is filled", async () => {
      const workbook = await read(planOf(sheetPlan("表", { C2: 1 })));
      expect(at(workbook, "表", "A1")).toBeNull();
      expect(at(workbook, "表", "B2")).toBeNull();
      expect(at(workbook, "表", "Z99")).toBeNull();
    });

    test("a merge with its value in the anchor alone", async () => {
      const merges = [range("A1:C2"), range("A4:A6")];
      const workbook = await read(
        planOf(sheetPlan("表", { A1: "收入支出决算总表", A4: "合计", D1: 1 }, { merges })),
      );
      expect(sheetOf(workbook, "表").merges).toEqual(host.hidesMerges ? [] : merges);
      expect(at(workbook, "表", "A1")).toBe("收入支出决算总表");
      expect(at(workbook, "表", "B1")).toBeNull();
      expect(at(workbook, "表", "C2")).toBeNull();
      expect(at(workbook, "表", "A5")).toBeNull();
    });

    test("sheets in order, with hidden ones", async () => {
      const workbook = await read(
        planOf(
          sheetPlan("第一", { A1: 1 }),
          sheetPlan("隐藏", { A1: 2 }, { visibility: "hidden" }),
          sheetPlan("深藏", { A1: 3 }, { visibility: "veryHidden" }),
          sheetPlan("空表", {}),
        ),
      );
      expect(workbook.sheets.map(({ name }) => name)).toEqual(["第一", "隐藏", "深藏", "空表"]);
      expect(workbook.sheets.map(({ visibility }) => visibility)).toEqual([
        "visible",
        "hidden",
        host.veryHiddenSheets ? "veryHidden" : "hidden",
        "visible",
      ]);
    });

    test("an id of its own for each sheet", async () => {
      const workbook = await read(planOf(sheetPlan("一", { A1: 1 }), sheetPlan("二", { A1: 1 })));
      expect(new Set(workbook.sheets.map(({ id }) => id)).size).toBe(2);
    });
  });
}
