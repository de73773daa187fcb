import type { Decimal } from "decimal.js";
import type { RandomNumbers } from "../../golden/randomNumbers";
import type { ClaimKind, Figure, Span, Verdict } from "./claim";
import { clauseStart, isBreak } from "./clause";
import { allOf, isHeldBack, type PhrasingTable, wordingOf } from "./phrasing";
import { type PrintedFigure, printAmount, printCount, printPercent, type Style } from "./style";

export type Role =
  | "amount"
  | "count"
  | "percent"
  | "direction"
  | "year"
  | "name"
  | "asOf"
  | "plain"
  | "zeroBase"
  | "number"
  | "contents";

/** A place of the text that an error can befall. */
export interface Touch extends Span {
  readonly index: number;
  readonly role: Role;
  readonly text: string;
  readonly key: string;
  /** Amounts that stand in a sum, in a balance, or wherever. */
  readonly part?: "sum" | "balance" | undefined;
  readonly exact?: Decimal | undefined;
  readonly printed?: PrintedFigure | undefined;
  /** Percentages as somebody gets them who divides wrongly; of an amount, what stood in last year's text. */
  readonly mistakes?: Mistakes | undefined;
}

export type Mistake =
  "ratioAsGrowth" | "wrongBase" | "wrongTotal" | "wrongBudget" | "growthAsRatio" | "stale";
export type Mistakes = Readonly<Partial<Record<Mistake, Decimal>>>;

export interface Alteration {
  readonly text: string;
  /** null: a placeholder stands where the figure was. */
  readonly figure?: PrintedFigure | null;
  readonly isTurned?: boolean;
  readonly isHint?: boolean;
  readonly shift?: number;
  /** Of the altered text what is wrong; else all of it. */
  readonly inner?: Span;
  readonly claim?: { kind: ClaimKind; claimed: string; recomputed: string; verdict: Verdict };
}

export interface FigureSlot {
  readonly role: "amount" | "percent" | "count";
  readonly key: string;
  readonly exact: Decimal;
  /** Of pieces; of an amount where it is not the one of the text. */
  readonly unit?: string;
  readonly part?: Touch["part"];
  readonly mistakes?: Mistakes;
}

export interface Word extends Span {
  readonly clause: number;
  readonly word: string;
  readonly right: string;
  readonly sign: number;
}

export interface Rendered {
  readonly figures: Readonly<Partial<Record<string, Figure>>>;
  readonly words: readonly Word[];
}

export type Slot = string | FigureSlot | (() => void);
export type Slots = Readonly<Record<string, Slot>>;

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  up: ["增加", "减少"],
  rise: ["增长", "下降"],
  grew: ["上升", "降低"],
  span: ["增幅", "降幅"],
  over: ["大于", "小于"],
  width: ["增幅", "减幅"],
  more: ["多", "少"],
  higher: ["高于", "低于"],
  lifted: ["提高", "降低"],
  net: ["净增", "净减"],
  climb: ["上升", "下降"],
  press: ["增加", "压减"],
  raise: ["提高", "下降"],
  surplus: ["超支", "节约"],
  spend: ["多支出", "少支出"],
};

const isMoneyUnit = (unit: string): unit is Style["unit"] => ["元", "万元", "亿元"].includes(unit);

const tablePlaces = new Map<PhrasingTable, { open: number[]; heldBack: number[] }>();

function placesOf(table: PhrasingTable): { open: number[]; heldBack: number[] } {
  const known = tablePlaces.get(table);
  if (known) return known;
  const phrasings = allOf(table);
  const all = [...phrasings.keys()];
  const isHeld = (index: number) => isHeldBack(phrasings[index] ?? "");
  const places = { open: all.filter((index) => !isHeld(index)), heldBack: all.filter(isHeld) };
  tablePlaces.set(table, places);
  return places;
}

const templatePieces = new Map<string, readonly string[]>();

/** Plain text and the names of slots by turns. */
function piecesOf(template: string): readonly string[] {
  let pieces = templatePieces.get(template);
  if (!pieces) {
    pieces = template.split(/\{(\w+)\}/u);
    templatePieces.set(template, pieces);
  }
  return pieces;
}

/** A text that grows sentence by sentence and remembers where its figures stand. */
export class Draft {
  text = "";
  usesHeldBack = false;
  readonly used = new Set<string>();
  readonly figures: Figure[] = [];
  readonly touches: Touch[] = [];
  readonly altered: (Span & { alteration: Alteration })[] = [];
  private readonly habits = new Map<PhrasingTable, number>();

  constructor(
    readonly random: RandomNumbers,
    readonly style: Style,
    private readonly globals: Readonly<Record<string, string>>,
    private readonly alterations: ReadonlyMap<number, Alteration>,
    private readonly prefersHeldBack: boolean,
  ) {}

  /** Somebody writes most sentences of a kind alike. */
  phrase(table: PhrasingTable): string {
    const phrasings = allOf(table);
    const { open, heldBack } = placesOf(table);
    const fits = this.prefersHeldBack && heldBack.length > 0 ? heldBack : open;
    const habit = this.habits.get(table);
    const drawn = this.random.pick(fits);
    const index = habit !== undefined && this.random.chance(0.6) ? habit : drawn;
    this.habits.set(table, index);
    const phrasing = phrasings[index] ?? "";
    this.usesHeldBack ||= isHeldBack(phrasing);
    this.used.add(wordingOf(phrasing));
    return wordingOf(phrasing);
  }

  sentence(table: PhrasingTable, slots: Slots, sign = 0): Rendered {
    return this.render(this.phrase(table), slots, sign);
  }

  render(template: string, slots: Slots = {}, sign = 0): Rendered {
    const chosen = template.includes("[") ? this.choose(template) : template;
    const figures: Partial<Record<string, Figure>> = {};
    const words: Word[] = [];
    for (const [index, name] of piecesOf(chosen).entries()) {
      // Only at the beginning a title can be a sentence of its own.
      const opens = index === 1 && chosen.startsWith("{");
      if (index % 2 === 0) this.plain(name);
      else if (WORDS[name]) words.push(this.direction(WORDS[name], sign));
      else {
        const slot = slots[name];
        if (slot === undefined) this.global(name);
        else if (typeof slot === "string") this.render(opens ? slot : slot.replace(/。$/u, ""));
        else if (typeof slot === "function") slot();
        else figures[name] = this.figure(slot);
      }
    }
    return { figures, words: words.map((word) => this.upToFigure(word)) };
  }

  private choose(template: string): string {
    return template.replace(/\[([^\]]*)\]/gu, (_, choices: string) =>
      this.random.pick(choices.split("|")),
    );
  }

  /** A noun that the sentence and its subject both bring is written once. */
  plain(piece: string): void {
    const twice = ["支出", "决算", "收入"].find(
      (noun) => piece.startsWith(noun) && this.text.endsWith(noun),
    );
    const isOfRevenue = piece.startsWith("支出") && /(?:收入|结余)$/u.test(this.text);
    const text = isOfRevenue ? piece.slice(2) : piece.slice(twice?.length ?? 0);
    if (/主要原因|主要用于|主要是|贯彻|进一步|严格|组织|其中/u.test(text))
      this.touch("plain", text, "");
    else this.text += text;
  }

  /** Whether the slip is made here that `role` names. */
  slips(role: Role, key: string): boolean {
    return this.touch(role, "", key) !== undefined;
  }

  /** Numbers and titles of sections. */
  mark(role: Role, text: string, key: string): Alteration | undefined {
    return this.touch(role, text, key);
  }

  private global(name: string): void {
    const text = this.globals[name];
    if (text === undefined) throw new Error(`no slot ${name}`);
    if (name === "year") this.touch("year", text, name);
    else if (name === "unitName") this.touch("name", text, name);
    else if (name === "asOf") this.touch("asOf", text, name);
    else this.text += text;
  }

  private figure(slot: FigureSlot): Figure {
    const { role, key, exact } = slot;
    const printed = this.print(slot);
    const start = this.text.length + this.style.gap.length;
    const details = { exact, printed, part: slot.part, mistakes: slot.mistakes };
    const alteration = this.touch(role, printed.text, key, details);
    const isMissing = alteration?.figure === null;
    const shown = alteration?.figure ?? printed;
    const figure: Figure = {
      key,
      start,
      end: this.text.length,
      clause: clauseStart(this.text, start),
      value: isMissing ? undefined : shown.value,
      half: shown.half,
      shown: isMissing ? alteration.text.trim() : shown.shown,
      decimals: shown.decimals,
      scale: shown.scale,
    };
    this.figures.push(figure);
    return figure;
  }

  private print({ role, exact, unit = "" }: FigureSlot): PrintedFigure {
    if (role === "count") return printCount(exact.toNumber(), unit, this.style);
    if (role === "percent") return printPercent(exact, this.style, this.random);
    return printAmount(
      exact,
      isMoneyUnit(unit) ? { ...this.style, unit } : this.style,
      this.random,
    );
  }

  private direction([plus, minus]: readonly [string, string], sign: number): Word {
    const right = sign < 0 ? minus : plus;
    const start = this.text.length;
    const isTurned = this.touch("direction", right, right === plus ? minus : plus)?.isTurned;
    const word = isTurned ? (sign < 0 ? plus : minus) : right;
    return {
      start,
      end: this.text.length,
      clause: clauseStart(this.text, start),
      word,
      right,
      sign: isTurned ? -sign : sign,
    };
  }

  /** A direction is quoted with the figure that follows it in its clause. */
  private upToFigure(word: Word): Word {
    const next = this.figures[this.figures.findLastIndex(({ end }) => end <= word.start) + 1];
    if (!next) return word;
    for (let at = word.end; at < next.start; at += 1) if (isBreak(this.text, at)) return word;
    return { ...word, end: next.end };
  }

  private touch(
    role: Role,
    text: string,
    key: string,
    details: Partial<Touch> = {},
  ): Alteration | undefined {
    const index = this.touches.length;
    const alteration = this.alterations.get(index);
    const start = this.text.length;
    this.text += alteration?.text ?? text;
    const end = this.text.length;
    this.touches.push({ ...details, index, role, text, key, start, end });
    if (alteration) this.altered.push({ start, end, alteration });
    return alteration;
  }
}
