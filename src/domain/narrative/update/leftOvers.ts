import type { Decimal } from "decimal.js";
import { bareLabel } from "../../template/labels";
import type { Mention, ReadText } from "../prose/mention";
import type { Edit, Note } from "./edits";
import type { KnownFigure } from "./knownSentences";
import { isNew, type NewFigures } from "./newFigures";
import { isSameItem, itemsIn } from "./sentences";
import type { UpdateSets } from "./updateSets";

const REASON =
  /(?:主要(?:是|系)?(?:因为|原因|由于)|原因(?:是|为|:)|(?:是|系)(?:因为|由于)|由于)[^。;\n]*?(?=[。;\n]|,其中|$)/gu;

/** Why something changed is last year's story. */
export function reasonsIn(plain: string): readonly Note[] {
  return [...plain.matchAll(REASON)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: "reason",
    why: "这是上年的原因，请按本年的情况改写。",
  }));
}

/** Figures that stay, with the reason; noughts of a paragraph in one. */
export function untiedNotes(
  mentions: readonly Mention[],
  figures: NewFigures,
  edits: readonly Edit[],
): readonly Note[] {
  const nought = ({ figure }: Mention) => figure.value?.isZero() === true;
  const noughts = new Map<number, Note[]>();
  for (const mention of mentions.filter(nought)) {
    const own = noughts.get(mention.paragraph) ?? [];
    noughts.set(mention.paragraph, [...own, ...figureNotes([mention], figures, edits)]);
  }
  const grouped = [...noughts.values()].flatMap((notes): Note[] => {
    const [first] = notes;
    const last = notes.at(-1);
    if (!first || !last || notes.length === 1) return notes;
    const why = `这一段有${String(notes.length)}个0没有对上，本年有数的请填写。`;
    return [{ from: first.from, to: last.to, kind: "amount", why }];
  });
  return [
    ...figureNotes(
      mentions.filter((each) => !nought(each)),
      figures,
      edits,
    ),
    ...grouped,
  ];
}

function figureNotes(
  mentions: readonly Mention[],
  { found }: NewFigures,
  edits: readonly Edit[],
): readonly Note[] {
  return mentions.flatMap((mention): Note[] => {
    const { figure } = mention;
    const { from, to } = figure;
    if (edits.some((edit) => edit.from < to && from < edit.to)) return [];
    const kind = figure.kind === "money" ? "amount" : figure.kind;
    if (figure.value === undefined) return [{ from, to, kind, why: "这里没有填数。" }];
    if (figure.isBound) return [{ from, to, kind, why: "是约数，没有改，请核对。" }];
    const outcome = found.get(mention);
    if (isNew(outcome)) {
      const isOpen = figure.kind === "percent" && outcome.base?.lessThanOrEqualTo(0) === true;
      return isOpen ? [{ from, to, kind, why: "本年的基数为0，不能计算，请改写。" }] : [];
    }
    if (outcome?.kind === "ambiguous") {
      const words = `有几格是这个数，本年各不相同：${outcome.words.join("、")}。`;
      return [{ from, to, kind: "ambiguous", why: words }];
    }
    if (outcome?.kind === "differs") {
      const words = `像是${outcome.words}，但那里上年的数与文稿不同，没有改。`;
      return [{ from, to, kind, why: words }];
    }
    if (outcome?.kind === "notGiven") {
      return [{ from, to, kind, why: `${outcome.words}本年还没有数。` }];
    }
    const why =
      figure.kind === "percent"
        ? "不知道是由哪两个数算出来的，没有改。"
        : "没有对上哪一格，没有改。";
    return [{ from, to, kind, why }];
  });
}

const LISTED = /主要包括:?([^。;\n]+)/gu;

/** Names in 主要包括… that have no figure this year. */
export function listedNames(plain: string, { current }: UpdateSets): readonly Note[] {
  const placed = current.placement.tables.get("basicExpenditureDetail");
  const spent = new Set<string>();
  const nil = new Set<string>();
  for (const block of placed?.blocks ?? []) {
    for (const row of block.rows) {
      for (const { key } of block.block.figureColumns) {
        const [found] = current.figuresAt(placed?.table.key ?? "", block.block.index, row.id, key);
        const isSpent = found?.figure.kind === "amount" && !found.figure.published.isZero();
        (isSpent ? spent : nil).add(bareLabel(row.label));
      }
    }
  }
  return [...plain.matchAll(LISTED)].flatMap((match): Note[] => {
    const names = (match[1] ?? "").split(/[、,和及]/u).map((name) => name.replace(/等$/u, ""));
    const gone = names.filter((name) => nil.has(name) && !spent.has(name));
    const isOfItems = names.some((name) => nil.has(name) || spent.has(name));
    if (!isOfItems) return [];
    const why =
      gone.length > 0 ? `本年没有支出：${gone.join("、")}。` : "列出的名称是上年的，请核对。";
    return [{ from: match.index, to: match.index + match[0].length, kind: "name", why }];
  });
}

const NIL =
  /(?:没有|未安排|未发生|无)[^,。;:\n]{0,24}(?:支出|收支|预算|收入|采购|开支|车辆|接待|团组)[^,。;\n]{0,6}/gu;
const MANY = 3;
/** Funds that have a table of their own: no other table tells whether there are any. */
const FUNDS = ["政府性基金", "国有资本经营", "三公"];

/** 没有…支出, where this year there is one. */
export function nilStatements(
  { plain, paragraphs }: ReadText,
  known: readonly KnownFigure[],
  sets: UpdateSets,
): readonly Note[] {
  const { tables } = sets.current.placement;
  return [...plain.matchAll(NIL)].flatMap((match): Note[] => {
    const at = match.index;
    const clause = (/[^,。;:\n]*$/u.exec(plain.slice(0, at))?.[0] ?? "") + match[0];
    const fund = FUNDS.find((each) => clause.includes(each));
    const isMeant = ({ derivation, subject, topic }: KnownFigure) =>
      fund === undefined
        ? topic !== "" && subject.length >= MANY && clause.includes(subject)
        : tables.get(derivation.of.table)?.table.definition.title.includes(fund) === true;
    const paragraph = paragraphs.find(({ from, to }) => from <= at && at < to);
    if (!paragraph || paragraph.isTable) return [];
    const told = new Map<string, string>();
    for (const figure of known) {
      const { derivation, kind } = figure;
      if (derivation.kind !== "value" || kind === "percent" || !isMeant(figure)) continue;
      const now = sets.now(derivation.of)?.value;
      if (now && !now.isZero()) told.set(derivation.of.key, sets.words(derivation.of));
    }
    if (told.size === 0) return [];
    const words = [...told.values()].slice(0, MANY).join("、");
    return [
      { from: at, to: at + match[0].length, kind: "missing", why: `本年${words}有数，请改写。` },
    ];
  });
}

/** Items that are new this year, and those that are no more. */
export function changedItems(
  plain: string,
  known: readonly KnownFigure[],
  sets: UpdateSets,
): readonly Note[] {
  const written = itemsIn(plain);
  const end = written.at(-1)?.end;
  if (end === undefined) return [];
  const amounts = new Map<string, Decimal[]>();
  for (const { item, derivation } of known) {
    if (item === "" || derivation.kind !== "value") continue;
    const now = sets.now(derivation.of)?.value;
    amounts.set(item, [...(amounts.get(item) ?? []), ...(now ? [now] : [])]);
  }
  return [...amounts].flatMap(([item, values]): Note[] => {
    const isNothing = values.every((value) => value.isZero());
    const own = written.find(({ path }) => isSameItem(path, item));
    if (own) {
      const why = "本年没有这一项，整段可以删去。";
      const isGone = isNothing && values.length > 0;
      return isGone ? [{ from: own.at, to: own.end, kind: "gone", why }] : [];
    }
    if (isNothing) return [];
    const isTwice = [...amounts.keys()].some(
      (other) => other !== item && nameOf(other) === nameOf(item),
    );
    const name = isTwice ? item.split("/").slice(1).join("/") : nameOf(item);
    const why = `本年有“${name}”，上年文稿里没有写，请添上一段。`;
    return [{ from: end, to: end, kind: "missing", why }];
  });
}

const nameOf = (item: string): string => item.split("/").at(-1) ?? "";
