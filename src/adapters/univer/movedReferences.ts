import type { Injector, Nullable, Workbook } from "@univerjs/core";
import { UpdateFormulaController } from "@univerjs/sheets-formula";

interface PlacedFormula {
  readonly f: string;
  /** Formulas that were filled down share one text. */
  readonly si?: string;
}

type SheetFormulas = Readonly<Record<string, Readonly<Record<string, Nullable<PlacedFormula>>>>>;
type Formulas = Record<string, Nullable<Record<string, Nullable<SheetFormulas>>>>;

interface Move {
  readonly type: number;
  readonly unitId: string;
  readonly sheetId: string;
}

/** What we use of the grid's own way to move references. */
interface Mover {
  _getFormulaReferenceMoveInfo(formulas: Formulas, sheetNames: unknown, move: Move): object;
}

/** As the grid counts them: rows or columns inserted or removed. */
const LINES = new Set([3, 4, 5, 6]);
const REMOVED_SHEET = 12;

/**
 * When rows move, the grid cuts every formula of the workbook into words, which in a large set takes seconds. On other
 * sheets only formulas that name the sheet can refer to it.
 */
export function moveOnlyWhatRefers(injector: Injector, workbook: Workbook): void {
  const mover = injector.get(UpdateFormulaController) as unknown as Mover;
  const move = Object.getPrototypeOf(mover) as Mover;
  mover._getFormulaReferenceMoveInfo = (formulas, sheetNames, params) => {
    const name = workbook.getSheetBySheetId(params.sheetId)?.getName();
    const isOurs = params.unitId === workbook.getUnitId();
    if (isOurs && params.type === REMOVED_SHEET) {
      const others = withoutSheet(formulas, params);
      return move._getFormulaReferenceMoveInfo.call(mover, others, sheetNames, params);
    }
    const referring =
      isOurs && LINES.has(params.type) && name !== undefined
        ? naming(name, formulas, params)
        : formulas;
    return move._getFormulaReferenceMoveInfo.call(mover, referring, sheetNames, params);
  };
}

/** The grid would write into the sheet that is gone, fail, and so forget how to undo that it went. */
function withoutSheet(formulas: Formulas, { unitId, sheetId }: Move): Formulas {
  const sheets = Object.entries(formulas[unitId] ?? {}).filter(([id]) => id !== sheetId);
  return { ...formulas, [unitId]: Object.fromEntries(sheets) };
}

function naming(name: string, formulas: Formulas, { unitId, sheetId }: Move): Formulas {
  const quoted = name.replaceAll("'", "''");
  const refers = ({ f, si }: PlacedFormula): boolean =>
    si !== undefined || f.includes(name) || f.includes(quoted);
  const sheets = Object.entries(formulas[unitId] ?? {}).map(([id, sheet]) => [
    id,
    id === sheetId || !sheet ? sheet : filterCells(sheet, refers),
  ]);
  return { ...formulas, [unitId]: Object.fromEntries(sheets) as Formulas[string] };
}

function filterCells(
  sheet: SheetFormulas,
  isKept: (formula: PlacedFormula) => boolean,
): SheetFormulas {
  const kept: Record<string, Record<string, PlacedFormula>> = {};
  for (const [row, cells] of Object.entries(sheet)) {
    for (const [column, formula] of Object.entries(cells)) {
      if (formula && isKept(formula)) (kept[row] ??= {})[column] = formula;
    }
  }
  return kept;
}
