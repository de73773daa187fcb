import type { Figure } from "./figures";
import type { Mention, Statement } from "./mention";
import {
  type Direction,
  directionIn,
  isRunOn,
  nearWords,
  type Reading,
  roleOfMoney,
  roleOfPercent,
} from "./roles";

/** 42.1 %为财政拨款收入（75.40 万元）. */
const SHARE_OF_NEXT =
  /^(?:为|是|系|来自于?|来源于|属于?|用于)[^0-9,;。()]{2,30}(?:\([^()]{1,4}\)[^0-9,;。()]{0,8})?(?:\(|,)(?:金额|数额|计|共|为)*[0-9]/u;
const SHARE_BEHIND = /^(?:为|是|来自|来源于|属于|用于)[一-龥]{2}/u;
const SET_AGAINST =
  /(?:占|以|按照?|如按|若按|为|是|在|相当于|除以|相比|(?:^|[^一-龥])(?:与|和|同|比|较))[^,;]*$/u;
const IS_WHOLE =
  /^\)?(?:的(?:比重|比例|比率|百分比|份额)?(?:为|是|达到?|约)*(?:百分之)?[0-9.X×*]+%|(?:当?中|里|内)的?[,:]?(?:所?占|比重|比例)|(?:为|作为?|做)(?:分母|基数|基准|口径|总数)|(?:来|进行)?(?:计算|测算|口径|计),?(?:所?占|比重|比例|其?为)|之比)/u;
/** A 与 B 之比为 4:1: two amounts beside each other. */
const RATIO = /^\)?之比(?:约|大约)?(?:为|是)?(?:约)?[0-9.]+[:比]/u;
const SHIFT_BEHIND =
  /^(?:的(?:净)?(增加|减少|增长|下降|降低|上升|提高|增量|减量|增幅|降幅|差额|差距|差异|变化|变动|缺口|超支|结余)|(增加|减少|增长|下降)(?=[,。;)]))/u;
const REACHED =
  /^,?(?:逐步|大幅|小幅|略微?|稳步)?(?:增加|增长|上升|提高|上涨|减少|下降|降低|压减|缩减|增|减|降|升)(?:到|至|为)/u;
/** 其中财政拨款 A 万元，执行 B 万元: what was planned, and what came of it. */
const EXECUTED_BEHIND = /^,(?:实际)?执行(?:数|额)?(?:为)?[0-9.,]+(?:万|亿)?元/u;
const HAS_ROLE = /收入|支出|决算|执行|完成|支付|占|上年|去年/u;
/** 2019 年度…，本年…: two years beside each other. */
const THIS_YEAR = /^,(?:本年|今年)(?!(?:收入|支出)合计)[一-龥]{0,6}[0-9]/u;
const BEFORE_BRACKETS =
  /(?:预算|决算|上年|去年|同期)(?:数|额|安排|支出|未|没有|无|发生|此项|该项)*(?:为|是)?$/u;
const COMPARED_BASE = /^(?:决算数?|支出)?(?:(高于|大于|多于|超过|超出)|低于|小于|少于|不及)/u;
const DIFFERENCE_BEHIND =
  /^,?(?:两者|净|同比|共)*(?:差额|差距|差异|相差|差|增加|减少|增支|减支|多支|少支|多|少|增|减)[^,;。%0-9]{0,6}[0-9.,]+[^%0-9]/u;
const IN_YEAR = /(?:年中|执行中|年内|期中|执行过程中)[^,;]{0,4}(?:净?(增加?)|净?减少?)(?:了|额)?$/u;
/** …100.00 万元的 42.1 %: of the amount just before. */
export const OF_BEFORE = /^\)?(?:的|之)(?:比重|比例|比率|百分比)?(?:为|是|达到?|约)*$/u;
export const SENTENCE_END = /[。!?\n]/u;

/** The names before 分别为, in their order. */
export function namesIn(near: string): readonly string[] | undefined {
  const names =
    /^(.+?)(?:分别|依次|各自?)(?:支出|开支|完成|执行|安排|列支|发生)?(?:为|是|达|有|:)*$/u
      .exec(near)?.[1]
      ?.replace(/(?:所?占|的?(?:比重|比例)).*$/u, "")
      .split(/[、和及与]/u);
  return names && names.length > 1 ? names : undefined;
}

/** What was read before a figure. */
export interface Before {
  readonly last: Mention | undefined;
  readonly lastMoney: Mention | undefined;
  readonly statement: Statement | undefined;
  /** Of 人员经费、公用经费分别为…、…: the names in their order. */
  readonly runNames: readonly string[];
  readonly sentenceStart: number;
}

/** What a figure is by the words around it: this year's, last year's, the budget, a change, a share. */
export class RoleReader {
  constructor(
    private readonly plain: string,
    private readonly pastYear: RegExp,
  ) {}

  readingOf(figure: Figure, gap: string, near: string, before: Before): Reading {
    const { last } = before;
    const names = namesIn(near);
    if (last && isRunOn(gap) && last.figure.kind === figure.kind) {
      const name = before.runNames[last.run + 1];
      if (name !== undefined && (/预算|决算|上年|本年/u.test(name) || this.pastYear.test(name)))
        return roleOfMoney(name, this.pastYear);
      return { role: last.role, direction: last.direction };
    }
    if (this.isWhole(figure, near, gap)) return { role: "whole", direction: 0 };
    const beside = figure.kind === "money" ? this.besideBase(figure, near, before) : undefined;
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
      if (near !== "" && !HAS_ROLE.test(near) && EXECUTED_BEHIND.test(this.behind(figure)))
        return { role: "budget", direction: 0 };
      const isSlip = this.pastYear.test(near) && this.isAlone(figure, before);
      return roleOfMoney(isSlip ? near.replace(this.pastYear, "") : near, this.pastYear);
    }
    if (last?.role === "whole") return { role: "share", direction: 0 };
    if (last && OF_BEFORE.test(gap) && last.figure.kind === "money")
      return { role: last.role === "budget" ? "completion" : "share", direction: 0 };
    const read = roleOfPercent(near);
    return read.role === "other" && this.isShare(figure, gap, before)
      ? { role: "share", direction: 0 }
      : read;
  }

  private behind({ to }: Figure): string {
    return this.plain.slice(to, to + 24);
  }

  /** 低于上年决算数 100.00 万元，差额为…, and 年中净增 20.00 万元，年终决算…: told by what follows. */
  private besideBase(figure: Figure, near: string, before: Before): Reading | undefined {
    const behind = this.plain.slice(figure.to, figure.to + 24);
    const compared = COMPARED_BASE.exec(near);
    if (compared && DIFFERENCE_BEHIND.test(behind)) {
      const { role } = roleOfMoney(near.slice(compared.index + compared[0].length), this.pastYear);
      const direction = compared[1] === undefined ? -1 : 1;
      if (role === "budget" || role === "previous") return { role, direction };
    }
    const { budget, current } = before.statement ?? {};
    const isBetween = budget?.sentence === before.sentenceStart && !current;
    const shift = IN_YEAR.exec(near);
    if (!shift || !isBetween || !/^,[^,;。0-9]{0,8}(?:决算|支出|执行)(?!预算)/u.test(behind))
      return undefined;
    return { role: "change", direction: shift[1] === undefined ? -1 : 1 };
  }

  /** 完成预算（100.00 万元）的 89 %: what stands before the brackets says what the amount is. */
  private bracketed(gap: string): Reading | undefined {
    const words = gap.endsWith("(") ? nearWords(gap.slice(0, -1)) : "";
    if (/[比较与][0-9]{4}年度?(?:决算数?)?$/u.test(words))
      return { role: "previous", direction: 0 };
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
    const behind = this.plain.slice(figure.to, figure.to + 24);
    return IS_WHOLE.test(behind) && !RATIO.test(behind);
  }

  /** 基本支出 75.40 万元 (42.1 %), 其中 42.1 % 为财政拨款收入. */
  private isShare(figure: Figure, gap: string, before: Before): boolean {
    if (before.last && /^[(/]$/u.test(gap))
      return (
        before.last.figure.kind === "money" &&
        before.last.role === "current" &&
        !before.last.statement.budget
      );
    const behind = this.plain.slice(figure.to, figure.to + 40);
    if (SHARE_OF_NEXT.test(behind)) return true;
    return (
      before.last?.figure.kind === "money" &&
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
  private isAlone(figure: Figure, before: Before): boolean {
    if (before.lastMoney?.sentence === before.sentenceStart) return false;
    const rest = this.plain.slice(figure.to);
    const end = rest.search(SENTENCE_END);
    const words = (end < 0 ? rest : rest.slice(0, end)).split(/主要|原因|由于|,系/u)[0] ?? "";
    return !/本年|今年|当年|同比|比上年|较上年|相比|增加|减少|增长|下降|[0-9]{4}年/u.test(words);
  }
}
