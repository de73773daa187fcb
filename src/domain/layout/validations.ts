import { formatPosition, type CellRange } from "../workbook/cellAddress";
import type { PlannedValidation } from "../workbook/writePlan";
import type { GridBlock, TableGrid } from "./tableGrid";

const CODE_LENGTHS = { functional: [3, 5, 7], economic: [3, 5] };

/** Warnings that a person may overrule: a pasted text must never be locked out, only noticed. */
export function tableValidations(grid: TableGrid): readonly PlannedValidation[] {
  return grid.blocks.flatMap((block) => [
    ...figureAreas(grid, block).map(figureValidation),
    ...codeValidations(grid, block),
    ...reasonValidations(grid, block),
  ]);
}

function figureAreas(grid: TableGrid, { columns }: GridBlock): readonly CellRange[] {
  const areas: CellRange[] = [];
  let left: number | undefined;
  for (const [index, { column, number }] of columns.entries()) {
    const isFigure = column.definition.role === "figure";
    if (isFigure) left ??= number;
    const endsHere = columns[index + 1]?.column.definition.role !== "figure";
    if (isFigure && endsHere && left !== undefined) {
      areas.push({ top: grid.firstBodyRow, left, bottom: grid.endRow - 1, right: number });
      left = undefined;
    }
  }
  return areas;
}

function figureValidation(range: CellRange): PlannedValidation {
  return {
    range,
    kind: "decimal",
    severity: "warning",
    title: "请填数字",
    message: "这里填金额或数量，只填数字，不带单位、逗号和文字；没有的留空或填 0。",
  };
}

/** Ready answers to choose from; any other text is as good. */
function reasonValidations(grid: TableGrid, { columns }: GridBlock): PlannedValidation[] {
  return columns.flatMap(({ column: { definition }, number }): PlannedValidation[] => {
    if (!definition.reasons) return [];
    return [
      {
        range: { top: grid.firstBodyRow, left: number, bottom: grid.endRow - 1, right: number },
        kind: "list",
        formulas: definition.reasons,
        severity: "information",
        title: "可选，也可自己写",
        message: "下拉里是常用的写法；自己写的更贴切，照写即可。",
      },
    ];
  });
}

function codeValidations(grid: TableGrid, { block, columns }: GridBlock): PlannedValidation[] {
  const { tree } = block.definition;
  const code = columns.find(({ column }) => column.definition.role === "code");
  const top = grid.firstBodyRow + block.rows.length;
  if (!tree || !code || top >= grid.endRow) return [];
  const cell = formatPosition({ row: top, column: code.number });
  const lengths = CODE_LENGTHS[tree.classification];
  return [
    {
      range: { top, left: code.number, bottom: grid.endRow - 1, right: code.number },
      kind: "custom",
      formulas: [`OR(${lengths.map((length) => `LEN(${cell})=${length}`).join(",")})`],
      severity: "information",
      title: "请核对科目编码",
      message: `科目编码为 ${lengths.join("、")} 位数字，按文本填写，前后不留空格。`,
    },
  ];
}
