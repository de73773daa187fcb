import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { moveFormula } from "../../../src/adapters/guard/formulaText";
import { formatPosition } from "../../../src/domain/workbook/cellAddress";
import type { PlannedCell, SheetPlan, WritePlan } from "../../../src/domain/workbook/writePlan";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { layOutGolden, shippedTemplate } from "../../support/native";
import { headlessGrid } from "./headlessGrid";

const SHEET = "支出决算表";
/** Where the grid itself calculates what each mark asks, far right of the table. */
const ASIDE = 40;

const api = headlessGrid();
const grid = new UniverGrid(api);
const laidOut = layOutGolden(quanbiaoyoushu, shippedTemplate());
const table = laidOut.sheets.find(({ name }) => name === SHEET)!;

const rowOf = (text: string) => table.cells.find(({ value }) => value === text)!.row;
const [total, section] = [rowOf("合计"), rowOf("20103")];
const first = rowOf("201");

/** The table alone with figures for formulas, some of them changed, and beside it each question as a formula. */
function questioned(sheet: SheetPlan, changed: readonly PlannedCell[]): WritePlan {
  const questions = sheet.conditionalFormats
    .filter(({ formula }) => formula.startsWith("AND("))
    .flatMap(({ range, formula }, index) =>
      rowsOf(range).flatMap((row) =>
        columnsOf(range).map((column): PlannedCell => {
          const asked = moveFormula(formula, row - range.top, column - range.left);
          const aside = column + ASIDE * (index + 1);
          return { row, column: aside, value: { error: "NO_RESULT" }, formula: asked };
        }),
      ),
    );
  const figures = sheet.cells
    .filter(({ column }) => column < ASIDE)
    .map(({ row, column, value }) => {
      const other = changed.find((cell) => cell.row === row && cell.column === column);
      return { row, column, value: other ? other.value : value };
    });
  const conditionalFormats = sheet.conditionalFormats.filter(({ formula }) =>
    formula.startsWith("AND("),
  );
  const plain = { ...sheet, merges: [], validations: [], conditionalFormats };
  return {
    ...laidOut,
    sheets: [{ ...plain, cells: [...figures, ...questions] }],
    activeSheet: SHEET,
  };
}

const { range } = table.conditionalFormats.find(({ formula }) => formula.startsWith("AND("))!;

function rowsOf({ top, bottom }: typeof range): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}

function columnsOf({ left, right }: typeof range): number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

function painted(bottom = range.bottom): string[] {
  const sheet = api.getWorkbook(UNIT_ID)!.getWorkbook().getActiveSheet();
  const styles = api.getWorkbook(UNIT_ID)!.getWorkbook().getStyles();
  return rowsOf({ ...range, bottom }).flatMap((row) =>
    columnsOf(range).flatMap((column) => {
      const cell = sheet.getCell(row - 1, column - 1);
      const fill = styles.getStyleByCell(cell)?.bg?.rgb;
      const own = styles.getStyleByCell(sheet.getCellRaw(row - 1, column - 1))?.bg?.rgb;
      return fill === own ? [] : [formatPosition({ row, column })];
    }),
  );
}

const put = (row: number, column: number, value: string | number | null) => ({
  sheet: SHEET,
  row,
  column,
  value,
});

const C = 3;
const D = 4;

const figureOf = (row: number, column: number) =>
  Number(table.cells.find((cell) => cell.row === row && cell.column === column)?.value);
const MARKED = true;

test.each([
  [
    "a cent within what printing rounds, a code that is a number",
    !MARKED,
    [put(total, D, figureOf(total, D) + 0.01), put(section, 1, 20103)],
  ],
  [
    "a class that its sections do not add up to, a blank, a text, more decimals than printed",
    MARKED,
    [
      put(total, D, null),
      put(first, C, 9999.99),
      put(section, C, 0.125),
      put(section + 1, D, "见附注"),
    ],
  ],
  ["a code taken away", MARKED, [put(section, 1, null), put(first, D, -12.34)]],
])("marks that add up are painted as their formulas say: %s", async (_, isMarked, cells) => {
  const workbook = await grid.open(questioned(table, cells));
  await workbook.settled();
  const { values } = (await workbook.read()).sheets[0]!;
  const count = table.conditionalFormats.filter(({ formula }) => formula.startsWith("AND(")).length;
  const expected = rowsOf(range).flatMap((row) =>
    columnsOf(range).flatMap((column) => {
      const answers = Array.from(
        { length: count },
        (_each, index) => values[row - 1]![column + ASIDE * (index + 1) - 1],
      );
      expect(answers.every((answer) => typeof answer === "boolean")).toBe(true);
      return answers.includes(true) ? [formatPosition({ row, column })] : [];
    }),
  );
  expect(painted()).toEqual(expected);
  expect(expected.length > 0).toBe(isMarked);
});

test("a row inserted under a class mends its sum; undone it is marked again", async () => {
  const workbook = await grid.open({ ...laidOut, activeSheet: SHEET });
  const place = formatPosition({ row: first, column: D });
  const figure = (await workbook.read()).sheets.find(({ name }) => name === SHEET)!;
  const before = Number(figure.values[first - 1]![D - 1]);
  await workbook.writeCells([put(first, D, before + 5)]);
  await workbook.settled();
  expect(painted()).toContain(place);

  await workbook.editRows({ kind: "insertRows", sheet: SHEET, row: first + 1, count: 1 });
  await workbook.writeCells([put(first + 1, 1, "20199"), put(first + 1, D, 5)]);
  await workbook.settled();
  expect(painted(range.bottom + 1)).not.toContain(place);

  const facade = api.getWorkbook(UNIT_ID)!;
  facade.undo();
  expect(painted(range.bottom + 1)).toContain(place);
  facade.undo();
  await workbook.settled();
  expect(painted()).toContain(place);
  facade.redo();
  facade.redo();
  await workbook.settled();
  expect(painted(range.bottom + 1)).not.toContain(place);
}, 120_000);
