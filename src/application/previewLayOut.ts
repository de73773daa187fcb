import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { optionalForms } from "../domain/template/optionalForms";
import { projectForms } from "../domain/template/projectForms";
import type { TemplateLibrary } from "./templateLibrary";

export interface LayoutPreview {
  /** The year that the template was made for. */
  readonly year: number;
  /** The sheets a person will see, in their order. */
  readonly sheetNames: readonly string[];
  /** Sheets for calculations, beside those. */
  readonly hiddenSheets: number;
  /** What the sheet of a project's 自评表 is called; undefined where the template has none. */
  readonly projectForm?: string;
  /** Forms that stand in a set when they are asked for. */
  readonly forms: readonly OptionalFormEntry[];
  /** Other editions of the 情况说明. */
  readonly narratives: readonly NarrativeEdition[];
}

export interface OptionalFormEntry {
  readonly key: string;
  readonly sheetName: string;
}

export interface NarrativeEdition {
  readonly id: string;
  readonly title: string;
  /** What of it nobody has read in a document. */
  readonly unverified?: string;
}

/** What 套表 would add; writes nothing. */
export async function previewLayOut(
  library: TemplateLibrary,
  templateId: string,
): Promise<LayoutPreview> {
  const template = await library.get(templateId);
  const { year, narratives = [] } = template.structure.definition;
  const { sheets } = layOutWorkbook(template, { unitName: "", year });
  const [form] = projectForms(template.structure);
  const shown = sheets.filter(({ visibility }) => visibility === "visible");
  return {
    year,
    sheetNames: shown.map(({ name }) => name),
    hiddenSheets: sheets.length - shown.length,
    ...(form ? { projectForm: form.definition.sheetName } : {}),
    forms: optionalForms(template.structure).map(({ table: { key, sheetName } }) => ({
      key,
      sheetName,
    })),
    narratives: narratives.map(({ id, title, unverified }) => ({
      id,
      title,
      ...(unverified === undefined ? {} : { unverified }),
    })),
  };
}
