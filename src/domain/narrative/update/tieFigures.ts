import type { Decimal } from "decimal.js";
import { listFigures } from "../../disclosure/figureList";
import type { Disclosure } from "../../disclosure/disclosure";
import type { Figure } from "../prose/figures";
import type { Role } from "../prose/roles";
import type { Mention } from "../prose/mention";
import { isNamed } from "../prose/subjects";
import { figureId, unitOf, type FigureId } from "./figureValues";
import type { KnownFigure } from "./knownSentences";
import { isSameItem, type Surroundings } from "./sentences";
import { derivationKey, type Derivation, type Derived, type UpdateSets } from "./updateSets";

/** A figure of the text and where its new value comes from. */
export interface Tie {
  readonly derivation: Derivation;
  readonly now: Derived;
  readonly why: string;
}

export type Untied =
  | { readonly kind: "unknown" }
  | { readonly kind: "ambiguous"; readonly words: readonly string[] }
  /** By its words it is this cell, which held another figure last year. */
  | { readonly kind: "differs"; readonly words: string }
  /** Tied, but this year's set has no figure there. */
  | { readonly kind: "notGiven"; readonly words: string };

const LEAST = 5;
/** 12.3 may be anything; 123.45 is hardly another amount. */
const TELLING_DIGITS = 4;

/** Ties each figure to its cell: by its value of last year where that is known, and by its words. */
export class FigureTier {
  private readonly byValue: readonly FigureId[];

  constructor(
    private readonly known: readonly KnownFigure[],
    private readonly sets: UpdateSets,
  ) {
    this.byValue = sets.lastYear ? moneyIds(sets.lastYear) : [];
  }

  tie(mention: Mention, surroundings: Surroundings): Tie | Untied {
    const fitting = this.known
      .filter((each) => isAlike(each, mention) && each.matter === surroundings.matter)
      .map((each) => ({ each, score: scoreOf(each, surroundings, mention) }));
    // Noughts are everywhere: one proves its cell only under the same heading and name.
    const isNought = mention.figure.value?.isZero() === true;
    const proven = fitting.filter(
      ({ each, score }) =>
        score >= LEAST && this.isProven(each, mention) && (!isNought || isSame(each, surroundings)),
    );
    const best = bestOf(proven);
    if (best.length > 0) return this.settle(best, "上年的数相符，字句相同");
    const meant = fitting.filter(
      ({ each, score }) =>
        isSame(each, surroundings) &&
        score >= LEAST &&
        isSaidAlike(each, mention) &&
        !this.isKnown(each),
    );
    const said = bestOf(meant);
    if (said.length > 0) return this.settle(said, "按字句对上，上年的数没有可核对的");
    const byValue = this.tieByValue(mention);
    const [like] = bestOf(fitting.filter(({ each }) => isSame(each, surroundings)));
    const isOpen = "kind" in byValue && byValue.kind === "unknown";
    return isOpen && like ? { kind: "differs", words: this.sets.words(like.of) } : byValue;
  }

  private tieByValue({ figure, role }: Mention): Tie | Untied {
    const { value } = figure;
    const isTelling = figure.shown.replace(/[^0-9]|^[0.]+/gu, "").length >= TELLING_DIGITS;
    if (
      figure.kind !== "money" ||
      !value ||
      value.isZero() ||
      (role !== "current" && role !== "budget")
    ) {
      return { kind: "unknown" };
    }
    const same = this.byValue
      .filter(
        (id) =>
          this.mayBe(id, role) &&
          this.sets.before(id)?.minus(value).abs().lte(figure.half) === true,
      )
      .map((of): Derivation => ({ kind: "value", of }));
    if (same.length === 0 || (!isTelling && same.length === 1)) return { kind: "unknown" };
    const tables = same.filter(({ of }) => !this.sets.isOfForm(of));
    return this.settle(tables.length > 0 ? tables : same, "只按上年的数对上，请看一眼");
  }

  /** Budgets are called so, and last year's figures are no figures of the year. */
  private mayBe(id: FigureId, role: Role): boolean {
    const words = this.sets.words(id);
    return !words.includes("上年") && words.includes("预算数") === (role === "budget");
  }

  /** One new figure, or none: several cells with one figure are one. */
  private settle(derivations: readonly Derivation[], why: string): Tie | Untied {
    const unique = [...new Map(derivations.map((each) => [derivationKey(each), each])).values()];
    const ties = unique.flatMap((derivation): Tie[] => {
      const now = this.sets.deriveNow(derivation);
      return now ? [{ derivation, now, why }] : [];
    });
    const [first, ...others] = ties;
    const wordsOf = ({ of }: Derivation) => this.sets.words(of);
    if (!first) return { kind: "notGiven", words: unique.slice(0, 1).map(wordsOf).join("") };
    if (others.every(({ now }) => isOneFigure(now, first.now))) return first;
    return { kind: "ambiguous", words: unique.map(wordsOf) };
  }

  private isKnown({ derivation }: KnownFigure): boolean {
    return this.sets.deriveBefore(derivation) !== undefined;
  }

  private isProven({ derivation }: KnownFigure, { figure }: Mention): boolean {
    const before = this.sets.deriveBefore(derivation);
    return before !== undefined && isPrinted(figure, before);
  }
}

export function isPrinted({ value, half, kind, decimals }: Figure, before: Decimal): boolean {
  if (!value) return false;
  const apart = value.abs().minus(before.abs()).abs();
  if (kind !== "percent") return apart.lte(half);
  // Rounded from other decimals, or cut.
  return apart.times(10 ** decimals).lessThan(1);
}

const isOneFigure = (one: Derived, other: Derived): boolean =>
  one.value.equals(other.value) &&
  (one.base?.isZero() ?? false) === (other.base?.isZero() ?? false);

function isAlike({ kind, role, derivation }: KnownFigure, { figure, role: own }: Mention): boolean {
  if (kind !== figure.kind) return false;
  if (kind === "count") return true;
  return roleGroup(role, derivation) === roleGroup(own, derivation);
}

/** Without a figure of last year to prove it, a share is no completion. */
const isSaidAlike = ({ kind, role }: KnownFigure, own: Mention): boolean =>
  kind !== "percent" || role === own.role;

const roleGroup = (role: Role, { kind }: Derivation): string => {
  if (role === "share" || role === "completion") return kind === "ratio" ? "ratio" : role;
  return role;
};

function scoreOf(known: KnownFigure, own: Surroundings, { figure }: Mention): number {
  const isEqual = (key: keyof Surroundings) => known[key] !== "" && known[key] === own[key];
  const words =
    (isEqual("topic") ? 4 : 0) +
    (isEqual("part") ? 1 : 0) +
    (isEqual("near") ? 2 : 0) +
    (isEqual("before") ? 2 : 0);
  const otherUnit = figure.kind === "count" && known.unit !== figure.unit ? 4 : 0;
  const named = subjectScore(known.subject, own.subject) + itemScore(known.item, own.item);
  return words + named - otherUnit;
}

function subjectScore(known: string, own: string): number {
  if (known === own) return known === "" ? 1 : 4;
  return isNamed(known, own) ? 2 : -3;
}

function itemScore(known: string, own: string): number {
  if (known === "" || own === "") return known === own ? 1 : -2;
  return isSameItem(known, own) ? 4 : -6;
}

/** A text without headings is read by its sentences alone. */
const isSame = (known: KnownFigure, own: Surroundings): boolean =>
  (known.topic === own.topic || own.topic === "") &&
  (known.item === own.item ||
    (known.item !== "" && own.item !== "" && isSameItem(known.item, own.item))) &&
  known.subject === own.subject &&
  (own.subject !== "" || own.item !== "" || (own.near !== "" && known.near === own.near));

function bestOf(
  scored: readonly { readonly each: KnownFigure; readonly score: number }[],
): readonly Derivation[] {
  const most = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === most).map(({ each }) => each.derivation);
}

function moneyIds(disclosure: Disclosure): readonly FigureId[] {
  return listFigures(disclosure)
    .map(({ place }) => figureId(place))
    .filter((id) => unitOf(disclosure, id).endsWith("元"));
}
