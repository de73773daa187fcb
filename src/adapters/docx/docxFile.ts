import { AlignmentType, Document, Footer, NumberFormat, Packer, PageNumber, Paragraph } from "docx";
import type {
  DocumentBlock,
  DocumentFile,
  DocumentSection,
  PublishedDocument,
} from "../../ports/documentFile";
import { coverBlocks, contentsBlocks, headingBlock, paragraphBlock } from "./docxBlocks";
import { DOCUMENT_STYLES, FONTS, run } from "./docxStyles";
import { tableBlocks } from "./docxTable";

const TWIPS = 20;
const A4 = { width: 11906, height: 16838 };
/** Above the edge of the paper. */
const FOOTER_SHARE = 0.6;

export class DocxFile implements DocumentFile {
  async write({ title, sections }: PublishedDocument): Promise<Uint8Array> {
    const document = new Document({
      title,
      creator: "",
      lastModifiedBy: "",
      styles: DOCUMENT_STYLES,
      evenAndOddHeaderAndFooters: true,
      features: { updateFields: true },
      sections: sections.map((section) => ({
        properties: properties(section),
        ...(section.pageNumbers === "none" ? {} : { footers: FOOTERS }),
        children: section.blocks.flatMap(blocksOf),
      })),
    });
    return new Uint8Array(await Packer.toArrayBuffer(document));
  }
}

function blocksOf(block: DocumentBlock) {
  switch (block.kind) {
    case "cover":
      return coverBlocks(block);
    case "contents":
      return contentsBlocks(block.entries);
    case "heading":
      return [headingBlock(block)];
    case "paragraph":
      return [paragraphBlock(block.text, block.isCentred)];
    case "table":
      return tableBlocks(block.table);
  }
}

function properties({ orientation, pageNumbers, margins }: DocumentSection) {
  const twips = (points: number) => Math.round(points * TWIPS);
  return {
    page: {
      // The library turns width and height of a landscape page itself.
      size: { ...A4, orientation },
      margin: {
        top: twips(margins.top),
        bottom: twips(margins.bottom),
        left: twips(margins.left),
        right: twips(margins.right),
        footer: twips(margins.bottom * FOOTER_SHARE),
      },
      ...(pageNumbers === "first"
        ? { pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } }
        : {}),
    },
  };
}

const footer = (alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [
          run("— ", { font: FONTS.number, size: 14 }),
          run([PageNumber.CURRENT], { font: FONTS.number, size: 14 }),
          run(" —", { font: FONTS.number, size: 14 }),
        ],
      }),
    ],
  });

/** — 1 —, outside: odd pages at the right, even ones at the left. */
const FOOTERS = { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) };
