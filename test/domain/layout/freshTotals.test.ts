import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { FreshTotals } from "../../../src/domain/layout/freshTotals";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import {
  type CellAddress,
  formatPosition,
  parsePosition,
} from "../../../src/domain/workbook/cellAddress";
import {
  type CellValue,
  type SheetSnapshot,
  valueAt,
  type WorkbookSnapshot,
} from "../../../src/domain/workbook/workbookSnapshot";
import { figureCells, largeGolden } from "../../bench/largeUnit";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import type { Golden } from "../../support/goldenText";
import { layOutGolden, shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const { structure } = template;

async function laidOut(golden: Golden): Promise<WorkbookSnapshot> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheets(layOutGolden(golden, template));
  return workbook.read();
}

function fresh(snapshot: WorkbookSnapshot, before?: WorkbookSnapshot): WorkbookSnapshot {
  return new FreshTotals(template).of(
    recognise(snapshot, structure),
    before && recognise(before, structure),
  );
}

/** What the formulas among the published figures say. */
function totalsOf(snapshot: WorkbookSnapshot): ReadonlyMap<string, unknown> {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return new Map(
    figureCells(recognise(snapshot, structure)).flatMap((cell) => {
      const sheet = sheets.get(cell.sheet);
      return sheet?.formulas.has(formatPosition(cell))
        ? [[`${cell.sheet}!${formatPosition(cell)}`, valueAt(sheet, cell)] as const]
        : [];
    }),
  );
}

function written(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (position: string, hasFormula: boolean) => number | undefined,
): WorkbookSnapshot {
  return {
    sheets: snapshot.sheets.map((sheet) =>
      sheet.name === name
        ? {
            ...sheet,
            values: sheet.values.map((row, top) =>
              row.map((value, left) => {
                const position = formatPosition({ row: top + 1, column: left + 1 });
                return change(position, sheet.formulas.has(position)) ?? value;
              }),
            ),
          }
        : sheet,
    ),
  };
}

function withCell(sheet: SheetSnapshot, cell: CellAddress, value: CellValue): SheetSnapshot {
  if (sheet.name !== cell.sheet) return sheet;
  const values = sheet.values.map((row) => [...row]);
  values[cell.row - 1]![cell.column - 1] = value;
  return { ...sheet, values };
}

const GOLDENS: readonly Golden[] = [seed001, quanbiaoyoushu, largeGolden(40)];

test.each(GOLDENS)(
  "$name: results from before come out as the host will show them",
  async (golden) => {
    const right = await laidOut(golden);
    let stale = right;
    for (const { name } of right.sheets) {
      stale = written(stale, name, (_position, hasFormula) => (hasFormula ? 12_345 : undefined));
    }
    const totals = totalsOf(right);
    expect(totals.size).toBeGreaterThan(100);
    expect(totalsOf(fresh(stale))).toEqual(totals);
  },
);

test("a figure that was just typed is in all totals above it", async () => {
  const before = await laidOut(quanbiaoyoushu);
  const sheet = before.sheets.find(({ name }) => name === "支出决算表")!;
  const leaf = figureCells(recognise(before, structure)).find((cell) => {
    const isFilled = typeof valueAt(sheet, cell) === "number";
    return cell.sheet === sheet.name && isFilled && !sheet.formulas.has(formatPosition(cell));
  })!;
  const edited = written(before, sheet.name, (position) =>
    position === formatPosition(leaf) ? 1234.56 : undefined,
  );
  const figures = recognise(edited, structure);
  expect(totalsOf(fresh(edited))).not.toEqual(totalsOf(before));
  const anew = new MemoryWorkbook();
  // A source whose totals differ would keep them.
  const blanked: WorkbookSnapshot = {
    sheets: edited.sheets.map((each) => ({
      ...each,
      values: each.values.map((row, top) =>
        row.map((value, left) =>
          each.formulas.has(formatPosition({ row: top + 1, column: left + 1 })) ? null : value,
        ),
      ),
    })),
  };
  await anew.addSheets(
    layOutWorkbook(template, {
      unitName: "示例单位",
      year: figures.year ?? 2020,
      figures: recognise(blanked, structure),
    }),
  );
  expect(totalsOf(fresh(edited))).toEqual(totalsOf(await anew.read()));
});

test("a number that was typed over a total stays", async () => {
  const before = await laidOut(seed001);
  const sheet = before.sheets.find(({ name }) => name === "收入决算表")!;
  const formulas = new Map(sheet.formulas);
  formulas.delete("C7");
  const typed = written(before, sheet.name, (position) => (position === "C7" ? 1 : undefined));
  const snapshot = {
    sheets: typed.sheets.map((each) => (each.name === sheet.name ? { ...each, formulas } : each)),
  };
  const after = fresh(snapshot).sheets.find(({ name }) => name === sheet.name)!;
  expect(valueAt(after, parsePosition("C7")!)).toBe(1);
});

describe("after a reading in which the totals were right", () => {
  const EDITS: readonly [string, number | null][] = [
    ["another figure", 1234.56],
    ["nothing", 0],
    ["a blank cell", null],
    ["a negative figure", -3.2],
  ];

  test.each(EDITS)(
    "%s typed into any leaf gives what computing everything gives",
    async (_, typed) => {
      const before = await laidOut(largeGolden(20));
      const sheets = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
      const leaves = figureCells(recognise(before, structure)).filter(
        (cell) => !sheets.get(cell.sheet)?.formulas.has(formatPosition(cell)),
      );
      const step = Math.ceil(leaves.length / 25);
      const known = new FreshTotals(template);
      let last = before;
      for (const leaf of leaves.filter((_cell, index) => index % step === 0)) {
        // Totals stay as they were before any of the edits, as while the host still calculates.
        const edited = { sheets: before.sheets.map((sheet) => withCell(sheet, leaf, typed)) };
        const next = known.of(recognise(edited, structure), recognise(last, structure));
        expect(totalsOf(next)).toEqual(totalsOf(fresh(edited)));
        last = next;
      }
    },
  );

  test("what the host has already computed of several edits does no harm", async () => {
    const before = await laidOut(quanbiaoyoushu);
    const name = "支出决算表";
    const sheet = before.sheets.find((each) => each.name === name)!;
    const [one, two] = figureCells(recognise(before, structure)).filter(
      (cell) => cell.sheet === name && !sheet.formulas.has(formatPosition(cell)),
    );
    const first = { sheets: before.sheets.map((each) => withCell(each, one!, 7)) };
    const halfway = fresh(first, before);
    const second = { sheets: first.sheets.map((each) => withCell(each, two!, 9)) };
    const mixed = {
      sheets: second.sheets.map((each) =>
        each.name === name
          ? withCell(
              halfway.sheets.find((other) => other.name === name)!,
              two!,
              9,
            )
          : each,
      ),
    };
    expect(totalsOf(fresh(mixed, halfway))).toEqual(totalsOf(fresh(second)));
  });
});
