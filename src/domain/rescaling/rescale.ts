import { Decimal } from "decimal.js";
import type { Template } from "../checking/compileTemplate";
import type { Relation } from "../checking/relation";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigureAt } from "../disclosure/figure";
import { rememberFigures } from "../disclosure/rememberFigures";
import type { Binding } from "../expression/scope";
import { ZERO, type Amount } from "../money/amount";
import type { CellAddress } from "../workbook/cellAddress";
import { balance, type Balance, type Mover } from "./balance";
import { holds, instancesOf, sumOf, type Instance } from "./equations";
import {
  FigureBook,
  unitCentsFor,
  type FigureWords,
  type MoneyFigure,
  type Unit,
} from "./figureBook";
import { levelsOf, type Levels } from "./levels";
import { Merger } from "./oneFigure";
import { elementAt } from "./elementAt";

/** A set in 万元 that adds up, and what it took. */
export interface Rescaling {
  /** As in `Disclosure`: the same cells, amounts in 万元. */
  readonly figuresAt: Disclosure["figuresAt"];
  /** Figures that are printed otherwise than they round. */
  readonly adjustments: readonly Adjustment[];
  /** What cannot add up: plain rounding leaves this tail. */
  readonly unbalanced: readonly Unbalanced[];
  /** What does not add up in 元 already. */
  readonly unequal: readonly Unequal[];
}

export interface Adjustment extends FigureWords {
  /** Every cell in which the figure stands, this one first. */
  readonly places: readonly FigureWords[];
  readonly yuan: Amount;
  /** 万元, half up. */
  readonly rounded: Amount;
  readonly adjusted: Amount;
  /** `adjusted` minus `rounded`. */
  readonly difference: Amount;
}

export interface Unbalanced {
  readonly relation: Relation;
  readonly binding: Binding;
  readonly cells: readonly CellAddress[];
  /** Left minus right, in 万元. */
  readonly tail: Amount;
}

export interface Unequal {
  readonly relation: Relation;
  readonly binding: Binding;
  readonly cells: readonly CellAddress[];
  /** Left minus right, in 元. */
  readonly difference: Amount;
}

/**
 * 舍位平衡 of a whole set: every figure is its own half-up rounding or one unit beside it, so that whatever adds up in
 * 元 adds up in 万元.
 */
export function rescale(
  template: Template,
  source: Disclosure,
  unitOf: (table: string) => Unit,
): Rescaling {
  const { decimals } = template.structure.definition;
  const book = new FigureBook(source, unitOf, unitCentsFor(decimals));
  const { figures } = book;
  const instances = instancesOf(template, source, book);
  const equal = instances.filter((instance) => holdsInYuan(instance, book));
  const moves = movesOf(book, equal);
  const unitsOf = (index: number) => elementAt(figures, index).units + (moves[index] ?? 0);
  const inWanYuan = (units: number) => new Decimal(units).div(new Decimal(10).pow(decimals));
  const cellsOf = ({ terms }: Instance) =>
    [...terms.keys()].map((index) => elementAt(figures, index).cell);
  return {
    figuresAt: figuresWith(source, book, (index) => inWanYuan(unitsOf(index))),
    adjustments: adjustmentsOf(figures, moves, equal, inWanYuan),
    unbalanced: equal.flatMap((instance): Unbalanced[] => {
      const { relation, binding, comparison } = instance;
      const left = sumOf(instance, unitsOf);
      if (holds(comparison, left)) return [];
      return [{ relation, binding, cells: cellsOf(instance), tail: inWanYuan(left) }];
    }),
    unequal: instances
      .filter((instance) => !holdsInYuan(instance, book))
      .map((instance) => ({
        relation: instance.relation,
        binding: instance.binding,
        cells: cellsOf(instance),
        difference: new Decimal(sumOf(instance, (index) => elementAt(figures, index).cents)).div(
          100,
        ),
      })),
  };
}

/** Figures that were rounded before may be off by half a unit each. */
function holdsInYuan(instance: Instance, { figures, unitCents }: FigureBook): boolean {
  const difference = sumOf(instance, (index) => elementAt(figures, index).cents);
  if (holds(instance.comparison, difference)) return true;
  const terms = [...instance.terms.keys()].filter((index) => elementAt(figures, index).cents !== 0);
  const given = terms.filter((index) => elementAt(figures, index).isGiven);
  if (given.length === 0) return false;
  if (instance.isOneFigure) {
    return holds(
      instance.comparison,
      sumOf(instance, (index) => elementAt(figures, index).units),
    );
  }
  return 2 * Math.abs(difference) < unitCents * given.length;
}

/** By figure: -1, 0 or 1. */
function movesOf(book: FigureBook, equations: readonly Instance[]): readonly number[] {
  const { figures, unitCents } = book;
  const same = oneFigures(figures, equations);
  const levels = levelsOf(figures.length, equations, same);
  const printed = printedAlike(figures, equations, same);
  const leaderOf = (index: number) => printed.leaderOf(index);

  const fixed = new Set<number>();
  const level = new Map<number, number>();
  figures.forEach((figure, index) => {
    const leader = leaderOf(index);
    if (isFixed(figure, unitCents) || levels.of(index) === 0) fixed.add(leader);
    level.set(leader, Math.min(level.get(leader) ?? Infinity, levels.of(index)));
  });
  const numbers = new Map<number, number>();
  const movers: Mover[] = [];
  figures.forEach((figure, index) => {
    if (leaderOf(index) !== index || fixed.has(index)) return;
    numbers.set(index, movers.length);
    movers.push(moverOf(figure, level.get(index) ?? 1, unitCents));
  });
  const rows = rowsOf(figures, equations, levels, (index) => numbers.get(leaderOf(index)));
  const { moves } = balance(movers, rows);
  return figures.map((_, index) => moves[numbers.get(leaderOf(index)) ?? -1] ?? 0);
}

/** One figure in several tables, as the package says. */
function oneFigures(figures: readonly MoneyFigure[], equations: readonly Instance[]): Merger {
  const same = new Merger(figures.length);
  for (const { isOneFigure, comparison, terms } of equations) {
    const [one, other] = terms.keys();
    if (!isOneFigure || comparison !== "=" || one === undefined || other === undefined) continue;
    if (elementAt(figures, one).units === elementAt(figures, other).units) same.merge(one, other);
  }
  return same;
}

/** Beside those, a total with a single part: what must be equal moves together. */
function printedAlike(
  figures: readonly MoneyFigure[],
  equations: readonly Instance[],
  same: Merger,
): Merger {
  const alike = new Merger(figures.length);
  figures.forEach((_, index) => {
    alike.merge(index, same.leaderOf(index));
  });
  for (const { terms, isOneFigure, comparison } of equations) {
    const filled = [...terms].filter(([index]) => elementAt(figures, index).cents !== 0);
    const [one, other, more] = filled;
    if (!one || !other || more || one[1] + other[1] !== 0 || Math.abs(one[1]) !== 1) continue;
    if (comparison !== "=" && !isOneFigure) continue;
    if (elementAt(figures, one[0]).cents === elementAt(figures, other[0]).cents)
      alike.merge(one[0], other[0]);
  }
  return alike;
}

function isFixed({ cents, isGiven }: MoneyFigure, unitCents: number): boolean {
  return isGiven || cents % unitCents === 0;
}

/** No figure changes its sign, and none that is printed becomes 0.00. */
function moverOf({ cents, units }: MoneyFigure, level: number, unitCents: number): Mover {
  const error = units * unitCents - cents;
  const canShrink = Math.abs(units) > 1;
  return {
    lowest: cents < 0 || canShrink ? -1 : 0,
    highest: cents > 0 || canShrink ? 1 : 0,
    deviationUp: Math.abs(error + unitCents),
    deviationDown: Math.abs(error - unitCents),
    level,
  };
}

function rowsOf(
  figures: readonly MoneyFigure[],
  equations: readonly Instance[],
  levels: Levels,
  numberOf: (figure: number) => number | undefined,
): Balance[] {
  const rows = new Map<string, Balance>();
  for (const instance of equations) {
    const row = rowOf(instance, figures, levels, numberOf);
    if (row.terms.length === 0) continue;
    const [first = [0, 1]] = row.terms;
    const sign = row.hasSlack ? 1 : Math.sign(first[1]);
    const words = row.terms.map(([mover, factor]) => `${String(mover)}:${String(factor * sign)}`);
    const key = [row.hasSlack, row.right * sign, ...words].join(" ");
    const known = rows.get(key);
    if (!known || row.level < known.level) rows.set(key, row);
  }
  return [...rows.values()];
}

function rowOf(
  instance: Instance,
  figures: readonly MoneyFigure[],
  levels: Levels,
  numberOf: (figure: number) => number | undefined,
): Balance {
  const { comparison, terms, total } = instance;
  // ≥ is ≤ the other way round.
  const sign = comparison === "≥" || comparison === ">" ? -1 : 1;
  const isStrict = comparison === "<" || comparison === ">";
  const byMover = new Map<number, number>();
  for (const [index, factor] of terms) {
    const mover = numberOf(index);
    if (mover === undefined) continue;
    const sum = (byMover.get(mover) ?? 0) + factor * sign;
    if (sum === 0) byMover.delete(mover);
    else byMover.set(mover, sum);
  }
  const rounded = sumOf(instance, (index) => elementAt(figures, index).units);
  return {
    terms: [...byMover].sort(([one], [other]) => one - other),
    right: -sign * rounded - (isStrict ? 1 : 0) + 0,
    hasSlack: comparison !== "=",
    level:
      total === undefined
        ? Math.min(...[...terms.keys()].map((index) => levels.of(index)))
        : levels.of(total),
  };
}

function adjustmentsOf(
  figures: readonly MoneyFigure[],
  moves: readonly number[],
  equations: readonly Instance[],
  inWanYuan: (units: number) => Decimal,
): Adjustment[] {
  const same = oneFigures(figures, equations);
  const places = new Map<number, FigureWords[]>();
  figures.forEach(({ cell, table, row, column }, index) => {
    if (moves[index] === 0) return;
    const words = { cell, table, row, column };
    const known = places.get(same.leaderOf(index));
    if (known) known.push(words);
    else places.set(same.leaderOf(index), [words]);
  });
  return [...places].map(([index, own]) => {
    const { units, cents } = elementAt(figures, index);
    const move = moves[index] ?? 0;
    return {
      ...elementAt(own, 0),
      places: own,
      yuan: new Decimal(cents).div(100),
      rounded: inWanYuan(units),
      adjusted: inWanYuan(units + move),
      difference: inWanYuan(move),
    };
  });
}

function figuresWith(
  source: Disclosure,
  book: FigureBook,
  amountOf: (index: number) => Decimal,
): Disclosure["figuresAt"] {
  const printed = (at: FigureAt): FigureAt => {
    const index = at.cell && book.at(at.cell);
    if (
      at.figure.kind !== "amount" ||
      index === undefined ||
      elementAt(book.figures, index).isGiven
    )
      return at;
    const amount = amountOf(index);
    const value = amount.isZero() ? ZERO : amount;
    return { ...at, figure: { kind: "amount", value, published: value } };
  };
  return rememberFigures((...place) => source.figuresAt(...place).map(printed));
}
