import type { Template } from "../domain/checking/compileTemplate";
import { narratedAs } from "../domain/checking/narratedAs";
import { withForms } from "../domain/checking/templateForms";
import { readSettings, withSettings } from "../domain/checking/workbookSettings";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { formsFound } from "../domain/disclosure/formsFound";
import { recognise } from "../domain/disclosure/recognise";
import { readState } from "../domain/workbook/stateSheet";
import type { WorkbookReader, WorkbookSnapshot } from "../ports/workbookPorts";
import type { PackageLibrary } from "./packageLibrary";
import { UseCaseError } from "./useCaseError";

export interface RecognisedWorkbook {
  readonly template: Template;
  readonly disclosure: Disclosure;
}

/** Reads a workbook in the words of the template asked for, else of the one that recognises most of it. */
export async function recogniseWorkbook(
  reader: WorkbookReader,
  library: PackageLibrary,
  templateId?: string,
): Promise<RecognisedWorkbook> {
  const templates =
    templateId === undefined ? await allTemplates(library) : [await library.get(templateId)];
  const snapshot = await reader.read();
  const [best] = templates
    .map((template) => recogniseAs(template, snapshot))
    .sort((a, b) => compareRecognition(b.disclosure, a.disclosure));
  if (!best || best.disclosure.placement.tables.size === 0) {
    throw new UseCaseError("nothingRecognised");
  }
  // Asked for, an edition is told whatever the workbook has.
  const told =
    library.narrative === undefined ? narratedAs(best.template, snapshot) : best.template;
  const set = asChosen(told, snapshot);
  return set === best.template ? best : recogniseAs(set, snapshot);
}

/** The template with the forms that the workbook has, and with the settings that it keeps. */
export function asChosen(template: Template, snapshot: WorkbookSnapshot): Template {
  const own = withSettings(template, {});
  const forms = withForms(own, formsFound(snapshot, own.structure));
  return withSettings(forms, readSettings(readState(snapshot)));
}

async function allTemplates(library: PackageLibrary): Promise<Template[]> {
  const entries = await library.list();
  return Promise.all(entries.map(({ id }) => library.get(id)));
}

function recogniseAs(template: Template, snapshot: WorkbookSnapshot): RecognisedWorkbook {
  return { template, disclosure: recognise(snapshot, template.structure) };
}

/** Tables first; editions that print the same tables differ in their columns and rows. */
function compareRecognition(a: Disclosure, b: Disclosure): number {
  return (
    a.placement.tables.size - b.placement.tables.size ||
    placesIn(a) - placesIn(b) ||
    b.problems.length - a.problems.length
  );
}

function placesIn({ placement }: Disclosure): number {
  let places = 0;
  for (const { blocks } of placement.tables.values()) {
    for (const { columns, rows } of blocks) places += columns.size + rows.length;
  }
  return places;
}
