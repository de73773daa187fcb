import { shortName } from "../checking/placeWords";
import type { Disclosure } from "../disclosure/disclosure";
import { listFigures, type ListedFigure } from "../disclosure/figureList";
import { bareLabel } from "../template/labels";
import type { KnownAmount } from "./prose/readTies";

const IN_WAN_YUAN = 10_000;

/** What a written text may take from a workbook: the amounts of its tables and of 补充资料. */
export function knownAmounts(disclosure: Disclosure): readonly KnownAmount[] {
  const { moneyUnit } = disclosure.structure.definition;
  return listFigures(disclosure).flatMap((listed): KnownAmount[] => {
    const { figure } = listed;
    const unit = unitOf(listed, moneyUnit);
    if (figure.kind !== "amount" || !unit.endsWith("元")) return [];
    const value = figure.published.times(unit === "万元" ? IN_WAN_YUAN : 1);
    const name = nameOf(listed);
    return [{ value, words: wordsOf(listed), ...(name === undefined ? {} : { name }) }];
  });
}

/** Rows of 补充资料 have units of their own. */
function unitOf({ block, row, table }: ListedFigure, moneyUnit: string): string {
  if (table.definition.role !== "supplement") return moneyUnit;
  return block.block.rows.find(({ id }) => id === row.id)?.definition.unit ?? moneyUnit;
}

const TOTAL_ROW = /^(?:合计|总计)$/u;

/** The label of a row; of a total over several columns, the heading. */
function nameOf({ block, row, column }: ListedFigure): string | undefined {
  const label = bareLabel(row.label);
  if (block.block.definition.kind === "rows" && block.block.figureColumns.length === 1) {
    return label === "" ? undefined : label;
  }
  const heading = column.path.at(-1);
  return TOTAL_ROW.test(label) && block.block.definition.kind === "tree" ? heading : undefined;
}

function wordsOf({ table, block, row, column }: ListedFigure): string {
  const parts = [
    bareLabel(row.label),
    ...(block.block.figureColumns.length > 1 ? column.path : []),
  ];
  return `${shortName(table)}“${parts.filter((part) => part !== "").join(" ")}”`;
}
