import {
  AlignmentType,
  Bookmark,
  InternalHyperlink,
  LeaderType,
  Paragraph,
  SimpleField,
  TabStopType,
} from "docx";
import type { ContentsEntry, DocumentBlock, DocumentHeading } from "../../ports/documentFile";
import { FONTS, HEADINGS, LINES, run } from "./docxStyles";

const BODY = { font: FONTS.body, size: 16 };
/** Two characters of 16 pt. */
const FIRST_LINE = 640;
const TEXT_WIDTH = 8832;
/** Above a heading that has a page to itself: it stands where the eye looks for it. */
const ABOVE_ALONE = 4200;

/** 【缺：…】 and 【请填写：…】 stand out until somebody fills them in. */
const OPEN = /(【(?:缺|请填写)[:：][^】]*】)/u;

export function paragraphBlock(text: string, isCentred = false): Paragraph {
  const parts = text.split(OPEN).filter((part) => part !== "");
  return new Paragraph({
    spacing: LINES,
    ...(isCentred
      ? { alignment: AlignmentType.CENTER }
      : { alignment: AlignmentType.BOTH, indent: { firstLine: FIRST_LINE } }),
    children: parts.map((part) =>
      run(part, OPEN.test(part) ? { ...BODY, highlight: "yellow" } : BODY),
    ),
  });
}

export function headingBlock(block: DocumentHeading): Paragraph {
  const { level, text, isTableTitle, isAlone, anchor } = block;
  const { level: heading, font, size } = HEADINGS[level];
  const words = run(text, isTableTitle ? { font: FONTS.title, size: 18 } : { font, size });
  return new Paragraph({
    heading,
    spacing: {
      ...LINES,
      ...(level === 1 ? { before: isAlone ? ABOVE_ALONE : 280, after: 280 } : {}),
    },
    ...(isTableTitle || level === 1
      ? { alignment: AlignmentType.CENTER }
      : { indent: { firstLine: FIRST_LINE } }),
    keepNext: true,
    children: [anchor === undefined ? words : new Bookmark({ id: anchor, children: [words] })],
  });
}

export function coverBlocks({
  year,
  unitName,
  title,
}: DocumentBlock & { readonly kind: "cover" }): Paragraph[] {
  const line = (text: string, size: number, before: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, line: Math.round(size * 1.5) * 20, lineRule: "exact" },
      children: [run(text, { font: FONTS.title, size })],
    });
  return [
    line(year, 26, 3200),
    line(unitName, unitName.length > 14 ? 26 : 36, 500),
    line(title, 48, 700),
  ];
}

export function contentsBlocks(entries: readonly ContentsEntry[]): Paragraph[] {
  const head = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...LINES, after: 280 },
    children: [run("目　录", { font: FONTS.title, size: 22 })],
  });
  return [head, ...entries.map(contentsLine)];
}

function contentsLine({ level, text, anchor, page }: ContentsEntry): Paragraph {
  const font = { font: level === 1 ? FONTS.heading : FONTS.body, size: level === 1 ? 15 : 14 };
  return new Paragraph({
    spacing: { line: 480, lineRule: "exact" },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
    indent: { left: level === 1 ? 0 : 420 },
    children: [
      new InternalHyperlink({ anchor, children: [run(text, font)] }),
      run("\t", font),
      new SimpleField(`PAGEREF ${anchor} \\h`, String(page)),
    ],
  });
}
