import type { Change } from "../suspects/changes";
import type { FigureCell, FigureCells } from "../suspects/figureCells";

export const TYPICAL_ERRORS = [
  "swappedDigits",
  "sign",
  "tenThousand",
  "truncated",
  "repeated",
  "leftOut",
  "shifted",
  "exchanged",
] as const;

export type TypicalError = (typeof TYPICAL_ERRORS)[number];

/** A mistake as people make it: what would stand in one cell, or in two. */
export interface MadeError {
  readonly kind: TypicalError;
  readonly changes: readonly Change[];
}

const WAN = 10_000;

/** One of each kind, spread over the figures that somebody typed. None where no figure lends itself to it. */
export function typicalErrors(cells: FigureCells, published: ReadonlySet<string>): MadeError[] {
  const typed = cells.all.filter(
    ({ place, isFormula, units }) => !isFormula && units !== 0 && published.has(place.table),
  );
  const used = new Set<FigureCell>();
  return TYPICAL_ERRORS.flatMap((kind, index) => {
    const start = Math.floor((typed.length * (2 * index + 1)) / (2 * TYPICAL_ERRORS.length));
    for (const cell of [...typed.slice(start), ...typed.slice(0, start)]) {
      const changes = used.has(cell) ? undefined : mistake(kind, cell, cells);
      if (!changes) continue;
      used.add(cell);
      return [{ kind, changes }];
    }
    return [];
  });
}

function mistake(kind: TypicalError, cell: FigureCell, cells: FigureCells): Change[] | undefined {
  const { units } = cell;
  switch (kind) {
    case "swappedDigits":
      return instead(cell, swapped(units));
    case "sign":
      return instead(cell, -units);
    case "tenThousand":
      return instead(cell, units * WAN);
    case "truncated":
      return instead(cell, Math.trunc(units / 10) * 10);
    case "leftOut":
      return instead(cell, 0);
    case "repeated":
      return instead(cell, neighbours(cell, cells).find((other) => other.units !== 0)?.units);
    case "shifted": {
      const free = neighbours(cell, cells).find((other) => other.units === 0);
      return (
        free && [
          { cell, after: 0 },
          { cell: free, after: units },
        ]
      );
    }
    case "exchanged": {
      const other = neighbours(cell, cells).find((each) => ![0, units].includes(each.units));
      return (
        other && [
          { cell, after: other.units },
          { cell: other, after: units },
        ]
      );
    }
  }
}

function instead(cell: FigureCell, after: number | undefined): Change[] | undefined {
  return after === undefined || after === cell.units ? undefined : [{ cell, after }];
}

/** Above and below it: where a figure is typed by mistake. */
function neighbours(cell: FigureCell, cells: FigureCells): FigureCell[] {
  return cells
    .beside(cell)
    .filter((other) => other.cell.column === cell.cell.column && !other.isFormula);
}

/** The first two digits that differ exchanged; not to a leading zero. */
function swapped(units: number): number | undefined {
  const digits = String(Math.abs(units));
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const [one = "", other = ""] = [digits[at], digits[at + 1]];
    if (one === other || (at === 0 && other === "0")) continue;
    return Math.sign(units) * Number(digits.slice(0, at) + other + one + digits.slice(at + 2));
  }
  return undefined;
}
