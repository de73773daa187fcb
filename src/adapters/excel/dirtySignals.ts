import type { ExcelRuns } from "./excelRuns";

interface Change {
  readonly worksheetId?: string;
  readonly changeType?: string;
  readonly address?: string;
}

const EDITED = "RangeEdited";
const WHOLE_LINES = /^(?:[0-9]+:[0-9]+|[A-Z]+:[A-Z]+)$/u;

/**
 * Tells that something changed, never what: events get lost, come late or twice. Only events whose registration is no
 * write: calculation is none of them. They stay registered, since to end that is a write.
 */
export class DirtySignals {
  private registration: Promise<void> | undefined;
  private isRegistered = false;

  constructor(
    private readonly runs: ExcelRuns,
    /** Of one sheet, or of any. */
    private readonly report: (sheetId?: string) => void,
  ) {}

  get areUp(): boolean {
    return this.isRegistered;
  }

  start(): void {
    this.registration ??= this.register().then(
      () => {
        this.isRegistered = true;
      },
      () => {
        // Without events every press still looks; the next listener tries again.
        this.registration = undefined;
      },
    );
  }

  private register(): Promise<void> {
    const tell = ({ worksheetId, changeType = EDITED, address = "" }: Change): Promise<void> => {
      // Rows and columns that come or go change formulas everywhere; their undo may be told as an edit of whole ones.
      const isEdit = changeType === EDITED && !WHOLE_LINES.test(address);
      this.report(isEdit ? worksheetId : undefined);
      return Promise.resolve();
    };
    return this.runs.look((context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(tell);
      worksheets.onActivated.add(tell);
      worksheets.onAdded.add(tell);
      worksheets.onDeleted.add(tell);
      this.registerYounger(worksheets, tell);
      return () => undefined;
    });
  }

  /** Client libraries disagree about where these are: without them a renamed sheet shows at the next look. */
  private registerYounger(
    worksheets: Excel.WorksheetCollection,
    tell: (event: Change) => Promise<void>,
  ): void {
    if (!this.runs.supports("1.17")) return;
    try {
      worksheets.onNameChanged.add(tell);
      worksheets.onVisibilityChanged.add(tell);
    } catch {
      // As in the library of npm, which has them for the web alone.
    }
  }
}
