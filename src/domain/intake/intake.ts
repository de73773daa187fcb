import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import { figuresIn } from "../disclosure/figuresIn";
import type { PlacedTable } from "../disclosure/placement";
import { recognise } from "../disclosure/recognise";
import { unitNameOf } from "../disclosure/unitNameOf";
import type { Table } from "../template/template";
import type { CellAddress, CellRange } from "../workbook/cellAddress";
import { joinFiles, type SheetSource, type SourceFile } from "./joinFiles";
import { moneyUnits } from "./moneyUnits";
import type { TableUnit, UnitAnswer } from "./tableUnit";
import { namedUnits, type NamedUnit } from "./namedUnits";
import { unreadFigures, type UnreadFigure } from "./unreadFigures";

/** A table that was found, and where. */
export interface IntakeTable {
  readonly table: Table;
  readonly source: SheetSource;
  readonly range: CellRange;
  readonly unit: TableUnit;
  /** How many; neither texts nor “—”. */
  readonly figures: number;
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
  readonly unread: readonly UnreadFigure[];
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
    return [{ table, source, range, unit, figures: amountsIn(placed, disclosure) }];
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
    unitNames: namedUnits(disclosure),
    unread: unreadFigures(disclosure, sources),
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

/** What comes over: figures, and texts as they are. */
export function filledFigures({ table }: PlacedTable, disclosure: Disclosure): FilledFigure[] {
  return figuresIn(disclosure, table.key).flatMap(({ figure, cell, block, rowId, columnKey }) =>
    cell && SAID.has(figure.kind) ? [{ block, rowId, columnKey, cell }] : [],
  );
}

function amountsIn({ table }: PlacedTable, disclosure: Disclosure): number {
  return figuresIn(disclosure, table.key).filter(({ figure }) => figure.kind === "amount").length;
}
