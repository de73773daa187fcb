import type { Decimal } from "decimal.js";
import type { CellAddress } from "../../workbook/cellAddress";
import { lastThat } from "../prose/lastThat";
import type { Reading } from "../prose/readings";
import { readShares } from "../prose/readShares";
import type { Comparator } from "../prose/roles";
import type { Mention } from "../prose/mention";
import type { Surroundings } from "./sentences";
import { isPrinted, type FigureTier, type Tie, type Untied } from "./tieFigures";
import { compute, type UpdateSets } from "./updateSets";

/** What a figure of the text becomes. */
export interface NewFigure {
  /** Money in 元, percentages in percent; changes and growth with their sign. */
  readonly value: Decimal;
  /** Of a percentage; zero and less have none. */
  readonly base?: Decimal;
  readonly cells: readonly CellAddress[];
  readonly why: string;
  readonly tie?: Tie;
}

export type Outcome = NewFigure | Untied;

export const isNew = (outcome: Outcome | undefined): outcome is NewFigure =>
  outcome !== undefined && "value" in outcome;

const UNKNOWN: Untied = { kind: "unknown" };
/** 2020年度年初结转和结余: of this year, whatever year stands before it. */
const BALANCE = /[年期][初末](?:财政拨款)?(?:结转|结余)/u;
const LAST_YEAR = "上年数移到相比的数";

/** The new figure of each mention: amounts by their cells, then what is computed from them. */
export class NewFigures {
  readonly found = new Map<Mention, Outcome>();

  constructor(
    private readonly reading: Reading,
    mentions: readonly Mention[],
    private readonly placeOf: (mention: Mention) => Surroundings,
    private readonly tier: FigureTier,
    private readonly sets: UpdateSets,
  ) {
    const { found } = this;
    const isTaken = ({ role, figure }: Mention) =>
      figure.kind !== "percent" && role !== "previous" && role !== "change";
    for (const each of mentions.filter(isTaken)) found.set(each, this.tied(each));
    for (const each of mentions.filter(({ role }) => role === "previous")) {
      found.set(each, this.previous(each));
    }
    for (const each of mentions.filter(({ role }) => role === "change")) {
      found.set(each, this.change(each));
    }
    const shares = sharesIn(reading);
    for (const each of mentions.filter(({ figure }) => figure.kind === "percent")) {
      found.set(each, this.percent(each, shares));
    }
  }

  /** The figure that stands against this year's: last year's cell, or what the old text itself says. */
  baseOf({ statement }: Mention, against: Comparator): NewFigure | undefined {
    const { budget, previous } = statement;
    const said = against === "budget" ? budget : against === "previous" ? previous : undefined;
    const given = said && this.newOf(said);
    if (given) return given;
    if (against === "budget" || !statement.current) return undefined;
    return this.lastYearOf(statement.current);
  }

  newOf(mention: Mention | undefined): NewFigure | undefined {
    const outcome = mention && this.found.get(mention);
    return isNew(outcome) ? outcome : undefined;
  }

  lastYearOf(current: Mention): NewFigure | undefined {
    const own = this.newOf(current)?.tie;
    if (own?.derivation.kind === "value") {
      const { of } = own.derivation;
      const given = this.sets.previousNow(of);
      const asked = this.sets.previousOf(of);
      if (given) {
        const words = this.sets.words(asked ?? of);
        const cells = given.cell ? [given.cell] : [];
        return { value: given.value, cells, why: `${words}，${LAST_YEAR}` };
      }
    }
    const { value } = current.figure;
    const isSaid = own !== undefined && value !== undefined;
    return isSaid ? { value, cells: [], why: `上年文稿里的本年数，${LAST_YEAR}` } : undefined;
  }

  private tied(mention: Mention): Outcome {
    const tie = this.tier.tie(mention, this.placeOf(mention));
    if ("kind" in tie) return tie;
    const { value, base, cells, words } = tie.now;
    return { value, cells, why: `${words}，${tie.why}`, tie, ...(base ? { base } : {}) };
  }

  private previous(mention: Mention): Outcome {
    const { current } = mention.statement;
    if (BALANCE.test(mention.near)) return this.tied({ ...mention, role: "current" });
    const moved =
      current && !this.isContradicted(mention, current) ? this.lastYearOf(current) : undefined;
    return moved ?? this.tied(mention);
  }

  /** Last year's set has what stood against it: another figure is something else. */
  private isContradicted({ figure }: Mention, current: Mention): boolean {
    const own = this.newOf(current)?.tie?.derivation;
    const asked = own?.kind === "value" ? this.sets.previousOf(own.of) : undefined;
    const before = asked && this.sets.before(asked);
    return before !== undefined && !isPrinted(figure, before);
  }

  private change(mention: Mention): Outcome {
    const tied = this.tied(mention);
    if (isNew(tied)) return tied;
    const computed = this.computed(mention, mention.against, "change");
    if (computed && this.wasSo(mention, mention.against)) return computed;
    return "kind" in tied && tied.kind !== "unknown" ? tied : UNKNOWN;
  }

  private percent(mention: Mention, shares: ReadonlyMap<Mention, readonly Mention[]>): Outcome {
    const { role, statement } = mention;
    const operands = shares.get(mention)?.map((each) => this.newOf(each));
    const [part, whole] = operands ?? [];
    if (part && whole) return ratio(part, whole);
    // What the text itself divides stays as a whole, or not at all.
    if (operands) return UNKNOWN;
    if (role === "completion") {
      const [now, planned] = [this.newOf(statement.current), this.newOf(statement.budget)];
      if (now && planned) return ratio(now, planned);
    }
    const change =
      role === "growth"
        ? lastThat(statement.changes, ({ figure }) => figure.from < mention.figure.from)
        : undefined;
    const moved = this.newOf(change);
    if (moved?.base) return rateOf(moved, moved.base);
    const tied = this.tied(mention);
    if (isNew(tied) || role !== "growth" || change) return tied;
    const computed = this.computed(mention, mention.against, "growth");
    if (computed && this.wasSo(mention, mention.against)) return computed;
    return tied;
  }

  private computed(
    { statement }: Mention,
    against: Comparator,
    kind: "change" | "growth",
  ): NewFigure | undefined {
    const now = this.newOf(statement.current);
    const mention = statement.current;
    const base = mention && against !== undefined ? this.baseOf(mention, against) : undefined;
    if (!now || !base) return undefined;
    const value = compute(kind, now.value, base.value) ?? now.value;
    const cells = [...now.cells, ...base.cells];
    return { value, base: base.value, cells, why: `由文中的新数计算：${base.why}` };
  }

  /** Whether last year's figures give what last year's text says; where they are not known, its words do. */
  private wasSo({ statement, figure, role }: Mention, against: Comparator): boolean {
    const own = this.newOf(statement.current)?.tie?.derivation;
    if (against === "budget") return statement.budget !== undefined;
    if (own?.kind !== "value") return false;
    const asked = this.sets.previousOf(own.of);
    const [now, before] = [this.sets.before(own.of), asked && this.sets.before(asked)];
    if (!now || !before) return against === "previous";
    const was = compute(role === "growth" ? "growth" : "change", now, before);
    return was !== undefined && isPrinted(figure, was);
  }
}

/** The rate of a change that the text gives itself. */
function rateOf(change: NewFigure, base: Decimal): NewFigure {
  const value = compute("ratio", change.value, base) ?? change.value;
  return { value, base, cells: change.cells, why: "由文中的新数计算" };
}

function ratio(part: NewFigure, whole: NewFigure): NewFigure {
  const value = compute("ratio", part.value, whole.value) ?? part.value;
  const cells = [...part.cells, ...whole.cells];
  return { value, base: whole.value, cells, why: "由文中的新数计算" };
}

/** The shares that were right, with their part and whole. */
function sharesIn(reading: Reading): ReadonlyMap<Mention, readonly Mention[]> {
  const entries = readShares(reading).flatMap(({ verdict, operands = [] }) => {
    const [claim, ...of] = operands;
    const isRight = verdict === "right" || verdict === "rounding";
    return claim && isRight ? [[claim, of] as const] : [];
  });
  return new Map(entries);
}
