import type { RecognisedWorkbook } from "../../application/recogniseWorkbook";
import type { PlacedTable } from "../../domain/disclosure/placement";

export function tableTitle({ table }: PlacedTable, { disclosure }: RecognisedWorkbook): string {
  const year = disclosure.year ?? disclosure.structure.definition.year;
  return table.definition.title.replaceAll("{年度}", String(year));
}
