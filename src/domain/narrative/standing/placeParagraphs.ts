import { markDifferences } from "../../comparison/markDifferences";
import type { NarratedSection } from "../narrate";
import type { NarrativeRow, StandingSheet } from "./narrativeRows";
import type { ParagraphLine } from "./paragraphLines";

/** So much of the longer text has to stand in the other for one to be an edited version of it. */
const ALIKE = 0.6;

/** The row of each paragraph, by key: as the hidden sheet says, else by its words. */
export function placeParagraphs(
  { rows, sectionAt, name }: StandingSheet,
  lines: readonly ParagraphLine[],
  sections: readonly NarratedSection[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const taken = new Set<number>();
  const take = (key: string, row: number) => {
    places.set(key, row);
    taken.add(row);
  };
  for (const { key, place } of lines) {
    if (!place || (place.sheet ?? name) !== name || taken.has(place.row)) continue;
    if (!places.has(key) && sectionAt(place.row) === sectionOf(key)) take(key, place.row);
  }
  for (const { number, paragraphs } of sections) {
    const lost = paragraphs.filter(({ key }) => !places.has(key));
    for (const isAlike of [isSame, isEdited]) {
      for (const { key, text } of lost) {
        if (places.has(key)) continue;
        const free = [...rows.values()].filter(
          ({ row, section }) => section === number && !taken.has(row),
        );
        const found = free.find((row) => isAlike(row, text));
        if (found) take(key, found.row);
      }
    }
  }
  return places;
}

export function sectionOf(key: string): string {
  return key.split(".")[0] ?? "";
}

/** Alike but for blanks. */
export function saysTheSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/\s/gu, "");
}

function isSame({ words = "" }: NarrativeRow, text: string): boolean {
  return saysTheSame(words, text);
}

function isEdited({ words = "" }: NarrativeRow, text: string): boolean {
  const longer = Math.max(words.length, text.length);
  if (Math.min(words.length, text.length) < longer * ALIKE) return false;
  const same = markDifferences(text, words).filter(({ kind }) => kind === "same");
  return same.reduce((sum, { text: kept }) => sum + kept.length, 0) >= longer * ALIKE;
}
