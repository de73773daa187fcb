import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { WorkbookReader, WorkbookSnapshot } from "../../ports/workbookPorts";
import { toSnapshot } from "./dataToSnapshot";

export class UniverWorkbook implements WorkbookReader {
  constructor(
    protected readonly api: FUniver,
    private readonly workbook: FWorkbook,
  ) {}

  /** The model itself, not a copy of it: a copy of a large set takes longer than reading it. */
  read(): Promise<WorkbookSnapshot> {
    return Promise.resolve(toSnapshot(this.workbook.getWorkbook().getSnapshot()));
  }
}
