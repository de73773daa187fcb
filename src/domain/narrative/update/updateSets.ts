import type { Decimal } from "decimal.js";
import type { Template } from "../../checking/compileTemplate";
import type { Disclosure } from "../../disclosure/disclosure";
import type { CellAddress } from "../../workbook/cellAddress";
import {
  figureWords,
  valueIn,
  yearPairs,
  type FigureId,
  type FoundValue,
  type YearPair,
} from "./figureValues";

/** How a figure of a text comes from figures of a workbook. */
export type Derivation =
  | { readonly kind: "value"; readonly of: FigureId }
  | {
      readonly kind: "change" | "growth" | "ratio";
      readonly of: FigureId;
      readonly base: FigureId;
    };

export interface Derived {
  /** Money in 元, percentages in percent; a change with its sign. */
  readonly value: Decimal;
  readonly base?: Decimal;
  readonly cells: readonly CellAddress[];
  readonly words: string;
}

export const derivationKey = (derivation: Derivation): string =>
  derivation.kind === "value"
    ? derivation.of.key
    : `${derivation.kind} ${derivation.of.key} ${derivation.base.key}`;

/** This year's figures, and last year's as far as they are known. */
export class UpdateSets {
  private readonly byCurrent: ReadonlyMap<string, YearPair>;
  private readonly byAsked: ReadonlyMap<string, YearPair>;

  constructor(
    readonly template: Template,
    readonly current: Disclosure,
    readonly lastYear: Disclosure | undefined,
  ) {
    const pairs = yearPairs(template);
    this.byCurrent = new Map(pairs.map((pair) => [pair.current.key, pair]));
    this.byAsked = new Map(pairs.map((pair) => [pair.asked.key, pair]));
  }

  words(id: FigureId): string {
    return figureWords(this.current, id);
  }

  /** The forms of 绩效自评 repeat what the tables have. */
  isOfForm({ table }: FigureId): boolean {
    return this.current.structure.tables.get(table)?.definition.role === "evaluation";
  }

  /** What stood there when the text was written; undefined where nobody knows. */
  before(id: FigureId): Decimal | undefined {
    if (this.lastYear) return valueIn(this.lastYear, id)?.value;
    const asked = this.byCurrent.get(id.key)?.asked;
    return asked && valueIn(this.current, asked)?.value;
  }

  now(id: FigureId): FoundValue | undefined {
    const found = valueIn(this.current, id);
    if (found) return found;
    const { lastYear } = this;
    const current = this.byAsked.get(id.key)?.current;
    return lastYear && current ? withoutCell(valueIn(lastYear, current)) : undefined;
  }

  /** Where 补充资料 has last year's figure of the same. */
  previousOf(id: FigureId): FigureId | undefined {
    return this.byCurrent.get(id.key)?.asked;
  }

  /** Last year's figure of the same, for this year's text. */
  previousNow(id: FigureId): FoundValue | undefined {
    const asked = this.previousOf(id);
    const given = asked && valueIn(this.current, asked);
    if (given) return given;
    return this.lastYear ? withoutCell(valueIn(this.lastYear, id)) : undefined;
  }

  deriveBefore(derivation: Derivation): Decimal | undefined {
    const value = this.before(derivation.of);
    if (derivation.kind === "value" || !value) return value;
    const base = this.before(derivation.base);
    return base && compute(derivation.kind, value, base);
  }

  deriveNow(derivation: Derivation): Derived | undefined {
    const found = this.now(derivation.of);
    if (!found) return undefined;
    const own = this.words(derivation.of);
    if (derivation.kind === "value") {
      return { value: found.value, cells: found.cell ? [found.cell] : [], words: own };
    }
    const base = this.now(derivation.base);
    if (!base) return undefined;
    const value = compute(derivation.kind, found.value, base.value);
    const cells = [found, base].flatMap(({ cell }) => cell ?? []);
    const words = `${own}与${this.words(derivation.base)}`;
    // A zero base leaves the value open: the text has no such figure then.
    return { value: value ?? found.value, base: base.value, cells, words };
  }
}

/** A cell of last year's workbook is none of this one. */
const withoutCell = (found: FoundValue | undefined): FoundValue | undefined =>
  found && { value: found.value };

export function compute(
  kind: "change" | "growth" | "ratio",
  value: Decimal,
  base: Decimal,
): Decimal | undefined {
  if (kind === "change") return value.minus(base);
  if (base.lessThanOrEqualTo(0)) return undefined;
  const part = kind === "growth" ? value.minus(base) : value;
  return part.times(100).div(base);
}
