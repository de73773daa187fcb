import {
  type CellPosition,
  type CellRange,
  formatRange,
  rangeContains,
} from "../../domain/workbook/cellAddress";
import { type CellContent, toCellContent } from "./cellText";

interface Sight {
  readonly sheet: string;
  readonly range: CellRange;
  readonly cells: Excel.Range;
  seen?: Excel.Interfaces.RangeData;
}

/** What cells hold at one point of a request. */
export class Sights {
  private readonly sights: Sight[] = [];

  take(sheet: Excel.Worksheet, key: string, range: CellRange, what: "values" | "formulas"): void {
    const cells = sheet.getRange(formatRange(range));
    cells.untrack();
    cells.load("values");
    if (what === "formulas") cells.load("formulas");
    this.sights.push({ sheet: key, range, cells });
  }

  /** Undefined where the request did not come so far. */
  at(sheet: string, cell: CellPosition): CellContent | undefined {
    for (const sight of this.sights) {
      if (sight.sheet !== sheet || !rangeContains(sight.range, cell)) continue;
      // Of an answer that never came nothing is loaded.
      const { values, formulas } = (sight.seen ??= sight.cells.toJSON());
      const [row, column] = [cell.row - sight.range.top, cell.column - sight.range.left];
      if (values) return toCellContent(values[row]?.[column], formulas?.[row]?.[column]);
    }
    return undefined;
  }

  areas(sheet: string): CellRange[] {
    return this.sights.filter((sight) => sight.sheet === sheet).map(({ range }) => range);
  }
}

/**
 * A look and a write are two requests, and between them a person types or inserts rows. So a write looks itself, before
 * and after: in one request nobody comes in between. Of a request that fails on the way it has what came before.
 */
export class Witness {
  /** The cells that are written, right before. */
  readonly before = new Sights();
  /** Values in the same rows: texts that stand elsewhere by then tell that rows have moved. */
  readonly frame = new Sights();
  readonly after = new Sights();
}
