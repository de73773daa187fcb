import { lastThat } from "./lastThat";
import type { Mention, Statement } from "./mention";
import { keyOf, subjectOf } from "./subjects";

/** What was read before a figure, and where the figure stands. */
export interface Told {
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly paragraph: number;
  /** Where its sentence begins. */
  readonly sentence: number;
  readonly last: Mention | undefined;
}

/** What a sentence speaks of again: a statement, or an amount that is in none. */
export type Again =
  | { readonly statement: Statement }
  | { readonly statement?: undefined; readonly subject: string; readonly current: Mention };

/** 支出比上年增加…, 公务接待费较上年(…)下降: what is compared stands before. */
const COMPARES =
  /^([^,;。()]*?)(?:比|较|与|同|和)(?:上|去|前|年|[0-9]|预算|全年)(?:[^,;。]*相比较?,)?[^,;。]*$/u;
/** Of the amount that the sentence before begins with, not of its last part. */
const WHOLE_AGAIN = /^(?:费用|经费|资金)?(?:支出|收入|费用|经费|总[额计]|合计)*$/u;
/** The statement that a sentence compares anew, where it is not the last one. */
export function comparedAgain(gap: string, told: Told): Again | undefined {
  if (told.last?.sentence === told.sentence) return undefined;
  const name = COMPARES.exec(gap.replace(/\($/u, ""))?.[1];
  if (name === undefined) return undefined;
  const here = told.statements.filter(({ paragraph }) => paragraph === told.paragraph);
  const subject = subjectOf(name);
  if (keyOf(subject) === "total" || !WHOLE_AGAIN.test(subject)) {
    const current = amountNamed(subject, told);
    if (!current || current === here.at(-1)?.current) return undefined;
    const statement = here.find((each) => each.current === current);
    return statement ? { statement } : { subject, current };
  }
  const sentence = here.at(-1)?.sentence;
  const [whole, part] = here.filter((each) => each.sentence === sentence);
  const isList = /其中|包括|用于/u.test(part?.current?.gap ?? "");
  return whole && isList ? { statement: whole } : undefined;
}

/** In this paragraph; a total also in those just before. */
function amountNamed(subject: string, { mentions, paragraph }: Told): Mention | undefined {
  const isTotal = keyOf(subject) === "total";
  const amounts = mentions.filter(
    ({ figure, role }) => figure.kind === "money" && (role === "whole" || role === "current"),
  );
  return (
    lastThat(
      amounts,
      (each) => each.paragraph === paragraph && each.subject.replace(/^占/u, "") === subject,
    ) ??
    // 收入支出总计与上年相比, behind a paragraph for each of the two.
    lastThat(
      amounts,
      (each) => isTotal && paragraph - each.paragraph <= 3 && keyOf(each.subject) === "total",
    )
  );
}

/** Behind a year: of the same thing, without words that make it another. */
const YEARS_AMOUNT = /^[一-龥“”"]{0,14}$/u;

function yearIn(near: string): number | undefined {
  const year = /(20[0-9]{2})年/u.exec(near)?.[1];
  return year === undefined || /结转|[较比与]/u.test(near) ? undefined : Number(year);
}

/** 2021 年决算 A 万元，2022 年决算 B 万元: the amount of the year before, just before. */
export function yearBefore(near: string, { mentions, sentence }: Told): Mention | undefined {
  const year = yearIn(near);
  if (year === undefined) return undefined;
  const before = lastThat(
    mentions,
    ({ figure, role, sentence: own }) =>
      figure.kind === "money" && own === sentence && (role === "current" || role === "previous"),
  );
  const rest = /[0-9]{4}年度?(.*)$/u.exec(near)?.[1] ?? "";
  return before && yearIn(before.near) === year - 1 && YEARS_AMOUNT.test(rest) ? before : undefined;
}
