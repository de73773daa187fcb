import type { WritePlan } from "../../src/domain/workbook/writePlan";
import type { WorkbookFile, WorkbookReader } from "../../src/ports/workbookPorts";
import { at, formulaAt, planOf, range, sheetPlan } from "./plans";

export interface FileHost {
  create(): WorkbookFile;
  /** Reads what `create` wrote. */
  open(bytes: Uint8Array): WorkbookReader;
}

const LONG_LITERAL = `"${"字".repeat(256)}"`;

export const INVALID_PLANS: readonly (readonly [string, WritePlan])[] = [
  ["a sheet name of 32 characters", planOf(sheetPlan("表".repeat(32), {}))],
  ["a sheet name with a slash", planOf(sheetPlan("01/02", {}))],
  ["no sheet name", planOf(sheetPlan("", {}))],
  ["two sheet names alike but for case", planOf(sheetPlan("F01", {}), sheetPlan("f01", {}))],
  [
    "a formula of 8,193 characters",
    planOf(sheetPlan("表", { A1: { formula: "1".repeat(8193), value: 1 } })),
  ],
  [
    "a mark of 256 characters",
    planOf(
      sheetPlan(
        "表",
        { A1: 1 },
        {
          conditionalFormats: [
            { range: range("A1:A1"), formula: "1".repeat(256), style: { fill: "FFC7CE" } },
          ],
        },
      ),
    ),
  ],
  ["a formula with =", planOf(sheetPlan("表", { A1: { formula: "=1", value: 1 } }))],
  [
    "a text of 256 characters in a formula",
    planOf(sheetPlan("表", { A1: { formula: LONG_LITERAL, value: "" } })),
  ],
  ["a cell text of 32,768 characters", planOf(sheetPlan("表", { A1: "字".repeat(32768) }))],
  ["an infinite number", planOf(sheetPlan("表", { A1: Number.POSITIVE_INFINITY }))],
  ["an error value Excel does not know", planOf(sheetPlan("表", { A1: { error: "#没有" } }))],
  [
    "merges that overlap",
    planOf(sheetPlan("表", {}, { merges: [range("A1:B2"), range("B2:C3")] })),
  ],
  ["a value under a merge", planOf(sheetPlan("表", { B1: 1 }, { merges: [range("A1:B2")] }))],
  ["an unknown style", planOf(sheetPlan("表", { A1: { value: 1, style: "没有" } }))],
  ["an active sheet that is not there", { ...planOf(sheetPlan("表", {})), activeSheet: "无" }],
  [
    "a list with a comma in a choice",
    planOf(
      sheetPlan(
        "表",
        {},
        {
          validations: [
            {
              range: range("A1"),
              kind: "list",
              formulas: ["a,b"],
              severity: "stop",
              title: "",
              message: "",
            },
          ],
        },
      ),
    ),
  ],
  [
    "more than 64,000 styles",
    {
      ...planOf(sheetPlan("表", {})),
      styles: new Map(Array.from({ length: 64_001 }, (_, index) => [String(index), {}])),
    },
  ],
];

export function describeWorkbookFile(name: string, host: FileHost): void {
  describe(`${name} writes`, () => {
    test("a file that its reader reads back", async () => {
      const plan = planOf(
        sheetPlan("公开01表", {
          A1: "收入",
          B1: { formula: "SUM(B2:B3)", value: 3 },
          B2: 1,
          B3: 2,
        }),
      );
      const workbook = await host.open(await host.create().write(plan)).read();
      expect(at(workbook, "公开01表", "A1")).toBe("收入");
      expect(at(workbook, "公开01表", "B1")).toBe(3);
      expect(formulaAt(workbook, "公开01表", "B1")).toBe("SUM(B2:B3)");
    });

    test("the same bytes for the same plan", async () => {
      const plan = planOf(sheetPlan("表", { A1: "决算", A2: 1.5 }, { merges: [range("A1:B1")] }));
      const first = await host.create().write(plan);
      await new Promise((resolve) => setTimeout(resolve, 2100));
      expect(Buffer.from(await host.create().write(plan)).equals(Buffer.from(first))).toBe(true);
    });

    test.each([
      ...INVALID_PLANS,
      ["no sheet that is shown", planOf(sheetPlan("表", {}, { visibility: "hidden" }))] as const,
    ])("nothing when the plan has %s", async (_, plan) => {
      await expect(host.create().write(plan)).rejects.toMatchObject({ code: "invalidPlan" });
    });
  });
}
