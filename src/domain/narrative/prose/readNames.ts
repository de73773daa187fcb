import type { FoundClaim } from "./claim";
import type { Reading } from "./readings";

const ENDING =
  "中心|委员会|管委会|办公室|局|站|馆|院|所|大队|支队|学校|中学|小学|幼儿园|处|厅|联合会|协会|总工会";
const NAME = `[一-龥]{2,24}?(?:${ENDING})`;
/** Where a text speaks of the unit itself. */
const OWN = new RegExp(
  `(?<=^|[\\n。,;:、"]|部分|即|由|现将|以上为)(?:即|由)?(${NAME})(?=(?:本级|概况|内设|的主要职[责能]|的基本情况|对公开|无下属|继续承担|是[^,。]{0,12}(?:单位|机构|部门)|主要(?:职责|负责)|(?:[0-9]{4}年)(?:度)?(?:部门|单位|决算|政府采购|会议费)|部门决算|\\(以下)|(?<=即[一-龥]{4,30})[。,])`,
  "gu",
);
const SHORT = /\(以下(?:统一)?(?:简)?称(?:为)?"?([^"()]{2,20})"?\)/gu;
const FORMER = /(?:原|原名|前身(?:为|是)?|更名(?:为|前)?|划转|并入|撤销)["“]?$/u;
const PLAIN = /^(?:本|我|该|各|其|全|下属|所属)/u;

/** One unit under several names; a short name that is declared is right. */
export function readNames({ text: { plain } }: Reading): readonly FoundClaim[] {
  const declared = [...plain.matchAll(SHORT)].map(([, name]) => name ?? "");
  const found = [...plain.matchAll(OWN)].flatMap((match) => {
    const name = (match[1] ?? "").replace(/^(?:以上为|现将|第[一二三四五六七八九十]+部分)/u, "");
    const from = match.index + match[0].indexOf(name);
    const before = plain.slice(Math.max(0, from - 6), from);
    if (PLAIN.test(name) || FORMER.test(before) || name.length < 5) return [];
    return [{ name, from }];
  });
  const counted = new Map<string, number>();
  for (const { name } of found) counted.set(name, (counted.get(name) ?? 0) + 1);
  const [main] = [...counted].sort(([, m], [, n]) => n - m);
  const own = mostNamed(plain) ?? main?.[0];
  if (own === undefined) return [];
  const known = new Set(found.map(({ from }) => from));
  const all = [...found, ...variantsOf(own, plain).filter(({ from }) => !known.has(from))];
  return all.flatMap(({ name, from }): readonly FoundClaim[] => {
    if (name === own) return [];
    const isRight =
      own.endsWith(name) || name.endsWith(own) || declared.some((short) => name.endsWith(short));
    if (!isRight && !isAlike(name, own)) return [];
    return [
      {
        from,
        to: from + name.length,
        kind: "name",
        claimed: name,
        recomputed: own,
        verdict: isRight ? "right" : "inconsistent",
        explanation: isRight
          ? "与单位名称一致（简称）。"
          : `单位名称别处写作“${own}”，这里写作“${name}”，请统一。`,
      },
    ];
  });
}

const PLACED = new RegExp(`[一-龥]{2}(?:市|县|区|州|旗)[一-龥]{1,20}?(?:${ENDING})`, "gu");

/** The name that a text has most, wherever it stands; undefined where none comes twice, or two as often. */
function mostNamed(plain: string): string | undefined {
  const counted = new Map<string, number>();
  for (const [name] of plain.matchAll(PLACED)) counted.set(name, (counted.get(name) ?? 0) + 1);
  const [first, second] = [...counted].sort(([, m], [, n]) => n - m);
  if (!first || first[1] < 2 || first[1] === second?.[1]) return undefined;
  return first[0];
}

interface NameAt {
  readonly name: string;
  readonly from: number;
}

const PLACE = /^[一-龥]{2,6}?(?:省|市|县|区|州|旗)/u;
const NAME_END = new RegExp(`^[一-龥]*?(?:${ENDING})`, "u");
const LONGEST_NAME = 24;

/** The unit's name with letters left out, put in or mistyped, wherever its place is named. */
function variantsOf(own: string, plain: string): readonly NameAt[] {
  const place = PLACE.exec(own)?.[0];
  if (place === undefined) return [];
  const found: NameAt[] = [];
  for (let from = plain.indexOf(place); from >= 0; from = plain.indexOf(place, from + 1)) {
    if (plain.startsWith(own, from)) continue;
    const rest = plain.slice(from, from + LONGEST_NAME);
    for (let to = NAME_END.exec(rest)?.[0].length ?? 0; to > 0;) {
      const name = rest.slice(0, to);
      if (isVariant(name, own)) {
        found.push({ name, from });
        break;
      }
      const more = NAME_END.exec(rest.slice(to))?.[0].length;
      to = more === undefined ? 0 : to + more;
    }
  }
  return found;
}

const MOST_LETTERS = 3;

function isVariant(name: string, own: string): boolean {
  if (name === own || own.endsWith(name) || name.at(-1) !== own.at(-1)) return false;
  if (name.length === own.length) {
    return Array.from(name).filter((letter, index) => letter !== own[index]).length === 1;
  }
  const [short = "", long = ""] = [name, own].sort((a, b) => a.length - b.length);
  return long.length - short.length <= MOST_LETTERS && isWithin(short, long);
}

/** All letters of the short one stand in the long one, in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Names of one place, or with most letters in common. */
function isAlike(one: string, other: string): boolean {
  const same = PLACE.exec(one)?.[0] === PLACE.exec(other)?.[0] && PLACE.test(one);
  const shared = [...new Set(one)].filter((letter) => other.includes(letter)).length;
  return same || shared / Math.min(new Set(one).size, new Set(other).size) >= 0.6;
}
