import type { Disclosure } from "../disclosure/disclosure";
import { isProjectForm } from "../template/projectForms";
import type { CellAddress } from "../workbook/cellAddress";
import { valueAt, type CellValue } from "../workbook/workbookSnapshot";
import { formBlocks } from "./formBlocks";
import { readEvaluationForm } from "./readEvaluationForm";

/** What the list of projects takes from a form: a cell and what stands there. */
export interface ProjectItem {
  readonly heading: string;
  readonly kind: "text" | "amount" | "rate" | "points" | "grade";
  /** undefined: the form lacks the place. */
  readonly cell?: CellAddress;
  readonly value: CellValue;
}

/** The forms of projects in the order of their sheets, each as a line: its fields, its funds, its score. */
export function projectLines(disclosure: Disclosure): readonly (readonly ProjectItem[])[] {
  const { placement, snapshot } = disclosure;
  const read = (cell: CellAddress): CellValue => {
    const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
    return sheet ? valueAt(sheet, cell) : null;
  };
  return [...placement.tables.values()]
    .filter(({ table }) => isProjectForm(table))
    .flatMap((placed) => {
      const form = readEvaluationForm(snapshot, placed);
      if (!form) return [];
      const { table } = placed;
      const blocks = formBlocks(table);
      const { funds, fundsTotal, indicators, scoreTotal } = blocks;
      const item = (
        heading: string,
        kind: ProjectItem["kind"],
        cell: CellAddress | undefined,
      ): ProjectItem => ({
        heading,
        kind,
        value: cell ? read(cell) : null,
        ...(cell ? { cell } : {}),
      });
      const at = (block: number, rowId: string) => (key: string) =>
        disclosure.figuresAt(table.key, block, rowId, key)[0]?.cell;
      const fund = at(funds.index, fundsTotal.id);
      const total = at(indicators.index, scoreTotal.id);
      return [
        [
          ...form.fields.map(({ label, isAmount, cell }) =>
            item(label, isAmount ? "amount" : "text", cell),
          ),
          item("全年预算数（万元）", "amount", fund(blocks.budget.key)),
          item("全年执行数（万元）", "amount", fund(blocks.executed.key)),
          item("执行率", "rate", fund(blocks.executionRate.key)),
          item("总分", "points", total(blocks.score.key)),
          item("等级", "grade", total(blocks.deviationReason.key)),
        ],
      ];
    });
}
