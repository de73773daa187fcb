import type { PlacedTable } from "../disclosure/placement";
import { breakHeadings } from "../layout/breakHeading";
import { fitToPage, type Sizes } from "../layout/fitToPage";
import type { LaidOutTable } from "../layout/layOutTable";
import { SheetDraft } from "../layout/sheetDraft";
import { TABLE_PAPER, type TablePaper } from "../layout/tablePaper";
import type { Table } from "../template/template";
import type { CellStyle, PageSetup, SheetPlan } from "../workbook/writePlan";
import { drawForm, type DrawnForm } from "./drawForm";
import type { EvaluationInput } from "./evaluationInput";
import { evaluationStyles } from "./evaluationStyles";
import { fillComputed } from "./fillComputed";
import { formBlocks } from "./formBlocks";
import { formWidths } from "./formGrid";
import { scoreFormats, scoreValidations } from "./scoreMarks";

export interface LaidOutEvaluation extends LaidOutTable {
  /** What the sheet uses beyond the styles of tables. */
  readonly styles: ReadonlyMap<string, CellStyle>;
}

/** 整体支出绩效自评表 as the form prints it, its scores as native formulas. */
export function layOutEvaluation(
  table: Table,
  input: EvaluationInput,
  paper: TablePaper = TABLE_PAPER,
): LaidOutEvaluation {
  const { definition } = table;
  if (!definition.evaluation) throw new Error(`《${definition.title}》不是自评表`);
  const blocks = formBlocks(table);
  const widths = formWidths(blocks);
  const draft = new SheetDraft();
  const drawn = drawForm(draft, table, definition.evaluation, input, paper);
  const right = widths.length;
  const range = { top: 1, left: 1, bottom: drawn.lastRow, right };
  const placed: PlacedTable = { table, sheet: definition.sheetName, range, blocks: drawn.placed };
  const { sizes, fitToHeight } = fitForm(draft, drawn, widths, paper);
  const headings = draft.texts.filter(({ style }) => style === "table.head");
  const cells = breakHeadings(
    fillComputed(draft.cells, placed, input),
    headings.filter(({ area }) => area.left > 1),
    sizes.columnWidths,
  );
  const funds = drawn.placed[blocks.funds.index];
  const list = drawn.placed[blocks.indicators.index];
  const head = list?.headRow ?? 1;
  const pageSetup: PageSetup = {
    orientation: "portrait",
    fitToWidth: 1,
    fitToHeight,
    printArea: range,
    ...(fitToHeight === 1 ? {} : { titleRows: { first: head, last: head } }),
    centerHorizontally: true,
    margins: paper.margins,
  };
  const sheet: SheetPlan = {
    name: definition.sheetName,
    visibility: "visible",
    cells,
    merges: draft.merges,
    ...sizes,
    hiddenColumns: [],
    hiddenRows: [],
    pageSetup,
    conditionalFormats: list ? scoreFormats(list, blocks) : [],
    validations: funds && list ? scoreValidations(funds, list, blocks) : [],
  };
  return {
    sheet,
    placed,
    firstFreeColumn: right + 1,
    spareRows: [],
    styles: evaluationStyles(paper, input.computed),
  };
}

const A4_HEIGHT = 841.9;
const POINTS_PER_CENTIMETRE = 28.35;
/** Smaller than this is hard to read: the form then breaks over two pages. */
const SMALLEST_PRINT = 0.8;
const HIGHEST_ROW = 409;

function fitForm(
  draft: SheetDraft,
  { goalRows }: DrawnForm,
  widths: readonly number[],
  paper: TablePaper,
): { readonly sizes: Sizes; readonly fitToHeight: number } {
  const { top, bottom } = paper.margins;
  const room = A4_HEIGHT - (top + bottom) * POINTS_PER_CENTIMETRE;
  const onePage = fitToPage(draft, widths, "portrait", paper, true);
  const fits = totalOf(onePage.rowHeights.values()) * SMALLEST_PRINT <= room;
  const chosen = fits ? onePage : fitToPage(draft, widths, "portrait", paper, false);
  return {
    sizes: { ...chosen, rowHeights: levelled(chosen.rowHeights, goalRows) },
    fitToHeight: fits ? 1 : 0,
  };
}

/** Rows that share one text are alike, and none is higher than a host allows. */
function levelled(
  heights: ReadonlyMap<number, number>,
  { first, last }: DrawnForm["goalRows"],
): ReadonlyMap<number, number> {
  const shared = [...heights].filter(([row]) => row >= first && row <= last);
  const each = totalOf(shared.map(([, height]) => height)) / shared.length;
  return new Map(
    [...heights].map(([row, height]) => {
      const own = row >= first && row <= last ? each : height;
      return [row, Math.min(Math.ceil(own * 10) / 10, HIGHEST_ROW)];
    }),
  );
}

function totalOf(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
