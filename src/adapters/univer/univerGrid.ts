import { type Injector, IUndoRedoService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { isErrorValue, NO_RESULT } from "../../domain/workbook/workbookSnapshot";
import type { PlannedCell } from "../../domain/workbook/writePlan";
import { checkPlan } from "../guard/planLimits";
import type { WritePlan } from "../../ports/workbookPorts";
import { closeBrackets } from "./closedBrackets";
import { compareCellsThemselves } from "./exactComparison";
import { EMPTY_PLAN } from "./emptyPage";
import { rememberWholeFormulas } from "./formulaMemory";
import { toWorkbookData, UNIT_ID } from "./planToData";
import { UniverWorkbook } from "./univerWorkbook";

function isWithoutResult({ value, formula }: PlannedCell): boolean {
  return formula !== undefined && isErrorValue(value) && value.error === NO_RESULT;
}

/** The grid on the page; it shows one workbook at a time. */
export class UniverGrid {
  private shown: UniverWorkbook | undefined;

  /** `prepare` comes once, when the grid's own services stand. */
  constructor(
    private readonly api: FUniver,
    private prepare?: (injector: Injector) => void,
  ) {
    closeBrackets();
    compareCellsThemselves();
    rememberWholeFormulas();
  }

  /** Shows the plan in place of the workbook before, which must not be used any more. */
  open(plan: WritePlan = EMPTY_PLAN): Promise<UniverWorkbook> {
    return new Promise((resolve) => {
      checkPlan(plan);
      this.shown?.dispose();
      if (this.api.getWorkbook(UNIT_ID)) this.forget();
      const workbook = this.api.createWorkbook(toWorkbookData(plan));
      this.prepare?.(workbook.getActiveSheet().getInject());
      this.prepare = undefined;
      if (plan.activeSheet !== undefined) {
        const front = workbook.getSheetByName(plan.activeSheet);
        if (front) workbook.setActiveSheet(front);
      }
      this.shown = new UniverWorkbook(this.api, workbook, plan === EMPTY_PLAN);
      if (plan.sheets.some(({ cells }) => cells.some(isWithoutResult))) this.shown.recalculate();
      resolve(this.shown);
    });
  }

  /** Ctrl+Z must not write what the workbook before held into the next one. */
  private forget(): void {
    const injector = this.api.getActiveWorkbook()?.getActiveSheet().getInject();
    this.api.disposeUnit(UNIT_ID);
    injector?.get(IUndoRedoService).clearUndoRedo(UNIT_ID);
  }
}
