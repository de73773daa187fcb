import { comparedAgain, type Told, yearBefore } from "./earlierAmounts";
import type { Figure } from "./figures";
import type { Mention, Statement } from "./mention";
import { type Before, namesIn, RoleReader, SENTENCE_END } from "./mentionRole";
import {
  type Comparator,
  comparatorIn,
  FALL,
  isRunOn,
  nearWords,
  type Reading,
  RISE,
  type Role,
} from "./roles";
import { subjectOf, totalOf } from "./subjects";

const SHIFTED = new RegExp(`${RISE}|${FALL}|较|比|同比`, "u");

/** A figure that another one is set against has no subject of its own. */
const RELATED =
  /^(?:约?占|为|完成|对照|对比|与|较|比|同|由|是|等于|相当于|达到?|[高大多低小少]于|超[过出]|不及)/u;
const PARTS = /其中|包括|分别|\(含|主要是/u;
const ROLE = /预算|决算|上年|去年|增|减|降|差|到|至|占|完成|执行|支出|收入/u;
const NAME_BEHIND =
  /^(?:为|是|系|属于|属|用于|的)([^0-9,;。:、()"%\n]{2,24}?)(?=[,;。:、()\n0-9]|占|$)/u;
const NO_NAME = /增|减|降|主要|原因|相比|持平|一致|^基数/u;
const IS_REACHED =
  /^(?:逐步|大幅|小幅|略微?|稳步)?(?:增加|增长|上升|提高|上涨|减少|下降|降低|压减|缩减|增|减|降|升)(?:到|至|为)了?(?:[0-9]{4}年度?的?)?$/u;
/** 预算和决算均为 0. */
const BOTH = /(?:预算数?[和与、及](?:支出)?决算|预决算).*(?:均|都|皆)/u;

export const isBriefly = (gap: string): boolean =>
  /^[,、(:)]{0,2}(?:金额|数额|共|计|即|合|约|达|为|是|:)*$/u.test(gap);

/** The total that a rate names itself: 财政拨款支出合计下降 10 %. */
const ratedTotal = (near: string): string => {
  const name = subjectOf(near.split(SHIFTED)[0] ?? "");
  return totalOf(name) === undefined ? "" : name;
};

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

/** Reads figure after figure into what a text says of one thing each. */
export class StatementReader {
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
  /** What a sentence speaks of again. */
  private again: Statement | undefined;

  private readonly roles: RoleReader;

  constructor(
    private readonly plain: string,
    private readonly pastYear: RegExp,
  ) {
    this.roles = new RoleReader(plain, pastYear);
  }

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
    this.runNames = namesIn(name ?? near) ?? this.runNames;
    const before = figure.kind === "money" ? yearBefore(near, this.told()) : undefined;
    const told: Reading = before
      ? { role: "current", direction: 0 }
      : this.roles.readingOf(figure, gap, name ?? near, this.before());
    const subject =
      figure.kind === "percent"
        ? ""
        : name === undefined
          ? this.subjectFor(figure, gap, near, outer, told.role)
          : subjectOf(name);
    const rated = told.role === "growth" ? ratedTotal(near) : "";
    const statement = before
      ? this.nextYear(subject, before)
      : this.statementFor(figure, told.role, rated || subject, gap);
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

  private before(): Before {
    const { last, lastMoney, runNames, sentenceStart } = this;
    return { last, lastMoney, runNames, sentenceStart, statement: this.statements.at(-1) };
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

  /** A figure in brackets behind its name is named by what stands before them. */
  private subjectFor(figure: Figure, gap: string, near: string, outer: string, role: Role): string {
    if (role === "current" && IS_REACHED.test(near)) return "";
    if (role === "change" || (role !== "current" && role !== "whole" && RELATED.test(near)))
      return "";
    const names = namesIn(near);
    const run = this.last && isRunOn(gap) ? this.runNames[this.last.run + 1] : undefined;
    if (names ?? run) return subjectOf(run ?? names?.[0] ?? "");
    // 人员经费、公用经费分别占 a %、b %，金额分别为 A、B: the names stood before the shares.
    if (this.last?.role === "share" && /^(?:金额|数额)(?:分别|依次|各)/u.test(near))
      return subjectOf(this.runNames[0] ?? "");
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

  private nextYear(subject: string, previous: Mention): Statement {
    const statement = this.blank(subject || previous.subject, previous.statement);
    statement.previous = previous;
    this.statements.push(statement);
    return statement;
  }

  private compared(gap: string): Statement | undefined {
    const found = comparedAgain(gap, this.told());
    if (found?.statement || !found) return found?.statement;
    const statement = this.blank(found.subject);
    statement.current = found.current;
    this.statements.push(statement);
    return statement;
  }

  private told(): Told {
    const { mentions, statements, paragraph, sentenceStart, last } = this;
    return { mentions, statements, paragraph, sentence: sentenceStart, last };
  }

  private statementFor(figure: Figure, role: Role, subject: string, near: string): Statement {
    const isCompared = role === "change" || role === "growth" || role === "previous";
    const again = isCompared && figure.kind !== "count" ? this.compared(near) : undefined;
    if (again) {
      this.again = again;
      return again;
    }
    const isAgain = this.again && this.last?.sentence === this.sentenceStart && isCompared;
    if (isAgain && this.again && this.last?.statement === this.again) return this.again;
    this.again = undefined;
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
    // 财政拨款支出合计下降 10 %，本年为 45.00 万元: of another total than the sentence before.
    const isOfAnother = totalOf(subject) !== totalOf(open.subject);
    if (role === "growth" && subject !== "" && isOfAnother && open.sentence !== this.sentenceStart)
      return start();
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
