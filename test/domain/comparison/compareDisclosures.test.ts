import { textOf, type Change } from "../../../src/domain/comparison/change";
import { compareDisclosures } from "../../../src/domain/comparison/compareDisclosures";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { formatPosition } from "../../../src/domain/workbook/cellAddress";
import {
  deleteColumn,
  deleteRow,
  dropSheet,
  onSheet,
  typeInto,
  type Damage,
} from "../../golden/damages";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const { structure } = shippedTemplate();

const SENTENCES = [
  ["情况说明"],
  ["一、收入支出决算总体情况说明"],
  ["2020年度收、支总计2000.00万元。与上年相比，减少500.00万元。"],
  ["二、收入决算情况说明"],
  ["本年收入合计1899.30万元。"],
];
const set: Golden = {
  ...quanbiaoyoushu,
  sheets: [...quanbiaoyoushu.sheets, { name: "情况说明", rows: SENTENCES }],
};

function changes(damage: Damage, from: Golden = set): string[] {
  const [before, after] = [from, damage(from)].map((golden) =>
    recognise(snapshotOf(golden), structure),
  );
  return compareDisclosures(before!, after!).map(words);
}

function words({ kind, table, sheet, row, column, ...change }: Change): string {
  const value = (side: Change["before"]) => (side === undefined ? "∅" : textOf(side));
  const at = change.newCell ?? change.oldCell;
  return [
    kind,
    table?.definition.number ?? table?.key ?? sheet,
    row,
    column,
    `${value(change.before)} → ${value(change.after)}`,
    change.difference ? textOf(change.difference) : "",
    at ? formatPosition(at) : "",
  ].join("|");
}

const insert =
  (sheet: string, row: number, cells: readonly string[]): Damage =>
  (golden) =>
    onSheet(sheet, (rows) => rows.toSpliced(row - 1, 0, cells))(golden);

const rename =
  (name: string, to: string): Damage =>
  (golden) => ({
    ...golden,
    sheets: golden.sheets.map((sheet) => (sheet.name === name ? { ...sheet, name: to } : sheet)),
  });

const newCode = ["'2010399", "其他政府办公厅支出", "5.00", "5.00", "", "", "", ""];

test.each<[name: string, damage: Damage]>([
  ["nothing", (golden) => golden],
  ["a blank row", insert("公开03表", 8, [])],
  ["blanks and width in a text", typeInto("公开03表", "A3", "部门:示例市 城市运行服务中心")],
  ["decimals that are not printed", typeInto("公开03表", "E11", "68.5000001")],
])("%s is no change", (_, damage) => {
  expect(changes(damage)).toEqual([]);
});

test.each<[name: string, damage: Damage, expected: string[]]>([
  [
    "one cent",
    typeInto("公开03表", "E11", "68.51"),
    ["figure|公开03表|2010302 一般行政管理事务|项目支出|68.50 → 68.51|0.01|E11"],
  ],
  [
    "a figure taken out",
    typeInto("公开03表", "E11", ""),
    ["figure|公开03表|2010302 一般行政管理事务|项目支出|68.50 → （空）|-68.50|E11"],
  ],
  [
    "a text in place of a figure has no difference",
    typeInto("公开03表", "E11", "见附件"),
    ["text|公开03表|2010302 一般行政管理事务|项目支出|68.50 → 见附件||E11"],
  ],
  [
    "a row that comes in changes none of those below",
    insert("公开03表", 12, newCode),
    ["rowAdded|公开03表|2010399 其他政府办公厅支出||∅ → 本年支出合计 5.00，基本支出 5.00||A12"],
  ],
  [
    "a row that is gone",
    deleteRow("公开03表", 11),
    ["rowRemoved|公开03表|2010302 一般行政管理事务||本年支出合计 68.50，项目支出 68.50 → ∅||A11"],
  ],
  [
    "a code that now stands twice is one row more",
    insert("公开03表", 12, ["'2010302", "一般行政管理事务", "1.00", "", "1.00"]),
    ["rowAdded|公开03表|2010302 一般行政管理事务||∅ → 本年支出合计 1.00，项目支出 1.00||A12"],
  ],
  [
    "a name of a code",
    typeInto("公开03表", "B11", "一般管理事务"),
    ["text|公开03表|2010302 一般管理事务|项目／科目名称|一般行政管理事务 → 一般管理事务||B11"],
  ],
  [
    "a table's number",
    typeInto("公开03表", "H2", "公开04表"),
    ["text|公开03表|表号||公开03表 → 公开04表||H2"],
  ],
  ["a column", deleteColumn("公开03表", 7), ["columnRemoved|公开03表||经营支出|∅ → ∅||"]],
  ["a table", dropSheet("公开09表"), ["tableRemoved|公开09表|||∅ → ∅||"]],
  [
    "the row of a table without row labels",
    typeInto("公开07表", "F8", "4.50"),
    ["figure|公开07表||预算数／公务接待费|4.00 → 4.50|0.50|F8"],
  ],
  [
    "a figure in a sentence",
    typeInto("情况说明", "A3", "2020年度收、支总计2100.00万元。与上年相比，减少500.00万元。"),
    [
      "text|情况说明|一、收入支出决算总体情况说明||2020年度收、支总计2000.00万元。 → 2020年度收、支总计2100.00万元。||A3",
    ],
  ],
  [
    "a sentence that comes in leaves the others",
    typeInto(
      "情况说明",
      "A3",
      "2020年度收、支总计2000.00万元。原因见附件。与上年相比，减少500.00万元。",
    ),
    ["text|情况说明|一、收入支出决算总体情况说明||∅ → 原因见附件。||A3"],
  ],
  [
    "a blank for a zero is equal, and seen",
    typeInto("公开03表", "F9", ""),
    ["appearance|公开03表|20103 政府办公厅（室）及相关机构事务|上缴上级支出|0.00 → （空）||F9"],
  ],
  [
    "a dash for a zero is equal, and seen",
    typeInto("公开03表", "F9", "—"),
    ["appearance|公开03表|20103 政府办公厅（室）及相关机构事务|上缴上级支出|0.00 → —||F9"],
  ],
  [
    "what is seen alone comes last",
    (golden) => typeInto("公开09表", "C11", "9.99")(typeInto("公开03表", "F9", "")(golden)),
    [
      expect.stringMatching(/^figure\|公开09表/u) as string,
      expect.stringMatching(/^appearance\|公开03表/u) as string,
    ],
  ],
  [
    "a sheet of another name",
    rename("公开03表", "支出"),
    ["sheetRenamed|支出|||公开03表 → 支出||A1"],
  ],
  [
    "a sheet of words with another name and another sentence",
    (golden) =>
      rename("情况说明", "说明")(typeInto("情况说明", "A5", "本年收入合计1899.31万元。")(golden)),
    [
      "text|说明|二、收入决算情况说明||本年收入合计1899.30万元。 → 本年收入合计1899.31万元。||A5",
      "sheetRenamed|说明|||情况说明 → 说明||A1",
    ],
  ],
  ["情况说明 gone", dropSheet("情况说明"), ["sheetRemoved|情况说明|||∅ → ∅||"]],
])("%s", (_, damage, expected) => {
  expect(changes(damage)).toEqual(expected);
});

describe("自评表", () => {
  test("an indicator that comes in changes none of those below", () => {
    const row = ["^", "^", "^", "公厕保洁", "≥50座", "52座", "2", "2", ""];
    expect(changes(insert("附件1", 14, row))).toEqual([
      "rowAdded|selfEvaluation|公厕保洁||∅ → 分值 2.00，得分 2.00||B14",
    ]);
  });

  test("texts of goals and indicators, each in its cell", () => {
    const damage: Damage = (golden) =>
      typeInto("附件1", "F10", "运行总体平稳。")(typeInto("附件1", "I13", "已恢复")(golden));
    expect(changes(damage).map((line) => line.split("|").filter((_, part) => part !== 4))).toEqual([
      ["text", "selfEvaluation", "实际完成情况", "", "", "F10"],
      ["text", "selfEvaluation", "生活垃圾清运量", "偏差原因分析及改进措施", "", "I13"],
    ]);
  });
});

test("an answer in words of 补充资料", () => {
  const golden = onSheet("补充资料", (rows) =>
    rows.map((row) => row.map((text) => (text.startsWith("上年一次性") ? "机构划转" : text))),
  );
  const [only, ...more] = changes(golden);
  expect(more).toEqual([]);
  expect(only).toMatch(
    /^text\|supplement\|收入支出总计增减原因\|说明\|上年一次性.* → 机构划转\|\|/u,
  );
});
