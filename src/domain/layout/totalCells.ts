import { bindingsOf } from "../checking/instances";
import type { Relation } from "../checking/relation";
import type { FigurePlace } from "../disclosure/figure";
import { rowsWithId } from "../disclosure/placedRows";
import type { Placement } from "../disclosure/placement";
import type { Reference } from "../expression/expression";
import type { Binding } from "../expression/scope";
import { cellKey, type CellAddress } from "../workbook/cellAddress";

/** A cell that holds what the left side of a relation gives. */
export interface Total {
  readonly relation: Relation;
  readonly binding: Binding;
  readonly place: FigurePlace;
  readonly cell: CellAddress;
}

/** Which cells hold totals. */
export class TotalCells {
  private readonly bySheet = new Map<string, Map<number, Total>>();

  constructor(
    readonly placement: Placement,
    totals: readonly Relation[],
  ) {
    for (const relation of totals) {
      for (const binding of bindingsOf(relation, { placement, figuresAt: () => [] })) {
        this.add(relation, binding);
      }
    }
  }

  all(): Total[] {
    return [...this.bySheet.values()].flatMap((totals) => [...totals.values()]);
  }

  at({ sheet, row, column }: CellAddress): Total | undefined {
    return this.bySheet.get(sheet)?.get(cellKey({ row, column }));
  }

  private add(relation: Relation, binding: Binding): void {
    const { right } = relation.comparing;
    if (right.kind !== "reference") return;
    const target = this.targetOf(right.reference, binding);
    if (!target) return;
    const { cell } = target;
    const sheet = this.bySheet.get(cell.sheet) ?? new Map<number, Total>();
    this.bySheet.set(cell.sheet, sheet);
    const key = cellKey(cell);
    // Where a row sum and a column sum meet, the one down the table is the total.
    const isAcross = relation.each.rows === "rows";
    if (isAcross && sheet.has(key)) return;
    sheet.set(key, { relation, binding, ...target });
  }

  private targetOf(
    { table, block, row, column }: Reference,
    binding: Binding,
  ): Pick<Total, "place" | "cell"> | undefined {
    const placed = this.placement.tables.get(table.key);
    const placedBlock = placed?.blocks[block.index];
    const rowId = row.kind === "row" ? row.id : row.kind === "each" ? binding.rowId : undefined;
    const columnKey = column.kind === "column" ? column.key : binding.columnKey;
    if (!placed || !placedBlock || rowId === undefined || columnKey === undefined) return undefined;
    const [own] = rowsWithId(placedBlock, rowId);
    const number = (own?.columns ?? placedBlock.columns).get(columnKey);
    if (!own || number === undefined) return undefined;
    return {
      place: { table: table.key, block: block.index, rowId, columnKey },
      cell: { sheet: placed.sheet, row: own.row, column: number },
    };
  }
}
