import { scopeOf } from "../../checking/checkDisclosure";
import type { DocumentPart, ReportOutline, TextSection } from "../../checking/compilePublication";
import type { Template } from "../../checking/compileTemplate";
import type { Disclosure } from "../../disclosure/disclosure";
import { renderText } from "../../expression/renderText";
import type { Scope } from "../../expression/scope";
import type { TableRole } from "../../template/templatePackage";
import type { SheetPlan, WritePlan } from "../../workbook/writePlan";
import type {
  ContentsEntry,
  DocumentBlock,
  DocumentHeading,
  DocumentSection,
  PublishedDocument,
} from "./documentModel";
import { documentTable } from "./documentTable";
import { pageRoom, pagesOf, TABLE_MARGINS, TEXT_MARGINS } from "./pages";

export interface DocumentInput {
  readonly template: Template;
  /** The figures of the texts. */
  readonly disclosure: Disclosure;
  /** 公开稿: the sheets as they are printed. */
  readonly published: WritePlan;
  readonly unitName: string;
  readonly year: number;
  /** separate: the tables go out as a file of their own, and the document says so. */
  readonly tables: "inside" | "separate";
}

type ReportInput = Pick<DocumentInput, "template" | "disclosure" | "unitName" | "year">;

/** The whole 部门决算公开, in the order of the edition. */
export function composeDocument(input: DocumentInput): PublishedDocument {
  const { template, unitName, year } = input;
  const { publication } = template;
  const title = withYear(publication.title, year);
  const body = numbered(publication.parts.flatMap((part) => partSections(part, input)));
  const unnumbered = (block: DocumentBlock): DocumentSection => {
    return { ...textSection([block]), pageNumbers: "none" };
  };
  const cover = {
    kind: "cover",
    year: `${String(year)}年度`,
    unitName,
    title: "部门决算",
  } as const;
  const contents = { kind: "contents", entries: entriesOf(body) } as const;
  const sections = [unnumbered(cover), unnumbered(contents), ...body];
  return { title: `${unitName}${title}`, sections };
}

/** One of the outlines alone, to be written on. */
export function composeReport(outline: ReportOutline, input: ReportInput): PublishedDocument {
  const title = printedTitle(outline, input.year);
  return {
    title: `${input.unitName}${title}`,
    sections: numbered([reportSection(outline, input, 1)]),
  };
}

/** Alone, or as an annex below the heading of its part. */
function reportSection(
  outline: ReportOutline,
  { template, disclosure, unitName, year }: ReportInput,
  level: 1 | 2,
): DocumentSection {
  const heading: DocumentHeading = {
    kind: "heading",
    level,
    text: printedTitle(outline, year),
    ...(level === 2 ? { isTableTitle: true } : {}),
  };
  const unit: DocumentBlock = { kind: "paragraph", text: unitName, isCentred: true };
  const scope = scopeOf(disclosure, template);
  const below = level === 1 ? 2 : 3;
  return textSection([heading, unit, ...textBlocks(outline.sections, scope, year, below)]);
}

/** （简式） behind it tells the outlines apart, and is no part of what is printed. */
const printedTitle = ({ title }: ReportOutline, year: number): string =>
  withYear(title, year).replace(/（[^（）]+）$/u, "");

function textSection(blocks: readonly DocumentBlock[]): DocumentSection {
  return { orientation: "portrait", margins: TEXT_MARGINS, pageNumbers: "on", blocks };
}

function withYear(text: string, year: number): string {
  return text.replaceAll("{年度}", String(year));
}

/** The first section counts pages from 1; headings get the names that the contents lead to. */
function numbered(sections: readonly DocumentSection[]): DocumentSection[] {
  let headings = 0;
  const anchored = (block: DocumentBlock): DocumentBlock => {
    if (block.kind !== "heading" || block.level === 3) return block;
    headings += 1;
    return { ...block, anchor: `heading${String(headings)}` };
  };
  return sections.map((section, index) => ({
    ...section,
    pageNumbers: index === 0 ? "first" : "on",
    blocks: section.blocks.map(anchored),
  }));
}

function partSections(part: DocumentPart, input: DocumentInput): DocumentSection[] {
  const heading: DocumentHeading = {
    kind: "heading",
    level: 1,
    text: withYear(part.heading, input.year),
  };
  const text = (blocks: readonly DocumentBlock[]) => [
    textSection(blocks.length > 0 ? [heading, ...blocks] : [{ ...heading, isAlone: true }]),
  ];
  const scope = scopeOf(input.disclosure, input.template);
  switch (part.kind) {
    case "texts":
      return text(textBlocks(part.sections, scope, input.year));
    case "narrative":
      return text(narrativeBlocks(input));
    case "terms":
      return text(termBlocks(part, input));
    case "tables":
      return input.tables === "separate"
        ? text([{ kind: "paragraph", text: "各表见附表。" }])
        : [...text([]), ...tableSections(input, "disclosure")];
    case "forms": {
      const outlines = part.reports.flatMap(
        (id) => input.template.publication.reports.find((outline) => outline.id === id) ?? [],
      );
      const [first, ...others] = outlines.map((outline) => reportSection(outline, input, 2));
      const forms = [...tableSections(input, "evaluation"), ...tableSections(input, "information")];
      if (first) return [...text(first.blocks), ...others, ...forms];
      return forms.length === 0 ? [] : [...text([]), ...forms];
    }
  }
}

function textBlocks(
  sections: readonly TextSection[],
  scope: Scope,
  year: number,
  level: 2 | 3 = 2,
): DocumentBlock[] {
  return sections.flatMap(({ title, paragraphs }): DocumentBlock[] => [
    { kind: "heading", level, text: withYear(title, year) },
    ...paragraphs
      .flatMap((parts) => renderText(parts, scope).split("\n"))
      .filter((text) => text.trim() !== "")
      .map((text) => paragraphOrHeading(text.trim())),
  ]);
}

const SUBHEADING = /^[（(][一二三四五六七八九十]+[）)][^。；]{1,40}$/u;

function paragraphOrHeading(text: string): DocumentBlock {
  return SUBHEADING.test(text) ? { kind: "heading", level: 3, text } : { kind: "paragraph", text };
}

/** As the sheet has it, with what people changed by hand. */
function narrativeBlocks({ published, template }: DocumentInput): DocumentBlock[] {
  const { sheetName } = template.structure.definition.narrative;
  const sheet = published.sheets.find(({ name }) => name === sheetName);
  const cells = [...(sheet?.cells ?? [])].sort((a, b) => a.row - b.row);
  return cells.flatMap(({ value, style }): DocumentBlock[] => {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "" || style === "narrative.title") return [];
    if (style === "narrative.heading") return [{ kind: "heading", level: 2, text }];
    const lines = text.split("\n").map((line) => line.trim());
    return lines.filter((line) => line !== "").map(paragraphOrHeading);
  });
}

/** Only what a reader meets. */
function termBlocks(
  { terms }: DocumentPart,
  { published, template }: DocumentInput,
): DocumentBlock[] {
  const { sheetName } = template.structure.definition.narrative;
  const said = publishedWords(published, sheetName);
  const occurring = terms.filter(({ term, also = [] }) =>
    [term, ...also].some((word) => said.includes(word)),
  );
  return occurring.map(({ term, text }, index): DocumentBlock => {
    return { kind: "paragraph", text: `${String(index + 1)}．${term}：${text}` };
  });
}

/** The sentences, and of the tables the rows and columns that have a figure. */
function publishedWords({ sheets }: WritePlan, narrative: string): string {
  const words = sheets.flatMap(({ name, cells }) => {
    if (name === narrative) {
      return cells.map(({ value }) => (typeof value === "string" ? value : ""));
    }
    // 行次 stands in every row.
    const filled = new Set(
      cells.flatMap(({ row, value, style }) =>
        typeof value === "number" && value !== 0 && style !== "table.lineNumber" ? [row] : [],
      ),
    );
    const head = cells.filter(({ style }) => style === "table.head");
    const columns = new Set(
      cells.flatMap(({ column, value }) =>
        typeof value === "number" && value !== 0 ? [column] : [],
      ),
    );
    return [
      ...head.filter(({ column }) => columns.has(column)),
      ...cells.filter(({ row, style }) => filled.has(row) && style !== "table.head"),
    ].map(({ value }) => (typeof value === "string" ? value.replaceAll(/\s/gu, "") : ""));
  });
  return words.join("\n");
}

function tableSections(
  { published, template }: DocumentInput,
  role: Exclude<TableRole, "supplement">,
): DocumentSection[] {
  const names = new Set(
    [...template.structure.tables.values()]
      .filter(({ definition }) => definition.role === role)
      .map(({ definition }) => definition.sheetName),
  );
  return published.sheets
    .filter(({ name }) => names.has(name))
    .flatMap((sheet) => {
      // The tables lie as one; a form stands as it is filled in.
      const own = sheet.pageSetup?.orientation ?? "portrait";
      return tableSection(sheet, published, role === "disclosure" ? "landscape" : own);
    });
}

function tableSection(
  sheet: SheetPlan,
  { styles }: WritePlan,
  orientation: DocumentSection["orientation"],
): DocumentSection[] {
  const table = documentTable(sheet, styles, pageRoom(orientation, TABLE_MARGINS));
  if (!table) return [];
  const title = sheet.cells.find(({ style }) => style === "table.title")?.value;
  const text = typeof title === "string" ? title.replaceAll(/\s/gu, "") : sheet.name;
  return [
    {
      orientation,
      margins: TABLE_MARGINS,
      pageNumbers: "on",
      blocks: [
        { kind: "heading", level: 2, text, isTableTitle: true },
        { kind: "table", table },
      ],
    },
  ];
}

function entriesOf(sections: readonly DocumentSection[]): ContentsEntry[] {
  const pages = pagesOf(sections);
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): ContentsEntry[] => {
      if (block.kind !== "heading" || block.anchor === undefined || block.level === 3) return [];
      const { level, text, anchor } = block;
      return [{ level, text, anchor, page: pages.get(anchor) ?? 1 }];
    });
}
