import { readFigure } from "../disclosure/readFigure";
import type { PlacedTable, Placement } from "../disclosure/placement";
import { printCell, UNDETERMINED } from "../expression/print/number";
import type { FigureSource } from "../expression/scope";
import type { Relation } from "../checking/relation";
import { cellKey, type CellAddress } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";
import type { PlannedCell, SheetPlan } from "../workbook/writePlan";
import { localCodeGuard } from "./codeGuard";
import { figureStyle } from "./styles";
import { TotalCells, type Total } from "./totalCells";
import { TotalFigures, type FigureSettings } from "./totalFigures";

export interface LaidOutSheet {
  readonly sheet: SheetPlan;
  readonly placed: PlacedTable;
  readonly spareRows: readonly number[];
}

/**
 * The figures of the workbook that is being laid out, totals computed. A source's figure that differs from what the
 * total's formula gives stays as a value: a published mistake must remain visible to be found.
 */
export class PlanFigures implements FigureSource {
  private readonly figures: TotalFigures;
  private readonly totals: TotalCells;

  constructor(
    readonly placement: Placement,
    laidOut: readonly LaidOutSheet[],
    totals: readonly Relation[],
    private readonly settings: FigureSettings,
  ) {
    const given = new Map(
      laidOut.map(({ sheet }) => [
        sheet.name,
        new Map(sheet.cells.map((cell) => [cellKey(cell), cell.value])),
      ]),
    );
    const valueAt = (cell: CellAddress) => given.get(cell.sheet)?.get(cellKey(cell)) ?? null;
    this.totals = new TotalCells(withSpareRows(laidOut), totals);
    this.figures = new TotalFigures(placement, this.totals, settings, {
      valueAt,
      keeps: (cell, compute) => keeps(valueAt(cell), compute(), settings.decimals),
    });
  }

  get figuresAt(): FigureSource["figuresAt"] {
    return this.figures.figuresAt;
  }

  /** What stands in the cell, totals with their result. */
  valueAt(sheet: string, row: number, column: number): CellValue {
    return this.figures.valueAt({ sheet, row, column });
  }

  /** The sheet with its totals as formulas; only where the source differs the value stays. */
  withFormulas(sheet: SheetPlan): SheetPlan {
    return { ...sheet, cells: sheet.cells.map((cell) => this.fill(sheet.name, cell)) };
  }

  private fill(sheet: string, cell: PlannedCell): PlannedCell {
    const { row, column } = cell;
    const total = this.totals.at({ sheet, row, column });
    if (!total) return cell;
    const computed = this.figures.resultOf(total);
    if (keeps(cell.value, computed, this.settings.decimals)) return cell;
    const formula = printCell(
      total.relation.comparing.left,
      {
        placement: this.totals.placement,
        ...this.settings,
        sheet,
        at: { row, column },
        binding: total.binding,
      },
      this.settings.decimals,
    );
    const { decimals } = this.settings;
    // What a form takes from the tables looks as its sums do.
    const style =
      cell.style === figureStyle("amount", decimals)
        ? figureStyle("computed", decimals)
        : cell.style;
    return {
      ...cell,
      value: computed,
      formula: this.guarded(sheet, total, formula),
      ...(style === undefined ? {} : { style }),
    };
  }

  /** 合计 over codes says 数据不足 rather than leave one out. */
  private guarded(sheet: string, { relation }: Total, formula: string): string {
    const expression = relation.comparing.left;
    if (expression.kind !== "reference" || expression.reference.row.kind !== "roots")
      return formula;
    const placed = this.placement.tables.get(expression.reference.table.key);
    const guard = placed?.sheet === sheet ? localCodeGuard(placed) : undefined;
    return guard === undefined ? formula : `IF(${guard}>0,"${UNDETERMINED}",${formula})`;
  }
}

/** What the person's source says where it is not what the formula gives; a text of theirs survives always. */
function keeps(given: CellValue, computed: CellValue, decimals: number): boolean {
  const figure = readFigure(given, decimals);
  if (figure.kind === "blank") return false;
  if (figure.kind === "unreadable" && figure.text === UNDETERMINED) return false;
  if (figure.kind !== "amount") return true;
  const result = readFigure(computed, decimals);
  // A zero over nothing at all is what the formula shows as blank.
  if (result.kind === "blank") return !figure.published.isZero();
  return result.kind !== "amount" || !result.published.equals(figure.published);
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
