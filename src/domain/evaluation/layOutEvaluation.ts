import type { PlacedTable } from "../disclosure/placement";
import type { LaidOutTable } from "../layout/layOutTable";
import { SheetDraft } from "../layout/sheetDraft";
import { TABLE_PAPER, type TablePaper } from "../layout/tablePaper";
import type { Table } from "../template/template";
import type { CellStyle, PageSetup, SheetPlan } from "../workbook/writePlan";
import { breakLabels } from "./breakLabels";
import { drawForm } from "./drawForm";
import type { EvaluationInput } from "./evaluationInput";
import { evaluationStyles, LABEL_STYLE } from "./evaluationStyles";
import { fillComputed } from "./fillComputed";
import { fitForm } from "./fitForm";
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
  const { evaluation } = definition;
  if (!evaluation) throw new Error(`《${definition.title}》不是自评表`);
  const sheetName = input.sheetName ?? definition.sheetName;
  const blocks = formBlocks(table);
  const widths = formWidths(blocks);
  const { drawn, sizes, fitToHeight } = fitForm(widths, paper, (pageStarts) => {
    const draft = new SheetDraft();
    return { draft, ...drawForm(draft, table, evaluation, input, paper, pageStarts) };
  });
  const { draft } = drawn;
  const right = widths.length;
  const range = { top: 1, left: 1, bottom: drawn.lastRow, right };
  const placed: PlacedTable = { table, sheet: sheetName, range, blocks: drawn.placed };
  const labels = draft.texts.filter(
    ({ style, area }) => (style === "table.head" || style === LABEL_STYLE) && area.left > 1,
  );
  const cells = breakLabels(fillComputed(draft.cells, placed, input), labels, sizes.columnWidths);
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
    name: sheetName,
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
