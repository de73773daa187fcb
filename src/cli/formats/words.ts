import type { RecognisedWorkbook } from "../../application/recogniseWorkbook";
import type { PlacedTable } from "../../domain/disclosure/placement";

export function tableTitle({ table }: PlacedTable, { template }: RecognisedWorkbook): string {
  const { year } = template.structure.definition;
  return table.definition.title.replaceAll("{年度}", String(year));
}
