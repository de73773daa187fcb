import { InterceptorEffectEnum, type IStyleData, type Worksheet } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { type CellRange, parsePosition, rangeContains } from "../../domain/workbook/cellAddress";
import { CodeFamilies, type Mark, toComputedMark } from "./computedMarks";
import type { GridModel } from "./gridModel";
import { toMarkStyle } from "./gridStyle";
import { currentMemory } from "./sheetMemory";

interface Look {
  readonly range: CellRange;
  readonly shows: Mark;
  readonly style: IStyleData;
}

const CELL = String.raw`(?<cell>\$?[A-Z]+\$?[0-9]+)`;
const EQUALS = new RegExp(`^${CELL}="(?<word>[^"]*)"$`, "u");
const CONTAINS = new RegExp(`^ISNUMBER\\(FIND\\("(?<word>[^"]*)",${CELL}\\)\\)$`, "u");

/** A mark that looks at what one cell says: the cell itself or a helper in its row. */
function toWordMark(formula: string, range: CellRange): Mark | undefined {
  const equals = EQUALS.exec(formula)?.groups;
  const { cell = "", word = "" } = equals ?? CONTAINS.exec(formula)?.groups ?? {};
  const position = parsePosition(cell);
  if (!position) return undefined;
  const columnFixed = cell.startsWith("$");
  const rowFixed = cell.lastIndexOf("$") > 0;
  return (sheet, row, column) => {
    const atRow = rowFixed ? position.row : position.row + row - range.top;
    const atColumn = columnFixed ? position.column : position.column + column - range.left;
    const value = sheet.getCellRaw(atRow - 1, atColumn - 1)?.v;
    const text = typeof value === "string" ? value : "";
    return equals ? text === word : text.includes(word);
  };
}

/**
 * Paints our marks while the grid draws. The grid's own conditional formats calculate a formula for each cell under each
 * mark, which takes seconds, moves them wrongly with inserted rows, and makes it take formulas of the sheet in a wrong
 * order.
 */
export class MarkPainter {
  private readonly looks = new Map<string, readonly Look[]>();
  private readonly families = new CodeFamilies();
  private readonly painting: { dispose(): void };

  constructor(private readonly model: GridModel) {
    this.painting = model.injector
      .get(SheetInterceptorService)
      .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        effect: InterceptorEffectEnum.Style,
        priority: 10,
        handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
          const look = unitId === model.unitId ? this.find(subUnitId, row + 1, col + 1) : undefined;
          if (!look) return next(cell);
          const own = model.workbook.getStyles().getStyleByCell(cell);
          const marked = cell === rawData || !cell ? { ...rawData } : cell;
          return next(Object.assign(marked, { s: { ...own, ...look.style } }));
        },
      });
  }

  /** Rows or columns moved, or a plan was laid over a sheet. */
  forget(): void {
    this.looks.clear();
    this.refresh();
  }

  /** What stands in cells changed. */
  refresh(): void {
    this.families.forget();
  }

  dispose(): void {
    this.painting.dispose();
  }

  private find(sheetId: string, row: number, column: number): Look | undefined {
    const sheet = this.model.workbook.getSheetBySheetId(sheetId);
    if (!sheet) return undefined;
    return this.looksOf(sheet).find(
      ({ range, shows }) => rangeContains(range, { row, column }) && shows(sheet, row, column),
    );
  }

  private looksOf(sheet: Worksheet): readonly Look[] {
    const known = this.looks.get(sheet.getSheetId());
    if (known) return known;
    const looks = currentMemory(sheet.getConfig()).conditionalFormats.flatMap(
      ({ range, formula, style }): Look[] => {
        const shows = toWordMark(formula, range) ?? toComputedMark(formula, this.families);
        return shows ? [{ range, shows, style: toMarkStyle(style) }] : [];
      },
    );
    this.looks.set(sheet.getSheetId(), looks);
    return looks;
  }
}
