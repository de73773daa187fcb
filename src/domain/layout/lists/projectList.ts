import { Decimal } from "decimal.js";
import type { ProjectItem } from "../../evaluation/projectLines";
import { columnName, formatPosition, quoteSheetName } from "../../workbook/cellAddress";
import type { SheetSnapshot } from "../../workbook/workbookSnapshot";
import type { SheetPlan } from "../../workbook/writePlan";
import { ListSheet, type ListCell, type ListColumn, type ListFormula } from "./listSheet";

const LOOKS: Readonly<Record<ProjectItem["kind"], Pick<ListColumn, "width" | "look">>> = {
  text: { width: 20, look: "text" },
  amount: { width: 19, look: "text" },
  rate: { width: 9, look: "word" },
  points: { width: 8, look: "word" },
  grade: { width: 8, look: "word" },
};

/** Printed before the grade on the form. */
const GRADE = "等级：";
/** In the place of a project's name: 修复版式 then takes its line out. */
const GONE = "自评表已删或出错";
const NOTHING: ListFormula = { formula: '""', value: "" };

export interface ProjectListInput {
  readonly sheet: string;
  readonly unitName: string;
  readonly year: number;
  readonly decimals: number;
  /** Lines that a list has which stands already; those of forms that are gone stay, blank. */
  readonly rows?: number;
}

/** 项目清单: a line for each project's form, its figures by formula from there; undefined where there is none. */
export function layOutProjectList(
  lines: readonly (readonly ProjectItem[])[],
  { sheet, unitName, year, decimals, rows = 0 }: ProjectListInput,
): SheetPlan | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const list = new ListSheet(sheet, "landscape", [
    { heading: "序号", width: 6, look: "word" },
    ...first.map(({ heading, kind }) => ({ heading, ...LOOKS[kind] })),
  ]);
  list.title(`${String(year)}年度项目支出绩效自评项目清单`);
  list.line(
    `部门：${unitName}　　各数取自各张自评表，随表变化；删了自评表的，按“修复版式”去掉它的一行`,
  );
  lines.forEach((items, index) => {
    list.row([index + 1, ...items.map((item, place) => link(item, decimals, place === 0))]);
  });
  const count = Math.max(rows, lines.length);
  for (let line = lines.length; line < count; line += 1) {
    list.row([line + 1, ...first.map(({ kind }) => ({ ...NOTHING, ...formatOf(kind, decimals) }))]);
  }
  list.row(totals(lines, first, { top: list.firstRow, count }, decimals));
  return list.plan();
}

function link({ cell, value, kind }: ProjectItem, decimals: number, isName: boolean): ListCell {
  if (!cell) return undefined;
  const at = `${quoteSheetName(cell.sheet)}!${formatPosition(cell)}`;
  const shown = kind === "grade" ? `SUBSTITUTE(${at},"${GRADE}","")` : at;
  return {
    // Of a form that is deleted nothing is left but #REF!.
    formula: `IFERROR(IF(${at}="","",${shown}),"${isName ? GONE : ""}")`,
    value: typeof value === "string" ? value.replace(GRADE, "") : (value ?? ""),
    ...formatOf(kind, decimals),
  };
}

function formatOf(kind: ProjectItem["kind"], decimals: number): Pick<ListFormula, "format"> {
  if (kind === "amount") return { format: decimals };
  return kind === "rate" ? { format: "rate" } : {};
}

function totals(
  lines: readonly (readonly ProjectItem[])[],
  first: readonly ProjectItem[],
  { top, count }: { readonly top: number; readonly count: number },
  decimals: number,
): ListCell[] {
  const bottom = top + count - 1;
  return [
    "",
    ...first.map(({ kind }, index): ListCell => {
      if (kind !== "amount") return index === 0 ? "合计" : "";
      const column = columnName(index + 2);
      const range = `${column}${String(top)}:${column}${String(bottom)}`;
      const given = lines.flatMap((items) => {
        const own = items[index]?.value;
        return typeof own === "number" ? [own] : [];
      });
      return {
        formula: `IF(COUNT(${range})=0,"",SUM(${range}))`,
        value: given.length === 0 ? "" : Decimal.sum(...given).toNumber(),
        format: decimals,
      };
    }),
  ];
}

/** How many projects a list has that stands there. */
export function linesOfList({ values }: Pick<SheetSnapshot, "values">): number {
  const last = values.findIndex(([, label]) => label === "合计");
  const head = values.findIndex(([label]) => label === "序号");
  return head < 0 || last < head ? 0 : last - head - 1;
}
