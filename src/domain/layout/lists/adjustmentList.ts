import type { Adjustment } from "../../rescaling/rescale";
import { formatAddress } from "../../workbook/cellAddress";
import type { WritePlan } from "../../workbook/writePlan";
import { LIST_STYLES, ListSheet, type ListColumn } from "./listSheet";

export const ADJUSTMENT_SHEET = "舍位调整清单";
const COLUMNS: readonly ListColumn[] = [
  { heading: "序号", width: 6, look: "word" },
  { heading: "表", width: 34, look: "text" },
  { heading: "行", width: 28, look: "text" },
  { heading: "栏", width: 24, look: "text" },
  { heading: "原表单元格", width: 20, look: "text" },
  { heading: "原数（元）", width: 17, look: "text" },
  { heading: "直接舍入（万元）", width: 14, look: "text" },
  { heading: "调整后（万元）", width: 14, look: "text" },
  { heading: "差（万元）", width: 10, look: "text" },
];
const DECIMALS = 2;

export interface AdjustmentListInput {
  readonly unitName: string;
  readonly year: number;
  /** What could not be balanced, a sentence each. */
  readonly remarks: readonly string[];
}

/** A4 for the file: which figures are printed otherwise than they round, in all their places. */
export function layOutAdjustments(
  adjustments: readonly Adjustment[],
  { unitName, year, remarks }: AdjustmentListInput,
): WritePlan {
  const title = `${String(year)}年度决算公开表舍位调整清单`;
  const list = new ListSheet(ADJUSTMENT_SHEET, "landscape", COLUMNS);
  list.title(title);
  list.line(`部门：${unitName}　　共调整 ${String(adjustments.length)} 个数`);
  adjustments.forEach(({ places, yuan, rounded, adjusted, difference }, index) => {
    const figures = [yuan, rounded, adjusted, difference].map((amount) => ({
      amount,
      decimals: DECIMALS,
    }));
    for (const { table, row, column, cell } of places) {
      const plain = table.replace(/[《》]/gu, "");
      list.row([index + 1, plain, row, column, formatAddress(cell), ...figures]);
    }
  });
  if (adjustments.length === 0) list.closingLine("各数都按四舍五入公开，没有需要调整的。");
  if (remarks.length > 0) list.closingLine("下列各处调不平，按四舍五入公开，留有尾差：");
  for (const remark of remarks) list.closingLine(remark);
  return { sheets: [list.plan()], styles: LIST_STYLES, properties: { title } };
}
