import { cellText } from "../../application/findingWords";
import type { SuspectCard, SuspectedCells } from "../../domain/checking/suspects/suspectCards";
import { formatAddress } from "../../domain/workbook/cellAddress";

/** Beyond that the cells of a relation say as much. */
const SHOWN = 3;

/** Where the failed relations may come from: the likeliest cells of each, before → after. */
export function suspectsText(cards: readonly SuspectCard[]): string[] {
  if (cards.length === 0) return [];
  return [
    "",
    `可能填错的格（${String(cards.length)} 处）`,
    ...cards.flatMap(({ suspects }, index) => [
      ...suspects.slice(0, SHOWN).map((each, place) => {
        const number = place === 0 ? `${String(index + 1).padStart(3)}. ` : "     或 ";
        return `${number}${suspectText(each)}`;
      }),
    ]),
  ];
}

function suspectText({ changes, why }: SuspectedCells): string {
  const words = changes.map(
    ({ cell, name, before, after }) =>
      `${name} ${cellText(before) || "（空）"} → ${cellText(after) || "（空）"}（${formatAddress(cell)}）`,
  );
  return `${words.join("，")}　${why}`;
}
