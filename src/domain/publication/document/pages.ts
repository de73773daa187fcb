import type { DocumentBlock, DocumentSection, DocumentTable, PageMargins } from "./documentModel";

/** 公文: 37 mm above, 35 below, 28 left, 26 right. Points. */
export const TEXT_MARGINS: PageMargins = { top: 104.9, bottom: 99.2, left: 79.4, right: 73.7 };
/** Tables keep closer to the edges, as the paper of the forms has it. */
export const TABLE_MARGINS: PageMargins = { top: 42, bottom: 45, left: 45, right: 45 };
/** 三号 on lines of 28 points. */
const TEXT = { line: 28, fontSize: 16 } as const;
const A4 = { long: 841.9, short: 595.3 } as const;

type Orientation = DocumentSection["orientation"];

/** What the margins leave of the paper. */
export function pageRoom(orientation: Orientation, { top, bottom, left, right }: PageMargins) {
  const [width, height] = orientation === "landscape" ? [A4.long, A4.short] : [A4.short, A4.long];
  return { width: width - left - right, height: height - top - bottom };
}

/** On which page each anchor will stand, counted from the section whose pages are numbered first. */
export function pagesOf(sections: readonly DocumentSection[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  let page = 1;
  for (const { blocks, orientation, margins, pageNumbers } of sections) {
    if (pageNumbers === "none") continue;
    let used = 0;
    const { width, height } = pageRoom(orientation, margins);
    for (const block of blocks) {
      const needed = heightOf(block, width);
      const keeps = block.kind === "heading" ? TEXT.line : 0;
      if (used > 0 && used + Math.min(needed, TEXT.line) + keeps > height) {
        page += 1;
        used = 0;
      }
      if (block.kind === "heading" && block.anchor !== undefined) pages.set(block.anchor, page);
      used += needed;
      while (used > height) {
        page += 1;
        used -= height;
      }
    }
    page += 1;
  }
  return pages;
}

function heightOf(block: DocumentBlock, width: number): number {
  switch (block.kind) {
    case "table":
      return tableHeight(block.table);
    case "paragraph":
    case "heading":
      return linesOf(block.text, width) * TEXT.line;
    default:
      return 0;
  }
}

function linesOf(text: string, width: number): number {
  let characters = 2;
  for (const character of text) characters += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return Math.max(1, Math.ceil((characters * TEXT.fontSize) / width));
}

const LINE = 16;

function tableHeight({ above, rows, below }: DocumentTable): number {
  const lines = (above.length + below.length) * LINE;
  return rows.reduce((total, { height }) => total + height, lines);
}
