import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { recognise } from "../domain/disclosure/recognise";
import { yearOf } from "../domain/narrative/prose/statements";
import { toPlain } from "../domain/narrative/prose/plainText";
import type { TextUpdate } from "../domain/narrative/update/textUpdate";
import { updateText } from "../domain/narrative/update/updateText";
import type { WorkbookSnapshot } from "../ports/workbookPorts";
import { UseCaseError } from "./useCaseError";

export interface ThisYear {
  readonly template: Template;
  readonly disclosure: Disclosure;
}

/** 按上年文稿更新: last year's text with this year's figures. `lastYear`: last year's set, where there is one. */
export function updateWrittenText(
  text: string,
  { template, disclosure }: ThisYear,
  lastYear?: Disclosure,
): TextUpdate {
  const { year } = disclosure;
  if (year !== undefined && lastYear?.year === year) {
    throw new UseCaseError("thisYear", String(year));
  }
  const written = yearOf(toPlain(text).plain);
  if (year !== undefined && written !== undefined && written >= year) {
    throw new UseCaseError("textOfThisYear", `${String(written)}\n${String(year)}`);
  }
  return updateText(text, { template, current: disclosure, ...(lastYear ? { lastYear } : {}) });
}

/** The same, with last year's workbook as it was read. */
export function updateByFiles(
  text: string,
  now: ThisYear,
  lastYear: WorkbookSnapshot | undefined,
): TextUpdate {
  const last = lastYear && recognise(lastYear, now.template.structure);
  if (last?.placement.tables.size === 0) throw new UseCaseError("noLastYear");
  return updateWrittenText(text, now, last);
}
