import type { Decimal } from "decimal.js";
import type { Relation } from "../checking/relation";
import { bindingsOf } from "../checking/instances";
import { readFigure } from "../disclosure/readFigure";
import { rememberFigures } from "../disclosure/rememberFigures";
import type { FigureAt } from "../disclosure/figure";
import { rowsWithId } from "../disclosure/placedRows";
import type { PlacedBlock, PlacedTable, Placement } from "../disclosure/placement";
import type { Expression, Reference } from "../expression/expression";
import { evaluate, round, type Value } from "../expression/evaluate";
import { printCell, UNDETERMINED } from "../expression/print/number";
import type { Binding, FigureSource, Scope } from "../expression/scope";
import type { CellValue } from "../workbook/workbookSnapshot";
import { localCodeGuard } from "./codeGuard";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";

/** A cell that the layout writes as a formula. */
interface Total {
  readonly expression: Expression;
  readonly binding: Binding;
  readonly row: number;
  readonly column: number;
}

export interface LaidOutSheet {
  readonly sheet: SheetPlan;
  readonly placed: PlacedTable;
  readonly spareRows: readonly number[];
}

type CellKey = number;
const COLUMNS = 16_384;

interface FigureSearch {
  /** Rows not yet looked at. */
  readonly rows: number[];
  found: number;
}

/**
 * The figures of the workbook that is being laid out, totals computed. A source's figure that differs from what the
 * total's formula gives stays as a value: a published mistake must remain visible to be found.
 */
export class PlanFigures implements FigureSource {
  private readonly given = new Map<string, Map<CellKey, CellValue>>();
  private readonly totals = new Map<string, Map<CellKey, Total>>();
  /** What each total's formula gives. */
  private readonly results = new Map<Total, CellValue>();
  private readonly spare: Placement;
  private readonly searches = new Map<PlacedBlock, Map<number, FigureSearch>>();
  /** What the cells say, totals with their result. */
  readonly figuresAt = rememberFigures((...question) => this.readFigures(...question));

  constructor(
    readonly placement: Placement,
    laidOut: readonly LaidOutSheet[],
    relations: readonly Relation[],
    private readonly settings: Pick<Scope, "decimals" | "percentDecimals">,
  ) {
    this.spare = withSpareRows(laidOut);
    for (const { sheet } of laidOut) {
      this.given.set(
        sheet.name,
        new Map(sheet.cells.map((cell) => [keyOf(cell.row, cell.column), cell.value])),
      );
    }
    for (const relation of relations.filter(({ definesTotal }) => definesTotal)) {
      for (const binding of bindingsOf(relation, { placement: this.spare, figuresAt: () => [] })) {
        this.addTotal(relation, binding);
      }
    }
  }

  /** What stands in the cell, totals with their result. */
  valueAt(sheet: string, row: number, column: number): CellValue {
    const key = keyOf(row, column);
    const total = this.totals.get(sheet)?.get(key);
    const given = this.given.get(sheet)?.get(key) ?? null;
    if (!total) return given;
    const computed = this.computed(total);
    return keeps(given, computed, this.settings.decimals) ? given : computed;
  }

  /** The sheet with its totals as formulas; only where the source differs the value stays. */
  withFormulas(sheet: SheetPlan): SheetPlan {
    const totals = this.totals.get(sheet.name);
    if (!totals) return sheet;
    return { ...sheet, cells: sheet.cells.map((cell) => this.fill(sheet.name, cell, totals)) };
  }

  private fill(sheet: string, cell: PlannedCell, totals: ReadonlyMap<CellKey, Total>): PlannedCell {
    const total = totals.get(keyOf(cell.row, cell.column));
    if (!total) return cell;
    const computed = this.computed(total);
    if (keeps(cell.value, computed, this.settings.decimals)) return cell;
    const formula = printCell(
      total.expression,
      {
        placement: this.spare,
        ...this.settings,
        sheet,
        at: { row: cell.row, column: cell.column },
        binding: total.binding,
      },
      this.settings.decimals,
    );
    return { ...cell, value: computed, formula: this.guarded(sheet, total, formula) };
  }

  /** 合计 over codes says 数据不足 rather than leave one out. */
  private guarded(sheet: string, { expression }: Total, formula: string): string {
    if (expression.kind !== "reference" || expression.reference.row.kind !== "roots")
      return formula;
    const placed = this.placement.tables.get(expression.reference.table.key);
    const guard = placed?.sheet === sheet ? localCodeGuard(placed) : undefined;
    return guard === undefined ? formula : `IF(${guard}>0,"${UNDETERMINED}",${formula})`;
  }

  private readFigures(
    table: string,
    block: number,
    rowId: string,
    columnKey: string,
  ): readonly FigureAt[] {
    const placed = this.placement.tables.get(table);
    const own = placed?.blocks[block];
    const column = own?.columns.get(columnKey);
    if (!own || column === undefined) return [{ figure: { kind: "missing", what: "table" } }];
    const rows = rowsWithId(own, rowId);
    if (rows.length === 0) {
      return [
        { figure: rowId.startsWith("#") ? { kind: "nothing" } : { kind: "missing", what: "row" } },
      ];
    }
    return rows.map(({ row }) => ({
      figure: readFigure(this.valueAt(placed.sheet, row, column), this.settings.decimals),
      cell: { sheet: placed.sheet, row, column },
    }));
  }

  private computed(total: Total): CellValue {
    const known = this.results.get(total);
    if (known !== undefined) return known;
    const computed = this.compute(total);
    this.results.set(total, computed);
    return computed;
  }

  private compute(total: Total): CellValue {
    const { expression, binding } = total;
    const scope: Scope = {
      ...this.settings,
      source: binding.rowId?.startsWith("spare:") === true ? this.spareSource() : this,
      binding,
    };
    const value = evaluate(expression, scope);
    if (value.kind === "amount" && value.blank && this.hasFiguresBelow(expression, total)) return 0;
    return resultOf(value, this.settings.decimals);
  }

  /** A parent shows 0 as soon as anything stands below it in its column, 合计 as soon as anything stands in the table. */
  private hasFiguresBelow(expression: Expression, { row, column }: Total): boolean {
    if (expression.kind !== "reference") return false;
    const { table, block, row: selector } = expression.reference;
    if (selector.kind !== "children" && selector.kind !== "roots") return false;
    const placed = this.placement.tables.get(table.key);
    const below = placed?.blocks[block.index];
    if (!placed || !below) return false;
    const columns =
      selector.kind === "children"
        ? [column]
        : below.block.figureColumns.flatMap(({ key }) => below.columns.get(key) ?? []);
    return columns.some((number) => this.lowestFigure(placed.sheet, below, number, row) > row);
  }

  /** The lowest coded row with a number in a column, looked for from the end up to a row; 0 where there is none. */
  private lowestFigure(sheet: string, block: PlacedBlock, column: number, above: number): number {
    const search = this.searchOf(block, column);
    let next = search.rows.at(-1);
    while (search.found === 0 && next !== undefined && next > above) {
      // Totals on the way look for what is below them, in the same search.
      if (typeof this.valueAt(sheet, next, column) === "number") search.found = next;
      else if (search.rows.at(-1) === next) search.rows.pop();
      next = search.rows.at(-1);
    }
    return search.found;
  }

  private searchOf(block: PlacedBlock, column: number): FigureSearch {
    const searches = this.searches.get(block) ?? new Map<number, FigureSearch>();
    this.searches.set(block, searches);
    const search = searches.get(column) ?? {
      rows: block.rows.flatMap(({ row, code }) => (code === undefined ? [] : [row])),
      found: 0,
    };
    searches.set(column, search);
    return search;
  }

  private spareSource(): FigureSource {
    return { placement: this.spare, figuresAt: () => [{ figure: { kind: "blank" } }] };
  }

  private addTotal(relation: Relation, binding: Binding): void {
    const { left, right } = relation.comparing;
    if (right.kind !== "reference") return;
    const target = this.targetOf(right.reference, binding);
    if (!target) return;
    const sheet = this.totals.get(target.sheet) ?? new Map<CellKey, Total>();
    this.totals.set(target.sheet, sheet);
    const key = keyOf(target.row, target.column);
    const total = { expression: left, binding, row: target.row, column: target.column };
    // Where a row sum and a column sum meet, the one down the table is the total.
    const isAcross = relation.each.rows === "rows";
    if (isAcross && sheet.has(key)) return;
    sheet.set(key, total);
  }

  private targetOf(
    { table, block, row, column }: Reference,
    binding: Binding,
  ): { sheet: string; row: number; column: number } | undefined {
    const placed = this.spare.tables.get(table.key);
    const placedBlock = placed?.blocks[block.index];
    const id = row.kind === "row" ? row.id : row.kind === "each" ? binding.rowId : undefined;
    const key = column.kind === "column" ? column.key : binding.columnKey;
    const at = placedBlock && id !== undefined ? rowsWithId(placedBlock, id)[0]?.row : undefined;
    const columnNumber = key === undefined ? undefined : placedBlock?.columns.get(key);
    if (!placed || at === undefined || columnNumber === undefined) return undefined;
    return { sheet: placed.sheet, row: at, column: columnNumber };
  }
}

function keyOf(row: number, column: number): CellKey {
  return row * COLUMNS + column;
}

/** What the person's source says where it is not what the formula gives; a text survives always. */
function keeps(given: CellValue, computed: CellValue, decimals: number): boolean {
  const figure = readFigure(given, decimals);
  if (figure.kind === "blank") return false;
  if (figure.kind !== "amount") return true;
  const result = readFigure(computed, decimals);
  // A zero over nothing at all is what the formula shows as blank.
  if (result.kind === "blank") return !figure.published.isZero();
  return result.kind !== "amount" || !result.published.equals(figure.published);
}

/** What a native formula shows for an exact value. */
export function resultOf(value: Value, decimals: number | undefined): CellValue {
  switch (value.kind) {
    case "amount":
      return value.blank ? "" : asNumber(value.value, decimals);
    case "text":
      return value.value;
    case "truth":
      return value.value;
    case "undetermined":
      return UNDETERMINED;
  }
}

function asNumber(value: Decimal, decimals: number | undefined): number {
  return (decimals === undefined ? value : round(value, decimals)).toNumber();
}

function withSpareRows(laidOut: readonly LaidOutSheet[]): Placement {
  const tables = laidOut.map(({ placed, spareRows }): [string, PlacedTable] => {
    const blocks = placed.blocks.map((block) =>
      block.block.definition.kind === "tree"
        ? {
            ...block,
            rows: [
              ...block.rows,
              ...spareRows.map((row) => ({ id: `spare:${String(row)}`, row, label: "" })),
            ],
          }
        : block,
    );
    return [placed.table.key, { ...placed, blocks }];
  });
  return { tables: new Map(tables) };
}
