import { Decimal } from "decimal.js";
import type { ProjectItem } from "../../evaluation/projectLines";
import { columnName, formatPosition, quoteSheetName } from "../../workbook/cellAddress";
import type { SheetPlan } from "../../workbook/writePlan";
import { ListSheet, type ListCell, type ListColumn } from "./listSheet";

const LOOKS: Readonly<Record<ProjectItem["kind"], Pick<ListColumn, "width" | "look">>> = {
  text: { width: 20, look: "text" },
  amount: { width: 19, look: "text" },
  rate: { width: 9, look: "word" },
  points: { width: 8, look: "word" },
  grade: { width: 8, look: "word" },
};

/** Printed before the grade on the form. */
const GRADE = "等级：";

export interface ProjectListInput {
  readonly sheet: string;
  readonly unitName: string;
  readonly year: number;
  readonly decimals: number;
}

/** 项目清单: a line for each project's form, its figures by formula from there; undefined where there is none. */
export function layOutProjectList(
  lines: readonly (readonly ProjectItem[])[],
  { sheet, unitName, year, decimals }: ProjectListInput,
): SheetPlan | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const list = new ListSheet(sheet, "landscape", [
    { heading: "序号", width: 6, look: "word" },
    ...first.map(({ heading, kind }) => ({ heading, ...LOOKS[kind] })),
  ]);
  list.title(`${String(year)}年度项目支出绩效自评项目清单`);
  list.line(`部门：${unitName}　　各数取自各张自评表，随表变化`);
  lines.forEach((items, index) => {
    list.row([index + 1, ...items.map((item) => link(item, decimals))]);
  });
  list.row(totals(lines, first, list.firstRow, decimals));
  return list.plan();
}

function link({ cell, value, kind }: ProjectItem, decimals: number): ListCell {
  if (!cell) return undefined;
  const at = `${quoteSheetName(cell.sheet)}!${formatPosition(cell)}`;
  const shown = kind === "grade" ? `SUBSTITUTE(${at},"${GRADE}","")` : at;
  return {
    formula: `IF(${at}="","",${shown})`,
    value: typeof value === "string" ? value.replace(GRADE, "") : (value ?? ""),
    ...(kind === "amount" ? { format: decimals } : {}),
    ...(kind === "rate" ? { format: "rate" as const } : {}),
  };
}

function totals(
  lines: readonly (readonly ProjectItem[])[],
  first: readonly ProjectItem[],
  top: number,
  decimals: number,
): ListCell[] {
  const bottom = top + lines.length - 1;
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
