import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { withFreshTotals } from "../../../src/domain/layout/freshTotals";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { formatPosition, parsePosition } from "../../../src/domain/workbook/cellAddress";
import { valueAt, type WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
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

function fresh(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return withFreshTotals(recognise(snapshot, structure), template);
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
