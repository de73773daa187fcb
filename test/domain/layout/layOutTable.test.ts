import { layOutTable } from "../../../src/domain/layout/layOutTable";
import { TABLE_STYLES } from "../../../src/domain/layout/styles";
import { formatPosition } from "../../../src/domain/workbook/cellAddress";
import type { SheetPlan } from "../../../src/domain/workbook/writePlan";
import {
  cellAt,
  CODES,
  disclosureTables,
  emptyInput,
  filledInput,
  hunanTables,
  layOut,
  mergesIn,
  positionsOf,
  valueOf,
} from "./hunanTables";

const cases = hunanTables.flatMap((table) => [
  { name: `${table.definition.title}, empty`, table, input: emptyInput },
  { name: `${table.definition.title}, filled`, table, input: filledInput },
]);

function styleAt(sheet: SheetPlan, row: number, column: number) {
  return TABLE_STYLES.get(cellAt(sheet, { row, column })?.style ?? "");
}

describe.each(cases)("$name", ({ table, input }) => {
  const { sheet, placed, firstFreeColumn } = layOutTable(table, input);
  const [block] = placed.blocks;
  const firstHeadRow = table.definition.number === undefined ? 3 : 4;

  test("no two cells stand in one place and every style exists", () => {
    const places = sheet.cells.map(formatPosition);
    expect(new Set(places).size).toBe(places.length);
    expect(sheet.cells.filter(({ style }) => !TABLE_STYLES.has(style ?? ""))).toEqual([]);
  });

  test("merged areas do not overlap and hold one value each", () => {
    const merged = sheet.merges.flatMap(positionsOf);
    expect(new Set(merged.map(formatPosition)).size).toBe(merged.length);
    for (const area of sheet.merges) {
      const [, ...rest] = positionsOf(area);
      expect(rest.map((position) => cellAt(sheet, position)?.value)).toEqual(rest.map(() => null));
    }
  });

  test("every cell from the first heading to the last row has its borders", () => {
    const { left, right } = placed.range;
    const grid = { top: firstHeadRow, left, bottom: block!.endRow - 1, right };
    const bare = positionsOf(grid).filter(
      ({ row, column }) => styleAt(sheet, row, column)?.border !== "thin",
    );
    expect(bare).toEqual([]);
  });

  test("every figure of the structure has one cell of its own", () => {
    const places = placed.blocks.flatMap(({ block: { figureColumns }, columns, rows }) =>
      rows.flatMap(({ row }) =>
        figureColumns.map(({ key }) => formatPosition({ row, column: columns.get(key)! })),
      ),
    );
    const expected = table.blocks.map(({ definition, rows, figureColumns }) => {
      const printed = rows.filter(({ path }) => path.length > 0 || definition.kind === "record");
      const codes = definition.tree ? input.codes(0).length : 0;
      return (printed.length + codes) * figureColumns.length;
    });
    expect(new Set(places).size).toBe(places.length);
    expect(places).toHaveLength(expected.reduce((sum, count) => sum + count, 0));
    expect(places.filter((place) => valueOf(sheet, place) === undefined)).toEqual([]);
  });

  test("rows stand where their labels and codes are printed", () => {
    for (const { block: of, columns, rows } of placed.blocks) {
      const role = (wanted: string) => of.columns.find((c) => c.definition.role === wanted);
      const code = role("code");
      for (const row of rows) {
        const printed = sheet.cells
          .filter((cell) => cell.row === row.row)
          .map(({ value }) => value ?? "");
        if (row.label !== "") expect(printed).toContain(row.label);
        if (code && row.code !== undefined) {
          const position = { row: row.row, column: columns.get(code.key)! };
          expect(cellAt(sheet, position)?.value).toBe(row.code);
        }
      }
    }
  });

  test("all blocks end on the same sentinel row, below which no figure stands", () => {
    expect(new Set(placed.blocks.map(({ endRow }) => endRow)).size).toBe(1);
    const [note = null] = table.definition.notes;
    expect(cellAt(sheet, { row: block!.endRow, column: 1 })?.value).toBe(note);
    expect(cellAt(sheet, { row: block!.endRow - 1, column: 1 })?.style).not.toBe("table.note");
  });

  test("no number stands in a heading row, where totals begin", () => {
    const heads = sheet.cells.filter(({ row }) => row <= block!.headRow);
    expect(heads.filter(({ value }) => typeof value === "number")).toEqual([]);
  });

  test("only the table is printed, and the columns right of it are free", () => {
    expect(sheet.pageSetup?.printArea).toEqual(placed.range);
    expect(firstFreeColumn).toBe(placed.range.right + 1);
    expect(Math.max(...sheet.cells.map(({ column }) => column))).toBe(placed.range.right);
    expect([...sheet.columnWidths.keys()]).toHaveLength(placed.range.right);
    expect([...sheet.rowHeights.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: placed.range.bottom }, (_, index) => index + 1),
    );
  });

  test("the head stays in sight and is repeated on every page", () => {
    expect(sheet.freeze).toEqual({ rows: block!.headRow, columns: 0 });
    expect(sheet.pageSetup?.titleRows).toEqual({ first: firstHeadRow, last: block!.headRow });
  });
});

const heads: Record<string, readonly string[]> = {
  summary: ["收入@A4:C4", "支出@D4:F4"],
  revenue: [
    "项目@A4:B4",
    "本年收入合计@C4:C5",
    "财政拨款收入@D4:D5",
    "上级补助收入@E4:E5",
    "事业收入@F4:F5",
    "经营收入@G4:G5",
    "附属单位上缴收入@H4:H5",
    "其他收入@I4:I5",
    "栏次@A6:B6",
  ],
  expenditure: [
    "项目@A4:B4",
    "本年支出合计@C4:C5",
    "基本支出@D4:D5",
    "项目支出@E4:E5",
    "上缴上级支出@F4:F5",
    "经营支出@G4:G5",
    "对附属单位补助支出@H4:H5",
    "栏次@A6:B6",
  ],
  fiscalAppropriationSummary: ["收入@A4:C4", "支出@D4:I4"],
  generalPublicBudgetExpenditure: ["项目@A4:B4", "本年支出@C4:E4", "栏次@A6:B6"],
  basicExpenditureDetail: [],
  threePublicExpenses: [
    "预算数@A4:F4",
    "决算数@G4:L4",
    "合计@A5:A6",
    "因公出国（境）费@B5:B6",
    "公务用车购置及运行费@C5:E5",
    "公务接待费@F5:F6",
    "合计@G5:G6",
    "因公出国（境）费@H5:H6",
    "公务用车购置及运行费@I5:K5",
    "公务接待费@L5:L6",
  ],
  governmentManagedFunds: [
    "项目@A4:B4",
    "年初结转和结余@C4:C5",
    "本年收入@D4:D5",
    "本年支出@E4:G4",
    "年末结转和结余@H4:H5",
    "栏次@A6:B6",
  ],
  stateCapitalOperations: ["项目@A4:B4", "本年支出@C4:E4", "栏次@A6:B6"],
};

test.each(disclosureTables)("the head of $definition.number is merged as published", ({ key }) => {
  const { sheet, placed } = layOut(key);
  expect(mergesIn(sheet, 4, placed.blocks[0]!.headRow)).toEqual(heads[key]);
});

test("title, number, unit and money unit stand above the table", () => {
  const { sheet } = layOut("revenue");
  expect(mergesIn(sheet, 1, 3)).toEqual([
    "收入决算表@A1:I1",
    "公开02表@A2:I2",
    "部门：青山市园林服务中心@A3:H3",
  ]);
  expect(valueOf(sheet, "I3")).toBe("单位：万元");
});

test("栏次 are printed per block, as texts", () => {
  const { sheet } = layOut("summary");
  const row = ["A6", "B6", "C6", "D6", "E6", "F6"].map((address) => valueOf(sheet, address));
  expect(row).toEqual(["栏次", null, "1", "栏次", null, "2"]);
});

describe("a tree", () => {
  test("without figures has eight spare rows for codes", () => {
    const { placed, spareRows } = layOut("expenditure");
    expect(placed.blocks[0]?.rows).toEqual([{ id: "合计", row: 7, label: "合计" }]);
    expect(spareRows).toEqual([8, 9, 10, 11, 12, 13, 14, 15]);
    expect(placed.blocks[0]?.endRow).toBe(16);
  });

  test("with figures has its codes and no spare rows", () => {
    const { sheet, placed, spareRows } = layOut("expenditure", filledInput);
    expect(placed.blocks[0]?.rows.map(({ id, row }) => [id, row])).toEqual([
      ["合计", 7],
      ["#201", 8],
      ["#20103", 9],
      ["#2010301", 10],
    ]);
    expect(spareRows).toEqual([]);
    expect(valueOf(sheet, "A10")).toBe("2010301");
    expect(valueOf(sheet, "B10")).toBe("行政运行");
  });

  test("keeps codes text down to the last spare row", () => {
    const { sheet, spareRows } = layOut("revenue");
    const formats = spareRows.map((row) => styleAt(sheet, row, 1)?.numberFormat);
    expect(formats).toEqual(spareRows.map(() => "@"));
  });

  test("shows which of its cells follow from others", () => {
    const { sheet } = layOut("expenditure", filledInput);
    const kinds = [7, 8, 9, 10].map((row) => cellAt(sheet, { row, column: 4 })?.style);
    expect(kinds).toEqual([
      "table.total.2",
      "table.computed.2",
      "table.computed.2",
      "table.amount.2",
    ]);
    expect(cellAt(sheet, { row: 10, column: 3 })?.style).toBe("table.computed.2");
  });

  test("grows over more pages, a fixed table stays on one", () => {
    expect(layOut("revenue").sheet.pageSetup?.fitToHeight).toBe(0);
    expect(layOut("summary").sheet.pageSetup?.fitToHeight).toBe(1);
  });

  test("gives a long name the lines it needs", () => {
    const name = "对名称特别长的事务由归口管理部门统一安排的其他有关支出";
    const codes = () => [...CODES, { code: "2010399", name }];
    const { sheet } = layOut("expenditure", { ...filledInput, codes });
    expect(sheet.rowHeights.get(11)).toBeGreaterThan(sheet.rowHeights.get(10)!);
  });
});

describe("公开06表", () => {
  const { sheet, placed } = layOut("basicExpenditureDetail", filledInput);

  test("brings both totals onto the last row", () => {
    const last = placed.blocks[0]!.endRow - 1;
    expect(mergesIn(sheet, last, last)).toEqual([
      `人员经费合计@A${last}:B${last}`,
      `公用经费合计@D${last}:H${last}`,
    ]);
    expect([3, 9].map((column) => cellAt(sheet, { row: last, column })?.value)).toEqual([1, 1]);
  });

  test("pads the shorter blocks with empty cells", () => {
    const used = placed.blocks.map(({ rows }) => rows.length);
    expect(used).toEqual([28, 28, 26]);
    const row = placed.blocks[0]!.endRow - 2;
    const values = [1, 2, 3, 7, 8, 9].map((column) => cellAt(sheet, { row, column })?.value);
    expect(values).toEqual([null, null, null, null, null, null]);
  });
});

describe("公开07表", () => {
  test("has one row of figures under the numbers of its columns", () => {
    const { sheet, placed } = layOut("threePublicExpenses", filledInput);
    expect(placed.blocks[0]?.rows).toEqual([{ id: "", row: 8, label: "" }]);
    expect(valueOf(sheet, "L7")).toBe("12");
    expect(valueOf(sheet, "L8")).toBe(1);
  });
});

describe("the note of an empty table", () => {
  const note = "2020年度本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。";

  test.each([
    ["blank", null, note],
    ["0.00", 0, note],
    ["a dash", "—", note],
    ["a figure", 0.01, null],
    ["a text nobody can read", "见附注", null],
  ])("where the figures are %s", (_, value, expected) => {
    const { sheet, emptyNote } = layOut("governmentManagedFunds", {
      ...filledInput,
      value: () => value,
    });
    expect(cellAt(sheet, emptyNote!)?.value).toBe(expected);
  });

  test("stands below the 注", () => {
    expect(layOut("governmentManagedFunds").emptyNote).toEqual({ row: 17, column: 1 });
    expect(layOut("summary").emptyNote).toBeUndefined();
  });
});

describe("validations", () => {
  test("figures are asked to be numbers in every block", () => {
    const { sheet } = layOut("summary");
    expect(sheet.validations.map(({ kind, severity, range }) => [kind, severity, range])).toEqual([
      ["decimal", "warning", { top: 7, left: 3, bottom: 36, right: 3 }],
      ["decimal", "warning", { top: 7, left: 6, bottom: 36, right: 6 }],
    ]);
  });

  test("codes of a tree are asked to have three, five or seven digits, 合计 is not", () => {
    const code = layOut("revenue").sheet.validations.find(({ kind }) => kind === "custom");
    expect(code?.range).toEqual({ top: 8, left: 1, bottom: 15, right: 1 });
    expect(code?.formulas).toEqual(["OR(LEN(A8)=3,LEN(A8)=5,LEN(A8)=7)"]);
  });
});

describe("补充资料", () => {
  const { sheet } = layOut("supplement");

  test("asks for amounts and for texts in cells that show it", () => {
    expect(cellAt(sheet, { row: 4, column: 3 })?.style).toBe("table.input.2");
    expect(cellAt(sheet, { row: 5, column: 3 })?.style).toBe("table.blank");
    expect(cellAt(sheet, { row: 5, column: 4 })?.style).toBe("table.textInput");
  });

  test("has room for a reason before it is given", () => {
    expect(sheet.rowHeights.get(5)).toBeGreaterThan(40);
    expect(valueOf(sheet, "D5")).toBeNull();
  });

  test("names the unit row by row instead of 单位：万元", () => {
    expect(sheet.cells.map(({ value }) => value)).not.toContain("单位：万元");
    expect(valueOf(sheet, "B4")).toBe("万元");
  });
});
