import type { CellStyle, PlannedCell, SheetPlan } from "../workbook/writePlan";
import type { Section } from "../checking/compileNarrative";
import type { Template } from "../checking/compileTemplate";
import type { Placement } from "../disclosure/placement";
import { withinLimits } from "../expression/print/limits";
import { printText } from "../expression/print/text";
import { renderText } from "../expression/renderText";
import type { Scope } from "../expression/scope";
import { writtenParagraphs } from "../narrative/paragraphs";
import { mergeCells } from "./mergeCells";
import { NarrativeCalculation, type CodeList } from "./narrativeCalculation";
import { columnPoints, textHeight } from "./textHeight";

/** A single column is not shrunk to the page everywhere: it has to fit A4 as it is. */
const WIDTH = 72;
const FONT_SIZE = 12;
const CELL_PADDING = 10;
const FIRST_ROW = 3;
/** Two characters, as paragraphs begin. */
const INDENT = "\u3000\u3000";

interface LaidOutNarrative {
  readonly narrative: SheetPlan;
  readonly calculation: SheetPlan;
}

/** Where the paragraphs stand already, by key; one without a row is left out. */
type Rows = ReadonlyMap<string, number>;

/** The 情况说明 of the template, for tables that stand as `placement` says; its paragraphs alone where `rows` are given. */
export function narrativeOf(
  { structure, sections }: Template,
  placement: Placement,
  scope: Scope,
  rows?: Rows,
): LaidOutNarrative {
  const { narrative, codes, year } = structure.definition;
  const title = narrative.title.replaceAll("{年度}", String(scope.year ?? year));
  const names = new Map(Object.entries({ ...codes.economic, ...codes.functional }));
  return layOutNarrative(narrative.sheetName, title, sections, placement, scope, names, rows);
}

/** 情况说明: one wide, unmerged, wrapped column, so that rows can grow and text can be copied. */
function layOutNarrative(
  name: string,
  title: string,
  sections: readonly Section[],
  placement: Placement,
  scope: Scope,
  codes: CodeList,
  rows?: Rows,
): LaidOutNarrative {
  const calculation = new NarrativeCalculation(name, codes);
  const context = { placement, ...settingsOf(scope), sheet: name };
  const cells: PlannedCell[] = [];
  const rowHeights = new Map<number, number>();
  const hiddenRows: number[] = [];
  const head = (at: number, value: string, style: string, height: number) => {
    if (rows) return;
    cells.push({ row: at, column: 1, value, style });
    rowHeights.set(at, height);
  };
  head(1, title, "narrative.title", 34);
  let next = FIRST_ROW;
  for (const section of sections) {
    head(next, `${section.number}、${section.title}`, "narrative.heading", 26);
    next += 1;
    for (const written of writtenParagraphs(section, scope)) {
      const row = rows ? rows.get(written.key) : next;
      next += 1;
      if (row === undefined) continue;
      const indented = [INDENT, ...written.paragraph.parts];
      const text = renderText(indented, written.scope);
      const textCells = calculation.addParagraph(written, row, context);
      const formula = withinLimits(printText(indented, { ...context, textCells }));
      cells.push({ row, column: 1, value: text, formula, style: "narrative.paragraph" });
      rowHeights.set(row, paragraphHeight(text));
      if (text.trim() === "") hiddenRows.push(row);
    }
  }
  const bottom = Math.max(1, ...cells.map((cell) => cell.row));
  const narrative: SheetPlan = {
    name,
    visibility: "visible",
    cells,
    merges: [],
    columnWidths: new Map([[1, WIDTH]]),
    rowHeights,
    hiddenColumns: [],
    hiddenRows,
    pageSetup: {
      orientation: "portrait",
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: { top: 1, left: 1, bottom, right: 1 },
      centerHorizontally: true,
    },
    conditionalFormats: [
      {
        range: { top: FIRST_ROW, left: 1, bottom: Math.max(bottom, FIRST_ROW), right: 1 },
        formula: `ISNUMBER(FIND("【缺：",$A${String(FIRST_ROW)}))`,
        style: { fill: "FFF2CC" },
      },
    ],
    validations: [],
  };
  return { narrative, calculation: calculation.plan() };
}

function paragraphHeight(text: string): number {
  return textHeight(text, columnPoints(WIDTH) - CELL_PADDING, FONT_SIZE) + 6;
}

/** The sheet with paragraphs of somebody's own, in rows that show, grow with them and are printed with the rest. */
export function withParagraphs(sheet: SheetPlan, cells: readonly PlannedCell[]): SheetPlan {
  const own = cells.filter(({ column }) => column === 1);
  const heights = own.map(({ row, value }): [number, number] => [
    row,
    paragraphHeight(typeof value === "string" ? value : ""),
  ]);
  const paragraphs = cells.map((cell) =>
    cell.column === 1 ? { style: "narrative.paragraph", ...cell } : cell,
  );
  const { pageSetup } = sheet;
  const area = pageSetup?.printArea;
  const bottom = Math.max(area?.bottom ?? 1, ...own.map(({ row }) => row));
  return {
    ...sheet,
    cells: mergeCells(sheet.cells, paragraphs),
    rowHeights: new Map([...sheet.rowHeights, ...heights]),
    hiddenRows: sheet.hiddenRows.filter((row) => own.every((cell) => cell.row !== row)),
    ...(pageSetup && area ? { pageSetup: { ...pageSetup, printArea: { ...area, bottom } } } : {}),
  };
}

function settingsOf({ decimals, percentDecimals, year }: Scope) {
  return { decimals, percentDecimals, ...(year === undefined ? {} : { year }) };
}

export function narrativeStyles(bodyFont: string): ReadonlyMap<string, CellStyle> {
  const text: CellStyle = { fontName: bodyFont, fontSize: FONT_SIZE, wrap: true };
  return new Map<string, CellStyle>([
    [
      "narrative.title",
      { ...text, fontSize: 18, bold: true, horizontal: "center", vertical: "middle" },
    ],
    ["narrative.heading", { ...text, bold: true, horizontal: "left", vertical: "middle" }],
    ["narrative.paragraph", { ...text, horizontal: "left", vertical: "top" }],
  ]);
}
