import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { parsePosition } from "../../../src/domain/workbook/cellAddress";
import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const SHEET = "收入支出决算总表";
const LEAF = "C8";
const TOTAL = "C33";

/** The total's cell in a set laid out from a source with this leaf and this total. */
function totalFrom(leaf: CellValue, total: CellValue) {
  const source = snapshotOf(seed001);
  const sheets = source.sheets.map((sheet) => {
    if (sheet.name !== "公开01表") return sheet;
    const values = sheet.values.map((row) => [...row]);
    for (const [address, value] of [
      [LEAF, leaf],
      [TOTAL, total],
    ] as const) {
      const { row, column } = parsePosition(address)!;
      values[row - 1]![column - 1] = value;
    }
    return { ...sheet, values };
  });
  const figures = recognise({ sheets }, template.structure);
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020, figures });
  const { row, column } = parsePosition(TOTAL)!;
  const cell = plan.sheets
    .find(({ name }) => name === SHEET)!
    .cells.find((each) => each.row === row && each.column === column);
  return { value: cell?.value, hasFormula: cell?.formula !== undefined };
}

test.each<[string, CellValue, CellValue, CellValue, boolean]>([
  ["a figure and its total", 1, 180.22, 180.22, true],
  ["a dash, and a total that the formula cannot give", "—", 179.22, 179.22, false],
  ["无, and a total that the formula cannot give", "无", 179.22, 179.22, false],
  ["a dash, and no total", "—", null, "数据不足", true],
  ["a figure, and no total", 1, null, 180.22, true],
])("a source with %s", (_, leaf, total, value, hasFormula) => {
  expect(totalFrom(leaf, total)).toEqual({ value, hasFormula });
});
