import type { IWorkbookData } from "@univerjs/core";
import type { SheetSnapshot, WorkbookSnapshot } from "../../domain/workbook/workbookSnapshot";
import { sheetsOf, toSheetSnapshot } from "./dataToSnapshot";
import type { GridModel } from "./gridModel";

/** Reads only the sheets that have changed since they were read: a large set takes longer than an edit may. */
export class SheetReadings {
  private readonly known = new Map<string, SheetSnapshot>();
  private readonly subscription: { dispose(): void };

  constructor(private readonly model: GridModel) {
    this.subscription = model.commands.onCommandExecuted(({ id, params }) => {
      if (id.startsWith("sheet.mutation.")) this.forget(params);
    });
  }

  read(): WorkbookSnapshot {
    const data: IWorkbookData = this.model.workbook.getSnapshot();
    return {
      sheets: sheetsOf(data).map((sheet) => {
        const id = sheet.id ?? "";
        const reading = this.known.get(id) ?? toSheetSnapshot(sheet);
        this.known.set(id, reading);
        return reading;
      }),
    };
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private forget(params: unknown): void {
    const { subUnitId } = (params ?? {}) as { readonly subUnitId?: string };
    if (subUnitId === undefined) this.known.clear();
    else this.known.delete(subUnitId);
  }
}
