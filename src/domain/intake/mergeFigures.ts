import { Decimal } from "decimal.js";
import { scopeOf } from "../checking/checkDisclosure";
import type { Template } from "../checking/compileTemplate";
import { judge } from "../checking/verdict";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigureAt } from "../disclosure/figure";
import type { PlacedBlock, PlacedTable } from "../disclosure/placement";
import type { TotalCells } from "../layout/totalCells";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";

/** A figure that somebody typed, and the other one that the files have for it. */
export interface FigureConflict {
  readonly cell: CellAddress;
  readonly typed: CellValue;
  readonly taken: CellValue;
}

type Asked = (conflict: FigureConflict) => boolean;

/** none: no total · formula: one that follows its parts · figure: what the files print, whatever it adds up. */
type TotalAt = (cell: CellAddress) => "none" | "formula" | "figure";

/** A formula stays where the files' own parts add up to their total: it then gives what stands above the merged parts. */
export function totalsOf(
  totals: TotalCells,
  { snapshot }: Disclosure,
  taken: Disclosure,
  template: Template,
): TotalAt {
  const formulas = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet.formulas]));
  const scope = scopeOf(taken, template);
  return (cell) => {
    const total = totals.at(cell);
    if (!total) return "none";
    if (formulas.get(cell.sheet)?.has(formatPosition(cell)) !== true) return "figure";
    const { state } = judge(total.relation, total.binding, scope);
    return state === "passed" ? "formula" : "figure";
  };
}

/** The set as it stands, with the codes and figures of the files. */
export function mergeFigures(
  standing: Disclosure,
  taken: Disclosure,
  totalAt: TotalAt,
  overwrites: Asked,
): Disclosure {
  const tables = Array.from(standing.placement.tables, ([key, own]): [string, PlacedTable] => {
    const other = taken.placement.tables.get(key);
    if (!other) return [key, own];
    const blocks = own.blocks.map((block, index) => withCodes(block, other.blocks[index]));
    return [key, { ...own, blocks }];
  });
  const { decimals } = standing.structure.definition;
  const seen = new Map<string, readonly FigureAt[]>();
  const choose = (own: readonly FigureAt[], other: readonly FigureAt[]): readonly FigureAt[] => {
    const [theirs] = other;
    if (other.length !== 1 || !theirs || own.length > 1) return hasFigure(own) ? own : other;
    if (!hasFigure(other)) return own;
    const [ours] = own;
    const total = ours?.cell ? totalAt(ours.cell) : "none";
    if (total === "formula") return [{ ...ours, figure: { kind: "blank" } }];
    if (!ours?.cell || !hasFigure(own) || total === "figure") return other;
    if (isSame(ours, theirs)) return own;
    if (isUnrounded(ours, theirs, decimals)) return other;
    const conflict = { cell: ours.cell, typed: wordOf(ours), taken: wordOf(theirs) };
    return overwrites(conflict) ? other : own;
  };
  return {
    ...standing,
    placement: { tables: new Map(tables) },
    figuresAt: (table, block, rowId, columnKey) => {
      const own = standing.figuresAt(table, block, rowId, columnKey);
      const placed = taken.placement.tables.get(table);
      if (placed?.table.definition.role !== "disclosure") return own;
      const key = [table, block, rowId, columnKey].join("/");
      const known = seen.get(key);
      if (known) return known;
      const chosen = choose(own, taken.figuresAt(table, block, rowId, columnKey));
      seen.set(key, chosen);
      return chosen;
    },
  };
}

function hasFigure(figures: readonly FigureAt[]): boolean {
  return figures.some(({ figure }) =>
    ["amount", "unreadable", "notApplicable"].includes(figure.kind),
  );
}

function isSame({ figure: a }: FigureAt, { figure: b }: FigureAt): boolean {
  if (a.kind !== "amount" || b.kind !== "amount") return false;
  return (
    a.value.equals(b.value) || (a.value.equals(a.published) && a.published.equals(b.published))
  );
}

/** The same figure with digits below those that are printed: as the set was before it was rounded. */
function isUnrounded(
  { figure: ours }: FigureAt,
  { figure: theirs }: FigureAt,
  decimals: number,
): boolean {
  if (ours.kind !== "amount" || theirs.kind !== "amount") return false;
  if (ours.value.equals(ours.published)) return false;
  const step = new Decimal(10).pow(-decimals);
  return ours.value.minus(theirs.value).abs().lessThanOrEqualTo(step);
}

function wordOf({ figure }: FigureAt): CellValue {
  if (figure.kind === "amount") return figure.value.toNumber();
  return "text" in figure ? figure.text : null;
}

/** New codes come before the first larger one; the others keep their order. */
function withCodes(own: PlacedBlock, other: PlacedBlock | undefined): PlacedBlock {
  if (own.block.definition.kind !== "tree" || !other) return own;
  const rows = [...own.rows];
  const known = new Set(rows.map(({ id }) => id));
  for (const row of other.rows) {
    const { code } = row;
    if (code === undefined || known.has(row.id)) continue;
    known.add(row.id);
    const place = rows.findIndex((each) => each.code !== undefined && each.code > code);
    rows.splice(place < 0 ? rows.length : place, 0, row);
  }
  return { ...own, rows };
}
