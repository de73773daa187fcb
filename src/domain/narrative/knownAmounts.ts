import { shortName } from "../checking/placeWords";
import type { Disclosure } from "../disclosure/disclosure";
import { listFigures, type ListedFigure } from "../disclosure/figureList";
import { bareLabel } from "../template/labels";
import type { KnownAmount } from "./prose/known";
import { roleOfMoney } from "./prose/roles";
import { subjectOf, totalOf } from "./prose/subjects";

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
    return [
      {
        value,
        words: wordsOf(listed),
        ...(name === undefined ? {} : { name }),
        ...totalIn(listed),
      },
    ];
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

const FUND = /(?:一般公共预算|政府性基金预算|国有资本经营预算)?财政拨款/u;
const THREE_PUBLIC = /“三公”经费/u;
/** A total of all funds, of which a table has one beside those of single funds. */
const OF_ALL = /^(?:合计|小计)$/u;
const NO_YEAR = /(?!)/u;

/** The total that a cell holds, by the title of its table, its side and its own words. */
function totalIn(listed: ListedFigure): Pick<KnownAmount, "role" | "total"> {
  const words = fullWords(listed);
  if (words === undefined) return { role: "current" };
  const total = totalOf(subjectOf(words));
  return { role: roleOfMoney(words, NO_YEAR).role, ...(total === undefined ? {} : { total }) };
}

function fullWords({ table, block, row, column }: ListedFigure): string | undefined {
  const label = bareLabel(row.label);
  if (table.definition.role === "supplement") {
    return block.block.figureColumns.length === 1 ? label : undefined;
  }
  const { title } = table.definition;
  const heading = column.path.at(-1) ?? "";
  if (THREE_PUBLIC.test(title)) {
    const what =
      OF_ALL.test(heading) && column.path.length === 2
        ? "“三公”经费"
        : column.path.slice(1).join("");
    return `${what.replace(/小计$/u, "")}${column.path[0] ?? ""}`;
  }
  const fund = FUND.exec(title)?.[0] ?? "";
  const { kind, name: side = "" } = block.block.definition;
  if (kind === "rows") {
    if (block.block.figureColumns.length > 1 && !OF_ALL.test(heading)) return undefined;
    return `${fund}${TOTAL_ROW.test(label) ? side : ""}${label}`;
  }
  if (kind !== "tree" || !TOTAL_ROW.test(label)) return undefined;
  return `${fund}${OF_ALL.test(heading) ? "支出" : heading}`;
}

function wordsOf({ table, block, row, column }: ListedFigure): string {
  const parts = [
    bareLabel(row.label),
    ...(block.block.figureColumns.length > 1 ? column.path : []),
  ];
  return `${shortName(table)}“${parts.filter((part) => part !== "").join(" ")}”`;
}
