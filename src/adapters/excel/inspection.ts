import { type CellPosition, type CellRange, formatRange } from "../../domain/workbook/cellAddress";
import { WorkbookError } from "../../ports/workbookPorts";
import type { ExcelRuns, Question } from "./excelRuns";
import { type ListedSheet, listSheets } from "./sheetReader";

export interface InspectedSheet extends ListedSheet {
  readonly isProtected: boolean;
  /** Of the cells that were asked about. */
  readonly isTextCell: (position: CellPosition) => boolean;
}

export interface Inspection {
  readonly sheets: readonly ListedSheet[];
  readonly isStructureProtected: boolean;
  /** Sheet names ignore case; refuses with `sheetMissing`. */
  readonly get: (name: string) => InspectedSheet;
  readonly find: (name: string) => InspectedSheet | undefined;
}

/** Before a write: which sheets there are, and what would refuse it. One sync, without write. */
export function inspect(
  runs: ExcelRuns,
  names: ReadonlyMap<string, CellRange | undefined> = new Map(),
): Promise<Inspection> {
  return runs.look(inspectionOf(names), true);
}

export function inspectionOf(
  names: ReadonlyMap<string, CellRange | undefined>,
): Question<Inspection> {
  return (context) => {
    const { workbook } = context;
    const list = listSheets(context);
    workbook.protection.load("protected");
    const asked = Array.from(names, ([name, range]) => {
      const sheet = workbook.worksheets.getItemOrNullObject(name);
      sheet.load("id");
      sheet.protection.load("protected");
      const cells = range && sheet.getRange(formatRange(range));
      cells?.untrack();
      cells?.load("numberFormat");
      return { name, sheet, range, cells };
    });
    return () => {
      const sheets = list();
      const known = new Map<string, InspectedSheet>();
      for (const { name, sheet, range, cells } of asked) {
        const listed = sheets.find((each) => !sheet.isNullObject && each.id === sheet.id);
        if (!listed) continue;
        const formats = (cells?.numberFormat ?? []) as unknown[][];
        known.set(name.toLowerCase(), {
          ...listed,
          isProtected: sheet.protection.protected,
          isTextCell: ({ row, column }) =>
            range !== undefined && formats[row - range.top]?.[column - range.left] === "@",
        });
      }
      const find = (name: string) => known.get(name.toLowerCase());
      return {
        sheets,
        isStructureProtected: workbook.protection.protected,
        find,
        get: (name) => {
          const sheet = find(name);
          if (!sheet) throw new WorkbookError("sheetMissing", name);
          return sheet;
        },
      };
    };
  };
}

/** All that are protected are named, one a line, so that a person need not find them one press at a time. */
export function requireUnprotected(...sheets: readonly InspectedSheet[]): void {
  const names = sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
  if (names.length > 0) throw new WorkbookError("protected", [...new Set(names)].join("\n"));
}

export function requireStructure({ isStructureProtected }: Inspection): void {
  if (isStructureProtected) throw new WorkbookError("workbookProtected");
}
