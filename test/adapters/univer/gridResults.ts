import type { WritePlan } from "../../../src/domain/workbook/writePlan";
import type { WorkbookSnapshot } from "../../../src/ports/workbookPorts";
import type { CalculatedSheets, CalculatedValue } from "../../support/libreoffice";

/** What stands in the grid, as the referees' results are compared. */
export function calculated(snapshot: WorkbookSnapshot): CalculatedSheets {
  return Object.fromEntries(
    snapshot.sheets.map((sheet) => [
      sheet.name,
      sheet.values.map((line) =>
        line.map((value): CalculatedValue => (typeof value === "boolean" ? Number(value) : value)),
      ),
    ]),
  );
}

/** Nothing for the grid to trust: it computes every formula itself. */
export function withoutResults(plan: WritePlan): WritePlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === undefined ? cell : { ...cell, value: { error: "NO_RESULT" } },
      ),
    })),
  };
}
