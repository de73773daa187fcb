import type { Template } from "../checking/compileTemplate";
import type { PlacedTable } from "../disclosure/placement";
import { layOutTables, placementOf, type WorkbookInput } from "./layOutWorkbook";

/** Where the tables of a set would stand. */
export function placeSheets(
  template: Template,
  input: WorkbookInput,
): ReadonlyMap<string, PlacedTable> {
  return placementOf(layOutTables(template, input)).tables;
}
