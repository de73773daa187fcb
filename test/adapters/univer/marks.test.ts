import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { formatRange, parsePosition } from "../../../src/domain/workbook/cellAddress";
import { planOf, range, sheetPlan } from "../../contract/plans";
import { headlessGrid } from "./headlessGrid";

const api = headlessGrid();
const grid = new UniverGrid(api);

const PLAN = planOf(
  sheetPlan(
    "表",
    { A1: "编码", B1: "金额", A2: "201", B2: 1, A3: "202", B3: 2, A4: "203", B4: 3, A5: "注" },
    {
      conditionalFormats: [
        {
          range: range("B2:B4"),
          formula: 'AND($A2<>"",SUM($B$1:$B$5)>B2,$D2=1)',
          style: { fill: "FFC7CE" },
        },
      ],
      validations: [
        { range: range("B2:B4"), kind: "decimal", severity: "warning", title: "数", message: "数" },
      ],
    },
  ),
);

async function marks(workbook: Awaited<ReturnType<typeof grid.open>>) {
  const [sheet] = (await workbook.export()).sheets;
  return [
    ...sheet!.conditionalFormats.map((mark) => `${formatRange(mark.range)} ${mark.formula}`),
    ...sheet!.validations.map((validation) => formatRange(validation.range)),
  ];
}

const BEFORE = ['B2:B4 AND($A2<>"",SUM($B$1:$B$5)>B2,$D2=1)', "B2:B4"];

test.each([
  ["above the first row", 2, ['B2:B5 AND($A2<>"",SUM($B$1:$B$6)>B2,$D2=1)', "B2:B5"]],
  ["within", 3, ['B2:B5 AND($A2<>"",SUM($B$1:$B$6)>B2,$D2=1)', "B2:B5"]],
  ["below the last row", 5, ['B2:B5 AND($A2<>"",SUM($B$1:$B$6)>B2,$D2=1)', "B2:B5"]],
  ["above the table", 1, ['B3:B5 AND($A3<>"",SUM($B$2:$B$6)>B3,$D3=1)', "B3:B5"]],
] as const)("marks follow a row inserted %s, and its undo", async (_, row, expected) => {
  const workbook = await grid.open(PLAN);
  await workbook.editRows({ kind: "insertRows", sheet: "表", row, count: 1 });
  expect(await marks(workbook)).toEqual(expected);
  api.getWorkbook(UNIT_ID)!.undo();
  expect(await marks(workbook)).toEqual(BEFORE);
});

test("marks follow deleted rows and come back whole with them", async () => {
  const workbook = await grid.open(PLAN);
  await workbook.editRows({ kind: "deleteRows", sheet: "表", row: 2, count: 2 });
  expect(await marks(workbook)).toEqual(
    ['B2:B2 AND($A2<>"",SUM($B$1:$B$3)>B2,$D2=1)', "B2"].map((text) => text.replace("B2:B2", "B2")),
  );
  api.getWorkbook(UNIT_ID)!.undo();
  expect(await marks(workbook)).toEqual(BEFORE);
});

test("a typed figure goes back with Ctrl+Z, and looking leaves nothing to undo", async () => {
  const workbook = await grid.open(PLAN);
  await workbook.read();
  await workbook.navigate("表", range("B3"));
  api.getActiveWorkbook()!.getActiveSheet().getRange("B3").setValue(9);
  await workbook.settled();
  await workbook.read();
  api.getWorkbook(UNIT_ID)!.undo();
  expect((await workbook.read()).sheets[0]!.values[2]).toEqual(["202", 2]);
});

test("repair brings formulas and styles back in one step, figures stay", async () => {
  const plan = {
    ...planOf(
      sheetPlan("表", { A1: { formula: "SUM(A2:A3)", value: 3, style: "sum" }, A2: 1, A3: 2 }),
    ),
    styles: new Map([["sum", { bold: true, fill: "F2F2F2" }]]),
  };
  const workbook = await grid.open(plan);
  await workbook.writeCells([
    { sheet: "表", row: 1, column: 1, value: 7 },
    { sheet: "表", row: 2, column: 1, value: 5 },
  ]);
  const { written } = await workbook.restore(plan);
  await workbook.settled();
  expect(written).toMatchObject([{ row: 1, column: 1, before: { value: 7 } }]);
  expect((await workbook.read()).sheets[0]!.values).toEqual([[7], [5], [2]]);
  expect((await workbook.export()).styles.get("sum")).toEqual({ bold: true, fill: "F2F2F2" });
});

test("marks are painted where a helper or the cell itself says so, and follow inserted rows", async () => {
  const fill = { fill: "FFC7CE" };
  const plan = planOf(
    sheetPlan(
      "表",
      { A1: "头", A2: 1, A3: 2, B2: "不符", C2: "好", C3: "【缺：决算数】" },
      {
        conditionalFormats: [
          { range: range("A2:A3"), formula: 'B2="不符"', style: fill },
          { range: range("C2:C3"), formula: 'ISNUMBER(FIND("【缺：",$C2))', style: fill },
        ],
      },
    ),
  );
  const workbook = await grid.open(plan);
  const painted = () => {
    const sheet = api.getActiveWorkbook()!.getWorkbook().getActiveSheet();
    return ["A2", "A3", "A4", "C2", "C3", "C4"].filter((address) => {
      const { row, column } = parsePosition(address)!;
      const style = sheet.getCell(row - 1, column - 1)?.s;
      return typeof style === "object" && style?.bg?.rgb === "#FFC7CE";
    });
  };
  expect(painted()).toEqual(["A2", "C3"]);
  await workbook.editRows({ kind: "insertRows", sheet: "表", row: 2, count: 1 });
  expect(painted()).toEqual(["A3", "C4"]);
  api.getWorkbook(UNIT_ID)!.undo();
  expect(painted()).toEqual(["A2", "C3"]);
});
