import type { FigureAt } from "../disclosure/figure";
import type { PlacedTable } from "../disclosure/placement";
import { readFigure } from "../disclosure/readFigure";
import type { Value } from "../expression/evaluate";
import { printCell } from "../expression/print/number";
import { referencesOf } from "../expression/expression";
import type { FigureSource } from "../expression/scope";
import { resultOf } from "../expression/resultOf";
import { normaliseLabel } from "../template/labels";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell } from "../workbook/writePlan";
import { computedFigures, targetCell } from "./computedFigures";
import type { EvaluationInput } from "./evaluationInput";
import { computedStyle } from "./evaluationStyles";
import { agrees, readRate } from "./executionRate";

/** The cells with the package's formulas in them; a figure of the source that differs stays, to be found. */
export function fillComputed(
  cells: readonly PlannedCell[],
  placed: PlacedTable,
  input: EvaluationInput,
): readonly PlannedCell[] {
  const known = new Map([...(input.tables?.placement.tables ?? []), [placed.table.key, placed]]);
  const own = input.computed.filter(
    ({ table, expression }) =>
      table === placed.table && referencesOf(expression).every((each) => known.has(each.table.key)),
  );
  const values = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell.value]));
  const planned = plannedFigures(placed, input.decimals, (row, column) => {
    return values.get(`${row},${column}`) ?? null;
  });
  const source: FigureSource = {
    placement: { tables: known },
    figuresAt: (table, ...place) => {
      const from = table === placed.table.key ? planned : (input.tables ?? planned);
      return from.figuresAt(table, ...place);
    },
  };
  const figures = computedFigures(source, own, input, (given, worked) => differs(given, worked));
  const filled = new Map<string, PlannedCell>();
  for (const computed of own) {
    const { block, table } = computed.target;
    const { rowId, columnKey } = targetCell(computed.target);
    const [given] = source.figuresAt(table.key, block.index, rowId, columnKey);
    const worked = figures.result(computed);
    const { cell } = given ?? {};
    if (!given || !cell || differs(given, worked)) continue;
    const { row, column } = cell;
    const formula = printCell(computed.expression, {
      placement: source.placement,
      decimals: input.decimals,
      percentDecimals: input.percentDecimals,
      sheet: placed.sheet,
      at: { row, column },
    });
    filled.set(`${row},${column}`, {
      row,
      column,
      value: resultOf(worked, undefined),
      formula,
      style: computedStyle(computed, input.decimals),
    });
  }
  return cells.map((cell) => filled.get(`${cell.row},${cell.column}`) ?? cell);
}

/** Whether the source says something else than the formula. “—” and blanks say nothing. */
function differs({ figure }: FigureAt, worked: Value): boolean {
  if (figure.kind === "amount") {
    if (worked.kind !== "amount" || worked.blank) return true;
    return !figure.published.equals(worked.value) && !isSameRate(figure, worked);
  }
  if (figure.kind !== "unreadable") return false;
  if (isSameRate(figure, worked)) return false;
  const shown = resultOf(worked, undefined);
  return typeof shown !== "string" || normaliseLabel(shown) !== normaliseLabel(figure.text);
}

function isSameRate(figure: FigureAt["figure"], worked: Value): boolean {
  const rate = readRate(figure);
  return rate !== undefined && worked.kind === "amount" && agrees(rate, worked.value);
}

/** The figures of a form that was laid out: what its cells say. */
export function plannedFigures(
  placed: PlacedTable,
  decimals: number,
  valueAt: (row: number, column: number) => CellValue,
): FigureSource {
  return {
    placement: { tables: new Map([[placed.table.key, placed]]) },
    figuresAt: (_table, index, rowId, columnKey) => {
      const block = placed.blocks[index];
      const row = block?.rows.find(({ id }) => id === rowId)?.row;
      const column = block?.columns.get(columnKey);
      if (row === undefined) return [{ figure: { kind: "missing", what: "row" } }];
      if (column === undefined) return [{ figure: { kind: "missing", what: "column" } }];
      const definition = block?.block.columns.find(({ key }) => key === columnKey)?.definition;
      return [
        {
          figure: readFigure(valueAt(row, column), definition?.decimals ?? decimals),
          cell: { sheet: placed.sheet, row, column },
        },
      ];
    },
  };
}
