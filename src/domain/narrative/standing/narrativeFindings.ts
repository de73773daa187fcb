import type { Finding } from "../../checking/finding";
import { pieceText } from "../../expression/textPiece";
import type { FindingLevel } from "../../template/templatePackage";
import { formatAddress, formatPosition, type CellAddress } from "../../workbook/cellAddress";
import {
  isOwnWords,
  standingWords,
  type JudgedWords,
  type StandingParagraph,
  type StandingSection,
} from "./standingParagraph";

interface NarrativeCheckMeta {
  readonly code: string;
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly level: FindingLevel;
  readonly kind: Finding["kind"];
}

const EDITED_FIGURES: NarrativeCheckMeta = {
  code: "K571",
  id: "narrative-edited-figures",
  title: "手工改写的说明与表一致",
  why: "情况说明可以改写，里面的数要与公开表和补充资料一致",
  level: "must-hold",
  kind: "text",
};

const MISSING_REASON: NarrativeCheckMeta = {
  code: "K572",
  id: "narrative-missing-reason",
  title: "说明写明原因",
  why: "增减、预决算差异要写明原因，没有写的公开不了",
  level: "explain",
  kind: "text",
};

/** Checks of the 情况说明 as it stands on its sheet. */
export const NARRATIVE_CHECKS: readonly NarrativeCheckMeta[] = [EDITED_FIGURES, MISSING_REASON];

/** Nothing where the workbook has no 情况说明 that we laid out. */
export function narrativeFindings(sections: readonly StandingSection[]): readonly Finding[] {
  const standing = sections.flatMap((section) =>
    section.paragraphs
      .filter(({ cell }) => cell !== undefined)
      .map((paragraph) => ({ section, paragraph })),
  );
  return [
    ...standing.flatMap(({ section, paragraph }) => editedFigures(section, paragraph)),
    ...missingReasons(standing),
    ...undecidedReasons(standing),
  ];
}

interface Standing {
  readonly section: StandingSection;
  readonly paragraph: StandingParagraph;
}

function finding(
  { code, id, title, level, kind }: NarrativeCheckMeta,
  state: Finding["state"],
  explanation: string,
  cells: readonly CellAddress[],
): Finding {
  return { code, id, title, level, kind, state, explanation, cells };
}

function editedFigures(section: StandingSection, paragraph: StandingParagraph): Finding[] {
  if (!isOwnWords(paragraph)) return [];
  const { wrong, untied, isUnread, cell } = paragraph;
  const place = `${placeOf(section, paragraph)}改写过`;
  const cells = cell ? [cell] : [];
  if (isUnread) {
    const words = `${place}，本条公式出错，没有核对（软件问题，不是您的数据问题）。`;
    return [finding(EDITED_FIGURES, "relationFault", words, cells)];
  }
  const found: Finding[] = [];
  if (wrong.length > 0) {
    const words = `${place}，与表里的数不符：${quoted(wrong)}也可以在“说明”页恢复自动取数。`;
    found.push(finding(EDITED_FIGURES, "failed", words, cells));
  }
  if (untied.length > 0) {
    const words = `${place}，有的数工作簿里没有，没有核对：${named(untied.map(({ quote }) => `“${quote}”`))}。请核对来源。`;
    found.push(finding(EDITED_FIGURES, "undetermined", words, cells));
  }
  const missing = paragraph.pieces.flatMap((piece) => {
    const isFilled = piece.kind === "gap" && !standingWords(paragraph).includes(pieceText(piece));
    return isFilled && !piece.label.endsWith("原因") ? [piece] : [];
  });
  if (missing.length > 0) {
    const labels = named(missing.map(({ label }) => `“${label}”`));
    const words = `${place}，可工作簿里没有${labels}，与它有关的数没有核对。请补填。`;
    const gaps = missing.flatMap((piece) => piece.cell ?? []);
    found.push(finding(EDITED_FIGURES, "undetermined", words, [...cells, ...gaps]));
  }
  return found;
}

/** One reason may be wanted in several sentences. */
function missingReasons(standing: readonly Standing[]): Finding[] {
  const reasons = new Map<string, Finding>();
  for (const { section, paragraph } of standing) {
    for (const { label, isReason, cell } of paragraph.gaps) {
      const key = cell ? formatAddress(cell) : label;
      if (!isReason || reasons.has(key)) continue;
      const before = wordsBefore(standingWords(paragraph), label);
      const where = cell ? `在${formatAddress(cell)}填写` : "补上";
      const words = `${placeOf(section, paragraph)}“${before}”后面缺“${label}”。请${where}。`;
      const cells = [cell, paragraph.cell].flatMap((each) => each ?? []);
      reasons.set(key, finding(MISSING_REASON, "failed", words, cells));
    }
  }
  return [...reasons.values()];
}

/** Whether figures have changed, and a reason is wanted, hangs on these. */
const COMPARED = /上年|预算/u;

function undecidedReasons(standing: readonly Standing[]): Finding[] {
  const lacking = standing
    .flatMap(({ paragraph }) => paragraph.gaps)
    .filter(({ label, isReason, cell }) => !isReason && cell && COMPARED.test(label));
  if (lacking.length === 0) return [];
  const labels = named(lacking.map(({ label }) => label));
  const words = `补充资料还缺${labels}，要不要写增减和差异的原因判断不了。请补填。`;
  const cells = new Map(
    lacking.flatMap(({ cell }) => (cell ? [[formatAddress(cell), cell] as const] : [])),
  );
  return [finding(MISSING_REASON, "undetermined", words, [...cells.values()])];
}

function placeOf({ number }: StandingSection, { cell }: StandingParagraph): string {
  return `情况说明第${number}节${cell ? `（${formatPosition(cell)}）` : ""}`;
}

const SHOWN = 2;
const LONGEST = 40;

function quoted(judged: readonly JudgedWords[]): string {
  const shown = judged.slice(0, SHOWN).map(({ quote, explanation }) => `“${quote}”${explanation}`);
  const more = judged.length > SHOWN ? `这样的共 ${String(judged.length)} 处。` : "";
  return shown.join("") + more;
}

function named(items: readonly string[]): string {
  const different = [...new Set(items)];
  const more = different.length > SHOWN ? `等 ${String(different.length)} 项` : "";
  return different.slice(0, SHOWN).join("、") + more;
}

/** The sentence up to what is missing: it has the figures that ask for a reason. */
function wordsBefore(words: string, label: string): string {
  const [before = ""] = words.split(`【缺：${label}】`);
  const sentence = before.split(/[。；]/u).at(-1) ?? "";
  return Array.from(sentence).slice(-LONGEST).join("");
}
