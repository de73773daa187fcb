import { KIND_WORDS, type Change, type ChangeValue } from "../../comparison/change";
import { formatAddress, type CellAddress } from "../../workbook/cellAddress";
import type { WritePlan } from "../../workbook/writePlan";
import { shortFingerprint } from "./fingerprint";
import { LIST_STYLES, ListSheet, type ListColumn } from "./listSheet";

const COLUMNS: readonly ListColumn[] = [
  { heading: "序号", width: 5, look: "word" },
  { heading: "表", width: 13, look: "text" },
  { heading: "改动", width: 9, look: "word" },
  { heading: "行（段）", width: 24, look: "text" },
  { heading: "栏", width: 18, look: "text" },
  { heading: "改前", width: 30, look: "text" },
  { heading: "改后", width: 30, look: "text" },
  { heading: "差额", width: 11, look: "text" },
  { heading: "原单元格", width: 21, look: "text" },
  { heading: "现单元格", width: 21, look: "text" },
];

/** One of the two files. */
export interface Version {
  readonly name: string;
  /** Of its figures, in hexadecimal digits. */
  readonly fingerprint: string;
}

export interface ChangeListInput {
  /** What the sheet is called. */
  readonly sheet: string;
  readonly unitName: string;
  readonly year: number;
  readonly date: string;
  readonly old: Version;
  readonly new: Version;
  readonly tableName: (change: Change) => string;
  /** How many of which kind. */
  readonly count: string;
  /** What to look at before the changes, a sentence each. */
  readonly warnings: readonly string[];
  readonly changes: readonly Change[];
  /** What could not be compared, a sentence each. */
  readonly remarks: readonly string[];
}

/** 改动清单 for the file: what is another in the new version, before and after. */
export function layOutChangeList(input: ChangeListInput): WritePlan {
  const { sheet, unitName, year, date, changes, remarks } = input;
  const title = `${String(year)}年度部门决算公开表改动清单`;
  const list = new ListSheet(sheet, "landscape", COLUMNS);
  list.title(title);
  list.line(`单位：${unitName}　　年度：${String(year)}　　日期：${date}`);
  list.line(versionLine("改前", input.old));
  list.line(versionLine("改后", input.new));
  for (const text of input.warnings) list.line(text, "list.strong");
  list.line(input.count, "list.strong");
  changes.forEach((change, index) => {
    list.row([
      index + 1,
      input.tableName(change),
      KIND_WORDS[change.kind],
      change.row,
      change.column,
      cellOf(change.before),
      cellOf(change.after),
      change.difference,
      addressOf(change.oldCell),
      addressOf(change.newCell),
    ]);
  });
  if (remarks.length > 0) list.closingLine("下列内容没有认出，没有比较：");
  for (const text of remarks) list.closingLine(text);
  list.closingLine("");
  list.closingLine("经办人：　　　　　　　　　　复核人：　　　　　　　　　　日期：");
  return { sheets: [list.plan()], styles: LIST_STYLES, activeSheet: sheet, properties: { title } };
}

function versionLine(words: string, { name, fingerprint }: Version): string {
  return `${words}：${name}　　数字指纹：${shortFingerprint(fingerprint)}`;
}

function cellOf(value: ChangeValue | undefined): ChangeValue {
  return value ?? "（无）";
}

function addressOf(cell: CellAddress | undefined): string {
  return cell ? formatAddress(cell) : "";
}
