import type { TextPart } from "../expression/expression";
import { parseText } from "../expression/parse";
import type { TemplateStructure } from "../template/template";
import type { TermDefinition, TextSectionDefinition } from "../template/templatePackage";
import type { Attempt } from "./compileNarrative";

/** The parts of the published document, their texts resolved; {年度} still stands in titles and headings. */
export interface Publication {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  readonly reports: readonly ReportOutline[];
}

export interface DocumentPart {
  readonly kind: "texts" | "tables" | "narrative" | "terms" | "forms";
  readonly heading: string;
  readonly sections: readonly TextSection[];
  readonly terms: readonly TermDefinition[];
  /** Ids of outlines. */
  readonly reports: readonly string[];
}

export interface TextSection {
  readonly title: string;
  readonly paragraphs: readonly (readonly TextPart[])[];
}

export interface ReportOutline {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly TextSection[];
}

/** What every edition publishes, for packages that say no more. */
const PLAIN: Publication = {
  title: "{年度}年度部门决算",
  parts: [
    {
      kind: "tables",
      heading: "第一部分 {年度}年度部门决算表",
      sections: [],
      terms: [],
      reports: [],
    },
    {
      kind: "narrative",
      heading: "第二部分 {年度}年度部门决算情况说明",
      sections: [],
      terms: [],
      reports: [],
    },
    { kind: "forms", heading: "第三部分 附件", sections: [], terms: [], reports: [] },
  ],
  reports: [],
};

export function compilePublication(structure: TemplateStructure, attempt: Attempt): Publication {
  const { publication } = structure.definition;
  if (!publication) return PLAIN;
  const compiled = (sections: readonly TextSectionDefinition[], path: string): TextSection[] =>
    sections.map(({ title, paragraphs }, index) => ({
      title,
      paragraphs: paragraphs.flatMap((text, paragraph) => {
        const place = `${path}.sections[${String(index)}].paragraphs[${String(paragraph)}]`;
        const parts = attempt(place, text, () => parseText(text, structure));
        return parts ? [parts] : [];
      }),
    }));
  const { title, parts, reports } = publication;
  return {
    title,
    parts: parts.map(({ kind, heading, sections = [], terms = [], reports: ids = [] }, index) => ({
      kind,
      heading,
      sections: compiled(sections, `publication.parts[${String(index)}]`),
      terms,
      reports: ids,
    })),
    reports: reports.map((report, index) => ({
      id: report.id,
      title: report.title,
      sections: compiled(report.sections, `publication.reports[${String(index)}]`),
    })),
  };
}
