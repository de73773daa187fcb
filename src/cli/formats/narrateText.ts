import type { NarratedWorkbook } from "../../application/narrateWorkbook";
import {
  stateOf,
  type ParagraphState,
  type StandingParagraph,
} from "../../domain/narrative/standing/standingParagraph";
import { formatAddress } from "../../domain/workbook/cellAddress";

const INDENT = "　　";
const STATES: Readonly<Record<Exclude<ParagraphState, "automatic" | "gap">, string>> = {
  wrong: "不符",
  edited: "已手工修改",
  added: "自己加的段落",
  removed: "已删去",
};

export function narrateText({ sections }: Pick<NarratedWorkbook, "sections">): string {
  return sections
    .map(({ number, title, paragraphs }) =>
      [
        `${number}、${title}`,
        ...paragraphs.filter(({ text }) => text !== "").map(({ text }) => `${INDENT}${text}`),
      ].join("\n"),
    )
    .join("\n\n");
}

/** What the sheet says otherwise than the figures do: beside the text, which is pasted elsewhere. */
export function editedParagraphs({ ownSections }: Pick<NarratedWorkbook, "ownSections">): string {
  return ownSections
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ origin }) => origin !== "automatic")
    .flatMap(lineOf)
    .join("\n");
}

function lineOf(paragraph: StandingParagraph): string[] {
  const { cell, origin, words, text, wrong, untied } = paragraph;
  const state = stateOf(paragraph);
  const name = STATES[state === "gap" || state === "automatic" ? "edited" : state];
  const edited = state === "wrong" && origin === "edited" ? `${STATES.edited}，` : "";
  const place = cell ? `（${formatAddress(cell)}）` : "";
  return [
    `${edited}${name}${place}：${words ?? text}`,
    ...[...wrong, ...untied].map(({ quote, explanation }) => `  “${quote}”：${explanation}`),
  ];
}
