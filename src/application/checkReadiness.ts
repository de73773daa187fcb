import type { CheckReport } from "../domain/checking/checkDisclosure";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { readinessOf } from "../domain/publication/readiness";
import type { WorkbookExtras, WorkbookInspector, WorkbookReader } from "../ports/workbookPorts";
import { checkWorkbook, type CheckedWorkbook } from "./checkWorkbook";
import type { Readiness } from "./readinessWords";
import type { TemplateLibrary } from "./templateLibrary";

export interface ReadyWorkbook extends CheckedWorkbook {
  readonly readiness: Readiness;
}

export async function checkReadiness(
  reader: WorkbookReader & WorkbookInspector,
  library: TemplateLibrary,
  {
    templateId,
    year,
  }: { readonly templateId?: string | undefined; readonly year?: number | undefined } = {},
): Promise<ReadyWorkbook> {
  const checked = await checkWorkbook(reader, library, templateId);
  return { ...checked, readiness: readinessIn(checked, await reader.inspect(), year) };
}

export function readinessIn(
  { disclosure, report }: { readonly disclosure: Disclosure; readonly report: CheckReport },
  extras: WorkbookExtras,
  year?: number,
): Readiness {
  const input = { disclosure, report, extras, ...(year === undefined ? {} : { year }) };
  return { lines: readinessOf(input), snapshot: disclosure.snapshot };
}
