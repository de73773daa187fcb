import { scopeOf, type CheckReport } from "../checking/checkDisclosure";
import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import { differentUnits } from "../intake/differentUnits";
import { valueAt, type CellValue } from "../workbook/workbookSnapshot";
import type { DrawnMark, WritePlan } from "../workbook/writePlan";
import { layOutAudit, type PaneOnly } from "./auditSheet";
import { auditStyles } from "./auditStyles";
import { placedMarks } from "./placedMarks";
import { RecognisedTables } from "./recognisedTables";
import { TABLE_PAPER } from "./tablePaper";

export interface Adoption {
  /** 审核 and 计算. */
  readonly plan: WritePlan;
  readonly marks: readonly DrawnMark[];
  readonly paneOnly: readonly PaneOnly[];
}

/** 给现有表加审核: what goes beside tables that a person laid out; in their own cells nothing. */
export function layOutAdopted(
  template: Template,
  disclosure: Disclosure,
  { verdicts }: Pick<CheckReport, "verdicts">,
): Adoption {
  const { decimals, percentDecimals, moneyUnit } = template.structure.definition;
  const { placement, snapshot } = disclosure;
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const troubleOf = differentUnits(template, disclosure);
  const tables = new RecognisedTables(
    disclosure,
    scopeOf(disclosure, template),
    (placed) => troubleOf(placed)?.words,
  );
  const { audit, calculation, paneOnly } = layOutAudit(template.relations, verdicts, {
    placement,
    decimals,
    percentDecimals,
    moneyUnit,
    listed: tables,
    valueAt: (name, row, column): CellValue => {
      const sheet = sheets.get(name);
      return sheet ? valueAt(sheet, { row, column }) : null;
    },
  });
  const marks = [...placement.tables.values()].flatMap((placed) => {
    const lists = tables.listsOf(placed);
    if (!lists) return [];
    return placedMarks(placed, lists).map((mark) => ({ sheet: placed.sheet, ...mark }));
  });
  return {
    plan: {
      sheets: [audit, calculation],
      styles: auditStyles(TABLE_PAPER.bodyFont),
      activeSheet: audit.name,
      properties: {},
    },
    marks,
    paneOnly,
  };
}
