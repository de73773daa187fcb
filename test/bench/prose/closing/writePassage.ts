import { Decimal } from "decimal.js";
import { clauseStart } from "../clause";
import { type Figure, quoteOf } from "../claim";
import type { Draft, FigureSlot, Mistakes, Rendered, Slot } from "../draft";
import {
  changeClaims,
  completionClaim,
  levelClaim,
  type PendingClaim,
  shareOfKey,
  sumClaim,
  zeroBaseClaim,
} from "../pendingClaims";
import { percent, rateOf } from "../statements";
import { printsAlike, type Style } from "../style";
import type {
  ChangePiece,
  ClosingPhrasing,
  LevelPiece,
  Piece,
  Relation,
  Scene,
} from "./closingPhrasing";
import { type Figures, NONE } from "./figures";
import { whyOf } from "./reasons";

const HUNDRED = new Decimal(100);
const isChange = (piece: Piece): piece is ChangePiece =>
  typeof piece === "object" && "now" in piece;
const isLevel = (piece: Piece): piece is LevelPiece =>
  typeof piece === "object" && "level" in piece;

/** Writes a passage of the closing set and returns what it claims. */
export function writePassage(
  draft: Draft,
  phrasing: ClosingPhrasing,
  draw: Figures,
): PendingClaim[] {
  let scene = phrasing.figures(draw);
  while (!isPrintable(phrasing, scene, draft.style)) scene = phrasing.figures(draw);
  const passage = new Passage(draft, phrasing, scene);
  for (const piece of phrasing.text) passage.piece(piece);
  return passage.claims();
}

/** What is said to have changed has changed in print, by something, on a base of something. */
function isPrintable({ text }: ClosingPhrasing, scene: Scene, style: Style): boolean {
  return text.filter(isChange).every((piece) => {
    const [now, base] = [exactOf(scene, piece.now), exactOf(scene, piece.base)];
    if (typeof scene[piece.now] === "number") return !now.equals(base);
    return (
      !base.isZero() && !printsAlike(now, base, style) && !printsAlike(now.minus(base), NONE, style)
    );
  });
}

function exactOf(scene: Scene, name: string): Decimal {
  const value = scene[name];
  if (value === undefined || typeof value === "string") throw new Error(`no amount ${name}`);
  return new Decimal(value);
}

class Passage {
  private readonly slots: Readonly<Record<string, Slot>>;
  private readonly figures: Record<string, Figure | undefined> = {};
  private readonly changes: (readonly [ChangePiece, Rendered])[] = [];
  private readonly others: PendingClaim[] = [];
  private readonly pieces: readonly ChangePiece[];

  constructor(
    private readonly draft: Draft,
    private readonly phrasing: ClosingPhrasing,
    private readonly scene: Scene,
  ) {
    this.pieces = phrasing.text.filter(isChange);
    this.slots = this.drawSlots();
  }

  piece(piece: Piece): void {
    if (typeof piece === "string") this.render(piece, 0);
    else if (isChange(piece)) this.change(piece);
    else if (isLevel(piece)) this.level(piece);
    else if (this.draft.slips("zeroBase", "")) {
      const P = { ...percent("zeroBase", HUNDRED), key: "" };
      const { figures } = this.draft.render(piece.slip, { ...this.slots, P });
      Object.assign(this.figures, figures);
      if (figures["P"]) this.others.push(zeroBaseClaim(figures["P"], true));
    } else this.render(piece.sound, 0);
  }

  claims(): PendingClaim[] {
    return [
      ...this.phrasing.claims.flatMap((relation) => this.claim(relation)),
      ...this.changes.flatMap(([piece, rendered]) => {
        const { now, base, by, rate } = piece;
        return changeClaims(rendered, {
          sign: this.signOf(piece),
          current: this.figures[now],
          base: this.figures[base],
          change: by === undefined ? undefined : this.figures[by],
          rate: rate === undefined ? undefined : this.figures[rate],
          baseKey: this.keyOf(base),
        });
      }),
      ...this.others,
    ];
  }

  private change(piece: ChangePiece): void {
    const sign = this.signOf(piece);
    const why = whyOf(this.phrasing.topic, sign, this.draft.random);
    this.changes.push([piece, this.render(piece.text, sign, why)]);
  }

  private level({ level: [one, other], word, text }: LevelPiece): void {
    const from = this.draft.text.length;
    this.render(text, 0);
    const at = this.draft.text.indexOf(word, from);
    if (at < 0) throw new Error(`${word} is not in ${text}`);
    const span = { start: clauseStart(this.draft.text, at), end: at + word.length };
    this.others.push(levelClaim(span, word, [this.figures[one], this.figures[other]]));
  }

  private render(text: string, sign: number, why?: string): Rendered {
    const own = why ?? whyOf(this.phrasing.topic, 0, this.draft.random);
    const rendered = this.draft.render(text, { ...this.slots, why: own }, sign);
    for (const [name, figure] of Object.entries(rendered.figures)) this.figures[name] ??= figure;
    return rendered;
  }

  private claim(relation: Relation): PendingClaim[] {
    if ("nil" in relation) {
      const rate = this.figures[relation.nil];
      return rate ? [zeroBaseClaim(rate, false)] : [];
    }
    if ("total" in relation) {
      const total = this.figures[relation.total];
      const terms = [
        ...relation.plus.map((name) => [name, 1] as const),
        ...relation.minus.map((name) => [name, -1] as const),
      ].flatMap(([name, sign]) => {
        const figure = this.figures[name];
        return figure ? [{ figure, sign }] : [];
      });
      const isWhole = terms.length === relation.plus.length + relation.minus.length;
      return total && isWhole ? [sumClaim(total, terms)] : [];
    }
    if ("change" in relation) return this.changesClaim(relation.change, relation.of);
    if ("same" in relation) return this.sameClaim(relation.same);
    const { kind, rate, part, whole } = relation;
    const [P, A, T] = [rate, part, whole].map((name) => this.figures[name]);
    if (!P || !A) throw new Error(`${rate} or ${part} is not printed`);
    if (kind === "completion" && T) return [completionClaim(P, A, T)];
    return [shareOfKey(P, A, this.keyOf(whole))];
  }

  private changesClaim(whole: string, parts: readonly string[]): PendingClaim[] {
    const signOf = (name: string) => {
      const piece = this.pieces.find(({ by }) => by === name);
      return piece ? this.signOf(piece) : 0;
    };
    const total = this.figures[whole];
    const terms = parts.flatMap((name) => {
      const figure = this.figures[name];
      const sign = signOf(name) === signOf(whole) ? (1 as const) : (-1 as const);
      return figure ? [{ figure, sign }] : [];
    });
    return total ? [sumClaim(total, terms)] : [];
  }

  private sameClaim([one, other]: readonly [string, string]): PendingClaim[] {
    const [first, second] = [this.figures[one], this.figures[other]];
    if (!first || !second) return [];
    return [levelClaim(quoteOf(second), second.shown, [first, second])];
  }

  private drawSlots(): Record<string, Slot> {
    const slots: Record<string, Slot> = {};
    const inSums = new Set(
      this.phrasing.claims.flatMap((each) =>
        "total" in each ? [each.total, ...each.plus, ...each.minus] : [],
      ),
    );
    for (const [name, value] of Object.entries(this.scene)) {
      if (typeof value === "string") slots[name] = value;
      else if (typeof value === "number") slots[name] = this.count(name, value, inSums.has(name));
      else slots[name] = this.amount(name, value, inSums.has(name));
    }
    for (const relation of this.phrasing.claims) {
      if ("rate" in relation) slots[relation.rate] = this.rateSlot(relation);
      else if ("nil" in relation) slots[relation.nil] = percent(this.keyOf(relation.nil), NONE);
    }
    for (const piece of this.pieces) Object.assign(slots, this.changeSlots(piece));
    return slots;
  }

  private amount(name: string, exact: Decimal, isInSum: boolean): FigureSlot {
    const base = this.pieces.find(({ now }) => now === name)?.base;
    const factor = this.draft.random.pick(["0.83", "0.91", "0.94", "1.07", "1.12", "1.19"]);
    const old =
      base === undefined ? exact.times(factor).div(100).floor().times(100) : this.exact(base);
    return {
      role: "amount",
      key: this.keyOf(name),
      exact,
      ...(name.startsWith("yuan") ? { unit: "元" } : {}),
      ...(isInSum ? { part: "sum" as const } : {}),
      ...(old.isZero() ? {} : { mistakes: { stale: old } }),
    };
  }

  private count(name: string, exact: number, isInSum: boolean): FigureSlot {
    return {
      role: "count",
      key: this.keyOf(name),
      exact: new Decimal(exact),
      ...(isInSum ? { part: "sum" as const } : {}),
    };
  }

  private rateSlot({
    kind,
    rate,
    part,
    whole,
    wrong,
  }: Extract<Relation, { rate: string }>): FigureSlot {
    const [A, T] = [this.exact(part), this.exact(whole)];
    const other = wrong === undefined ? undefined : this.exact(wrong);
    const mistaken = other && !other.isZero() && !other.equals(T) ? rateOf(A, other) : undefined;
    const name = kind === "share" ? "wrongTotal" : "wrongBudget";
    const mistakes: Mistakes = {
      ...(mistaken ? { [name]: mistaken } : {}),
      ...(kind === "completion" && !A.equals(T)
        ? { growthAsRatio: rateOf(A.minus(T), T).abs() }
        : {}),
    };
    return percent(this.keyOf(rate), rateOf(A, T), mistakes);
  }

  private changeSlots(piece: ChangePiece): Record<string, Slot> {
    const [now, base] = [this.exact(piece.now), this.exact(piece.base)];
    const change = now.minus(base);
    const { by, rate } = piece;
    const slots: Record<string, Slot> = {};
    if (by !== undefined) {
      const isCount = typeof this.scene[piece.now] === "number";
      const slot = isCount
        ? this.count(by, change.abs().toNumber(), false)
        : this.amount(by, change.abs(), false);
      slots[by] = { ...slot, key: `${this.keyOf(by)}:change` };
    }
    if (rate !== undefined) {
      const exact = rateOf(change, base);
      slots[rate] = percent(this.keyOf(rate), piece.signed ? exact : exact.abs(), {
        ratioAsGrowth: rateOf(now, base),
        ...(now.isZero()
          ? {}
          : { wrongBase: piece.signed ? rateOf(change, now) : rateOf(change, now).abs() }),
      });
    }
    return slots;
  }

  private signOf({ now, base }: ChangePiece): number {
    return this.exact(now).comparedTo(this.exact(base));
  }

  private exact(name: string): Decimal {
    return exactOf(this.scene, name);
  }

  private keyOf(name: string): string {
    return `${this.phrasing.topic}/${name}`;
  }
}
