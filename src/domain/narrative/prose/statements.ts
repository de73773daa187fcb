import type { Figure } from "./figures";
import { scanFigures } from "./figures";
import {
  type Comparator,
  comparatorIn,
  type Direction,
  directionIn,
  isRunOn,
  nearWords,
  type Reading,
  type Role,
  roleOfMoney,
  roleOfPercent,
} from "./roles";
import { subjectOf } from "./subjects";

/** A figure with what the words around it make of it. */
export interface Mention {
  readonly figure: Figure;
  readonly role: Role;
  readonly direction: Direction;
  readonly against: Comparator;
  /** From its clause to the figure; empty where it only follows. */
  readonly near: string;
  /** From the figure before, or the sentence's start. */
  readonly gap: string;
  readonly subject: string;
  readonly clause: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly depth: number;
  readonly statement: Statement;
  /** A part of a budget, which the text does not call so itself. */
  readonly isPlanned: boolean;
  /** Its place among amounts that follow one another without words. */
  readonly run: number;
}

/** What a text says about one thing: this year, the budget, last year, the change. */
export interface Statement {
  subject: string;
  current: Mention | undefined;
  budget: Mention | undefined;
  previous: Mention | undefined;
  readonly changes: Mention[];
  readonly percents: Mention[];
  readonly before: Statement | undefined;
  readonly paragraph: number;
  readonly sentence: number;
}

export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isTable: boolean;
}

export interface ReadText {
  readonly plain: string;
  readonly paragraphs: readonly Paragraph[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly year: number | undefined;
}

/** A figure that another one is set against has no subject of its own. */
const RELATED = /^(?:约?占|为|完成|与|较|比|同|由|是|等于|相当于|达到?)/u;
const PARTS = /其中|包括|分别|\(含|主要是/u;
const ROLE = /预算|决算|上年|去年|增|减|降|差|到|至|占|完成|执行|支出|收入/u;
const NAME_BEHIND =
  /^(?:为|是|系|属于|属|用于|的)([^0-9,;。:、()"%\n]{2,24}?)(?=[,;。:、()\n0-9]|占|$)/u;
const NO_NAME = /增|减|降|主要|原因|相比|持平|一致|^基数/u;
/** 42.1 %为财政拨款收入（75.40 万元）. */
const SHARE_OF_NEXT =
  /^(?:为|是|系|来自于?|来源于|属于?|用于)[^0-9,;。()]{2,30}(?:\([^()]{1,4}\)[^0-9,;。()]{0,8})?(?:\(|,)(?:金额|数额|计|共|为)*[0-9]/u;
const SHARE_BEHIND = /^(?:为|是|来自|来源于|属于|用于)[一-龥]{2}/u;
const SET_AGAINST =
  /(?:占|以|按照?|如按|若按|为|是|在|相当于|除以|相比|(?:^|[^一-龥])(?:与|和|同|比|较))[^,;]*$/u;
const IS_WHOLE =
  /^\)?(?:的(?:比重|比例|比率|百分比|份额)?(?:为|是|达到?|约)*(?:百分之)?[0-9.X×*]+%|(?:当?中|里|内)的?[,:]?(?:所?占|比重|比例)|(?:为|作为?|做)(?:分母|基数|基准|口径|总数)|(?:来|进行)?(?:计算|测算|口径|计),?(?:所?占|比重|比例|其?为)|之比)/u;
const SHIFT_BEHIND =
  /^(?:的(?:净)?(增加|减少|增长|下降|降低|上升|提高|增量|减量|增幅|降幅|差额|差距|差异|变化|变动|缺口|超支|结余)|(增加|减少|增长|下降)(?=[,。;)]))/u;
const REACHED =
  /^,?(?:逐步|大幅|小幅|略微?|稳步)?(?:增加|增长|上升|提高|上涨|减少|下降|降低|压减|缩减|增|减|降|升)(?:到|至|为)/u;
const IS_REACHED =
  /^(?:逐步|大幅|小幅|略微?|稳步)?(?:增加|增长|上升|提高|上涨|减少|下降|降低|压减|缩减|增|减|降|升)(?:到|至|为)了?$/u;
/** 2019 年度…，本年…: two years beside each other. */
const THIS_YEAR = /^,(?:本年|今年)(?!(?:收入|支出)合计)[一-龥]{0,6}[0-9]/u;
/** 预算和决算均为 0. */
const BOTH = /(?:预算数?[和与、及](?:支出)?决算|预决算).*(?:均|都|皆)/u;

const BEFORE_BRACKETS =
  /(?:预算|决算|上年|去年|同期)(?:数|额|安排|支出|未|没有|无|发生|此项|该项)*(?:为|是)?$/u;
const COMPARED_BASE = /^(?:决算数?|支出)?(?:(高于|大于|多于|超过|超出)|低于|小于|少于|不及)/u;
const DIFFERENCE_BEHIND =
  /^,?(?:两者|净|同比|共)*(?:差额|差距|差异|相差|差|增加|减少|增支|减支|多支|少支|多|少|增|减)[^,;。%0-9]{0,6}[0-9.,]+[^%0-9]/u;
const IN_YEAR = /(?:年中|执行中|年内|期中|执行过程中)[^,;]{0,4}(?:净?(增加?)|净?减少?)(?:了|额)?$/u;
/** …100.00 万元的 42.1 %: of the amount just before. */
export const OF_BEFORE = /^\)?(?:的|之)(?:比重|比例|比率|百分比)?(?:为|是|达到?|约)*$/u;

/** The names before 分别为, in their order. */
function namesIn(near: string): readonly string[] | undefined {
  const names =
    /^(.+?)(?:分别|依次|各自?)(?:支出|开支|完成|执行|安排|列支|发生)?(?:为|是|达|有|:)*$/u
      .exec(near)?.[1]
      ?.split(/[、和及与]/u);
  return names && names.length > 1 ? names : undefined;
}

export const isBriefly = (gap: string): boolean =>
  /^[,、(:)]{0,2}(?:金额|数额|共|计|即|合|约|达|为|是|:)*$/u.test(gap);

/** The name that stands before 占. */
export const sharedName = (near: string): string => {
  const [name = "", rest] = near.split(/占|所占|比重|比例/u);
  return rest === undefined ? "" : subjectOf(name);
};
const COMPARED =
  /^\)?(?:的基础上|相比较?|比较|相较|相对比|对比|比),?[^,;]{0,6}$|^\)?(?:净?(?:增加|减少|增长|下降|降低|上升|提高|增|减|降|少|多))(?:了|额|为|约|近)*$/u;
/** 财政拨款收入（占 42.1 %）: the name before the brackets of a share. */
export const nameOfShare = ({ gap }: Mention): string =>
  /[一-龥]\([^()]*$/u.test(gap) ? subjectOf(nearWords(gap.slice(0, gap.lastIndexOf("(")))) : "";
const SENTENCE_END = /[。!?\n]/u;

export function readStatements(plain: string): ReadText {
  const paragraphs = paragraphsOf(plain);
  const year = yearOf(plain);
  const pastYear = new RegExp(year === undefined ? "(?!)" : `${String(year - 1)}年`, "u");
  const figures = scanFigures(plain);
  const reader = new StatementReader(plain, pastYear);
  let next = 0;
  paragraphs.forEach((paragraph, index) => {
    reader.startParagraph(index, paragraph.from);
    for (; next < figures.length; next += 1) {
      const figure = figures[next];
      if (!figure || figure.from >= paragraph.to) break;
      if (!paragraph.isTable) reader.add(figure);
    }
  });
  const { mentions, statements } = reader;
  return { plain, paragraphs, mentions, statements, year };
}

function paragraphsOf(plain: string): readonly Paragraph[] {
  let from = 0;
  return plain.split("\n").map((text) => {
    const paragraph = { from, to: from + text.length, text, isTable: text.includes("\t") };
    from += text.length + 1;
    return paragraph;
  });
}

const NAMED_YEAR =
  /(?<![0-9〔(比较与由]|结转(?:至|到)?)((?:19|20)[0-9]{2})年(度?)(?!继续|使用|安排|支付|实施)/gu;

/**
 * The year that the text is about: the one it names most where nothing is compared, the later of two. 2020年度 says it
 * plainer than 2020年.
 */
export function yearOf(plain: string): number | undefined {
  const counted = new Map<number, number>();
  for (const [, text, ofAccounts] of plain.matchAll(NAMED_YEAR)) {
    const year = Number(text);
    counted.set(year, (counted.get(year) ?? 0) + (ofAccounts === "" ? 1 : 2));
  }
  const [best] = [...counted].sort(([a, m], [b, n]) => n - m || b - a);
  return best?.[0];
}

class StatementReader {
  readonly mentions: Mention[] = [];
  readonly statements: Statement[] = [];
  private paragraph = 0;
  private sentenceStart = 0;
  private last: Mention | undefined;
  /** The end of a name behind its amount. */
  private namedTo = 0;
  /** Of 人员经费、公用经费分别为…、…: the names in their order. */
  private runNames: readonly string[] = [];
  private lastMoney: Mention | undefined;

  constructor(
    private readonly plain: string,
    private readonly pastYear: RegExp,
  ) {}

  startParagraph(index: number, from: number): void {
    this.paragraph = index;
    this.sentenceStart = from;
    this.last = undefined;
  }

  add(figure: Figure): void {
    const { plain } = this;
    const until = this.last?.figure.to ?? this.sentenceStart;
    for (let at = figure.from - 1; at >= until; at -= 1)
      if (SENTENCE_END.test(plain.charAt(at))) {
        this.sentenceStart = at + 1;
        break;
      }
    const gap = plain.slice(Math.max(until, this.sentenceStart, this.namedTo), figure.from);
    const outer = plain.slice(until, figure.from);
    const near = nearWords(gap);
    const name = this.nameBehind(figure, gap, near);
    const told = this.readingOf(figure, gap, name ?? near);
    const subject =
      figure.kind === "percent"
        ? ""
        : name === undefined
          ? this.subjectFor(figure, gap, near, outer, told.role)
          : subjectOf(name);
    const statement = this.statementFor(figure, told.role, subject, gap);
    const mention: Mention = {
      figure,
      ...told,
      against: comparatorIn(gap, this.pastYear) ?? this.comparedWith(gap),
      near,
      gap: outer,
      subject,
      clause: this.clauseOf(figure),
      sentence: this.sentenceStart,
      paragraph: this.paragraph,
      depth: this.depthOf(figure),
      statement,
      run: this.last && isRunOn(gap) ? this.last.run + 1 : 0,
      isPlanned: this.isPlanned(statement, gap, near),
    };
    this.place(mention);
    this.last = mention;
    if (figure.kind === "money") this.lastMoney = mention;
    this.mentions.push(mention);
  }

  /** 75.40 万元为财政拨款收入: the name stands behind its amount. */
  private nameBehind(figure: Figure, gap: string, near: string): string | undefined {
    if (figure.kind !== "money" || isRunOn(gap) || subjectOf(near) !== "" || ROLE.test(near))
      return undefined;
    const [whole, name = ""] = NAME_BEHIND.exec(this.plain.slice(figure.to, figure.to + 40)) ?? [];
    const next = whole === undefined ? "" : this.plain.charAt(figure.to + whole.length);
    if (whole === undefined || NO_NAME.test(name) || (name.endsWith("的") && /[0-9]/u.test(next)))
      return undefined;
    this.namedTo = figure.to + whole.length;
    return name.replace(/(?:当?中|里)$/u, "");
  }

  private readingOf(figure: Figure, gap: string, near: string): Reading {
    const { last } = this;
    const names = namesIn(near);
    if (names) this.runNames = names;
    if (last && isRunOn(gap) && last.figure.kind === figure.kind) {
      const name = this.runNames[last.run + 1];
      if (name !== undefined && (/预算|决算|上年|本年/u.test(name) || this.pastYear.test(name)))
        return roleOfMoney(name, this.pastYear);
      return { role: last.role, direction: last.direction };
    }
    if (this.isWhole(figure, near, gap)) return { role: "whole", direction: 0 };
    const beside = figure.kind === "money" ? this.besideBase(figure, near) : undefined;
    if (beside) return beside;
    if (this.isLeft(figure, near)) return { role: "previous", direction: 0 };
    const shift = figure.kind === "money" ? this.shiftBehind(figure) : undefined;
    if (shift !== undefined) return { role: "change", direction: shift };
    if (figure.kind === "money" && names) return roleOfMoney(names[0] ?? "", this.pastYear);
    if (figure.kind === "percent" && last?.role === "change" && /^\(?$/u.test(gap))
      return { role: "growth", direction: last.direction };
    if (figure.kind === "count") return { role: "current", direction: 0 };
    if (figure.kind === "money") {
      if (/[0-9]{4}年/u.test(near) && THIS_YEAR.test(this.plain.slice(figure.to, figure.to + 24)))
        return { role: "previous", direction: 0 };
      const bracketed = near === "" ? this.bracketed(gap) : undefined;
      if (bracketed) return bracketed;
      const isSlip = this.pastYear.test(near) && this.isAlone(figure);
      return roleOfMoney(isSlip ? near.replace(this.pastYear, "") : near, this.pastYear);
    }
    if (last?.role === "whole") return { role: "share", direction: 0 };
    if (last && OF_BEFORE.test(gap) && last.figure.kind === "money")
      return { role: last.role === "budget" ? "completion" : "share", direction: 0 };
    const read = roleOfPercent(near);
    return read.role === "other" && this.isShare(figure, gap)
      ? { role: "share", direction: 0 }
      : read;
  }

  /** 低于上年决算数 100.00 万元，差额为…, and 年中净增 20.00 万元，年终决算…: told by what follows. */
  private besideBase(figure: Figure, near: string): Reading | undefined {
    const behind = this.plain.slice(figure.to, figure.to + 24);
    const compared = COMPARED_BASE.exec(near);
    if (compared && DIFFERENCE_BEHIND.test(behind)) {
      const { role } = roleOfMoney(near.slice(compared.index + compared[0].length), this.pastYear);
      const direction = compared[1] === undefined ? -1 : 1;
      if (role === "budget" || role === "previous") return { role, direction };
    }
    const { budget, current } = this.statements.at(-1) ?? {};
    const isBetween = budget?.sentence === this.sentenceStart && !current;
    const shift = IN_YEAR.exec(near);
    if (!shift || !isBetween || !/^,[^,;。0-9]{0,8}(?:决算|支出|执行)(?!预算)/u.test(behind))
      return undefined;
    return { role: "change", direction: shift[1] === undefined ? -1 : 1 };
  }

  /** 完成预算（100.00 万元）的 89 %: what stands before the brackets says what the amount is. */
  private bracketed(gap: string): Reading | undefined {
    const words = gap.endsWith("(") ? nearWords(gap.slice(0, -1)) : "";
    if (!BEFORE_BRACKETS.test(words)) return undefined;
    const { role } = roleOfMoney(words, this.pastYear);
    return role === "budget" || role === "previous" ? { role, direction: 0 } : undefined;
  }

  /** 占本年支出合计 100.00 万元的 42.1 %, 以本年支出合计（100.00 万元）为基数. */
  private isWhole(figure: Figure, near: string, gap: string): boolean {
    if (figure.kind !== "money") return false;
    const words = near === "" ? nearWords(gap.replace(/\($/u, "")) : near;
    if (!SET_AGAINST.test(words)) return false;
    if (roleOfMoney(words, this.pastYear).role !== "current") return false;
    return IS_WHOLE.test(this.plain.slice(figure.to, figure.to + 24));
  }

  /** 基本支出 75.40 万元 (42.1 %), 其中 42.1 % 为财政拨款收入. */
  private isShare(figure: Figure, gap: string): boolean {
    if (this.last && gap === "(")
      return (
        this.last.figure.kind === "money" &&
        this.last.role === "current" &&
        !this.last.statement.budget
      );
    const behind = this.plain.slice(figure.to, figure.to + 40);
    if (SHARE_OF_NEXT.test(behind)) return true;
    return (
      this.last?.figure.kind === "money" &&
      (gap === "" || /[,;:、)。中]$/u.test(gap)) &&
      SHARE_BEHIND.test(behind)
    );
  }

  /** 由 100.00 万元增加到 120.00 万元. */
  private isLeft(figure: Figure, near: string): boolean {
    if (figure.kind !== "money" || !/(?:由|从)[^,;]{0,12}$/u.test(near)) return false;
    return REACHED.test(this.plain.slice(figure.to, figure.to + 16)) && !/预算/u.test(near);
  }

  /** 较上年有 8.47 万元的增加: the direction stands behind the amount. */
  private shiftBehind(figure: Figure): Direction | undefined {
    const found = SHIFT_BEHIND.exec(this.plain.slice(figure.to, figure.to + 12));
    const words = found?.[1] ?? found?.[2];
    return words === undefined ? undefined : directionIn(words);
  }

  /** A sentence that begins with last year and compares nothing has the wrong year. */
  private isAlone(figure: Figure): boolean {
    if (this.lastMoney?.sentence === this.sentenceStart) return false;
    const rest = this.plain.slice(figure.to);
    const end = rest.search(SENTENCE_END);
    const words = (end < 0 ? rest : rest.slice(0, end)).split(/主要|原因|由于|,系/u)[0] ?? "";
    return !/本年|今年|当年|同比|比上年|较上年|相比|增加|减少|增长|下降|[0-9]{4}年/u.test(words);
  }

  /** A figure in brackets behind its name is named by what stands before them. */
  private subjectFor(figure: Figure, gap: string, near: string, outer: string, role: Role): string {
    if (role === "current" && IS_REACHED.test(near)) return "";
    if (role === "change" || (role !== "current" && role !== "whole" && RELATED.test(near)))
      return "";
    const names = namesIn(near);
    const run = this.last && isRunOn(gap) ? this.runNames[this.last.run + 1] : undefined;
    if (names ?? run) return subjectOf(run ?? names?.[0] ?? "");
    const isShared = this.last?.role === "share" && isBriefly(gap);
    const own = isShared ? "" : subjectOf(near).replace(/^金?额$/u, "");
    if (
      own === "" &&
      /金额|数额/u.test(near) &&
      !/分别|依次|各/u.test(near) &&
      this.lastMoney?.sentence !== this.sentenceStart
    )
      return subjectOf(this.plain.slice(this.sentenceStart, figure.from).split(/占|,/u)[0] ?? "");
    // 财政拨款收入占 42.1 %，为 75.40 万元: named with its share.
    const share = isShared && this.last ? sharedName(this.last.near) || nameOfShare(this.last) : "";
    if (own === "" && share !== "") return share;
    if (own !== "" || !gap.endsWith("(")) return own;
    return subjectOf(nearWords(outer.slice(0, -1)));
  }

  /** 与上年 100.00 万元相比，增长: the amount just before is what it is compared with. */
  private comparedWith(gap: string): Comparator {
    const { last } = this;
    if (last?.role !== "previous" && last?.role !== "budget") return undefined;
    return COMPARED.test(gap) ? last.role : undefined;
  }

  private statementFor(figure: Figure, role: Role, subject: string, near: string): Statement {
    const open = this.statements.at(-1);
    const isHere = open?.paragraph === this.paragraph;
    const start = () => {
      const statement = this.blank(
        subject === "" && isHere ? open.subject : subject,
        isHere ? open : undefined,
      );
      this.statements.push(statement);
      return statement;
    };
    if (figure.kind === "count") return this.blank(subject);
    if (!open || !isHere) return start();
    if (figure.kind === "percent" || role === "change" || role === "other" || role === "whole")
      return open;
    if (role === "budget" && open.budget && open.current && this.isRateBase(figure)) return open;
    const slot = role === "budget" || role === "previous" ? role : "current";
    const isNew = subject !== "" && subject !== open.subject;
    if (isNew && open.subject !== "" && slot === "current" && PARTS.test(near)) return start();
    const isFirst =
      open.sentence !== this.sentenceStart && this.last?.sentence !== this.sentenceStart;
    // 上年…，本年…: the pair begins with last year.
    if (slot === "previous" && isFirst && open.current && !RELATED.test(nearWords(near)))
      return start();
    if (open.current && slot === "current" && IS_REACHED.test(nearWords(near))) {
      const reached = start();
      if (open.previous?.sentence === this.sentenceStart) reached.previous = open.previous;
      return reached;
    }
    if (open[slot] || (isNew && open.current && slot !== "previous") || (isNew && isFirst))
      return start();
    if (open.subject === "") open.subject = subject;
    return open;
  }

  /** 为年初预算 100.00 万元的 89 %, behind another rate of the same amount. */
  private isRateBase(figure: Figure): boolean {
    return /^\)?的[^,;。]{0,8}[0-9.]+%/u.test(this.plain.slice(figure.to, figure.to + 24));
  }

  /** Parts behind a budget are budgets, up to the next figure that says what it is. */
  private isPlanned(statement: Statement, gap: string, near: string): boolean {
    const { last } = this;
    if (!last || last.sentence !== this.sentenceStart || /决算|支出为|实际|执行|完成/u.test(near))
      return false;
    if (last.isPlanned) return true;
    return last.role === "budget" && last.statement !== statement && PARTS.test(gap);
  }

  private blank(subject: string, before?: Statement): Statement {
    const { paragraph, sentenceStart: sentence } = this;
    return {
      ...{ subject, before, paragraph, sentence },
      ...{ current: undefined, budget: undefined, previous: undefined },
      changes: [],
      percents: [],
    };
  }

  private place(mention: Mention): void {
    const { statement, figure, role } = mention;
    if (figure.kind === "percent") statement.percents.push(mention);
    else if (role === "change") statement.changes.push(mention);
    else if (role === "other" || role === "whole") return;
    else if (role === "budget" || role === "previous") statement[role] ??= mention;
    else {
      statement.current ??= mention;
      if (BOTH.test(mention.near)) statement.budget ??= mention;
    }
  }

  /** Clauses begin after a mark, an opening bracket, or the 、 behind a unit. */
  private clauseOf(figure: Figure): number {
    const { plain } = this;
    let depth = 0;
    for (let at = figure.from - 1; at >= 0; at -= 1) {
      const letter = plain.charAt(at);
      if (letter === ")") depth += 1;
      else if (letter === "(") {
        if (depth === 0) return at + 1;
        depth -= 1;
      } else if (
        depth === 0 &&
        (/[,;。:\n\t]/u.test(letter) || (letter === "、" && this.last?.figure.to === at))
      )
        return at + 1;
    }
    return 0;
  }

  private depthOf(figure: Figure): number {
    const before = this.plain.slice(this.sentenceStart, figure.from);
    let depth = 0;
    for (const letter of before) {
      if (letter === "(") depth += 1;
      else if (letter === ")") depth = Math.max(0, depth - 1);
    }
    return depth;
  }
}
