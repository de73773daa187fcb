import { Decimal } from "decimal.js";
import { checkDisclosure, type CheckReport } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import type { Finding } from "../domain/checking/finding";
import { typicalErrors, type TypicalError } from "../domain/checking/demonstration/typicalErrors";
import type { Change } from "../domain/checking/suspects/changes";
import { FigureCells } from "../domain/checking/suspects/figureCells";
import {
  nameOfCell,
  suspectCards,
  type SuspectedCells,
} from "../domain/checking/suspects/suspectCards";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { recognise } from "../domain/disclosure/recognise";
import { FreshTotals } from "../domain/layout/freshTotals";
import { cellKey, type CellAddress } from "../domain/workbook/cellAddress";
import {
  valueAt,
  type CellValue,
  type WorkbookSnapshot,
} from "../domain/workbook/workbookSnapshot";

/** A typical mistake made on a copy, and what came of it. */
export interface Demonstrated {
  readonly kind: TypicalError;
  readonly changes: readonly {
    readonly cell: CellAddress;
    readonly name: string;
    readonly before: CellValue;
    readonly after: CellValue;
  }[];
  /** What was found that was not before. */
  readonly findings: readonly Finding[];
  /** The cell was named first, with what had stood there. */
  readonly isNamed: boolean;
}

/** 查错演示: typical mistakes, each on a copy of the set; the workbook itself stays as it is. One at a time: each takes a while. */
export function* demonstrateChecks(
  disclosure: Disclosure,
  template: Template,
): Generator<Demonstrated, void> {
  const published = new Set(
    [...disclosure.placement.tables.values()]
      .filter(({ table }) => table.definition.role === "disclosure")
      .map(({ table }) => table.key),
  );
  const known = new Set(checkDisclosure(disclosure, template).findings.map(keyOf));
  for (const { kind, changes } of typicalErrors(new FigureCells(disclosure), published)) {
    const damaged = damagedCopy(disclosure, template, changes);
    const report = checkDisclosure(damaged, template);
    yield {
      kind,
      changes: changes.map(({ cell, after }) => ({
        cell: cell.cell,
        name: nameOfCell(cell, disclosure),
        before: typedAt(disclosure.snapshot, cell.cell),
        after: amountOf(after, template),
      })),
      findings: report.findings.filter((finding) => !known.has(keyOf(finding))),
      isNamed: isNamed(report, damaged, template, changes),
    };
  }
}

function damagedCopy(
  disclosure: Disclosure,
  template: Template,
  changes: readonly Change[],
): Disclosure {
  const { snapshot } = disclosure;
  const sheets = snapshot.sheets.map((sheet) => {
    const own = changes.filter(({ cell }) => cell.cell.sheet === sheet.name);
    if (own.length === 0) return sheet;
    const after = new Map(own.map((each) => [cellKey(each.cell.cell), each.after]));
    const values = sheet.values.map((line, row) =>
      line.map((value, column) => {
        const units = after.get(cellKey({ row: row + 1, column: column + 1 }));
        return units === undefined ? value : amountOf(units, template);
      }),
    );
    return { ...sheet, values };
  });
  const typed = recognise({ ...snapshot, sheets }, template.structure);
  return recognise(new FreshTotals(template).of(typed, disclosure), template.structure);
}

function isNamed(
  report: CheckReport,
  damaged: Disclosure,
  template: Template,
  changes: readonly Change[],
): boolean {
  const isUndone = (suspect: SuspectedCells | undefined) =>
    suspect?.changes.length === changes.length &&
    changes.every(({ cell }) =>
      suspect.changes.some(
        ({ cell: { sheet, ...position }, after }) =>
          sheet === cell.cell.sheet &&
          cellKey(position) === cellKey(cell.cell) &&
          (after ?? 0) === (amountOf(cell.units, template) ?? 0),
      ),
    );
  return suspectCards(report, damaged, template).some(({ suspects: [first] }) => isUndone(first));
}

/** Nothing is left out as a blank. */
function amountOf(units: number, { structure }: Template): number | null {
  return units === 0
    ? null
    : new Decimal(units).div(10 ** structure.definition.decimals).toNumber();
}

function typedAt({ sheets }: WorkbookSnapshot, cell: CellAddress): CellValue {
  const sheet = sheets.find(({ name }) => name === cell.sheet);
  return sheet ? valueAt(sheet, cell) : null;
}

function keyOf({ code, state, verdict, explanation }: Finding): string {
  const { rowId = "", columnKey = "" } = verdict?.binding ?? {};
  return [code, state, rowId, columnKey, verdict ? "" : explanation].join("|");
}
