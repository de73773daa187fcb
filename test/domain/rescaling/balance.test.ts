import fc from "fast-check";
import {
  balance,
  isCheaper,
  priceOf,
  type Balance,
  type Mover,
} from "../../../src/domain/rescaling/balance";

const mover = fc
  .record({
    lowest: fc.constantFrom(-1, -1, -1, 0),
    highest: fc.constantFrom(1, 1, 1, 0),
    error: fc.integer({ min: -5, max: 5 }),
    level: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ lowest, highest, error, level }): Mover => ({
    lowest,
    highest,
    level,
    deviationUp: Math.abs(10 + error),
    deviationDown: Math.abs(error - 10),
  }));

function equationOver(count: number): fc.Arbitrary<Balance> {
  const factor = fc.constantFrom(-1, 1);
  const term = fc.tuple(fc.integer({ min: 0, max: count - 1 }), factor);
  return fc.record({
    terms: fc.uniqueArray(term, { minLength: 1, maxLength: 4, selector: ([index]) => index }),
    right: fc.integer({ min: -2, max: 2 }),
    hasSlack: fc.boolean(),
    level: fc.integer({ min: 0, max: 2 }),
  });
}

const system = fc
  .array(mover, { minLength: 1, maxLength: 7 })
  .chain((movers) =>
    fc.tuple(
      fc.constant(movers),
      fc.array(equationOver(movers.length), { minLength: 1, maxLength: 6 }),
    ),
  );

function* everyWay(movers: readonly Mover[]): Generator<number[]> {
  const [first, ...rest] = movers;
  if (!first) {
    yield [];
    return;
  }
  for (const others of everyWay(rest)) {
    for (let move = first.lowest; move <= first.highest; move += 1) yield [move, ...others];
  }
}

function bestOf(movers: readonly Mover[], equations: readonly Balance[]): readonly number[] {
  let best: readonly number[] | undefined;
  for (const moves of everyWay(movers)) {
    const price = priceOf(moves, movers, equations);
    if (!best || isCheaper(price, best)) best = price;
  }
  return best ?? [];
}

test("of all ways to move small random systems, connected or not, none is better than the one found", () => {
  fc.assert(
    fc.property(system, ([movers, equations]) => {
      const { moves, givenUp } = balance(movers, equations);
      expect([...givenUp]).toEqual([]);
      moves.forEach((move, index) => {
        expect(move).toBeGreaterThanOrEqual(movers[index]!.lowest);
        expect(move).toBeLessThanOrEqual(movers[index]!.highest);
      });
      expect(priceOf(moves, movers, equations)).toEqual(bestOf(movers, equations));
    }),
    { numRuns: Number(process.env["RUNS"] ?? 300) },
  );
});

/** Cells, row totals, column totals and the grand total of a table, in that order. */
function twoWay(rows: number, columns: number, errors: readonly number[]) {
  const cell = (row: number, column: number) => row * columns + column;
  const rowTotal = (row: number) => rows * columns + row;
  const columnTotal = (column: number) => rows * columns + rows + column;
  const grand = rows * columns + rows + columns;
  const each = (count: number) => Array.from({ length: count }, (_, index) => index);
  const sums = [
    ...each(rows).map((row) => [rowTotal(row), ...each(columns).map((c) => cell(row, c))]),
    ...each(columns).map((column) => [
      columnTotal(column),
      ...each(rows).map((r) => cell(r, column)),
    ]),
    [grand, ...each(rows).map(rowTotal)],
    [grand, ...each(columns).map(columnTotal)],
  ];
  const trueUnits = errors
    .slice(0, rows * columns)
    .map((error, index) => 1000 * (index + 3) + error);
  const unitsOf = (parts: readonly number[]): number =>
    parts.reduce((sum, part) => {
      const below = sums.find(([total]) => total === part)?.slice(1);
      return sum + (below ? unitsOf(below) : trueUnits[part]!);
    }, 0);
  const exact = each(grand + 1).map((index) => unitsOf([index]));
  const rounded = exact.map((units) => Math.floor((units + 500) / 1000));
  const movers = exact.map((units, index): Mover => {
    const error = rounded[index]! * 1000 - units;
    const isFixed = index === grand;
    return {
      lowest: isFixed ? 0 : -1,
      highest: isFixed ? 0 : 1,
      deviationUp: Math.abs(error + 1000),
      deviationDown: Math.abs(error - 1000),
      level: index < rows * columns ? 2 : 1,
    };
  });
  const equations = sums.map(([total = 0, ...parts]): Balance => ({
    terms: [[total, 1], ...parts.map((part) => [part, -1] as const)],
    right: parts.reduce((sum, part) => sum + rounded[part]!, 0) - rounded[total]!,
    hasSlack: false,
    level: 0,
  }));
  return { movers, equations, inner: rows * columns, sums };
}

/** The inner cells decide what the totals must do. */
function bestTwoWay({ movers, equations, inner, sums }: ReturnType<typeof twoWay>) {
  let best: readonly number[] | undefined;
  for (const cells of everyWay(movers.slice(0, inner))) {
    const moves = [...cells];
    const isWithin = sums.every(([total = 0, ...parts], index) => {
      const { right } = equations[index]!;
      const move = right + parts.reduce((sum, part) => sum + moves[part]!, 0);
      const known = moves[total];
      if (known !== undefined) return known === move;
      moves[total] = move;
      return move >= movers[total]!.lowest && move <= movers[total]!.highest;
    });
    if (!isWithin) continue;
    const price = priceOf(moves, movers, equations);
    if (!best || isCheaper(price, best)) best = price;
  }
  return best;
}

test("tables that add up in rows and columns are moved as cheaply as trying every way would", () => {
  fc.assert(
    fc.property(
      fc.constantFrom([2, 3] as const, [3, 2] as const, [2, 4] as const),
      fc.array(fc.integer({ min: -499, max: 500 }), { minLength: 8, maxLength: 8 }),
      ([rows, columns], errors) => {
        const table = twoWay(rows, columns, errors);
        const best = bestTwoWay(table);
        const { moves } = balance(table.movers, table.equations);
        const price = priceOf(moves, table.movers, table.equations);
        if (best) expect(price).toEqual(best);
        else expect(price[0]).toBeGreaterThan(0);
      },
    ),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
});

test("the same system is always moved the same way", () => {
  fc.assert(
    fc.property(system, ([movers, equations]) => {
      expect(balance(movers, equations)).toEqual(balance(movers, equations));
    }),
    { numRuns: 50 },
  );
});
