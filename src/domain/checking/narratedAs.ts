import { normaliseLabel } from "../template/labels";
import { withNarrative } from "../template/narratives";
import type { TemplateStructure } from "../template/template";
import type { WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { compileTemplate, type Template } from "./compileTemplate";

const known = new WeakMap<Template, Map<string, Template>>();

/** The template with the 情况说明 in the edition whose sections the workbook has; its own where no other fits better. */
export function narratedAs(template: Template, snapshot: WorkbookSnapshot): Template {
  const { structure } = template;
  const headings = headingsIn(snapshot, structure.definition.narrative.sheetName);
  if (headings.size === 0) return template;
  let best = { template, fit: fitOf(structure, headings) };
  for (const { id } of structure.definition.narratives ?? []) {
    const told = withNarrative(structure, id);
    const fit = told ? fitOf(told, headings) : -Infinity;
    if (told && fit > best.fit) best = { template: compiled(template, id, told), fit };
  }
  return best.template;
}

/** The template with the 情况说明 of the edition asked for; undefined where it has no such one. */
export function toldAs(template: Template, id: string): Template | undefined {
  const told = withNarrative(template.structure, id);
  return told && compiled(template, id, told);
}

function headingsIn({ sheets }: WorkbookSnapshot, name: string): ReadonlySet<string> {
  const sheet = sheets.find((each) => each.name === name);
  return new Set(
    (sheet?.values ?? []).flatMap(([value]) =>
      typeof value === "string" ? [normaliseLabel(value)] : [],
    ),
  );
}

/** How many more sections of the edition stand there under their own numbers than do not. */
function fitOf({ definition }: TemplateStructure, headings: ReadonlySet<string>): number {
  return definition.narrative.sections.reduce(
    (fit, { number, title }) =>
      fit + (headings.has(normaliseLabel(`${number}、${title}`)) ? 1 : -1),
    0,
  );
}

function compiled(template: Template, id: string, told: TemplateStructure): Template {
  const editions = known.get(template) ?? new Map<string, Template>();
  known.set(template, editions);
  const before = editions.get(id);
  if (before) return before;
  const compiling = compileTemplate(told);
  const edition = "template" in compiling ? compiling.template : template;
  editions.set(id, edition);
  return edition;
}
