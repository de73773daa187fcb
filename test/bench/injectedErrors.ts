import { Decimal } from "decimal.js";
import { recognise } from "../../src/domain/disclosure/recognise";
import { roundHalfUp } from "../../src/domain/money/amount";
import type { TemplateStructure } from "../../src/domain/template/template";
import { type CellAddress, formatAddress } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { RandomNumbers } from "../golden/randomNumbers";
import { type AmountCell, filledAmounts, type FilledAmount, isFilled } from "./filledAmounts";

export const ERROR_KINDS = [
  "swappedDigits",
  "sign",
  "shiftedRow",
  "tenThousandfold",
  "duplicate",
  "lastYear",
  "truncated",
  "exchanged",
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

/** null is a blank cell. */
export interface WrongCell {
  readonly cell: CellAddress;
  readonly right: number | null;
  readonly wrong: number | null;
}

export interface InjectedError {
  readonly kind: ErrorKind;
  /** The sound workbook, by its position in the list. */
  readonly workbook: number;
  readonly snapshot: WorkbookSnapshot;
  /** The drawn cell first; two for a shifted row and for exchanged figures. */
  readonly cells: readonly WrongCell[];
}

export interface Injection {
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly structure: TemplateStructure;
  readonly perKind: number;
  readonly seed: number;
}

/** As many of each kind, the workbooks by turns, the cells drawn evenly from the filled ones of each. */
export function injectErrors({
  workbooks,
  structure,
  perKind,
  seed,
}: Injection): readonly InjectedError[] {
  const random = new RandomNumbers(seed);
  const filled = workbooks.map((snapshot) => filledAmounts(recognise(snapshot, structure)));
  return ERROR_KINDS.flatMap((kind) =>
    Array.from({ length: perKind }, (_, index): InjectedError => {
      const workbook = index % workbooks.length;
      const cells = drawError(kind, filled[workbook] ?? [], random);
      return { kind, workbook, cells, snapshot: typeOver(workbooks[workbook]!, cells) };
    }),
  );
}

/** Where a kind cannot happen to a cell, another one is drawn. */
function drawError(
  kind: ErrorKind,
  filled: readonly FilledAmount[],
  random: RandomNumbers,
): readonly WrongCell[] {
  const left = [...filled];
  while (left.length > 0) {
    const [drawn] = left.splice(random.integer(0, left.length - 1), 1);
    const cells = drawn && mistype(kind, drawn, random);
    if (cells) return cells;
  }
  throw new Error(`no cell for ${kind}`);
}

/** What the cell, and perhaps its neighbour, say after the mistake; undefined where it would change nothing. */
export function mistype(
  kind: ErrorKind,
  filled: FilledAmount,
  random: RandomNumbers,
): readonly WrongCell[] | undefined {
  const { amount, rows, columns } = filled;
  const others = (cells: readonly AmountCell[]) =>
    cells.filter(isFilled).filter((other) => !other.amount.equals(amount));
  switch (kind) {
    case "swappedDigits":
      return instead(filled, pickFrom(swappedDigits(filled), random));
    case "sign":
      return instead(filled, amount.neg());
    case "tenThousandfold":
      return instead(filled, amount.times(10_000));
    case "lastYear":
      return instead(filled, lastYear(filled, random));
    case "truncated":
      return instead(filled, pickFrom(truncated(filled), random));
    case "duplicate":
      return instead(filled, pickFrom(others(rows), random)?.amount);
    case "shiftedRow": {
      // Nobody types over a figure where the other row is free.
      const free = rows.filter((other) => !isFilled(other));
      const onto = pickFrom(free.length > 0 ? free : others(rows), random);
      return onto && [wrongCell(filled, null), wrongCell(onto, amount)];
    }
    case "exchanged": {
      const other = pickFrom(others([...rows, ...columns]), random);
      return other && [wrongCell(filled, other.amount), wrongCell(other, amount)];
    }
  }
}

function instead(filled: FilledAmount, wrong: Decimal | undefined): WrongCell[] | undefined {
  return wrong && !wrong.equals(filled.amount) ? [wrongCell(filled, wrong)] : undefined;
}

function wrongCell({ cell, amount }: AmountCell, wrong: Decimal | null): WrongCell {
  return { cell, right: amount?.toNumber() ?? null, wrong: wrong?.toNumber() ?? null };
}

function pickFrom<T>(choices: readonly T[], random: RandomNumbers): T | undefined {
  return choices.length === 0 ? undefined : random.pick(choices);
}

/** Not across the point, and none that begins with a zero, which nobody would leave. */
function swappedDigits({ amount, decimals }: FilledAmount): Decimal[] {
  const digits = amount.abs().toFixed(decimals);
  return Array.from(digits).flatMap((digit, index) => {
    const next = digits[index + 1];
    if (next === undefined || digit === "." || next === "." || digit === next) return [];
    const swapped = digits.slice(0, index) + next + digit + digits.slice(index + 2);
    if (/^0[0-9]/u.test(swapped)) return [];
    return [amount.isNegative() ? new Decimal(swapped).neg() : new Decimal(swapped)];
  });
}

/** One or all decimals lost; of a whole figure its last digit. */
function truncated({ amount, decimals }: FilledAmount): Decimal[] {
  const whole = amount.isInteger() ? [amount.div(10).trunc()] : [];
  const shorter = Array.from({ length: decimals }, (_, kept) =>
    amount.toDecimalPlaces(kept, Decimal.ROUND_DOWN),
  );
  return [...shorter, ...whole].filter((each) => !each.equals(amount) && !each.isZero());
}

function lastYear({ amount, decimals }: FilledAmount, random: RandomNumbers): Decimal | undefined {
  const share = 0.03 + 0.37 * random.next();
  const wrong = roundHalfUp(amount.times(random.chance(0.5) ? 1 + share : 1 - share), decimals);
  return wrong.isZero() ? undefined : wrong;
}

function typeOver(sound: WorkbookSnapshot, cells: readonly WrongCell[]): WorkbookSnapshot {
  return {
    ...sound,
    sheets: sound.sheets.map((sheet) => {
      const own = cells.filter(({ cell }) => cell.sheet === sheet.name);
      if (own.length === 0) return sheet;
      const values: CellValue[][] = sheet.values.map((row) => [...row]);
      for (const { cell, wrong } of own) {
        const row = values[cell.row - 1];
        if (!row) throw new Error(`${formatAddress(cell)} is below the sheet`);
        while (row.length < cell.column) row.push(null);
        row[cell.column - 1] = wrong;
      }
      return { ...sheet, values };
    }),
  };
}
