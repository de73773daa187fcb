import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type {
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../../src/domain/workbook/workbookSnapshot";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { layOutGolden } from "../../support/native";
import { shippedPackages } from "../../support/shippedPackages";

const packages = shippedPackages();

interface Case {
  readonly name: string;
  readonly structure: Parameters<typeof recognise>[1];
  readonly workbook: WorkbookSnapshot;
}

/** As Excel tells it as long as nobody has pressed 重新审核. */
function withoutMerges({ sheets }: WorkbookSnapshot): WorkbookSnapshot {
  return { sheets: sheets.map((sheet) => ({ ...sheet, merges: [] })) };
}

function withRows(sheet: SheetSnapshot, row: number, count: number): SheetSnapshot {
  const move = (place: number) => (place >= row ? place + count : place);
  const added = Array.from({ length: count }, () => []);
  return {
    ...sheet,
    values: [...sheet.values.slice(0, row - 1), ...added, ...sheet.values.slice(row - 1)],
    merges: sheet.merges.map((merge) => ({
      ...merge,
      top: move(merge.top),
      bottom: move(merge.bottom),
    })),
  };
}

function withoutRow(sheet: SheetSnapshot, row: number): SheetSnapshot {
  return {
    ...sheet,
    values: sheet.values.toSpliced(row - 1, 1),
    merges: sheet.merges
      .filter(({ top, bottom }) => top < row || bottom > row)
      .map((merge) => ({
        ...merge,
        top: merge.top > row ? merge.top - 1 : merge.top,
        bottom: merge.bottom >= row ? merge.bottom - 1 : merge.bottom,
      }))
      .filter(({ top, bottom, left, right }) => top < bottom || left < right),
  };
}

function replaced(
  { sheets }: WorkbookSnapshot,
  place: number,
  by: SheetSnapshot,
): WorkbookSnapshot {
  return { sheets: sheets.with(place, by) };
}

/** Everything that checks look at. */
function seenIn({ placement, problems, texts }: Disclosure) {
  const tables = Array.from(placement.tables, ([key, { sheet, range, blocks }]) => ({
    key,
    sheet,
    range,
    blocks: blocks.map(({ columns, rows, headRow, endRow }) => ({
      columns: [...columns],
      rows,
      headRow,
      endRow,
    })),
  }));
  return { tables, problems, texts: [...texts] };
}

function meanings({ placement }: Disclosure) {
  return Array.from(placement.tables, ([key, { blocks }]) => ({
    key,
    blocks: blocks.map(({ columns, rows }) => ({
      columns: [...columns],
      // A row of a list in which nothing stands yet means nothing.
      rows: rows.map(({ id }) => id).filter((id) => !id.startsWith("list:waiting:")),
    })),
  }));
}

async function laidOut(): Promise<Case[]> {
  return Promise.all(
    packages.map(async ({ id, template, full }) => ({
      name: `${id} laid out`,
      structure: template.structure,
      workbook: await MemoryWorkbook.fromPlan(layOutGolden(full, template)).read(),
    })),
  );
}

const typed: readonly Case[] = packages.flatMap(({ id, template, full }) =>
  [full, seed001].map((golden) => ({
    name: `${id} as ${golden.name} has it`,
    structure: template.structure,
    workbook: snapshotOf(golden),
  })),
);

test("tables are recognised alike with and without their merges", async () => {
  for (const { name, structure, workbook } of [...typed, ...(await laidOut())]) {
    const alike = recognise(withoutMerges(workbook), structure);
    expect({ name, ...seenIn(alike) }).toEqual({ name, ...seenIn(recognise(workbook, structure)) });
  }
});

test.each([1, 2])(
  "with %i rows inserted anywhere, tables are the same ones, merges known or not",
  async (count) => {
    const wrong: string[] = [];
    for (const { name, structure, workbook } of [...typed, ...(await laidOut())]) {
      const before = JSON.stringify(meanings(recognise(workbook, structure)));
      const bare = withoutMerges(workbook);
      for (const [place, sheet] of workbook.sheets.entries()) {
        if (sheet.merges.length === 0) continue;
        for (let row = 1; row <= sheet.values.length + 1; row += 1) {
          const changed = withRows(sheet, row, count);
          const known = recognise(replaced(workbook, place, changed), structure);
          const unknown = recognise(replaced(bare, place, { ...changed, merges: [] }), structure);
          const isSame = JSON.stringify(meanings(known)) === before;
          const isAlike = JSON.stringify(seenIn(known)) === JSON.stringify(seenIn(unknown));
          if (!isSame || !isAlike) wrong.push(`${name}: ${sheet.name} row ${String(row)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  },
  60_000,
);

test("with any row of a head deleted, tables are recognised alike with and without merges", async () => {
  const wrong: string[] = [];
  for (const { name, structure, workbook } of await laidOut()) {
    for (const [place, sheet] of workbook.sheets.entries()) {
      for (let row = 1; row <= 9; row += 1) {
        const changed = replaced(workbook, place, withoutRow(sheet, row));
        const known = JSON.stringify(seenIn(recognise(changed, structure)));
        const unknown = JSON.stringify(seenIn(recognise(withoutMerges(changed), structure)));
        if (known !== unknown) wrong.push(`${name}: ${sheet.name} row ${String(row)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
