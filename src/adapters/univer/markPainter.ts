import { type ICellData, InterceptorEffectEnum, type IStyleData } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { type CellRange, parsePosition, rangeContains } from "../../domain/workbook/cellAddress";
import type { PlannedConditionalFormat } from "../../domain/workbook/writePlan";
import type { GridModel } from "./gridModel";
import { toMarkStyle } from "./gridStyle";
import { currentMemory } from "./sheetMemory";

/** A mark that looks at what one cell says: the cell itself or a helper in its row. */
interface Look {
  readonly range: CellRange;
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
  readonly says: (text: string) => boolean;
  readonly style: IStyleData;
}

const CELL = String.raw`(?<cell>\$?[A-Z]+\$?[0-9]+)`;
const EQUALS = new RegExp(`^${CELL}="(?<word>[^"]*)"$`, "u");
const CONTAINS = new RegExp(`^ISNUMBER\\(FIND\\("(?<word>[^"]*)",${CELL}\\)\\)$`, "u");

function toLook({ range, formula, style }: PlannedConditionalFormat): Look | undefined {
  const equals = EQUALS.exec(formula)?.groups;
  const { cell = "", word = "" } = equals ?? CONTAINS.exec(formula)?.groups ?? {};
  const position = parsePosition(cell);
  if (!position) return undefined;
  return {
    range,
    ...position,
    columnFixed: cell.startsWith("$"),
    rowFixed: cell.lastIndexOf("$") > 0,
    says: equals ? (text) => text === word : (text) => text.includes(word),
    style: toMarkStyle(style),
  };
}

/**
 * Paints our marks while the grid draws. The grid's own conditional formats calculate a formula for each cell under each
 * mark, which takes seconds, moves them wrongly with inserted rows, and makes it take formulas of the sheet in a wrong
 * order. Marks that calculate (sums in rows of a tree) are not painted; they are in the file, and the pane has them.
 */
export class MarkPainter {
  private readonly looks = new Map<string, readonly Look[]>();
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
  }

  dispose(): void {
    this.painting.dispose();
  }

  private find(sheetId: string, row: number, column: number): Look | undefined {
    return this.looksOf(sheetId).find(
      (look) =>
        rangeContains(look.range, { row, column }) &&
        look.says(this.textAt(sheetId, look, row, column)),
    );
  }

  private looksOf(sheetId: string): readonly Look[] {
    const known = this.looks.get(sheetId);
    if (known) return known;
    const sheet = this.model.workbook.getSheetBySheetId(sheetId);
    const formats = sheet ? currentMemory(sheet.getConfig()).conditionalFormats : [];
    const looks = formats.flatMap((format) => toLook(format) ?? []);
    this.looks.set(sheetId, looks);
    return looks;
  }

  private textAt(sheetId: string, look: Look, row: number, column: number): string {
    const atRow = look.rowFixed ? look.row : look.row + row - look.range.top;
    const atColumn = look.columnFixed ? look.column : look.column + column - look.range.left;
    const sheet = this.model.workbook.getSheetBySheetId(sheetId);
    const value: ICellData["v"] = sheet?.getCellRaw(atRow - 1, atColumn - 1)?.v;
    return typeof value === "string" ? value : "";
  }
}
