import { formatRange } from "../../domain/workbook/cellAddress";
import type { RowEdit } from "../../ports/workbookPorts";
import { checkRowEdits, mustStay } from "../guard/rowEdits";
import { toInput } from "./cellText";
import type { ExcelAccess } from "./excelAccess";
import { inspect, type InspectedSheet, requireUnprotected } from "./inspection";
import { EMPTY_SHEET } from "./sheetContents";

interface PlacedEdit {
  readonly edit: RowEdit;
  readonly sheet: InspectedSheet;
  /** What stood in the rows when they went. */
  stood?: Excel.Range;
}

/** Inserts and deletes rows: one look, one write, however many there are. */
export class RowEditor {
  constructor(private readonly access: ExcelAccess) {}

  async edit(edits: readonly RowEdit[]): Promise<readonly RowEdit[]> {
    checkRowEdits(edits);
    if (edits.length === 0) return [];
    const { stay, sheets } = await this.access.runs.afresh(() => this.move(edits));
    for (const { id } of sheets) this.access.merges.forget(id);
    await this.access.learnMerges(sheets, await this.access.contentsOf(sheets));
    for (const { name } of sheets) this.access.report(name);
    return stay;
  }

  private async move(edits: readonly RowEdit[]) {
    const { get } = await inspect(
      this.access.runs,
      new Map(edits.map(({ sheet }) => [sheet, undefined])),
    );
    const places = edits.map((edit): PlacedEdit => ({ edit, sheet: get(edit.sheet) }));
    const sheets = [...new Map(places.map(({ sheet }) => [sheet.id, sheet])).values()];
    requireUnprotected(...sheets);
    const asked = places.filter(({ edit }) => edit.onlyBlank).map(({ sheet }) => sheet);
    const contents = asked.length > 0 ? await this.access.contentsOf(asked) : undefined;
    const staying = places.filter(({ edit, sheet }) =>
      mustStay(contents?.get(sheet.id) ?? EMPTY_SHEET, edit),
    );
    const moving = places.filter((place) => !staying.includes(place));
    if (moving.length > 0) {
      await this.access.writeFresh([
        (context) => {
          for (const place of moving) move(context, place);
        },
      ]);
    }
    const givenBack = moving.filter(({ stood }) => stood && isFilled(stood));
    if (givenBack.length > 0) await this.giveBack(moving, givenBack);
    const stay = [...staying, ...givenBack].map(({ edit }) => edit);
    return { stay, sheets };
  }

  /** What came into rows between the look and their deletion. */
  private giveBack(gone: readonly PlacedEdit[], wanted: readonly PlacedEdit[]): Promise<void> {
    return this.access.write([
      (context) => {
        for (const place of wanted) {
          const { edit, sheet, stood } = place;
          if (!stood) continue;
          const { formulas, rowIndex, columnIndex } = stood;
          // Those above went after it.
          const above = gone
            .slice(gone.indexOf(place) + 1)
            .filter((other) => other.sheet.id === sheet.id)
            .reduce((all, other) => all + other.edit.count, 0);
          const own = context.workbook.worksheets.getItem(sheet.id);
          const rows = own.getRange(rowsOf(edit, above));
          rows.untrack();
          rows.insert("Down").untrack();
          const cells = own.getRange(
            formatRange({
              top: rowIndex + 1 - above,
              left: columnIndex + 1,
              bottom: rowIndex + formulas.length - above,
              right: columnIndex + (formulas[0]?.length ?? 1),
            }),
          );
          cells.untrack();
          cells.formulas = formulas.map((line) => line.map(asEntered));
        }
      },
    ]);
  }
}

function rowsOf({ row, count }: RowEdit, above = 0): string {
  return `${String(row - above)}:${String(row - above + count - 1)}`;
}

function move(context: Excel.RequestContext, place: PlacedEdit): void {
  const { edit, sheet } = place;
  const range = context.workbook.worksheets.getItem(sheet.id).getRange(rowsOf(edit));
  range.untrack();
  if (edit.kind === "insertRows") {
    range.insert("Down").untrack();
    return;
  }
  if (edit.onlyBlank) {
    place.stood = range.getUsedRangeOrNullObject(true);
    place.stood.untrack();
    place.stood.load("formulas,rowIndex,columnIndex");
  }
  range.delete("Up");
}

function isFilled(stood: Excel.Range): boolean {
  if (stood.isNullObject) return false;
  return (stood.formulas as unknown[][]).some((line) => line.some((input) => input !== ""));
}

/** A formula or value as Excel tells it, to be entered again. */
function asEntered(input: unknown): unknown {
  if (typeof input !== "string" || input.startsWith("=")) return input;
  return toInput({ value: input }, false);
}
