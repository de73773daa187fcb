import type { ExcelRuns } from "./excelRuns";

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Tells that something changed, never what: events get lost, come late or twice. Only events whose registration is no
 * write: calculation is none of them.
 */
export class DirtySignals {
  private handlers: Promise<readonly Handler[]> | undefined;

  constructor(
    private readonly runs: ExcelRuns,
    private readonly report: (sheetId?: string) => void,
  ) {}

  start(): void {
    this.handlers ??= this.register().catch(() => {
      // Without events every press still looks; the next listener tries again.
      this.handlers = undefined;
      return [];
    });
  }

  stop(): void {
    const { handlers } = this;
    this.handlers = undefined;
    void handlers?.then((own) => this.remove(own)).catch(() => undefined);
  }

  private register(): Promise<readonly Handler[]> {
    const tell = (event: { readonly worksheetId?: string }): Promise<void> => {
      this.report(event.worksheetId);
      return Promise.resolve();
    };
    return this.runs.look((context) => {
      const { worksheets } = context.workbook;
      const handlers: unknown[] = [
        worksheets.onChanged.add(tell),
        worksheets.onActivated.add(tell),
        worksheets.onAdded.add(tell),
        worksheets.onDeleted.add(tell),
        ...this.youngerHandlers(worksheets, tell),
      ];
      return () => handlers as Handler[];
    });
  }

  /** Client libraries disagree about where these are: without them a renamed sheet shows at the next look. */
  private youngerHandlers(
    worksheets: Excel.WorksheetCollection,
    tell: (event: { readonly worksheetId?: string }) => Promise<void>,
  ): unknown[] {
    if (!this.runs.supports("1.17")) return [];
    try {
      return [worksheets.onNameChanged.add(tell), worksheets.onVisibilityChanged.add(tell)];
    } catch {
      return [];
    }
  }

  private async remove(handlers: readonly Handler[]): Promise<void> {
    const [first] = handlers;
    if (!first) return;
    await this.runs.within(first.context as Excel.RequestContext, () => {
      for (const handler of handlers) handler.remove();
    });
  }
}
