import type { MoneyUnit } from "../money/moneyUnit";
import { Decimal } from "decimal.js";
import type { Template } from "../checking/compileTemplate";
import type { Relation } from "../checking/relation";
import { tailUnits } from "../checking/verdict";
import type { Disclosure } from "../disclosure/disclosure";
import { exactFigure } from "../disclosure/readFigure";
import type { FigureAt } from "../disclosure/figure";
import { rememberFigures } from "../disclosure/rememberFigures";
import type { Binding } from "../expression/scope";
import { ZERO, type Amount } from "../money/amount";
import type { CellAddress } from "../workbook/cellAddress";
import type { Limits } from "./balance";
import { holds, instancesOf, sumOf, type Instance, type Instances } from "./equations";
import { FigureBook, unitCentsFor, type FigureWords, type MoneyFigure } from "./figureBook";
import { movesOf, type Moves } from "./moves";
import { oneFigures, type OneFigures } from "./oneFigure";
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
  /** The search ended early: perhaps it could. */
  readonly isGivenUp: boolean;
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
  unitOf: (table: string) => MoneyUnit,
  limits?: Limits,
): Rescaling {
  const set = readSet(template, source, unitOf);
  return resultOf(set, movesOf(set.book, set.found, set.same, limits));
}

/** What was made of the figures in a set that was rescaled before. */
export function rescaledBefore(
  template: Template,
  source: Disclosure,
  unitOf: (table: string) => MoneyUnit,
  standing: Disclosure,
): Rescaling {
  const set = readSet(template, source, unitOf);
  const now = new FigureBook(standing, () => "万元", set.book.unitCents);
  const moves = set.book.figures.map(({ cell, units }) => {
    const move = (now.figures[now.at(cell) ?? -1]?.units ?? units) - units;
    return Math.abs(move) === 1 ? move : 0;
  });
  return resultOf(set, { of: moves, givenUp: new Set() });
}

interface ReadSet {
  readonly source: Disclosure;
  readonly decimals: number;
  readonly book: FigureBook;
  readonly instances: readonly Instance[];
  /** Those that hold before rounding. */
  readonly found: Instances;
  readonly same: OneFigures;
}

function readSet(
  template: Template,
  source: Disclosure,
  unitOf: (table: string) => MoneyUnit,
): ReadSet {
  const { decimals } = template.structure.definition;
  const book = new FigureBook(source, unitOf, unitCentsFor(decimals));
  const { binding: instances, atMost } = instancesOf(template, source, book);
  const isEqual = (instance: Instance) => holdsInYuan(instance, book);
  const found = { binding: instances.filter(isEqual), atMost: atMost.filter(isEqual) };
  const same = oneFigures(book.figures, found);
  return { source, decimals, book, instances, found, same };
}

function resultOf(
  { source, decimals, book, instances, found, same }: ReadSet,
  moves: Moves,
): Rescaling {
  const { figures } = book;
  const equal = new Set(found.binding);
  const unitsOf = (index: number) => elementAt(figures, index).units + (moves.of[index] ?? 0);
  const inWanYuan = (units: number) => new Decimal(units).div(new Decimal(10).pow(decimals));
  const placeOf = ({ relation, binding, terms }: Instance) => ({
    relation,
    binding,
    cells: [...terms.keys()].map((index) => elementAt(figures, index).cell),
  });
  return {
    figuresAt: figuresWith(source, book, (index) => inWanYuan(unitsOf(index))),
    adjustments: adjustmentsOf(figures, moves.of, same, inWanYuan),
    unbalanced: [...new Set([...found.binding, ...found.atMost])].flatMap(
      (instance): Unbalanced[] => {
        const left = sumOf(instance, unitsOf);
        if (holds(instance.comparison, left)) return [];
        const isAsked = instance.relation.level !== "must-hold";
        if (isAsked && Math.abs(left) <= tailOf(instance, unitsOf)) return [];
        const isGivenUp = [...instance.terms.keys()].some((index) => moves.givenUp.has(index));
        return [{ ...placeOf(instance), tail: inWanYuan(left), isGivenUp }];
      },
    ),
    unequal: instances
      .filter((instance) => !equal.has(instance))
      .map((instance): Unequal => {
        const cents = sumOf(instance, (index) => elementAt(figures, index).cents);
        return { ...placeOf(instance), difference: new Decimal(cents).div(100) };
      }),
  };
}

/** What printing explains between a part and its whole: nobody will ask about it. */
function tailOf({ terms }: Instance, unitsOf: (index: number) => number): number {
  const filled = [...terms.keys()].filter((index) => unitsOf(index) !== 0);
  return tailUnits(filled.length);
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

function adjustmentsOf(
  figures: readonly MoneyFigure[],
  moves: readonly number[],
  { all }: OneFigures,
  inWanYuan: (units: number) => Decimal,
): Adjustment[] {
  const moved = new Map<string, { readonly index: number; readonly places: FigureWords[] }>();
  figures.forEach(({ cell, table, row, column }, index) => {
    const move = moves[index] ?? 0;
    if (move === 0) return;
    const key = [all.leaderOf(index), move].join(" ");
    const own = moved.get(key) ?? { index, places: [] };
    moved.set(key, own);
    own.places.push({ cell, table, row, column });
  });
  return [...moved.values()].map(({ index, places }) => {
    const { units, cents } = elementAt(figures, index);
    const move = moves[index] ?? 0;
    return {
      ...elementAt(places, 0),
      places,
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
    return { ...at, figure: exactFigure(value) };
  };
  return rememberFigures((...place) => source.figuresAt(...place).map(printed));
}
