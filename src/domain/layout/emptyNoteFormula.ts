import { columnName } from "../workbook/cellAddress";
import type { SheetPlan } from "../workbook/writePlan";
import { literal } from "../expression/print/number";
import type { LaidOutTable } from "./layOutTable";

/** The 空表说明 comes and goes with the figures. */
export function emptyNoteFormula(sheet: SheetPlan, table: LaidOutTable): SheetPlan {
  const { emptyNote, placed } = table;
  const note = placed.table.definition.emptyNote;
  if (!emptyNote || note === undefined) return sheet;
  const year = sheet.cells.find(
    ({ row, column }) => row === emptyNote.row && column === emptyNote.column,
  );
  const text = typeof year?.value === "string" ? year.value : undefined;
  const counts = placed.blocks.flatMap((block) => {
    const columns = block.block.figureColumns.flatMap(({ key }) => block.columns.get(key) ?? []);
    const [left, right] = [columns[0], columns.at(-1)];
    if (left === undefined || right === undefined) return [];
    const range = `$${columnName(left)}$${String(block.headRow)}:$${columnName(right)}$${String(block.endRow)}`;
    return [`COUNTIF(${range},">0")`, `COUNTIF(${range},"<0")`];
  });
  return {
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.row === emptyNote.row && cell.column === emptyNote.column
        ? {
            ...cell,
            value: text ?? "",
            formula: `IF(${counts.join("+")}=0,${literal(table.emptyNoteText ?? note)},"")`,
          }
        : cell,
    ),
  };
}
