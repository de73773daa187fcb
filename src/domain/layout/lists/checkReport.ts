import { Decimal } from "decimal.js";
import type { State } from "../../checking/verdict";
import { columnWords, rowWords } from "../../disclosure/figureWords";
import type { ListedFigure } from "../../disclosure/figureList";
import { formatAddress } from "../../workbook/cellAddress";
import type { SheetPlan, WritePlan } from "../../workbook/writePlan";
import { grouped, shortFingerprint } from "./fingerprint";
import { LIST_STYLES, ListSheet, type ListCell, type ListColumn } from "./listSheet";
import type { ReportSheets } from "../../workbook/reportSheets";

/** One finding in words. */
export interface ReportLine {
  readonly level: string;
  readonly table: string;
  readonly cells: string;
  readonly explanation: string;
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  /** What may be typed wrong: before → after. */
  readonly suspect: string;
  /** 审核说明; empty to be written by hand. */
  readonly reason: string;
  readonly code: string;
}

/** What came of one relation or check in all its places. */
export interface RelationLine {
  readonly code: string;
  readonly level: string;
  readonly words: string;
  readonly counts: Readonly<Record<State, number>>;
}

export interface CheckReportInput {
  readonly unitName: string;
  readonly year: number;
  readonly moneyUnit: string;
  readonly decimals: number;
  readonly template: { readonly title: string; readonly id: string; readonly version: string };
  /** 2021年3月1日 */
  readonly date: string;
  /** Of the figures, in hexadecimal digits. */
  readonly fingerprint: string;
  readonly tables: readonly string[];
  /** One sentence, then the counts. */
  readonly conclusion: string;
  readonly counts: readonly string[];
  readonly findings: readonly ReportLine[];
  readonly relations: readonly RelationLine[];
  readonly figures: readonly ListedFigure[];
  readonly sheets: ReportSheets;
  readonly tableName: (key: string) => string;
}

const FINDINGS: readonly ListColumn[] = [
  { heading: "序号", width: 5, look: "word" },
  { heading: "级别", width: 9, look: "word" },
  { heading: "表", width: 13, look: "text" },
  { heading: "位置", width: 17, look: "text" },
  { heading: "问题", width: 42, look: "text" },
  { heading: "左方", width: 11, look: "text" },
  { heading: "右方", width: 11, look: "text" },
  { heading: "差额", width: 10, look: "text" },
  { heading: "可能填错", width: 25, look: "text" },
  { heading: "审核说明", width: 22, look: "text" },
  { heading: "编号", width: 7, look: "word" },
];
const STATES: readonly (readonly [State, string])[] = [
  ["passed", "通过"],
  ["roundingTail", "尾差"],
  ["failed", "不符"],
  ["undetermined", "数据不足"],
  ["notApplicable", "不适用"],
  ["relationFault", "公式出错"],
];
const RELATIONS: readonly ListColumn[] = [
  { heading: "编号", width: 7, look: "word" },
  { heading: "级别", width: 10, look: "word" },
  { heading: "审核关系", width: 68, look: "text" },
  ...STATES.map(([, heading]): ListColumn => ({ heading, width: 9, look: "word" })),
];
const FIGURES: readonly ListColumn[] = [
  { heading: "表", width: 18, look: "text" },
  { heading: "行", width: 40, look: "text" },
  { heading: "栏", width: 24, look: "text" },
  { heading: "数", width: 14, look: "text" },
  { heading: "单元格", width: 24, look: "text" },
];

/** What is handed to the leader: what was found, what was checked, and the figures that it holds for. */
export function layOutCheckReport(input: CheckReportInput): WritePlan {
  const title = `${String(input.year)}年度部门决算公开表审核报告`;
  return {
    sheets: [findingSheet(title, input), relationSheet(input), figureSheet(input)],
    styles: LIST_STYLES,
    activeSheet: input.sheets.findings,
    properties: { title },
  };
}

function findingSheet(title: string, input: CheckReportInput): SheetPlan {
  const { template, findings } = input;
  const list = new ListSheet(input.sheets.findings, "landscape", FINDINGS);
  list.title(title);
  list.line(headLine(input));
  list.line(
    `审核依据：${template.title}（模板 ${template.id}，版本 ${template.version}）　　金额单位：${input.moneyUnit}　　数字指纹：${shortFingerprint(input.fingerprint)}（全文见“${input.sheets.figures}”）`,
  );
  list.line(`审核范围：${input.tables.join("、")}，共 ${String(input.tables.length)} 张表。`);
  list.line(`审核结论：${input.conclusion}`, "list.strong");
  for (const text of input.counts) list.line(text);
  findings.forEach((line, index) => {
    list.row([
      index + 1,
      ...[line.level, line.table, line.cells, line.explanation],
      ...[line.left, line.right, line.difference].map(figureOf),
      ...[line.suspect, line.reason, line.code],
    ]);
  });
  if (findings.length === 0) list.closingLine("没有发现问题。");
  list.closingLine("");
  list.closingLine(
    "审核人：　　　　　　　　　　复核人：　　　　　　　　　　单位负责人：　　　　　　　　　　日期：",
  );
  return list.plan();
}

function headLine({ unitName, year, date }: CheckReportInput): string {
  const unit = unitName === "" ? "（没有找到单位名称）" : unitName;
  return `单位：${unit}　　年度：${String(year)}　　审核日期：${date}`;
}

function relationSheet(input: CheckReportInput): SheetPlan {
  const list = new ListSheet(input.sheets.relations, "landscape", RELATIONS);
  list.title("各条审核关系的结果");
  list.line(headLine(input));
  list.line(
    "一条关系用在多行、多栏上的，每处算一项；各栏都空着的，表里没有它要核对的数。表样、文字和自评各条（K3、K4）只列发现的问题数，空着的没有发现问题。",
  );
  for (const { code, level, words, counts } of input.relations) {
    const results = STATES.map(([state]) => (counts[state] === 0 ? "" : counts[state]));
    list.row([code, level, words, ...results]);
  }
  return list.plan();
}

function figureSheet(input: CheckReportInput): SheetPlan {
  const list = new ListSheet(input.sheets.figures, "portrait", FIGURES);
  list.title("审核所依据的数字");
  list.line(headLine(input));
  list.line(`数字指纹（SHA-256）：${grouped(input.fingerprint)}`);
  list.line(
    `下列 ${String(input.figures.length)} 个数有一个不同，指纹就不同；换了版式、数没有变，指纹不变。空白和 0 不列。`,
  );
  for (const { table, block, row, column, figure, cell } of input.figures) {
    const value: ListCell =
      figure.kind === "amount"
        ? { amount: figure.published, decimals: column.definition.decimals ?? input.decimals }
        : figure.kind === "error"
          ? figure.error
          : figure.text;
    list.row([
      input.tableName(table.key),
      rowWords(block, row),
      columnWords(column),
      value,
      formatAddress(cell),
    ]);
  }
  return list.plan();
}

function figureOf(text: string | undefined): ListCell {
  if (text === undefined) return "";
  return { amount: new Decimal(text), decimals: text.split(".")[1]?.length ?? 0 };
}
