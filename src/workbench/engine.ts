import { DraftingSession } from "../application/draftingSession";
import { openWorkbook, type OpenedWorkbook } from "../application/openWorkbook";
import { previewLayOut, type LayoutPreview } from "../application/previewLayOut";
import type { TemplateCatalog, TemplateEntry } from "../ports/templateCatalog";
import { TemplateLibrary } from "../application/templateLibrary";
import type { Clock } from "../ports/clock";
import type { WorkbookEditor, WorkbookSnapshot } from "../ports/workbookPorts";

/** Everything that the page knows about tables. It is larger than what the page draws first. */
export class Engine {
  private readonly library: TemplateLibrary;

  constructor(
    catalog: TemplateCatalog,
    private readonly clock: Clock,
  ) {
    this.library = new TemplateLibrary(catalog);
  }

  templates(): Promise<readonly TemplateEntry[]> {
    return this.library.list();
  }

  draft(workbook: WorkbookEditor): DraftingSession {
    return new DraftingSession(workbook, this.library, this.clock);
  }

  layOutAnew(snapshot: WorkbookSnapshot): Promise<OpenedWorkbook> {
    return openWorkbook({ read: () => Promise.resolve(snapshot) }, this.library);
  }

  preview(templateId: string): Promise<LayoutPreview> {
    return previewLayOut(this.library, templateId);
  }
}
