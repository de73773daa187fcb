import { printChanges, type ComparedWorkbooks } from "../application/compareWorkbooks";
import type { Checked } from "../application/draftingState";
import { DraftingSession } from "../application/draftingSession";
import { openWorkbook, type OpenedWorkbook } from "../application/openWorkbook";
import { previewLayOut, type LayoutPreview } from "../application/previewLayOut";
import {
  preparePublication,
  publishDocument,
  type Publication,
} from "../application/publishDocument";
import { printReport } from "../application/printReport";
import type { SourceFile } from "../domain/intake/joinFiles";
import type { PublishedDocument } from "../ports/documentFile";
import type { TemplateCatalog, TemplateEntry } from "../ports/templateCatalog";
import type { JudgeWords } from "../application/standingNarrative";
import { TemplateLibrary } from "../application/templateLibrary";
import type { Clock } from "../ports/clock";
import type { Sha256 } from "../ports/sha256";
import type { WorkbookEditor, WorkbookSnapshot, WritePlan } from "../ports/workbookPorts";

/** Everything that the page knows about tables. It is larger than what the page draws first. */
export class Engine {
  private readonly library: TemplateLibrary;

  constructor(
    catalog: TemplateCatalog,
    private readonly clock: Clock,
    private readonly sha256: Sha256,
    private readonly judgeWords?: JudgeWords,
  ) {
    this.library = new TemplateLibrary(catalog);
  }

  templates(): Promise<readonly TemplateEntry[]> {
    return this.library.list();
  }

  draft(workbook: WorkbookEditor): DraftingSession {
    return new DraftingSession(workbook, this.library, this.clock, this.judgeWords);
  }

  report(checked: Checked): Promise<WritePlan> {
    return printReport(checked, { today: this.clock.now(), sha256: this.sha256 });
  }

  compare(session: DraftingSession, earlier: SourceFile): Promise<ComparedWorkbooks> {
    return session.compareWith(earlier, this.sha256);
  }

  changes(compared: ComparedWorkbooks): WritePlan {
    return printChanges(compared, this.clock.now());
  }

  publication({ disclosure }: Checked): Promise<Publication> {
    return preparePublication({ read: () => Promise.resolve(disclosure.snapshot) }, this.library);
  }

  document(publication: Publication): PublishedDocument {
    return publishDocument(publication);
  }

  layOutAnew(snapshot: WorkbookSnapshot): Promise<OpenedWorkbook> {
    return openWorkbook({ read: () => Promise.resolve(snapshot) }, this.library);
  }

  preview(templateId: string): Promise<LayoutPreview> {
    return previewLayOut(this.library, templateId);
  }
}
