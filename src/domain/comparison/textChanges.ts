import type { FormText, TableTexts } from "../disclosure/disclosure";
import { rowWords } from "../disclosure/figureWords";
import type { EvaluationForm, Indicator } from "../evaluation/evaluationForm";
import type { Table } from "../template/template";
import type { CellAddress } from "../workbook/cellAddress";
import { isErrorValue, valueAt, type CellValue } from "../workbook/workbookSnapshot";
import { alignTexts } from "./alignTexts";
import { BLANK, sameText, type Change } from "./change";
import { rowName, type BlockVersion, type RowPair } from "./figureChanges";

const HEAD: readonly (readonly ["title" | "number" | "unitName" | "moneyUnit", string])[] = [
  ["title", "标题"],
  ["number", "表号"],
  ["unitName", "单位名称"],
  ["moneyUnit", "金额单位"],
];

/** What the form says around a table. */
export function headChanges(
  table: Table,
  before: TableTexts | undefined,
  after: TableTexts | undefined,
): Change[] {
  const head = HEAD.flatMap(([key, words]) =>
    textChange(table, words, "", before?.[key], after?.[key]),
  );
  return [...head, ...noteChanges(table, before?.notes ?? [], after?.notes ?? [])];
}

function noteChanges(
  table: Table,
  before: readonly FormText[],
  after: readonly FormText[],
): Change[] {
  const texts = (notes: readonly FormText[]) => notes.map(({ text }) => text);
  return alignTexts(texts(before), texts(after)).flatMap((pair) =>
    textChange(table, "表下的注", "", at(before, pair.before), at(after, pair.after)),
  );
}

function at<T>(items: readonly T[], index: number | undefined): T | undefined {
  return index === undefined ? undefined : items[index];
}

/** Names and texts in the rows: 科目名称, 说明 of 补充资料. */
export function cellTextChanges(
  before: BlockVersion,
  after: BlockVersion,
  rows: readonly RowPair[],
): Change[] {
  const { block } = after.block;
  const columns = block.columns.filter(({ definition: { role } }) =>
    ["label", "name", "text"].includes(role),
  );
  return rows.flatMap(({ before: was, after: is }) => {
    if (!was || !is) return [];
    return columns.flatMap(({ key, definition }) =>
      textChange(
        after.placed.table,
        rowWords(after.block, is),
        definition.heading.join("／"),
        textAt(before, was.row, (was.columns ?? before.block.columns).get(key)),
        textAt(after, is.row, (is.columns ?? after.block.columns).get(key)),
      ),
    );
  });
}

function textAt(
  { disclosure, placed }: BlockVersion,
  row: number,
  column: number | undefined,
): FormText | undefined {
  const sheet = disclosure.snapshot.sheets.find(({ name }) => name === placed.sheet);
  if (!sheet || column === undefined) return undefined;
  const cell = { sheet: sheet.name, row, column };
  return { text: printed(valueAt(sheet, cell)), cell };
}

export function printed(value: CellValue): string {
  if (isErrorValue(value)) return value.error;
  return value === null ? "" : String(value).trim();
}

type IndicatorText = Exclude<keyof Indicator, "places">;

const INDICATOR: readonly (readonly [IndicatorText, string])[] = [
  ["dimension", "一级指标"],
  ["category", "二级指标"],
  ["name", "三级指标"],
  ["targetValue", "年度指标值"],
  ["actualValue", "实际完成值"],
  ["deviationReason", "偏差原因分析及改进措施"],
];

/** The texts of 自评表. */
export function evaluationChanges(
  table: Table,
  before: EvaluationForm,
  after: EvaluationForm,
): Change[] {
  return [
    ...textChange(table, "部门名称", "", before.unitName, after.unitName),
    ...textChange(table, "预期目标", "", before.expectedGoals, after.expectedGoals),
    ...textChange(table, "实际完成情况", "", before.actualGoals, after.actualGoals),
    ...textChange(table, "等级", "", before.grade, after.grade),
  ];
}

/** The texts of the indicators, in the rows that stand across from each other. */
export function indicatorChanges(
  before: BlockVersion,
  after: BlockVersion,
  rows: readonly RowPair[],
): Change[] {
  const indicatorOf = ({ form }: BlockVersion, id: string) =>
    form?.indicators.find(({ rowId }) => rowId === id);
  return rows.flatMap(({ before: was, after: is }) => {
    const old = was && indicatorOf(before, was.id);
    const new_ = is && indicatorOf(after, is.id);
    if (!old || !new_) return [];
    const cellOf = ({ placed, block }: BlockVersion, row: number, words: string) => {
      const column = block.block.columns.find(
        ({ definition }) => definition.heading.at(-1) === words,
      );
      const at = column && block.columns.get(column.key);
      return at === undefined ? {} : { cell: { sheet: placed.sheet, row, column: at } };
    };
    return INDICATOR.flatMap(([key, words]) =>
      textChange(
        after.placed.table,
        rowName(after, is),
        words,
        { text: fieldText(old[key]), ...cellOf(before, was.row, words) },
        { text: fieldText(new_[key]), ...cellOf(after, is.row, words) },
      ),
    );
  });
}

function fieldText(value: Indicator[IndicatorText]): string {
  if (typeof value === "object" && value !== null && !("error" in value)) return value.toFixed();
  return printed(value ?? null);
}

interface ChangedText {
  readonly text: string;
  readonly cell?: CellAddress;
}

function textChange(
  table: Table,
  row: string,
  column: string,
  before: ChangedText | undefined,
  after: ChangedText | undefined,
): Change[] {
  const [was, is] = [before?.text ?? "", after?.text ?? ""];
  if (sameText(was, is)) return [];
  return [
    {
      kind: "text",
      table,
      row,
      column,
      before: was === "" ? BLANK : was,
      after: is === "" ? BLANK : is,
      ...(before?.cell ? { oldCell: before.cell } : {}),
      ...(after?.cell ? { newCell: after.cell } : {}),
    },
  ];
}
