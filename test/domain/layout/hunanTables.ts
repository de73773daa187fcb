import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { layOutTable, type LaidOutTable } from "../../../src/domain/layout/layOutTable";
import { NO_FIGURES, type TableInput } from "../../../src/domain/layout/tableInput";
import { readTemplate } from "../../../src/domain/template/readTemplate";
import type { Table } from "../../../src/domain/template/template";
import type { CellPosition, CellRange } from "../../../src/domain/workbook/cellAddress";
import { formatPosition, formatRange } from "../../../src/domain/workbook/cellAddress";
import type { PlannedCell, SheetPlan } from "../../../src/domain/workbook/writePlan";

const file = resolve(__dirname, "../../../assets/templates/hunan-2020.json");
const reading = readTemplate(JSON.parse(readFileSync(file, "utf8")));
if (!("structure" in reading)) throw new Error("hunan-2020 cannot be read.");

/** All that are laid out here: the nine tables and 补充资料. */
export const hunanTables: readonly Table[] = [...reading.structure.tables.values()].filter(
  ({ definition }) => definition.role !== "evaluation",
);

export const disclosureTables = hunanTables.filter(
  ({ definition }) => definition.role === "disclosure",
);

export function hunanTable(key: string): Table {
  return hunanTables.find((table) => table.key === key)!;
}

export const emptyInput: TableInput = {
  unitName: "青山市园林服务中心",
  year: 2020,
  moneyUnit: "万元",
  decimals: 2,
  ...NO_FIGURES,
};

export const CODES = [
  { code: "201", name: "一般公共服务支出" },
  { code: "20103", name: "政府办公厅（室）及相关机构事务" },
  { code: "2010301", name: "行政运行" },
];

/** Every figure is 1, trees have one 类, 款 and 项. */
export const filledInput: TableInput = { ...emptyInput, codes: () => CODES, value: () => 1 };

export function layOut(key: string, input: TableInput = emptyInput): LaidOutTable {
  return layOutTable(hunanTable(key), input);
}

export function cellAt(sheet: SheetPlan, position: CellPosition): PlannedCell | undefined {
  return sheet.cells.find((cell) => cell.row === position.row && cell.column === position.column);
}

export function valueOf(sheet: SheetPlan, address: string): PlannedCell["value"] | undefined {
  return sheet.cells.find((cell) => formatPosition(cell) === address)?.value;
}

/** `合计@A7:B7` for each merged area within the rows. */
export function mergesIn(sheet: SheetPlan, top: number, bottom: number): readonly string[] {
  return sheet.merges
    .filter((area) => area.top >= top && area.bottom <= bottom)
    .map((area) => {
      const text = cellAt(sheet, { row: area.top, column: area.left })?.value ?? null;
      return `${typeof text === "string" ? text.replaceAll("\n", "") : ""}@${formatRange(area)}`;
    });
}

export function positionsOf(range: CellRange): readonly CellPosition[] {
  const positions: CellPosition[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      positions.push({ row, column });
    }
  }
  return positions;
}
