import type { CellPosition } from "../../domain/workbook/cellAddress";
import { mapUnquoted, moveFormula } from "../guard/formulaText";
import { WorkbookError } from "../../ports/workbookPorts";

export interface RawFormula {
  readonly text: string;
  /** The number under which a shared formula is written once. */
  readonly shared: string | undefined;
}

/** What files hold at most: Excel's 8,192 characters, and room for the prefixes of newer functions. */
const MAX_LENGTH = 16_384;
const PREFIXES = /_xl(?:fn|ws|pm|udf)\./giu;

function clean(text: string): string {
  const formula = text.trim().replace(/^=/u, "");
  return formula.includes("_xl")
    ? mapUnquoted(formula, (code) => code.replace(PREFIXES, ""))
    : formula;
}

/** Formulas as each cell has them: shared ones are written out. */
export class FormulaReader {
  private readonly masters = new Map<string, { formula: string; at: CellPosition }>();

  /** Undefined where the cell has none after all (a data table, a shared formula without its master). */
  read(raw: RawFormula, at: CellPosition): string | undefined {
    if (raw.text.length > MAX_LENGTH) throw new WorkbookError("damaged", "formula length");
    const formula = this.resolve(raw, at);
    return formula === "" ? undefined : formula;
  }

  private resolve(raw: RawFormula, at: CellPosition): string | undefined {
    const text = clean(raw.text);
    if (raw.shared === undefined) return text;
    if (text !== "") {
      this.masters.set(raw.shared, { formula: text, at });
      return text;
    }
    const master = this.masters.get(raw.shared);
    return (
      master && moveFormula(master.formula, at.row - master.at.row, at.column - master.at.column)
    );
  }
}
