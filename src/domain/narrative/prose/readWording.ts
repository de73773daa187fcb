import type { FoundClaim } from "./claim";
import type { Reading } from "./readings";

interface WordingRule {
  readonly pattern: RegExp;
  readonly instead: (words: string) => string;
  readonly explanation: (words: string) => string;
}

const RISING = "增加|增长|上升|提高|增幅|增多|大于|高于|多于";
const FALLING = "减少|下降|降低|减幅|降幅|小于|低于|少于";
const LEVEL = "持平|等于|一致|相等";
const EITHER = `(?:${RISING}|${FALLING}|${LEVEL})`;
/** Words that Chinese repeats, or that end one word and begin the next. */
const REPEATED_ANYHOW =
  "服务|中心|公司|社区|一个|一项|一步|一点|一件|逐步|逐个|单位|讨论|研究|商量|台发射";

const RULES: readonly WordingRule[] = [
  {
    pattern: new RegExp(`(?!(?:${REPEATED_ANYHOW}))([一-龥]{2,10})\\1`, "gu"),
    instead: (words) => words.slice(0, words.length / 2),
    explanation: (words) => `“${words.slice(0, words.length / 2)}”写了两遍。`,
  },
  {
    pattern: /主要(?:是|系|原因|因为|由于|为|:)+主要(?!领导|负责|职责|工作|任务|业务)/gu,
    instead: () => "主要",
    explanation: () => "“主要”重复，删去一个。",
  },
  {
    pattern: /(其中|包括|主要是)[,:]\1/gu,
    instead: (words) => words.slice(0, (words.length - 1) / 2),
    explanation: () => "同一个词写了两遍。",
  },
  {
    pattern:
      /(?<![A-Za-z])(?:[Xx×╳]+\.[Xx×╳]+|[Xx×╳]{2,}(?:\.[Xx×╳]+)?)(?:亿元|万元|元|%)?|(?<![A-Za-z0-9])[Xx×╳?](?:亿元|万元|元|%)|\*{2,}(?:\.\*+)?(?:亿元|万元|元|%)?|_{2,}|[□■○●〇◯]+(?=亿元|万元|元|%|年|辆|个|批|人|次)|(?:\.{2,}|…+|-{2,}|—+|\(\))(?:亿元|万元|元|%)|\((?:此处|请)?(?:待)?(?:填写|填列|补充|说明|填报|填|写明)[^()]{0,12}\)/gu,
    instead: () => "",
    explanation: () => "占位符没有换成实际的内容。",
  },
  {
    pattern:
      /[一-龥]{0,6}[一-龥,(、:/]%(?=[,。;、)]|$)|(?:为|总计|合计|共计|增加|减少|支出|收入|费|预算|决算|数|约)(?:亿元|万元)(?=[,。;、)]|$)|(?:为|是)元(?=[,。;、)]|$)/gmu,
    instead: () => "",
    explanation: () => "这里缺少数字。",
  },
  {
    pattern: /(?:主要)?原因(?:是|为)(?:因为|由于)?:?(?=[。;]|$)/gmu,
    instead: () => "",
    explanation: () => "这里没有写原因。",
  },
  {
    pattern:
      /\[bookmark:[^\]\n]*\]?|错误!(?:未定义书签|未找到引用源|书签名?未定义)。?|HYPERLINK"[^"\n]*"?|PAGEREF_?[A-Za-z0-9_]+/giu,
    instead: () => "",
    explanation: () => "这是排版软件留下的标记，应当删去。",
  },
  {
    pattern:
      /截止(?=[至到]?(?:[0-9]|本年|目前|年末|年底|当年|报告|期末|上年|去年|今年|本月|现在))/gu,
    instead: () => "截至",
    explanation: () => "到某一天为止写“截至”，不写“截止”。",
  },
  {
    pattern: new RegExp(
      `${EITHER}[^,。;()0-9]{0,6}\\((?:或)?[^,。;()0-9]{0,8}?${EITHER}[^,。;()]{0,3}\\)|[多少增减]\\(或?[多少增减]\\)|${EITHER}\\/${EITHER}|${EITHER}或(?:者)?${EITHER}(?=[^,。;]{0,3}[0-9X×*])`,
      "gu",
    ),
    instead: () => "",
    explanation: () => "几种说法没有选定，应只留一种。",
  },
  {
    pattern:
      /(?<![0-9A-Za-z.第近约余超满])(?:(?:2[0-9]{2}|20[0-9]{3}|0[0-9]{2}|1[89][0-9])(?=年)(?!年(?:来|以来|历史|以上|以下|间|期|左右|多|内|后|前|代))|[12][0-9](?=年度|年(?:部门|决算|末|底|我|本(?!科)|12月31日)))/gu,
    instead: () => "",
    explanation: (words) => `年份“${words}”不是四位数字。`,
  },
];

/** What reviewers strike out: doubled words, blanks, marks of the software, alternatives, 截止, years cut short. */
export function readWording({ text: { plain } }: Reading): readonly FoundClaim[] {
  return RULES.flatMap(({ pattern, instead, explanation }) =>
    [...plain.matchAll(pattern)].map((match): FoundClaim => {
      const [words] = match;
      return {
        from: match.index,
        to: match.index + words.length,
        kind: "wording",
        claimed: words,
        recomputed: instead(words),
        verdict: "wrong",
        explanation: explanation(words),
      };
    }),
  );
}
