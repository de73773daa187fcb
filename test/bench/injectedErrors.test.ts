import { Decimal } from "decimal.js";
import { recognise } from "../../src/domain/disclosure/recognise";
import { type CellAddress, formatAddress } from "../../src/domain/workbook/cellAddress";
import {
  type CellValue,
  valueAt,
  type WorkbookSnapshot,
} from "../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { RandomNumbers } from "../golden/randomNumbers";
import { randomWorkbook } from "../golden/randomWorkbook";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";
import { type AmountCell, filledAmounts, type FilledAmount } from "./filledAmounts";
import {
  ERROR_KINDS,
  type ErrorKind,
  injectErrors,
  mistype,
  type WrongCell,
} from "./injectedErrors";

const { structure } = shippedTemplate();
const workbooks = [snapshotOf(quanbiaoyoushu), snapshotOf(randomWorkbook(4))];
const PER_KIND = 40;
const injection = { workbooks, structure, perKind: PER_KIND, seed: 1 };
const errors = injectErrors(injection);
const errorsOf = (wanted: ErrorKind) => errors.filter(({ kind }) => kind === wanted);

/** Told by their addresses; rows that are the same in both are passed over. */
function changesOf(before: WorkbookSnapshot, after: WorkbookSnapshot): [string, CellValue][] {
  return after.sheets.flatMap((sheet, index) => {
    const was = before.sheets[index]!;
    return sheet.values.flatMap((row, rowIndex) => {
      const width = Math.max(row.length, was.values[rowIndex]?.length ?? 0);
      return Array.from({ length: width }, (_, columnIndex) => columnIndex + 1).flatMap(
        (column): [string, CellValue][] => {
          const cell = { sheet: sheet.name, row: rowIndex + 1, column };
          const value = valueAt(sheet, cell);
          return value === valueAt(was, cell) ? [] : [[formatAddress(cell), value]];
        },
      );
    });
  });
}

const stoodIn = (sound: WorkbookSnapshot, cell: CellAddress) =>
  valueAt(
    sound.sheets.find(({ name }) => name === cell.sheet)!,
    cell,
  );

test("the same seed gives the same errors", () => {
  expect(injectErrors(injection)).toEqual(errors);
  expect(injectErrors({ ...injection, seed: 2 })).not.toEqual(errors);
});

test("as many of each kind, as many of each workbook", () => {
  for (const kind of ERROR_KINDS) {
    expect(errorsOf(kind)).toHaveLength(PER_KIND);
    expect(errorsOf(kind).filter(({ workbook }) => workbook === 0)).toHaveLength(PER_KIND / 2);
  }
});

test("the wrong cells are all that changed, and what stood there is told", () => {
  for (const { workbook, snapshot, cells } of errors) {
    const sound = workbooks[workbook]!;
    for (const { cell, right } of cells) expect(stoodIn(sound, cell)).toBe(right);
    const told = cells.map(({ cell, wrong }) => [formatAddress(cell), wrong] as const);
    const changes = changesOf(sound, snapshot);
    expect(changes).toHaveLength(cells.length);
    expect(new Map(changes)).toEqual(new Map(told));
  }
});

test("every error changes what is printed of a filled amount", () => {
  const filled = workbooks.map(
    (snapshot) =>
      new Set(filledAmounts(recognise(snapshot, structure)).map(({ cell }) => formatAddress(cell))),
  );
  const printed = (value: number | null) => value?.toFixed(2) ?? "";
  for (const { workbook, cells } of errors) {
    expect(filled[workbook]).toContain(formatAddress(cells[0]!.cell));
    for (const { right, wrong } of cells) expect(printed(wrong)).not.toBe(printed(right));
  }
});

test("filled amounts are numbers that are not zero, in the published tables, and none twice", () => {
  const sound = workbooks[0]!;
  const filled = filledAmounts(recognise(sound, structure));
  expect(new Set(filled.map(({ cell }) => formatAddress(cell))).size).toBe(filled.length);
  expect(filled.length).toBeGreaterThan(300);
  for (const { cell, amount } of filled) {
    expect(cell.sheet).toMatch(/^公开0[1-9]表$/u);
    expect(stoodIn(sound, cell)).toBe(amount.toNumber());
    expect(amount.isZero()).toBe(false);
  }
});

test("cells with formulas are not typed over", () => {
  const sound = workbooks[0]!;
  const [first] = filledAmounts(recognise(sound, structure));
  const { sheet: name, row, column } = first!.cell;
  const address = `${String.fromCharCode(64 + column)}${String(row)}`;
  const sheets = sound.sheets.map((sheet) =>
    sheet.name === name ? { ...sheet, formulas: new Map([[address, "1+1"]]) } : sheet,
  );
  const without = filledAmounts(recognise({ ...sound, sheets }, structure));
  expect(without.map(({ cell }) => cell)).not.toContainEqual(first!.cell);
});

test("every filled cell gets its turn", () => {
  const sound = snapshotOf(randomWorkbook(5));
  const filled = filledAmounts(recognise(sound, structure));
  const perKind = filled.length * 12;
  const drawn = new Map<string, number>();
  for (const { kind, cells } of injectErrors({ workbooks: [sound], structure, perKind, seed: 5 })) {
    const address = formatAddress(cells[0]!.cell);
    if (kind === "sign") drawn.set(address, (drawn.get(address) ?? 0) + 1);
  }
  expect(drawn.size).toBe(filled.length);
  // Twelve on average.
  expect(Math.max(...drawn.values())).toBeLessThan(36);
});

const digits = (value: number | null) => value?.toFixed(2).replace(/[^0-9]/gu, "") ?? "";
const isNext = ([a, b]: readonly WrongCell[], sameColumn: boolean) => {
  const [rows, columns] = [a!.cell.row - b!.cell.row, a!.cell.column - b!.cell.column];
  const isBelow = columns === 0 && Math.abs(rows) === 1;
  return isBelow || (!sameColumn && rows === 0 && Math.abs(columns) === 1);
};

const SAYS: Readonly<Record<ErrorKind, (cells: readonly WrongCell[], at: number) => boolean>> = {
  swappedDigits: ([only]) => {
    const [right, wrong] = [digits(only!.right), digits(only!.wrong)];
    const apart = Array.from(right).flatMap((digit, index) =>
      digit === wrong[index] ? [] : index,
    );
    const [first = 0, second = 0] = apart;
    const isSwapped = right[first] === wrong[second] && right[second] === wrong[first];
    return apart.length === 2 && second === first + 1 && isSwapped;
  },
  sign: ([only]) => only!.wrong === -only!.right!,
  shiftedRow: (cells) => {
    const [own, other] = cells;
    return own!.wrong === null && other!.wrong === own!.right && isNext(cells, true);
  },
  tenThousandfold: ([only]) =>
    new Decimal(only!.right!).times(10_000).equals(new Decimal(only!.wrong!)),
  duplicate: ([only], workbook) => {
    const { cell, wrong } = only!;
    const rows = [cell.row - 1, cell.row + 1];
    return rows.some((row) => stoodIn(workbooks[workbook]!, { ...cell, row }) === wrong);
  },
  lastYear: ([only]) => {
    const moved = Math.abs(only!.wrong! - only!.right!);
    const share = moved / Math.abs(only!.right!);
    const isNear = share > 0.03 && share < 0.4;
    // A cent of a small amount is a large share.
    return isNear || moved < 0.011;
  },
  truncated: ([only]) => {
    const [right, wrong] = [String(only!.right), String(only!.wrong)];
    return right.startsWith(wrong) && right.length > wrong.length;
  },
  exchanged: (cells) => {
    const [own, other] = cells;
    const isCrossed = own!.wrong === other!.right && other!.wrong === own!.right;
    return isCrossed && isNext(cells, false) && other!.right !== 0 && other!.right !== null;
  },
};

test.each(ERROR_KINDS)("%s is what it says", (kind) => {
  const strange = errorsOf(kind).filter(({ cells, workbook }) => !SAYS[kind](cells, workbook));
  expect(strange.map(({ cells }) => cells)).toEqual([]);
});

const TWO_CELLS: readonly ErrorKind[] = ["shiftedRow", "exchanged"];

test.each(ERROR_KINDS)("%s has its number of wrong cells", (kind) => {
  const wanted = TWO_CELLS.includes(kind) ? 2 : 1;
  expect(errorsOf(kind).filter(({ cells }) => cells.length !== wanted)).toEqual([]);
});

test("a figure shifts into a free row where there is one, else over its neighbour", () => {
  const onto = errorsOf("shiftedRow").map(({ cells }) => cells[1]!.right ?? 0);
  expect(onto).toContain(0);
  expect(onto.some((right) => right !== 0)).toBe(true);
});

const near = (row: number, amount: string | null): AmountCell => ({
  cell: { sheet: "公开03表", row, column: 3 },
  amount: amount === null ? null : new Decimal(amount),
});

function filled(amount: string, ...neighbours: (string | null)[]): FilledAmount {
  const rows = neighbours.map((each, index) => near(index === 0 ? 6 : 8, each));
  const { cell } = near(7, amount);
  return { cell, amount: new Decimal(amount), decimals: 2, rows, columns: [] };
}

const NOTHING_TO_MISTYPE: readonly (readonly [ErrorKind, string, FilledAmount])[] = [
  ["swappedDigits", "equal digits", filled("11.11")],
  ["swappedDigits", "only across the point, or to a leading zero", filled("10.00")],
  ["truncated", "nothing but a cent", filled("0.01")],
  ["truncated", "one whole digit", filled("7.00")],
  ["duplicate", "the same figure around it", filled("5.00", "5.00", "5.00")],
  ["duplicate", "nothing around it", filled("5.00", null, "0")],
  ["exchanged", "the same figure around it", filled("5.00", "5.00")],
  ["shiftedRow", "the same figure around it", filled("5.00", "5.00")],
  ["shiftedRow", "no row around it", filled("5.00")],
  ["lastYear", "a cent, of which no share is left", filled("0.01")],
];

test.each(NOTHING_TO_MISTYPE)("%s does not happen to %s", (kind, _, cell) => {
  expect(mistype(kind, cell, new RandomNumbers(1))).toBeUndefined();
});

test.each([
  ["a free row", filled("5.00", "9.00", null), { row: 8, right: null }],
  ["a row of zero", filled("5.00", "0", "9.00"), { row: 6, right: 0 }],
  ["its neighbour where none is free", filled("5.00", "9.00"), { row: 6, right: 9 }],
])("a figure shifts onto %s", (_, cell, { row, right }) => {
  expect(mistype("shiftedRow", cell, new RandomNumbers(1))).toEqual([
    { cell: cell.cell, right: 5, wrong: null },
    { cell: { ...cell.cell, row }, right, wrong: 5 },
  ]);
});

test("a red entry keeps its sign where digits are swapped or lost", () => {
  const [swapped] = mistype("swappedDigits", filled("-12.00"), new RandomNumbers(1)) ?? [];
  expect(swapped?.wrong).toBe(-21);
  const [cut] = mistype("truncated", filled("-120.00"), new RandomNumbers(1)) ?? [];
  expect(cut?.wrong).toBe(-12);
});

test("where no cell can have the error, it is said", () => {
  const blank = { sheets: workbooks[0]!.sheets.map((sheet) => ({ ...sheet, values: [] })) };
  expect(() => injectErrors({ ...injection, workbooks: [blank] })).toThrow("no cell for");
});
