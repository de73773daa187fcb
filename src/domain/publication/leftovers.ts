import type { PublishedCell } from "./publishedTexts";
import { line, named, type ReadinessLine } from "./readinessLine";

const MORE = "(?:增加|增长|上升)";
const LESS = "(?:减少|下降|降低)";
/** 增加/减少, 减少（增加）: one of them was to be crossed out. */
const BOTH_WAYS = String.raw`(?:${MORE}\s*[/(]\s*${LESS}|${LESS}\s*[/(]\s*${MORE})\)?`;

/** What stands in drafts and forms until somebody fills it in. */
const MARKS: readonly RegExp[] = [
  /\[bookmark:[^\]]*\]?/giu,
  /#{3,}(?![A-Z/])/gu,
  /\*{3,}/gu,
  /(?<![A-Za-z0-9])(?:[Xx]{2,}|×{2,}|□{3,}|○{3,})(?![A-Za-z0-9])/gu,
  /(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])/gu,
  /某某/gu,
  /【请填写(?::[^】]*)?】/gu,
  /待(?:补充|填写|完善|核实)|此处(?:填写|插入|补充)/gu,
  /_{2,}\s*(?:万元|元|%|人|次|辆|批|个)/gu,
  /(?:(?<!单位)为|增加|减少|收、?支总计)[ _]+(?:万元|元)/gu,
  /(?:原因(?:是|为|:)|是?因为|由于|主要是)[ :_]*[。;]/gu,
  new RegExp(String.raw`${BOTH_WAYS}\s*[0-9](?![0-9.]*\s*%?\s*(?:及?以上))`, "gu"),
  /(?<![0-9])20[0-9]年/gu,
];

/** In sentences alone: headings of forms say 占% and 增加（减少） for good. */
const IN_SENTENCES: readonly RegExp[] = [
  /(?:占|占[^0-9,。;、%()]{0,20}的|增长|下降|降低|增加|减少|完成[^0-9,。;、%()]{0,8}的)[\s_]*%/gu,
  /(?:(?<!单位)为|合计|总计|共计|增加|减少)万元|(?:收入|支出|经费|费)万元(?=[,。;、])/gu,
  /\p{Script=Han}{1,3}(?<!单位|[一二三四五六七八九十百千两几数余多])[ _]+万元/gu,
  /(?:共有|购置|保有量为?|累计|接待)[ _]+(?:辆|台|个|人次|批次)/gu,
  /[（(]或[^（()）]{0,12}(?:增|减|大于|小于|等于|持平|上升|下降|降低)[^（()）]{0,12}[）)]/gu,
  new RegExp(String.raw`${BOTH_WAYS}[\s_了约]*(?:万元|元|%|的?(?:主要)?原因|[。;,])`, "gu"),
  /(?:大于|高于)\s*[/（(]\s*(?:小于|低于)/gu,
];

export function leftovers(cells: readonly PublishedCell[]): ReadinessLine[] {
  const found = cells.flatMap((cell) => {
    const patterns = isSentence(cell.text) ? [...MARKS, ...IN_SENTENCES] : MARKS;
    return patterns
      .flatMap((pattern) => Array.from(cell.text.matchAll(pattern), ([text]) => text.trim()))
      .map((text) => ({ cell, text }));
  });
  if (found.length === 0) {
    return [line("leftovers", "passed", "没有看到没填完或没删去的字句。")];
  }
  const words = named(
    found.map(({ text }) => `“${text}”`),
    "处",
  );
  const places = [...new Set(found.map(({ cell }) => cell.cell))];
  return [line("leftovers", "failed", `还留着${words}。请填好或删去。`, places)];
}

/** With a full stop, or long and with commas in it. */
export function isSentence(text: string): boolean {
  return text.includes("。") || (text.length >= 15 && /[,，;；]/u.test(text));
}

export function gaps(cells: readonly PublishedCell[]): ReadinessLine[] {
  const found = cells.flatMap((cell) =>
    Array.from(cell.text.matchAll(/【缺[:：]([^】]*)】/gu), ([, label = ""]) => ({ cell, label })),
  );
  if (found.length === 0) return [line("gaps", "passed", "没有写着【缺：…】的地方。")];
  const words = named(
    found.map(({ label }) => label),
    "处",
  );
  const places = [...new Set(found.map(({ cell }) => cell.cell))];
  return [line("gaps", "failed", `文字里还缺：${words}。请补上。`, places)];
}
