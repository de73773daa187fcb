import type { Decimal } from "decimal.js";
import type { Figure } from "./claim";
import type { Draft, Mistakes } from "./draft";
import {
  EXAMPLES,
  LIST,
  NIL_PARTS,
  PARALLEL,
  PLAIN_PART,
  SHARE,
  SHARED_PART,
} from "./listPhrasings";
import { type PendingClaim, shareClaim, shareOfKey, sumClaim } from "./pendingClaims";
import { amount, percent, rateOf } from "./statements";
import type { Part } from "./unitModel";

export interface Whole {
  readonly subject: string;
  /** What the shares are said to be of. */
  readonly of: string;
  readonly key: string;
  readonly amount: Decimal;
  /** What a share may be taken of by mistake. */
  readonly wrongWhole?: Decimal;
}

interface Written {
  readonly part: Figure | undefined;
  readonly rate: Figure | undefined;
}

/** Writes totals with their parts. */
export class Lists {
  readonly claims: PendingClaim[] = [];

  constructor(readonly draft: Draft) {}

  /** All parts, with their shares or without; what is nothing goes together. */
  whole(whole: Whole, parts: readonly Part[], hasShares: boolean): void {
    const { random } = this.draft;
    const filled = parts.filter(({ amount: each }) => !each.isZero());
    if (whole.amount.isZero() || filled.length === 0) {
      this.draft.render("{S}{T}，{names}。", {
        S: whole.subject,
        T: amount(whole.key, whole.amount, "sum"),
        names: () => {
          this.nil(parts, false);
        },
      });
      return;
    }
    if (
      hasShares &&
      filled.length === parts.length &&
      [2, 3].includes(parts.length) &&
      random.chance(0.25)
    ) {
      this.parallel(whole, parts);
      return;
    }
    const template = this.draft.phrase(hasShares ? SHARED_PART : PLAIN_PART);
    const [mark, written] = [random.pick(["；", "；", "，", "、"]), [] as Written[]];
    const { figures } = this.draft.sentence(LIST, {
      S: whole.subject,
      T: amount(whole.key, whole.amount, "sum"),
      list: () => {
        written.push(...this.parts(template, whole, filled, separator(template, mark)));
        if (filled.length < parts.length && random.chance(0.7)) {
          this.draft.plain(separator(template, mark === "、" ? "，" : mark));
          this.nil(
            parts.filter(({ amount: each }) => each.isZero()),
            hasShares,
          );
        }
      },
    });
    this.claim(whole, figures["T"], written);
  }

  /** Some of the parts: they do not add up and need not. */
  examples(whole: Whole, parts: readonly Part[]): void {
    const template = this.draft.phrase(PLAIN_PART);
    this.draft.sentence(EXAMPLES, {
      S: whole.subject,
      T: amount(whole.key, whole.amount),
      list: () => this.parts(template, whole, parts, "、"),
    });
  }

  /** A share of a total that stands elsewhere, or nowhere in the text. */
  share(
    subject: string,
    key: string,
    part: Decimal,
    { of, key: wholeKey, amount: all, wrongWhole }: Whole,
  ): void {
    const mistakes = wrongTotal(part, all, wrongWhole);
    const { figures } = this.draft.sentence(SHARE, {
      S: subject,
      of,
      A: amount(key, part),
      P: percent(`${key}:share`, rateOf(part, all), mistakes),
    });
    const { A, P } = figures;
    if (A && P) this.claims.push(shareOfKey(P, A, wholeKey));
  }

  private parts(template: string, whole: Whole, parts: readonly Part[], mark: string): Written[] {
    return parts.map(({ name, amount: each }, index) => {
      if (index > 0) this.draft.plain(mark);
      const key = `${whole.key}/${name}`;
      const { figures } = this.draft.render(template, {
        N: name,
        i: String(index + 1),
        of: whole.of,
        A: amount(key, each, "sum"),
        P: this.shareSlot(key, each, whole),
      });
      return { part: figures["A"], rate: figures["P"] };
    });
  }

  private shareSlot(key: string, part: Decimal, whole: Whole) {
    const mistakes = wrongTotal(part, whole.amount, whole.wrongWhole);
    return percent(`${key}:share`, rateOf(part, whole.amount), mistakes);
  }

  private parallel(whole: Whole, parts: readonly Part[]): void {
    const amounts: Figure[] = [];
    const rates: Figure[] = [];
    const keyOf = ({ name }: Part) => `${whole.key}/${name}`;
    const each =
      (write: (part: Part) => void, last = "、") =>
      () => {
        parts.forEach((part, index) => {
          if (index > 0) this.draft.plain(index === parts.length - 1 ? last : "、");
          write(part);
        });
      };
    const { figures } = this.draft.sentence(PARALLEL, {
      S: whole.subject,
      of: whole.of,
      T: amount(whole.key, whole.amount, "sum"),
      names: each(
        ({ name }) => {
          this.draft.plain(name);
        },
        this.draft.random.pick(["、", "和"]),
      ),
      amounts: each((part) => {
        const { figures: own } = this.draft.render("{A}", {
          A: amount(keyOf(part), part.amount, "sum"),
        });
        if (own["A"]) amounts.push(own["A"]);
      }),
      rates: each((part) => {
        const { figures: own } = this.draft.render("{P}", {
          P: this.shareSlot(keyOf(part), part.amount, whole),
        });
        if (own["P"]) rates.push(own["P"]);
      }),
    });
    const written = parts.map((_, index) => ({ part: amounts[index], rate: rates[index] }));
    this.claim(whole, figures["T"], written);
  }

  private nil(parts: readonly Part[], hasShares: boolean): void {
    const names = parts.map(({ name }) => name);
    const all =
      names.length > 1
        ? `${names.slice(0, -1).join("、")}和${names.at(-1) ?? ""}`
        : (names[0] ?? "");
    const phrase = this.draft.phrase(NIL_PARTS);
    const template = hasShares ? phrase : phrase.replace("，占{NP}", "");
    this.draft.render(names.length > 1 ? template : template.replace("均", ""), { names: all });
  }

  private claim(whole: Whole, total: Figure | undefined, written: readonly Written[]): void {
    if (!total) return;
    const figures = written.flatMap(({ part }) => (part ? [part] : []));
    this.claims.push(
      sumClaim(
        total,
        figures.map((figure) => ({ figure, sign: 1 })),
      ),
    );
    for (const { part, rate } of written) {
      if (part && rate) this.claims.push(shareClaim(rate, part, total));
    }
  }
}

/** Items with clauses of their own are not divided by the mark that divides the clauses. */
const separator = (template: string, mark: string) =>
  /[，、]/u.test(template) && mark !== "；" ? "；" : mark;

function wrongTotal(part: Decimal, whole: Decimal, wrong: Decimal | undefined): Mistakes {
  if (!wrong || wrong.isZero() || wrong.equals(whole)) return {};
  return { wrongTotal: rateOf(part, wrong) };
}
