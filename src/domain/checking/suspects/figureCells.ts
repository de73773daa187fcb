import type { Disclosure } from "../../disclosure/disclosure";
import type { Figure, FigurePlace } from "../../disclosure/figure";
import type { PlacedBlock, PlacedRow, PlacedTable } from "../../disclosure/placement";
import { cellKey, formatPosition, type CellAddress } from "../../workbook/cellAddress";

/** A cell of the set that holds a figure, or could. */
export interface FigureCell {
  /** In the order of the tables, rows and columns. */
  readonly number: number;
  readonly place: FigurePlace;
  /** All that it stands for: blocks may share cells. */
  readonly places: readonly FigurePlace[];
  readonly cell: CellAddress;
  readonly row: PlacedRow;
  /** In the smallest printed unit; a blank and “—” count 0. */
  readonly units: number;
  /** “—” is blank too. */
  readonly isBlank: boolean;
  readonly isFormula: boolean;
}

const HOLDS_NONE_OR_ONE: ReadonlySet<Figure["kind"]> = new Set([
  "amount",
  "blank",
  "notApplicable",
] as const);

interface Area {
  readonly placed: PlacedTable;
  readonly block: PlacedBlock;
  /** The number of its first cell. */
  readonly first: number;
  readonly rowsAt: ReadonlyMap<number, readonly number[]>;
}

interface Found {
  readonly number: number;
  readonly place: FigurePlace;
  readonly row: PlacedRow;
}

/** The figure cells of a set, each looked at when it is first asked for. */
export class FigureCells {
  private readonly areas: readonly Area[];
  private readonly unit: number;
  private readonly formulas: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly bySheet = new Map<string, Map<number, FigureCell | undefined>>();
  private readonly byNumber = new Map<number, FigureCell>();
  private readonly besides = new Map<number, readonly FigureCell[]>();
  /** By column: the cells that hold a figure, by figure. */
  private readonly columns = new Map<string, ReadonlyMap<number, readonly FigureCell[]>>();
  private readonly filled = new Map<string, readonly FigureCell[]>();

  constructor(private readonly disclosure: Disclosure) {
    const { placement, snapshot, structure } = disclosure;
    this.unit = 10 ** structure.definition.decimals;
    this.formulas = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet.formulas]));
    this.areas = areasOf([...placement.tables.values()]);
  }

  get all(): readonly FigureCell[] {
    return this.areas.flatMap((area) => this.inArea(area));
  }

  inTable(key: string): readonly FigureCell[] {
    return this.areas
      .filter(({ placed }) => placed.table.key === key)
      .flatMap((area) => this.inArea(area));
  }

  at(cell: CellAddress): FigureCell | undefined {
    let ofSheet = this.bySheet.get(cell.sheet);
    if (!ofSheet) {
      ofSheet = new Map<number, FigureCell | undefined>();
      this.bySheet.set(cell.sheet, ofSheet);
    }
    const key = cellKey(cell);
    if (ofSheet.has(key)) return ofSheet.get(key);
    const found = this.read(cell);
    ofSheet.set(key, found);
    if (found) this.byNumber.set(found.number, found);
    return found;
  }

  numbered(number: number): FigureCell | undefined {
    const known = this.byNumber.get(number);
    if (known) return known;
    const area = this.areas.filter(({ first }) => first <= number).at(-1);
    if (!area) return undefined;
    const { placed, block, first } = area;
    const { figureColumns } = block.block;
    const row = block.rows[Math.floor((number - first) / figureColumns.length)];
    const column = figureColumns[(number - first) % figureColumns.length];
    if (!row || !column) return undefined;
    const at = columnsOf(row, block).get(column.key);
    return at === undefined
      ? undefined
      : this.at({ sheet: placed.sheet, row: row.row, column: at });
  }

  /** Those that hold the same figure: beside it first, then elsewhere in its column. */
  likeIt(cell: FigureCell): readonly FigureCell[] {
    if (cell.units === 0) return [];
    const beside = this.beside(cell).filter(({ units }) => units === cell.units);
    const inColumn = this.columnOf(cell).get(cell.units) ?? [];
    return [...new Set([...beside, ...inColumn])].filter(({ number }) => number !== cell.number);
  }

  /** The cells above, below, left and right of it, and the next ones above and below that hold a figure. */
  beside({ number, cell, place }: FigureCell): readonly FigureCell[] {
    const known = this.besides.get(number);
    if (known) return known;
    const { row, column } = cell;
    const found = [
      { ...cell, row: row - 1 },
      { ...cell, row: row + 1 },
      { ...cell, column: column - 1 },
      { ...cell, column: column + 1 },
    ].flatMap((next) => this.at(next) ?? []);
    const inColumn = this.filledIn(place);
    const above = inColumn.filter((other) => other.cell.row < row).at(-1);
    const below = inColumn.find((other) => other.cell.row > row);
    const all = [...new Set([...found, ...(above ? [above] : []), ...(below ? [below] : [])])];
    this.besides.set(number, all);
    return all;
  }

  private inArea({ placed, block }: Area, only?: string): FigureCell[] {
    return block.rows.flatMap((row) =>
      block.block.figureColumns.flatMap(({ key }) => {
        const column =
          only === undefined || key === only ? columnsOf(row, block).get(key) : undefined;
        if (column === undefined) return [];
        const found = this.at({ sheet: placed.sheet, row: row.row, column });
        // What blocks share belongs to the first.
        const isOwn =
          found?.row === row && found.place.columnKey === key && isIn(found.place, placed, block);
        return isOwn ? [found] : [];
      }),
    );
  }

  /** In the order of rows. */
  private filledIn(place: FigurePlace): readonly FigureCell[] {
    const name = columnName(place);
    const known = this.filled.get(name);
    if (known) return known;
    const area = this.areas.find(({ placed, block }) => isIn(place, placed, block));
    const cells = area ? this.inArea(area, place.columnKey) : [];
    const found = cells
      .filter(({ units }) => units !== 0)
      .sort((one, other) => one.cell.row - other.cell.row);
    this.filled.set(name, found);
    return found;
  }

  private columnOf({ place }: FigureCell): ReadonlyMap<number, readonly FigureCell[]> {
    const name = columnName(place);
    const known = this.columns.get(name);
    if (known) return known;
    const byFigure = new Map<number, FigureCell[]>();
    for (const cell of this.filledIn(place)) {
      const alike = byFigure.get(cell.units);
      if (alike) alike.push(cell);
      else byFigure.set(cell.units, [cell]);
    }
    this.columns.set(name, byFigure);
    return byFigure;
  }

  private read(address: CellAddress): FigureCell | undefined {
    const [first, ...others] = this.foundAt(address);
    if (!first) return undefined;
    const { number, place, row } = first;
    const at = this.disclosure
      .figuresAt(place.table, place.block, place.rowId, place.columnKey)
      .find(({ cell }) => cell?.row === address.row);
    const { figure, cell } = at ?? {};
    if (!cell || !figure || !HOLDS_NONE_OR_ONE.has(figure.kind)) return undefined;
    return {
      number,
      place,
      places: [place, ...others.map((other) => other.place)],
      cell,
      row,
      units: figure.kind === "amount" ? figure.published.times(this.unit).toNumber() : 0,
      isBlank: figure.kind !== "amount",
      isFormula: this.formulas.get(cell.sheet)?.has(formatPosition(cell)) ?? false,
    };
  }

  private foundAt({ sheet, row, column }: CellAddress): Found[] {
    const found: Found[] = [];
    for (const { placed, block, first, rowsAt } of this.areas) {
      if (placed.sheet !== sheet) continue;
      const { figureColumns, index } = block.block;
      for (const at of rowsAt.get(row) ?? []) {
        const placedRow = block.rows[at];
        if (!placedRow) continue;
        const columns = columnsOf(placedRow, block);
        for (const [each, { key }] of figureColumns.entries()) {
          if (columns.get(key) !== column) continue;
          found.push({
            number: first + at * figureColumns.length + each,
            place: { table: placed.table.key, block: index, rowId: placedRow.id, columnKey: key },
            row: placedRow,
          });
        }
      }
    }
    return found;
  }
}

function areasOf(tables: readonly PlacedTable[]): Area[] {
  let first = 0;
  return tables.flatMap((placed) =>
    placed.blocks.map((block) => {
      const rowsAt = new Map<number, number[]>();
      for (const [index, { row }] of block.rows.entries()) {
        const known = rowsAt.get(row);
        if (known) known.push(index);
        else rowsAt.set(row, [index]);
      }
      const area = { placed, block, first, rowsAt };
      first += block.rows.length * block.block.figureColumns.length;
      return area;
    }),
  );
}

function columnsOf(row: PlacedRow, block: PlacedBlock): ReadonlyMap<string, number> {
  return row.columns ?? block.columns;
}

function columnName({ table, block, columnKey }: FigurePlace): string {
  return `${table} ${String(block)} ${columnKey}`;
}

function isIn({ table, block }: FigurePlace, placed: PlacedTable, { block: own }: PlacedBlock) {
  return table === placed.table.key && block === own.index;
}
