import type { PlacedBlock, PlacedRow, PlacedTable } from "../disclosure/placement";
import type { Table } from "../template/template";
import type { CellPosition } from "../workbook/cellAddress";
import type { SheetPlan } from "../workbook/writePlan";
import { bodyRowId, type BodyRow } from "./bodyRows";
import { breakHeadings } from "./breakHeading";
import { drawBody } from "./drawBody";
import { drawHead } from "./drawHead";
import { hasNoFigures } from "./emptyTable";
import { fitToPage } from "./fitToPage";
import { SheetDraft } from "./sheetDraft";
import { arrangeGrid, type GridBlock, type TableGrid } from "./tableGrid";
import { fillYear, type TableInput } from "./tableInput";
import { TABLE_PAPER, type TablePaper } from "./tablePaper";
import { tableValidations } from "./validations";

export interface LaidOutTable {
  readonly sheet: SheetPlan;
  readonly placed: PlacedTable;
  /** From here on columns are free for hidden helpers: outside the table and its print area. */
  readonly firstFreeColumn: number;
  /** Empty code rows, ready for codes; not among `placed`. */
  readonly spareRows: readonly number[];
  /** Where an empty table says that it is empty; blank while there are figures. */
  readonly emptyNote?: CellPosition;
  /** What it says there, the year filled in. */
  readonly emptyNoteText?: string;
  /** Of an information form: label → the cell beside it. */
  readonly answers?: ReadonlyMap<string, CellPosition>;
}

/** Everything of a table but its formulas. Blocks that grow by rows people add (`list`) are not laid out here. */
export function layOutTable(
  table: Table,
  input: TableInput,
  paper: TablePaper = TABLE_PAPER,
): LaidOutTable {
  const grid = arrangeGrid(table, input);
  const draft = new SheetDraft();
  drawHead(draft, grid, input, paper);
  drawBody(draft, grid, input, paper);
  const notes = drawNotes(draft, grid, input, paper);

  const { definition } = table;
  const right = grid.widths.length;
  const range = { top: 1, left: 1, bottom: notes.lastRow, right };
  // As many rows as people need, on as many pages: what is filled in by hand must not shrink.
  const growsDown =
    definition.role === "supplement" ||
    table.blocks.some((block) => block.definition.kind === "tree");
  const sizes = fitToPage(draft, grid.widths, definition.orientation, paper, !growsDown);
  const headings = draft.texts.filter(({ style }) => style === "table.head");
  const sheet: SheetPlan = {
    name: definition.sheetName,
    visibility: "visible",
    cells: breakHeadings(draft.cells, headings, sizes.columnWidths),
    merges: draft.merges,
    ...sizes,
    hiddenColumns: [],
    hiddenRows: [],
    pageSetup: {
      orientation: definition.orientation,
      fitToWidth: 1,
      fitToHeight: growsDown ? 0 : 1,
      printArea: range,
      titleRows: { first: grid.firstHeadRow, last: grid.firstBodyRow - 1 },
      centerHorizontally: true,
      margins: paper.margins,
    },
    freeze: { rows: grid.firstBodyRow - 1, columns: 0 },
    conditionalFormats: [],
    validations: tableValidations(grid),
  };
  return {
    sheet,
    placed: {
      table,
      sheet: definition.sheetName,
      range,
      blocks: grid.blocks.map((block) => placeBlock(grid, block)),
    },
    firstFreeColumn: right + 1,
    spareRows: spareRows(grid),
    ...(notes.emptyNote === undefined
      ? {}
      : { emptyNote: notes.emptyNote, emptyNoteText: fillYear(definition.emptyNote ?? "", input) }),
  };
}

interface DrawnNotes {
  readonly lastRow: number;
  readonly emptyNote?: CellPosition;
}

/** The 注 below the table, or a blank row: sums reach down to it, so it always exists. */
function drawNotes(
  draft: SheetDraft,
  grid: TableGrid,
  input: TableInput,
  paper: TablePaper,
): DrawnNotes {
  const { notes, emptyNote } = grid.table.definition;
  const right = grid.widths.length;
  let row = grid.endRow;
  const write = (text: string) => {
    draft.rowKinds.set(row, "note");
    const area = { top: row, left: 1, bottom: row, right };
    draft.write(area, fillYear(text, input), "table.note", paper.noteSize);
    row += 1;
  };
  for (const note of notes.length > 0 ? notes : [""]) write(note);
  if (emptyNote === undefined) return { lastRow: row - 1 };
  const position = { row, column: 1 };
  write(hasNoFigures(grid, input) ? emptyNote : "");
  return { lastRow: row - 1, emptyNote: position };
}

function placeBlock(grid: TableGrid, { block, columns, rows }: GridBlock): PlacedBlock {
  const placed = rows.flatMap((body, index): PlacedRow[] => {
    const id = bodyRowId(block, body);
    return id === undefined ? [] : [placeRow(id, grid.firstBodyRow + index, body)];
  });
  return {
    block,
    columns: new Map(columns.map(({ column, number }) => [column.key, number])),
    rows: placed,
    headRow: grid.firstBodyRow - 1,
    endRow: grid.endRow,
  };
}

function placeRow(id: string, row: number, body: BodyRow): PlacedRow {
  if (body.kind === "code") return { id, row, label: body.code.name, code: body.code.code };
  const { label = "", code } = body.kind === "printed" ? body.row.definition : {};
  return code === undefined ? { id, row, label } : { id, row, label, code };
}

function spareRows(grid: TableGrid): readonly number[] {
  const rows = grid.blocks.flatMap(({ rows: bodies }) =>
    bodies.flatMap((body, index) => (body.kind === "spare" ? [grid.firstBodyRow + index] : [])),
  );
  return [...new Set(rows)];
}
