import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import type { Checked } from "../../src/application/draftingState";
import type { TemplateCatalog } from "../../src/ports/templateCatalog";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { WorkbookSnapshot } from "../../src/ports/workbookPorts";
import { readShippedJson } from "../assets/readShippedTemplate";
import { hunan2020, catalogOf } from "../application/catalogs";

export const CLOCK = {
  now: () => new Date("2026-01-01T10:32:00"),
  after: () => () => undefined,
  painted: () => Promise.resolve(),
};

export const catalog: TemplateCatalog = {
  ...catalogOf(hunan2020),
  load: async () => readShippedJson("hunan-2020.json"),
};

/** What the pane shows of a workbook. */
export async function checkedOf(snapshot: WorkbookSnapshot): Promise<Checked> {
  const editor = MemoryWorkbook.fromSnapshot(snapshot);
  const session = new DraftingSession(editor, new TemplateLibrary(catalog), CLOCK);
  await session.start();
  const { checked } = session.state();
  if (!checked) throw new Error("nothing was recognised");
  return checked;
}
