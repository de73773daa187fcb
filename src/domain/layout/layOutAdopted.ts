import { scopeOf, type CheckReport } from "../checking/checkDisclosure";
import { titled } from "../checking/checks/formWords";
import type { Template } from "../checking/compileTemplate";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { moneyUnits } from "../intake/moneyUnits";
import { normaliseLabel } from "../template/labels";
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
  const tables = new RecognisedTables(
    disclosure,
    scopeOf(disclosure, template),
    otherUnits(template, disclosure),
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

/** One figure in 元 and 万元 is no mistake in either table; whose unit is unclear nobody can compare. */
function otherUnits(
  template: Template,
  disclosure: Disclosure,
): (tables: readonly PlacedTable[]) => string | undefined {
  const units = moneyUnits(disclosure, template);
  const { moneyUnit } = template.structure.definition;
  const unitOf = ({ table }: PlacedTable): string => {
    const known = units.get(table.key);
    if (!known) return moneyUnit;
    if (known.unit === undefined) return known.why === "noHeading" ? moneyUnit : UNCLEAR;
    if (known.by !== "empty") return known.unit;
    // Without figures and without a word about it, it is as the others are.
    return normaliseLabel(disclosure.texts.get(table.key)?.moneyUnit?.text ?? "");
  };
  return (tables) => {
    const named = tables.filter((placed) => unitOf(placed) !== "");
    const unclear = named.find((placed) => unitOf(placed) === UNCLEAR);
    if (unclear) return `${titled(unclear.table)}的金额单位不明`;
    const [first, ...others] = named;
    const other = first && others.find((placed) => unitOf(placed) !== unitOf(first));
    return other && `${titled(first.table)}和${titled(other.table)}的金额单位不同`;
  };
}

const UNCLEAR = "？";
