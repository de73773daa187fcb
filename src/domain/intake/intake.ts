import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { recognise } from "../disclosure/recognise";
import { unitNameOf } from "../disclosure/unitNameOf";
import { normaliseLabel } from "../template/labels";
import type { Table } from "../template/template";
import type { CellAddress, CellRange } from "../workbook/cellAddress";
import { joinFiles, type SheetSource, type SourceFile } from "./joinFiles";
import { moneyUnits, type TableUnit, type UnitAnswer } from "./moneyUnits";

/** A table that was found, and where. */
export interface IntakeTable {
  readonly table: Table;
  readonly source: SheetSource;
  readonly range: CellRange;
  readonly unit: TableUnit;
  /** Filled figure cells. */
  readonly figures: number;
}

/** Several of them: figures of several units came together. */
export interface NamedUnit {
  readonly name: string;
  readonly tables: readonly Table[];
}

/** Files understood, before anything of them is taken. */
export interface Intake {
  readonly template: Template;
  /** Every table in its own money unit. */
  readonly disclosure: Disclosure;
  /** By the sheet's name in `disclosure`. */
  readonly sources: ReadonlyMap<string, SheetSource>;
  readonly tables: readonly IntakeTable[];
  /** Published tables that the files do not have. */
  readonly missing: readonly Table[];
  /** Those that the person does not want. */
  readonly leftOut: readonly Table[];
  readonly unitName: string;
  readonly unitNames: readonly NamedUnit[];
}

/** What the files hold in the words of this template. `said`: what the person has answered, by table. */
export function intakeOf(
  files: readonly SourceFile[],
  template: Template,
  said: ReadonlyMap<string, UnitAnswer> = new Map(),
): Intake {
  const { snapshot, sources } = joinFiles(files);
  const found = recognise(snapshot, template.structure);
  const wanted = [...found.placement.tables].filter(([key]) => said.get(key) !== "leaveOut");
  const disclosure = { ...found, placement: { tables: new Map(wanted) } };
  const units = moneyUnits(disclosure, template, said);
  const tables = [...units].flatMap(([key, unit]): IntakeTable[] => {
    const placed = disclosure.placement.tables.get(key);
    const source = placed && sources.get(placed.sheet);
    if (!placed || !source) return [];
    const { table, range } = placed;
    return [{ table, source, range, unit, figures: filledFigures(placed, disclosure).length }];
  });
  const others = [...template.structure.tables.values()].filter(
    ({ key, definition }) => definition.role === "disclosure" && !units.has(key),
  );
  return {
    template,
    disclosure,
    sources,
    tables,
    missing: others.filter(({ key }) => !found.placement.tables.has(key)),
    leftOut: others.filter(({ key }) => found.placement.tables.has(key)),
    unitName: unitNameOf(disclosure),
    unitNames: unitNamesIn(disclosure),
  };
}

/** Tables whose money unit only the person can tell. */
export function openQuestions({ tables }: Intake): readonly IntakeTable[] {
  return tables.filter(({ unit }) => unit.unit === undefined);
}

const SAID: ReadonlySet<string> = new Set(["amount", "unreadable", "notApplicable"]);

interface FilledFigure {
  readonly block: number;
  readonly rowId: string;
  readonly columnKey: string;
  readonly cell: CellAddress;
}

export function filledFigures(
  { table, blocks }: PlacedTable,
  disclosure: Disclosure,
): FilledFigure[] {
  return blocks.flatMap(({ block, rows }, index) =>
    [...new Set(rows.map(({ id }) => id))].flatMap((rowId) =>
      block.figureColumns.flatMap(({ key: columnKey }) =>
        disclosure
          .figuresAt(table.key, index, rowId, columnKey)
          .flatMap(({ figure, cell }) =>
            cell && SAID.has(figure.kind) ? [{ block: index, rowId, columnKey, cell }] : [],
          ),
      ),
    ),
  );
}

export function unitNamesIn({
  texts,
  placement,
}: Pick<Disclosure, "texts" | "placement">): NamedUnit[] {
  const names = new Map<string, { name: string; tables: Table[] }>();
  for (const [key, { unitName }] of texts) {
    const placed = placement.tables.get(key);
    if (!unitName || placed?.table.definition.role !== "disclosure") continue;
    const known = names.get(normaliseLabel(unitName.text));
    if (known) known.tables.push(placed.table);
    else names.set(normaliseLabel(unitName.text), { name: unitName.text, tables: [placed.table] });
  }
  return [...names.values()];
}
