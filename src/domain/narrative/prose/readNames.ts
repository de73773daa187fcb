import type { FoundClaim } from "./claim";
import type { Reading } from "./readings";

const ENDING =
  "中心|委员会|管委会|办公室|局|站|馆|院|所|大队|支队|学校|中学|小学|幼儿园|处|厅|联合会|协会|总工会";
const NAME = `[一-龥]{2,24}?(?:${ENDING})`;
/** Where a text speaks of the unit itself. */
const OWN = new RegExp(
  `(?<=^|[\\n。,;:、"]|部分|即|由)(?:即|由)?(${NAME})(?=(?:本级|概况|内设|的主要职责|无下属|继续承担|是[^,。]{0,12}(?:单位|机构|部门)|主要(?:职责|负责)|(?:[0-9]{4}年)(?:度)?(?:部门|单位|决算|政府采购|会议费)|部门决算|\\(以下)|(?<=即[一-龥]{4,30})[。,])`,
  "gu",
);
const SHORT = /\(以下(?:统一)?(?:简)?称(?:为)?"?([^"()]{2,20})"?\)/gu;
const FORMER = /(?:原|原名|前身(?:为|是)?|更名(?:为|前)?|划转|并入|撤销)["“]?$/u;
const PLAIN = /^(?:本|我|该|各|其|全|下属|所属)/u;

/** One unit under several names; a short name that is declared is right. */
export function readNames({ text: { plain } }: Reading): readonly FoundClaim[] {
  const declared = [...plain.matchAll(SHORT)].map(([, name]) => name ?? "");
  const found = [...plain.matchAll(OWN)].flatMap((match) => {
    const name = match[1] ?? "";
    const from = match.index + match[0].indexOf(name);
    const before = plain.slice(Math.max(0, from - 6), from);
    if (PLAIN.test(name) || FORMER.test(before) || name.length < 5) return [];
    return [{ name, from }];
  });
  const counted = new Map<string, number>();
  for (const { name } of found) counted.set(name, (counted.get(name) ?? 0) + 1);
  const [main] = [...counted].sort(([, m], [, n]) => n - m);
  if (!main) return [];
  const [own] = main;
  return found.flatMap(({ name, from }): readonly FoundClaim[] => {
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

/** Names of one place, or with most letters in common. */
function isAlike(one: string, other: string): boolean {
  const place = /^[一-龥]{2,6}?(?:省|市|县|区|州|旗)/u;
  const same = place.exec(one)?.[0] === place.exec(other)?.[0] && place.test(one);
  const shared = [...new Set(one)].filter((letter) => other.includes(letter)).length;
  return same || shared / Math.min(new Set(one).size, new Set(other).size) >= 0.6;
}
