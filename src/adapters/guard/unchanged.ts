import { formatPosition, type CellPosition } from "../../domain/workbook/cellAddress";
import { isErrorValue, valueAt, type CellValue } from "../../domain/workbook/workbookSnapshot";
import { WorkbookError, type SheetPlan, type SheetSnapshot } from "../../ports/workbookPorts";

interface Content {
  readonly value: CellValue;
  readonly formula?: string;
}

/** Refuses a plan for a sheet on which a cell is not what was seen any more: its rows may have moved. */
export function requireUnchanged(
  plan: SheetPlan,
  seen: SheetSnapshot,
  contentAt: (cell: CellPosition) => Content,
): void {
  const changed = plan.cells.find((cell) => {
    const formula = seen.formulas.get(formatPosition(cell));
    const now = contentAt(cell);
    // A formula's result changes by itself.
    if (formula !== undefined || now.formula !== undefined) return formula !== now.formula;
    return textOf(valueAt(seen, cell)) !== textOf(now.value);
  });
  if (!changed) return;
  throw new WorkbookError("changedMeanwhile", `${seen.name}!${formatPosition(changed)}`);
}

function textOf(value: CellValue): string {
  return isErrorValue(value) ? value.error : String(value ?? "");
}
