import type { PlacedBlock, PlacedRow } from "../disclosure/placement";
import { breakHeadings } from "../layout/breakHeading";
import { fitToPage } from "../layout/fitToPage";
import { blockHeadings, headingDepth } from "../layout/headings";
import type { LaidOutTable } from "../layout/layOutTable";
import { SheetDraft } from "../layout/sheetDraft";
import { figureStyle } from "../layout/styles";
import { fillYear, type TableInput } from "../layout/tableInput";
import { TABLE_PAPER, type TablePaper } from "../layout/tablePaper";
import type { Block, Table } from "../template/template";
import type {
  InformationDefinition,
  InformationGrid,
  InformationSection,
} from "../template/templatePackage";
import type { CellPosition, CellRange } from "../workbook/cellAddress";
import type { SheetPlan } from "../workbook/writePlan";

interface Page {
  readonly draft: SheetDraft;
  readonly table: Table;
  readonly input: TableInput;
  readonly paper: TablePaper;
  /** The last column. */
  readonly right: number;
  readonly placed: Map<Block, PlacedBlock>;
  readonly answers: Map<string, CellPosition>;
}

/** 绩效评价基本信息表: its parts one below the other, the figures between texts that people write. */
export function layOutInformation(
  table: Table,
  input: TableInput,
  paper: TablePaper = TABLE_PAPER,
): LaidOutTable {
  const { definition } = table;
  const { information } = definition;
  if (!information) throw new Error(`《${definition.title}》没有写明各部分`);
  const draft = new SheetDraft();
  const page: Page = {
    draft,
    table,
    input,
    paper,
    right: information.widths.length,
    placed: new Map(),
    answers: new Map(),
  };
  const end = drawNotes(page, drawParts(page, information, drawTitle(page)));
  const range = { top: 1, left: 1, bottom: end - 1, right: page.right };
  const sizes = fitToPage(draft, information.widths, definition.orientation, paper, false);
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
      fitToHeight: 0,
      printArea: range,
      centerHorizontally: true,
      margins: paper.margins,
    },
    conditionalFormats: [],
    validations: [],
  };
  const blocks = table.blocks.map(
    (block) =>
      page.placed.get(block) ?? { block, columns: new Map(), rows: [], headRow: 1, endRow: 1 },
  );
  return {
    sheet,
    placed: { table, sheet: definition.sheetName, range, blocks },
    firstFreeColumn: page.right + 1,
    spareRows: [],
    answers: page.answers,
  };
}

function across({ right }: Page, row: number, left = 1): CellRange {
  return { top: row, left, bottom: row, right };
}

/** Each returns the row behind what it drew. */
function drawTitle(page: Page): number {
  const { draft, table, input, paper } = page;
  draft.rowKinds.set(1, "title");
  const title = fillYear(table.definition.title, input);
  draft.write(across(page, 1), title, "table.title", paper.titleSize);
  draft.rowKinds.set(2, "furniture");
  const name = `部门：${input.unitName}`;
  draft.write(across(page, 2), name, "table.unitName", paper.bodySize);
  return 3;
}

function drawNotes(page: Page, first: number): number {
  const { draft, table, input, paper } = page;
  const { notes } = table.definition;
  notes.forEach((note, index) => {
    draft.rowKinds.set(first + index, "note");
    const text = fillYear(note, input);
    draft.write(across(page, first + index), text, "table.note", paper.noteSize);
  });
  return first + notes.length;
}

function drawParts(page: Page, { parts }: InformationDefinition, first: number): number {
  let row = first;
  for (const { title, sections } of parts) {
    page.draft.rowKinds.set(row, "head");
    page.draft.write(across(page, row), title, "table.head", page.paper.headSize);
    row += 1;
    for (const section of sections) row = drawSection(page, section, row);
  }
  return row;
}

function drawSection(page: Page, { fields, block, grid }: InformationSection, row: number): number {
  if (fields) return drawFields(page, fields, row);
  if (grid) return drawGrid(page, grid, row);
  const figures = block === undefined ? undefined : page.table.blocks[block];
  return figures ? drawBlock(page, figures, row) : row;
}

function drawFields(
  page: Page,
  lines: NonNullable<InformationSection["fields"]>,
  first: number,
): number {
  const { draft, paper, right, answers } = page;
  lines.forEach((fields, index) => {
    const row = first + index;
    draft.rowKinds.set(row, "body");
    fields.forEach(({ label, room = 1 }, place) => {
      const left = 1 + Math.round((place * right) / fields.length);
      const end = Math.round(((place + 1) * right) / fields.length);
      const at = { top: row, left, bottom: row, right: left };
      draft.write(at, label, "table.totalLabel", paper.bodySize);
      const answer = { ...at, left: left + 1, right: end };
      draft.write(answer, "\n".repeat(room - 1), "table.text", paper.bodySize);
      answers.set(label, { row, column: answer.left });
    });
  });
  return first + lines.length;
}

function drawGrid(
  { draft, paper }: Page,
  { columns, rows }: InformationGrid,
  head: number,
): number {
  draft.rowKinds.set(head, "head");
  const spans: { left: number; right: number }[] = [];
  let next = 1;
  for (const { heading, span } of columns) {
    const own = { left: next, right: next + span - 1 };
    draft.write({ top: head, bottom: head, ...own }, heading, "table.head", paper.headSize);
    spans.push(own);
    next += span;
  }
  rows.forEach((printed, index) => {
    const row = head + 1 + index;
    draft.rowKinds.set(row, "body");
    const isSame = index > 0 && printed[0] !== undefined && printed[0] === rows[index - 1]?.[0];
    spans.forEach((span, place) => {
      if (place === 0 && isSame) return;
      const text = printed[place] ?? "";
      const bottom = place === 0 ? lastAlike(rows, index) + head + 1 : row;
      const style = text === "" ? "table.text" : "table.totalLabel";
      draft.write({ top: row, bottom, ...span }, text, style, paper.bodySize);
    });
  });
  return head + 1 + rows.length;
}

/** The last of the rows from here on that begin with the same words. */
function lastAlike(rows: InformationGrid["rows"], index: number): number {
  const first = rows[index]?.[0];
  if (first === undefined) return index;
  let last = index;
  while (rows[last + 1]?.[0] === first) last += 1;
  return last;
}

/** A block with fewer columns than the page widens its label. */
function drawBlock(page: Page, block: Block, head: number): number {
  const { draft, input, paper, right } = page;
  const depth = headingDepth([block]);
  const spare = right - block.columns.length;
  const at = (column: number) => (column === 0 ? 1 : column + 1 + spare);
  const until = (column: number) => column + 1 + spare;
  for (let level = 0; level < depth; level += 1) draft.rowKinds.set(head + level, "head");
  for (const { text, area } of blockHeadings(block, depth)) {
    const own = {
      top: head + area.top,
      bottom: head + area.bottom,
      left: at(area.left),
      right: until(area.right),
    };
    draft.write(own, text, "table.head", paper.headSize);
  }
  const first = head + depth;
  const rows = block.rows.map((row, index): PlacedRow => {
    const number = first + index;
    const label = row.definition.label ?? "";
    draft.rowKinds.set(number, "body");
    block.columns.forEach(({ definition, key }, place) => {
      if (definition.role === "label") {
        const area = { top: number, left: 1, bottom: number, right: until(0) };
        const style = row.definition.bold === true ? "table.totalLabel" : "table.label";
        draft.write(area, label, style, paper.bodySize);
        return;
      }
      const isComputed = definition.sum !== undefined || row.definition.sum !== undefined;
      const style = figureStyle(isComputed ? "computed" : "amount", input.decimals);
      draft.put(number, at(place), input.value(block.index, row.id, key), style);
    });
    return { id: row.id, row: number, label };
  });
  const endRow = first + rows.length;
  const columns = new Map(block.columns.map(({ key }, place) => [key, at(place)]));
  page.placed.set(block, { block, columns, rows, headRow: first - 1, endRow });
  return endRow;
}
