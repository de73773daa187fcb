import { wholeKeys } from "./kinds";
import type { Reading } from "./readings";
import { withoutNotes } from "./roles";
import type { Mention } from "./mention";
import { isNamed, keyOf, subjectOf, yearKey } from "./subjects";

const WHOLE =
  /(?:以(.{2,20}?)为基数|占(?:了|到)?(.{0,30}?)$|^在?(.{2,30}?)中(?!小)|(?:为|是|相当于)(.{2,30}?)的$)/u;
const GENERAL = /^(?:总量|总额|总数|合计|全部|其中|比|总|各|分别|)$/u;
/** Of whatever is divided just here, else of the year. */
const LOOSE = /^(?:总|全部|全年|本年)?(?:收入|支出)$/u;
const YEAR_PARTS = { revenue: /财政拨款收入/u, expenditure: /^(?:基本|项目)支出/u };

export function wholeName({ near, figure }: Mention, { text }: Reading): string {
  const behind = /^\((?:以|占)([^()]{2,20}?)(?:为基数|比重|的比例)?\)/u.exec(
    text.plain.slice(figure.to, figure.to + 30),
  );
  if (behind?.[1] !== undefined) return subjectOf(behind[1]);
  const found = WHOLE.exec(withoutNotes(near));
  const words = (found?.slice(1).find(Boolean) ?? "")
    .replace(
      /(?:的)?(?:比重|比例|份额|比率|总量|总额|约|为|达到?|是|占|全部|决算数?|分别|依次|各自?|的)+$/gu,
      "",
    )
    .replace(/^(?:比重|比例|比|全部|整个|总的|约|了)+/u, "");
  const name = subjectOf(words);
  return GENERAL.test(name) ? "" : name;
}

export const isLooseName = (name: string): boolean => name === "" || LOOSE.test(name);

/** 事业收入 47.04 万元，占 9.01 %, in a paragraph of its own: of the one total that has such parts. */
export function wholesByKind(part: Mention, claim: Mention, { text }: Reading): readonly Mention[] {
  const keys = wholeKeys(part.subject);
  const fits = text.mentions.filter(
    (each) =>
      each !== part &&
      each.role === "current" &&
      each.figure.kind === "money" &&
      keys.includes(keyOf(each.subject) ?? ""),
  );
  const near = fits.filter(({ paragraph }) => paragraph === claim.paragraph);
  if (near.length > 0) return near;
  const total = text.mentions.find(
    (each) =>
      each.sentence === claim.sentence &&
      each.figure.from > claim.figure.to &&
      each.figure.kind === "money" &&
      /合计|共计|总计/u.test(each.near),
  );
  return total ? [total] : fits;
}

export function wholesNamed(
  name: string,
  claim: Mention,
  part: Mention | undefined,
  reading: Reading,
): readonly Mention[] {
  const { text, lists } = reading;
  const year = yearKey(name);
  const divided = new Set(
    lists.flatMap(({ head, parts }) =>
      year !== undefined && parts.some(({ subject }) => YEAR_PARTS[year].test(subject))
        ? [head]
        : [],
    ),
  );
  const closing = new Set(
    lists.flatMap(({ head, parts: [first] }) =>
      first && first.figure.from < head.figure.from && !/预算财政拨款/u.test(first.subject)
        ? [head]
        : [],
    ),
  );
  const fits = text.mentions.filter(
    (each) =>
      each !== part &&
      (each.role === "current" || each.role === "whole") &&
      each.figure.kind === "money" &&
      (year === undefined
        ? isNamed(nameOf(each), name)
        : (isOfYear(each, reading) || closing.has(each)) &&
          (keyOf(each.subject) === year || (divided.has(each) && yearKey(each.subject) === year))),
  );
  const before = fits.filter(({ figure }) => figure.from < claim.figure.from);
  return before.length > 0 ? before.reverse() : fits;
}

/** 机关运行经费由…减少为 B 万元: the statement has the name. */
const nameOf = (each: Mention): string =>
  each.subject === "" && each.statement.current === each ? each.statement.subject : each.subject;

/** A fund has a revenue and an expenditure of its own. */
const isOfYear = ({ paragraph, sentence, figure }: Mention, { text }: Reading): boolean =>
  !/政府性基金|国有资本经营/u.test(text.paragraphs[paragraph]?.text ?? "") &&
  !text.plain.slice(sentence, figure.from).includes("财政拨款");
