import { markRules } from "../domain/layout/marks";
import type { MarkEraser, WorkbookReader } from "../ports/workbookPorts";
import { recogniseWorkbook } from "./recogniseWorkbook";
import type { PackageLibrary } from "./packageLibrary";

/** 清除标记: the colours that say what does not fit, before tables are handed in; 修复版式 brings them back. */
export async function clearMarks(
  workbook: WorkbookReader & MarkEraser,
  library: PackageLibrary,
): Promise<void> {
  const reader = { read: () => workbook.read("thorough") };
  const { template, disclosure } = await recogniseWorkbook(reader, library);
  await workbook.clearMarks(markRules(disclosure, template.relations));
}
