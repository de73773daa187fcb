import { readFigure } from "../disclosure/readFigure";
import { rememberFigures } from "../disclosure/rememberFigures";
import type { FigureAt } from "../disclosure/figure";
import { rowsWithId } from "../disclosure/placedRows";
import type { PlacedBlock, Placement } from "../disclosure/placement";
import { evaluate } from "../expression/evaluate";
import { resultOf } from "../expression/resultOf";
import type { FigureSource, Scope } from "../expression/scope";
import type { CellAddress } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { Total, TotalCells } from "./totalCells";

/** What stands in the cells before totals are computed. */
export interface GivenFigures {
  valueAt(cell: CellAddress): CellValue;
  /** Whether a total keeps what stands there. */
  keeps(cell: CellAddress, compute: () => CellValue): boolean;
}

export type FigureSettings = Pick<Scope, "decimals" | "percentDecimals">;

/** Of a total that is being computed: where totals go round in a circle, what stands there is taken. */
const UNDER_WAY = Symbol();
const SPARE = "spare:";

interface FigureSearch {
  /** Rows not yet looked at. */
  readonly rows: number[];
  found: number;
}

/** The figures of a workbook with its totals computed. */
export class TotalFigures implements FigureSource {
  /** What each total's formula gives. */
  private readonly results = new Map<Total, CellValue | typeof UNDER_WAY>();
  private readonly searches = new Map<PlacedBlock, Map<number, FigureSearch>>();
  /** What the cells say, totals with their result. */
  readonly figuresAt = rememberFigures((...question) => this.readFigures(...question));

  /** `totals` may be of a placement with rows in which totals stand without being rows of the table: spare ids. */
  constructor(
    readonly placement: Placement,
    private readonly totals: TotalCells,
    private readonly settings: FigureSettings,
    private readonly given: GivenFigures,
  ) {}

  /** What stands in the cell, totals with their result. */
  valueAt(cell: CellAddress): CellValue {
    const total = this.totals.at(cell);
    const keeps = !total || this.given.keeps(cell, () => this.resultOf(total));
    return keeps ? this.given.valueAt(cell) : this.resultOf(total);
  }

  /** What the total's formula gives, whatever stands in the cell. */
  resultOf(total: Total): CellValue {
    const known = this.results.get(total);
    if (known === UNDER_WAY) return this.given.valueAt(total.cell);
    if (known !== undefined) return known;
    this.results.set(total, UNDER_WAY);
    const computed = this.compute(total);
    this.results.set(total, computed);
    return computed;
  }

  private readFigures(
    table: string,
    block: number,
    rowId: string,
    columnKey: string,
  ): readonly FigureAt[] {
    const placed = this.placement.tables.get(table);
    const own = placed?.blocks[block];
    if (!placed || !own) return [{ figure: { kind: "missing", what: "table" } }];
    const rows = rowsWithId(own, rowId);
    if (rows.length === 0) {
      return [
        { figure: rowId.startsWith("#") ? { kind: "nothing" } : { kind: "missing", what: "row" } },
      ];
    }
    return rows.map(({ row, columns }) => {
      const column = (columns ?? own.columns).get(columnKey);
      if (column === undefined) return { figure: { kind: "missing", what: "column" } };
      const cell = { sheet: placed.sheet, row, column };
      return { figure: readFigure(this.valueAt(cell), this.settings.decimals), cell };
    });
  }

  private compute(total: Total): CellValue {
    const { relation, binding } = total;
    const expression = relation.comparing.left;
    const scope: Scope = {
      ...this.settings,
      source: binding.rowId?.startsWith(SPARE) === true ? this.spareSource() : this,
      binding,
    };
    const value = evaluate(expression, scope);
    if (value.kind === "amount" && value.blank && this.hasFiguresBelow(total)) return 0;
    return resultOf(value, this.settings.decimals);
  }

  /** A parent shows 0 as soon as anything stands below it in its column, 合计 as soon as anything stands in the table. */
  private hasFiguresBelow({ relation, cell: { row, column } }: Total): boolean {
    const expression = relation.comparing.left;
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
      if (typeof this.valueAt({ sheet, row: next, column }) === "number") search.found = next;
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
    return { placement: this.totals.placement, figuresAt: () => [{ figure: { kind: "blank" } }] };
  }
}
