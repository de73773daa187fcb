import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { recognise } from "../../../src/domain/disclosure/recognise";
import {
  layOutEvaluation,
  type LaidOutEvaluation,
} from "../../../src/domain/evaluation/layOutEvaluation";
import { readEvaluationForm } from "../../../src/domain/evaluation/readEvaluationForm";
import { tableFigures } from "../../../src/domain/layout/sourceFigures";
import { tableStyles } from "../../../src/domain/layout/styles";
import { TABLE_PAPER } from "../../../src/domain/layout/tablePaper";
import type { PlannedCell, WritePlan } from "../../../src/domain/workbook/writePlan";
import type { GoldenSheet } from "../../support/goldenText";
import { readRows, TABLE, template, type Read } from "./seedForm";

const table = template.structure.tables.get(TABLE)!;

const settings = {
  unitName: "示例单位",
  year: 2020,
  moneyUnit: "万元" as const,
  decimals: 2,
  percentDecimals: 1,
  computed: template.computed,
};

export function layOutRows(rows: GoldenSheet["rows"]): LaidOutEvaluation {
  const { disclosure, form } = readRows(rows);
  const figures = tableFigures(table, disclosure, template.structure);
  return layOutEvaluation(table, { ...settings, ...figures, form });
}

export function layOutEmpty(): LaidOutEvaluation {
  return layOutEvaluation(table, { ...settings, value: () => null });
}

/** Several forms in one workbook, by the names given. */
export function planOf(forms: Readonly<Record<string, LaidOutEvaluation>>): WritePlan {
  return {
    sheets: Object.entries(forms).map(([name, { sheet }]) => ({ ...sheet, name })),
    styles: new Map([
      ...tableStyles(TABLE_PAPER),
      ...Object.values(forms).flatMap(({ styles }) => [...styles]),
    ]),
    properties: {},
  };
}

export function bytesOf(forms: Readonly<Record<string, LaidOutEvaluation>>): Promise<Uint8Array> {
  return new XlsxFile().write(planOf(forms));
}

export async function readBack(form: LaidOutEvaluation): Promise<Read> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheets(planOf({ [form.sheet.name]: form }));
  const disclosure = recognise(await workbook.read(), template.structure);
  const placed = disclosure.placement.tables.get(TABLE);
  const read = placed && readEvaluationForm(disclosure.snapshot, placed);
  if (!read) throw new Error("没有认出排好的自评表");
  return { disclosure, form: read };
}

export function cellAt({ sheet }: LaidOutEvaluation, row: number, column: number): PlannedCell {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column)!;
}

/** Where the last row of the indicators and the points of the funds stand. */
export function rowsOf({ placed }: LaidOutEvaluation): { first: number; total: number } {
  const list = placed.blocks.find(({ block }) => block.definition.kind === "list")!;
  return { first: list.headRow + 1, total: list.endRow - 1 };
}
