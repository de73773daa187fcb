import { Decimal } from "decimal.js";
import type { Figure } from "../disclosure/figure";
import type { Comparing, Expression, Reference } from "../expression/expression";
import {
  columnMeant,
  placedBlock,
  rowsMeant,
  type Binding,
  type FigureSource,
} from "../expression/scope";

/** What a side amounts to where cents are enough to tell. */
export interface CentSide {
  readonly cents: number;
  /** Figures in it that are not zero. */
  readonly nonzero: number;
  /** No cell in it holds a figure. */
  readonly blank: boolean;
  /** The only figure that is not zero. */
  readonly sole: Decimal | undefined;
}

interface Part {
  readonly reference: Reference;
  readonly factor: 1 | -1;
}

interface Parts {
  readonly left: readonly Part[];
  readonly right: readonly Part[];
}

const ZERO = new Decimal(0);
/** Sums stay exact: a figure is far below what is left to 2 ** 53. */
const MOST_CENTS = 2 ** 52;

const known = new WeakMap<Comparing, Parts | "more than sums">();

/** Both sides in cents; none where one does more than add and subtract figures of whole cents. */
export function centSides(
  comparing: Comparing,
  binding: Binding,
  source: FigureSource,
): { readonly left: CentSide; readonly right: CentSide } | undefined {
  let parts = known.get(comparing);
  if (!parts) {
    parts = partsOf(comparing);
    known.set(comparing, parts);
  }
  if (parts === "more than sums") return undefined;
  const left = addUp(parts.left, binding, source);
  const right = left && addUp(parts.right, binding, source);
  return right && { left, right };
}

/** The same amounts as decimals. Where sides are equal, the figure of one is the sum of the other. */
export function decimalSides(left: CentSide, right: CentSide): readonly [Decimal, Decimal] {
  if (left.cents !== right.cents) return [decimalOf(left), decimalOf(right)];
  const both = left.sole ?? right.sole ?? decimalOf(left);
  return [both, both];
}

function decimalOf({ cents, sole }: CentSide): Decimal {
  return sole ?? (cents === 0 ? ZERO : new Decimal(cents).div(100));
}

function partsOf({ left, right }: Comparing): Parts | "more than sums" {
  const [ofLeft, ofRight]: [Part[], Part[]] = [[], []];
  const isSum = collect(left, 1, ofLeft) && collect(right, 1, ofRight);
  return isSum ? { left: ofLeft, right: ofRight } : "more than sums";
}

function collect(expression: Expression, factor: Part["factor"], parts: Part[]): boolean {
  if (expression.kind === "reference") {
    parts.push({ reference: expression.reference, factor });
    return expression.reference.year !== "previous";
  }
  if (expression.kind !== "binary") return false;
  const { operator, left, right } = expression;
  if (operator !== "+" && operator !== "-") return false;
  const other = operator === "+" ? factor : factor === 1 ? -1 : 1;
  return collect(left, factor, parts) && collect(right, other, parts);
}

function addUp(
  parts: readonly Part[],
  binding: Binding,
  source: FigureSource,
): CentSide | undefined {
  let cents = 0;
  let nonzero = 0;
  let blank = true;
  let sole: Decimal | undefined;
  for (const { reference, factor } of parts) {
    const block = placedBlock(reference, source);
    if (!block) return undefined;
    const {
      table,
      block: { index },
    } = reference;
    const column = columnMeant(reference, binding);
    for (const rowId of rowsMeant(reference, block, binding)) {
      for (const { figure } of source.figuresAt(table.key, index, rowId, column)) {
        if (figure.kind === "amount") {
          const own = figure.cents;
          if (own === undefined) return undefined;
          blank = false;
          if (own === 0) continue;
          cents += factor * own;
          if (Math.abs(cents) > MOST_CENTS) return undefined;
          sole = nonzero === 0 && factor === 1 ? figure.published : undefined;
          nonzero += 1;
        } else if (!isNothing(figure)) {
          return undefined;
        }
      }
    }
  }
  return { cents, nonzero, blank, sole };
}

function isNothing({ kind }: Figure): boolean {
  return kind === "blank" || kind === "nothing" || kind === "notApplicable";
}
