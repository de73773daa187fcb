const MENTION = /(?<![0-9])((?:19|20)[0-9]{2})\s*年/gu;

/** A year that a text names, with what stands before and after it up to the ends of its sentence. */
export interface YearMention {
  readonly year: number;
  readonly sentence: string;
  readonly before: string;
  /** Begins with 年. */
  readonly after: string;
}

export function yearMentions(text: string): YearMention[] {
  return text
    .normalize("NFKC")
    .split(/[。;\n]/u)
    .flatMap((sentence) =>
      Array.from(sentence.matchAll(MENTION), ({ 0: all, 1: year = "", index }) => ({
        year: Number(year),
        sentence,
        before: sentence.slice(0, index),
        after: sentence.slice(index + all.length - 1),
      })),
    );
}

const LEADS_ELSEWHERE =
  /(?:上年度?|上一年度?|即|比|较|与|同|和|自|从|由|(?<!由)于|根据|按照?|依据|依照|参照|经|《[^》]*|〔[^〕]*|年[度末底]?[至到]|[-—–~])\s*[(,:“"]*$/u;
const FOLLOWS_ELSEWHERE = /^年度?(?:相比|同期|(?:部门)?决算批复|批复|印发|[-—–~至到]\s*(?:19|20))/u;

/** 较2019年, 上年(2019年度), 根据2019年决算批复, 2016-2020年: another year is meant. */
export function speaksOfAnother({ before, after }: YearMention): boolean {
  return LEADS_ELSEWHERE.test(before) || FOLLOWS_ELSEWHERE.test(after);
}

const DAY = /^年\s*[0-9]{1,2}\s*月/u;
const YEAR_END = /^年\s*(?:12\s*月\s*31\s*日|年?[末底])/u;
const OPENING = /上年|年初|结转|结余/u;
const HELD = /车辆|公务用车|保有|资产|设备/u;

/** 截至2019年12月31日, 2019年末; what was left over then is the opening of the year after. */
export function isYearEnd({ before, after }: YearMention): boolean {
  return (
    YEAR_END.test(after) && !OPENING.test(after.slice(0, 20)) && !OPENING.test(before.slice(-8))
  );
}

/** 截至2019年12月31日，…车辆3辆: what the accounts state as of their own year's end. */
export function isHeldAtYearEnd(mention: YearMention): boolean {
  const { before, after } = mention;
  return isYearEnd(mention) && /截[至止]到?\s*$/u.test(before) && HELD.test(after.slice(0, 40));
}

const OWN_TABLE = /本套?报?表(?:是|为|反映|公开|列示|填列)[^,]{0,12}$/u;

/** 本表反映部门2019年度的…: the table says which year it is of. */
export function isOwnYearOfTable({ before }: YearMention): boolean {
  return OWN_TABLE.test(before) && !OPENING.test(before);
}

const REASON = /(?:原因|由于|因为|因)(?!.*(?:原因|由于|因为))(.*)$/u;
const BASE = /^年度?(?:基数|结转|结余|的?决算)/u;

/**
 * 主要原因是2019年新增人员, in the accounts of 2020: last year's reason, left as it was. One that sets that year against
 * this one is none.
 */
export function isReasonOfItsOwn(mention: YearMention, year: number): boolean {
  const before = REASON.exec(mention.before)?.[1];
  if (before === undefined || mention.year !== year - 1 || BASE.test(mention.after)) return false;
  const reason = `${before}${mention.after}`;
  return !reason.includes(`${String(year)}年`) && !/本年|今年/u.test(reason);
}

export function isDay({ after }: YearMention): boolean {
  return DAY.test(after);
}

const AROUND = 14;

export function excerptOf({ year, before, after }: YearMention): string {
  const head = before.trimStart();
  const tail = after.trimEnd();
  const front = head.length > AROUND ? `…${head.slice(-AROUND)}` : head;
  const back = tail.length > AROUND ? `${tail.slice(0, AROUND)}…` : tail;
  return `${front}${String(year)}${back}`;
}
