import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { FreshTotals } from "../../../src/domain/layout/freshTotals";
import { TotalCells } from "../../../src/domain/layout/totalCells";
import { formatPosition, parsePosition } from "../../../src/domain/workbook/cellAddress";
import {
  valueAt,
  type CellValue,
  type WorkbookSnapshot,
} from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { layOutGolden, shippedTemplate } from "../../support/native";
import { headlessGrid } from "./headlessGrid";

const template = shippedTemplate();
const { structure } = template;
const grid = new UniverGrid(headlessGrid());

/** What stands in cells with total formulas. */
function totalsOf(snapshot: WorkbookSnapshot): Record<string, CellValue> {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const { placement } = recognise(snapshot, structure);
  const totals: Record<string, CellValue> = {};
  for (const { cell } of new TotalCells(placement, template.totals).all()) {
    const sheet = sheets.get(cell.sheet);
    if (!sheet?.formulas.has(formatPosition(cell))) continue;
    totals[`${cell.sheet}!${formatPosition(cell)}`] = valueAt(sheet, cell) ?? "";
  }
  return totals;
}

const AS_BEFORE = "as before";

type Edit = readonly [sheet: string, cell: string, value: string | number | null];

const EDITS: readonly (readonly [string, readonly Edit[]])[] = [
  ["another figure", [["收入支出决算总表", "C7", 12.34]]],
  ["a dash", [["收入支出决算总表", "C14", "—"]]],
  ["无", [["收入支出决算总表", "C8", "无"]]],
  ["a word", [["收入支出决算总表", "F8", "待定"]]],
  ["a number written as text", [["收入支出决算总表", "C7", "1,300.00"]]],
  ["a blank in a blank's place", [["收入支出决算总表", "C9", null]]],
  ["a code whose parents are not listed", [["支出决算表", "A10", "2059999"]]],
  ["a code of four digits", [["支出决算表", "A10", "2011"]]],
  ["a class that is gone", [["支出决算表", "A8", null]]],
  [
    "a code out of its place, then back in it",
    [
      ["支出决算表", "A10", "2059999"],
      ["支出决算表", "A10", AS_BEFORE],
    ],
  ],
  [
    "two edits, the second while the first is computed",
    [
      ["收入支出决算总表", "C14", "—"],
      ["收入支出决算总表", "C14", 0],
    ],
  ],
];

test.each(EDITS)("while the grid computes %s, totals are what it will show", async (_, edits) => {
  const workbook = await grid.open(layOutGolden(quanbiaoyoushu, template));
  await workbook.settled();
  const fresh = new FreshTotals(template);
  const first = await workbook.read();
  let before = recognise(first, structure);
  for (const [sheet, cell, value] of edits) {
    const position = parsePosition(cell)!;
    const known = valueAt(
      first.sheets.find(({ name }) => name === sheet)!,
      position,
    );
    await workbook.writeCells([{ sheet, ...position, value: value === AS_BEFORE ? known : value }]);
    const reading = await workbook.read();
    expect(reading.isCalculating).toBe(true);
    before = recognise(fresh.of(recognise(reading, structure), before), structure);
  }
  const shown = totalsOf(before.snapshot);
  await workbook.settled();
  expect(Object.keys(shown).length).toBeGreaterThan(100);
  expect(shown).toEqual(totalsOf(await workbook.read()));
});
