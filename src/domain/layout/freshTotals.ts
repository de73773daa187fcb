import type { Template } from "../checking/compileTemplate";
import { DependencyIndex } from "../checking/dependencyIndex";
import { changedFigures } from "../disclosure/changedFigures";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigurePlace } from "../disclosure/figure";
import type { PlacedTable, Placement } from "../disclosure/placement";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import {
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../workbook/workbookSnapshot";
import { hasLooseCodes } from "./codeGuard";
import { TotalCells, type Total } from "./totalCells";
import { TotalFigures } from "./totalFigures";

/**
 * The workbook as it will be when the host has calculated: formulas in total cells give what the template says. Only
 * totals that depend on what has changed are computed, and which do is kept as long as tables and rows stay.
 */
export class FreshTotals {
  private dependents: TotalDependents | undefined;

  constructor(private readonly template: Template) {}

  /** `before` is a reading in which all totals were right; without one all are computed. */
  of(disclosure: Disclosure, before?: Disclosure): WorkbookSnapshot {
    const changed = before && changedFigures(before, disclosure);
    if (!changed) this.dependents = undefined;
    const { placement, snapshot } = disclosure;
    const known = (this.dependents ??= new TotalDependents(placement, this.template));
    const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    const isFormula = ({ sheet, ...position }: CellAddress): boolean =>
      sheets.get(sheet)?.formulas.has(formatPosition(position)) ?? false;
    const concerned = changed
      ? known.of(
          changed,
          haveNewKind(changed, before, disclosure),
          newlyGuarded(before, disclosure),
        )
      : known.totals.all();
    const stale = new Set(concerned.filter(({ cell }) => isFormula(cell)));
    const { totals } = known;
    const { definition } = this.template.structure;
    const figures = new TotalFigures(placement, totals, definition, {
      valueAt: valuesOf(snapshot),
      keeps: (cell) => {
        const total = totals.at(cell);
        return !total || !stale.has(total);
      },
    });
    const results = [...stale].map((total) => ({
      cell: total.cell,
      value: figures.resultOf(total),
    }));
    return { sheets: snapshot.sheets.map((sheet) => changedSheet(sheet, results)) };
  }
}

/** Which totals need which figures, through other totals too. */
class TotalDependents {
  readonly totals: TotalCells;
  private readonly inOrder: readonly Total[];
  private readonly index: DependencyIndex;
  /** Sums over codes, which are 0 instead of blank as soon as anything stands below them. */
  private readonly sums = new Map<string, Total[]>();

  constructor(placement: Placement, { totals }: Template) {
    this.totals = new TotalCells(placement, totals);
    this.inOrder = this.totals.all();
    this.index = new DependencyIndex(this.inOrder, { placement });
    for (const total of this.inOrder) {
      const { left } = total.relation.comparing;
      if (left.kind !== "reference") continue;
      const { table, block, row } = left.reference;
      const place = { ...total.place, table: table.key, block: block.index };
      if (row.kind === "children") this.addSum(total, place);
      if (row.kind === "roots") this.addSum(total, { ...place, columnKey: ANY_COLUMN });
    }
  }

  /**
   * `withSums` where a cell became blank, or is not any more; `guarded`: tables in which codes came out of their place,
   * or into it.
   */
  of(changed: readonly FigurePlace[], withSums: boolean, guarded: ReadonlySet<string>): Total[] {
    const found = new Set(this.inOrder.filter((total) => isOverall(total, guarded)));
    let places = [...changed, ...[...found].map(({ place }) => place)];
    while (places.length > 0) {
      const next = [...this.index.dependentsOf(places)]
        .flatMap((position) => this.inOrder[position] ?? [])
        .concat(withSums ? places.flatMap((place) => this.sumsAbove(place)) : [])
        .filter((total) => !found.has(total));
      for (const total of next) found.add(total);
      places = next.map(({ place }) => place);
    }
    return [...found];
  }

  private addSum(total: Total, over: FigurePlace): void {
    const key = columnOf(over);
    const sums = this.sums.get(key) ?? [];
    this.sums.set(key, sums);
    sums.push(total);
  }

  private sumsAbove(place: FigurePlace): Total[] {
    return [place, { ...place, columnKey: ANY_COLUMN }].flatMap(
      (each) => this.sums.get(columnOf(each)) ?? [],
    );
  }
}

const ANY_COLUMN = "";

function isOverall({ relation }: Total, tables: ReadonlySet<string>): boolean {
  const { left } = relation.comparing;
  if (left.kind !== "reference" || left.reference.row.kind !== "roots") return false;
  return tables.has(left.reference.table.key);
}

function columnOf({ table, block, columnKey }: FigurePlace): string {
  return [table, block, columnKey].join("/");
}

function haveNewKind(
  places: readonly FigurePlace[],
  before: Disclosure,
  after: Disclosure,
): boolean {
  const kindsAt = (reading: Disclosure, { table, block, rowId, columnKey }: FigurePlace): string =>
    reading
      .figuresAt(table, block, rowId, columnKey)
      .map(({ figure }) => figure.kind)
      .join();
  return places.some((place) => kindsAt(before, place) !== kindsAt(after, place));
}

function newlyGuarded(before: Disclosure, after: Disclosure): Set<string> {
  const atBefore = valuesOf(before.snapshot);
  const atAfter = valuesOf(after.snapshot);
  const isLoose = (placed: PlacedTable, at: ValueAt): boolean =>
    hasLooseCodes(placed, (position) => at({ sheet: placed.sheet, ...position }));
  const tables = [...after.placement.tables].filter(
    ([, placed]) => isLoose(placed, atBefore) !== isLoose(placed, atAfter),
  );
  return new Set(tables.map(([key]) => key));
}

type ValueAt = (cell: CellAddress) => CellValue;

function valuesOf({ sheets }: WorkbookSnapshot): ValueAt {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return ({ sheet: name, ...position }) => {
    const sheet = byName.get(name);
    return sheet ? valueAt(sheet, position) : null;
  };
}

function changedSheet(
  sheet: SheetSnapshot,
  results: readonly { readonly cell: CellAddress; readonly value: CellValue }[],
): SheetSnapshot {
  const own = results.filter(
    ({ cell, value }) => cell.sheet === sheet.name && value !== valueAt(sheet, cell),
  );
  if (own.length === 0) return sheet;
  const values = [...sheet.values];
  for (const { cell, value } of own) {
    const row = [...(values[cell.row - 1] ?? [])];
    row[cell.column - 1] = value;
    values[cell.row - 1] = row;
  }
  return { ...sheet, values };
}
