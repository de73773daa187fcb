import { DROPPED } from "../disclosure/figure";
import type { PlacedBlock } from "../disclosure/placement";
import type { Column } from "../template/template";
import { columnName, type CellRange } from "../workbook/cellAddress";
import type { PlannedConditionalFormat, PlannedValidation } from "../workbook/writePlan";
import type { FormBlocks } from "./formBlocks";

const WRONG = { fill: "FFC7CE", color: "9C0006" };
const UNREADABLE = { fill: "E7E6E6", color: "7F6000" };

/** Points that cannot be: above what the indicator is worth, or no number. */
export function scoreFormats(
  list: PlacedBlock,
  { weight, score }: FormBlocks,
): readonly PlannedConditionalFormat[] {
  // From the heading to 总分: rows inserted first and last are marked too.
  const top = list.headRow;
  const bottom = list.endRow - 1;
  const area = (column: Column): CellRange => {
    const number = list.columns.get(column.key) ?? 0;
    return { top, left: number, bottom, right: number };
  };
  const cell = (column: Column) =>
    `$${columnName(list.columns.get(column.key) ?? 0)}${String(top)}`;
  const [points, most] = [cell(score), cell(weight)];
  const heading = `$${columnName(list.columns.get(score.key) ?? 0)}$${String(top)}`;
  const isText = (each: string, ownHeading: string) =>
    `AND(ISTEXT(${each}),LEN(${each})>0,${each}<>"${DROPPED}",${each}<>${ownHeading})`;
  return [
    {
      range: area(score),
      formula: `AND(ISNUMBER(${points}),ISNUMBER(${most}),ROUND(N(${points})-N(${most}),6)>0)`,
      style: WRONG,
    },
    { range: area(score), formula: isText(points, heading), style: UNREADABLE },
  ];
}

/** Warnings that a person may overrule: a pasted text must never be locked out, only noticed. */
export function scoreValidations(
  funds: PlacedBlock,
  list: PlacedBlock,
  blocks: FormBlocks,
): readonly PlannedValidation[] {
  const first = list.headRow + 1;
  const last = list.endRow - 2;
  const column = ({ key }: Column) => list.columns.get(key) ?? 0;
  const [weight, score] = [column(blocks.weight), column(blocks.score)];
  const cell = `${columnName(score)}${String(first)}`;
  const most = `${columnName(weight)}${String(first)}`;
  const money = [blocks.budget, blocks.executed].map(({ key }) => funds.columns.get(key) ?? 0);
  return [
    {
      range: {
        top: funds.headRow + 1,
        left: Math.min(...money) - 1,
        bottom: funds.endRow - 1,
        right: Math.max(...money),
      },
      kind: "decimal",
      severity: "warning",
      title: "请填数字",
      message: "这里填金额（万元），只填数字，不带单位、逗号和文字；没有的留空或填 0。",
    },
    {
      range: { top: first, left: weight, bottom: last, right: weight },
      kind: "custom",
      formulas: [`OR(${most}="${DROPPED}",ISNUMBER(${most}))`],
      severity: "warning",
      title: "请填分值",
      message:
        "分值只填数字，不适用的填“不适用”。预算执行率和各项指标的分值合计应为 100，有不适用的折算为 100。",
    },
    {
      range: { top: first, left: score, bottom: last, right: score },
      kind: "custom",
      formulas: [
        `OR(${cell}="${DROPPED}",AND(ISNUMBER(${cell}),N(${cell})>=0,N(${cell})<=N(${most})))`,
      ],
      severity: "warning",
      title: "请核对得分",
      message:
        "得分只填数字，在 0 与本行分值之间；扣了分的，请写明偏差原因和改进措施。不适用的指标，分值和得分都填“不适用”。",
    },
  ];
}
