import type { FoundClaim } from "./claim";
import type { Reading } from "./readings";
import type { ReadText } from "./mention";

const NUMBER = "(?:[0-9]{1,2}[、.]|[一二三四五六七八九十]+、|\\([一二三四五六七八九十0-9]+\\))";
/** What may stand before the year, up to its sentence; nothing that is compared. */
const OPENING = '(?:(?![比较与同由从自于截]|追加|结转|上年|去年)[一-龥"]){0,24}?';
/** 较上年决算数，: what the sentence compares with, before it says of what. */
const COMPARING = "(?:(?:较|比|与|同)(?:上年|去年)[一-龥]{0,8},)";
/** What a text says of its own year. */
const SPOKEN_OF =
  '(?:度|末|底|12月31日|[,我本全]|单位|部门|财政|决算|收入|支出|收支|公务|因公|机关|政府|一般|国有|三公|"三公|基本|项目|会议|培训|没有|无|未)';

/** 财〔2022〕12号: the year of a document. */
const DOCUMENT = /[〔[(【][0-9]{4}[〕\])】](?:第)?[0-9]+号/gu;

/** Last year's year left in: where a sentence begins with it, or the assets are counted at its end. */
export function readYears({ text }: Reading): readonly FoundClaim[] {
  const { plain, year } = text;
  if (year === undefined) return [];
  const past = String(year - 1);
  const starts = new RegExp(
    `(?<=^|[\\n。])${NUMBER}?${COMPARING}?${OPENING}(${past})(?=年${SPOKEN_OF})`,
    "gu",
  );
  const ends = new RegExp(`截[至止][到至]?(${past})(?=年(?:末|底|12月31日))`, "gu");
  return [...plain.matchAll(starts), ...plain.matchAll(ends)].flatMap((match) => {
    const first = match.index + match[0].lastIndexOf(past);
    const sentence = sentenceAt(plain, first).replace(DOCUMENT, "");
    // Two years of which both are last year: the second one should be this year.
    const second = sentence.indexOf(`,${past}年度`);
    const at = second > 0 ? first + second + 1 : first;
    if (sentence.includes(String(year)) || isComparison(plain, at, String(year))) return [];
    if (second <= 0 && isSetAgainst(text, at, at + sentence.length)) return [];
    if (
      !/[0-9](?:亿元|万元|元|辆|台)|情况的?说明|部门决算|[我本](?:单位|部门|中心|局|机关)|年度(?:本单位|我单位|本部门|我部门)?(?:没有|未|无)/u.test(
        sentence,
      )
    )
      return [];
    return [
      {
        from: at,
        to: at + past.length,
        kind: "wording",
        claimed: past,
        recomputed: String(year),
        verdict: "wrong",
        explanation: `全文说的是${String(year)}年度，这里还是上一年的年份。`,
      } satisfies FoundClaim,
    ];
  });
}

function sentenceAt(plain: string, at: number): string {
  const rest = plain.slice(at);
  const end = rest.search(/[。\n]/u);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Last year's figure before this year's of the same. */
function isSetAgainst({ mentions }: ReadText, from: number, to: number): boolean {
  const inside = mentions.filter(({ figure }) => figure.from >= from && figure.to <= to);
  const [first] = inside;
  return (
    first?.role === "previous" &&
    !first.near.includes("预算") &&
    inside.some(
      ({ role, subject, near }) =>
        role === "current" &&
        ((subject === first.subject && subject !== "") || /^(?:本年|今年|当年)/u.test(near)),
    )
  );
}

/** Last year's figure, and this year's in the sentence behind. */
function isComparison(plain: string, at: number, year: string): boolean {
  const rest = plain.slice(at);
  const end = rest.indexOf("。");
  return end >= 0 && rest.slice(end + 1).startsWith(year);
}
