import { quoteSheetName } from "../../domain/workbook/cellAddress";
import { sameContent } from "./cellText";
import { withSheetNames } from "./shortNames";

interface SheetNames {
  /** Short names, and what they stand for. */
  readonly full: ReadonlyMap<string, string>;
  /** Sheets that may have gone meanwhile, in lower case. */
  readonly gone: Iterable<string>;
}

/** Whether a formula is the one that was written: under either name of a sheet, or after the sheet has gone. */
export function formulaTest({
  full,
  gone,
}: SheetNames): (formula: string, ours: string) => boolean {
  const quoted = new Map(Array.from(full, ([short, name]) => [short, quoteSheetName(name)]));
  const broken = new Map(Array.from(gone, (name) => [name, "#REF"]));
  const isSame = (one: string, other: string) =>
    sameContent({ value: null, formula: one }, { value: null, formula: other });
  return (formula, ours) =>
    isSame(withSheetNames(formula, quoted), ours) ||
    (formula.includes("#REF!") &&
      isSame(withSheetNames(formula, broken), withSheetNames(ours, broken)));
}
