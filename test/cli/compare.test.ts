import { existsSync, readFileSync } from "node:fs";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import { onSheet, typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

const revised = typeInto("公开03表", "E11", "65.80")(quanbiaoyoushu);

beforeAll(async () => {
  await saveGolden("draft.xlsx", quanbiaoyoushu);
  await saveGolden("final.xlsx", revised);
  await saveGolden("blanked.xlsx", typeInto("公开03表", "F9", "")(quanbiaoyoushu));
  await saveGolden("other unit.xlsx", seed001);
  await saveGolden(
    "renamed.xlsx",
    typeInto("公开03表", "A3", "部门：示例市城市运行中心")(quanbiaoyoushu),
  );
  await saveGolden(
    "unread.xlsx",
    onSheet("公开01表", (rows) => rows.toSpliced(10, 0, ["九、别的收入", "9", "1.00"]))(
      quanbiaoyoushu,
    ),
  );
  await saveGolden("no tables.xlsx", {
    name: "no tables",
    sheets: [{ name: "通知", rows: [["关于开会的通知"]] }],
  });
});

test("changes are told table by table, with 1", async () => {
  const { code, out } = await gongkai("compare", "draft.xlsx", "final.xlsx");
  expect(code).toBe(1);
  expect(out).toBe(
    [
      "改前：draft.xlsx",
      "改后：final.xlsx",
      "模板：湖南省2020年度部门决算公开表（九张）（hunan-2020 1.0.0）",
      "改动 1 处：数字 1",
      "",
      "公开03表",
      "  2010302 一般行政管理事务　项目支出：68.50 → 65.80，差 -2.70（公开03表!E11）",
    ].join("\n"),
  );
});

test("a set laid out anew has the same figures: no change of a figure, one fingerprint", async () => {
  await gongkai(
    ...["layout", "--template", "hunan-2020", "--unit", "示例市城市运行服务中心"],
    ...["--figures", "draft.xlsx", "-o", "laid out.xlsx"],
  );
  const { out } = await gongkai("compare", "draft.xlsx", "laid out.xlsx", "--json");
  const result = JSON.parse(out) as {
    old: { fingerprint: string };
    new: { fingerprint: string };
    changes: { kind: string }[];
  };
  expect(result.old.fingerprint).toMatch(/^[0-9a-f]{64}$/u);
  expect(result.new.fingerprint).toBe(result.old.fingerprint);
  const own = new Set(["text", "sheetAdded", "appearance", "sheetRenamed"]);
  expect(result.changes.filter(({ kind }) => !own.has(kind))).toEqual([]);
});

test("what is seen alone is a change, told apart", async () => {
  const { code, out } = await gongkai("compare", "draft.xlsx", "blanked.xlsx");
  expect(code).toBe(1);
  expect(out.split("\n").slice(3)).toEqual([
    "数和文字没有改动。显示改动 1 处：显示 1（数相等，印出来不同）",
    "",
    "显示改动（数相等，印出来不同）：",
    "",
    "公开03表",
    "  20103 政府办公厅（室）及相关机构事务　上缴上级支出：0.00 → （空）（公开03表!F9）",
  ]);
});

test("workbooks of different units are said to be so, at the top", async () => {
  const { out } = await gongkai("compare", "draft.xlsx", "other unit.xlsx");
  expect(out.split("\n")[3]).toMatch(
    /^注意：两个文件的单位名称不同（改前：示例市城市运行服务中心；改后：株洲.*），可能不是同一套表的两个版本/u,
  );
});

test("a name put right in some places is no other unit", async () => {
  const { out } = await gongkai("compare", "draft.xlsx", "renamed.xlsx");
  expect(out).not.toContain("注意");
});

test("without a change it is 0", async () => {
  const { code, out } = await gongkai("compare", "draft.xlsx", "draft.xlsx");
  expect(code).toBe(0);
  expect(out).toMatch(/没有改动。$/u);
});

test("what was not read is named, not passed over", async () => {
  const { out } = await gongkai("compare", "draft.xlsx", "unread.xlsx");
  expect(out).toMatch(/下列内容没有认出，没有比较：\n {2}改后：.*“九、别的收入”/u);
});

test("--json has the contract's keys", async () => {
  const { code, out } = await gongkai("compare", "draft.xlsx", "final.xlsx", "--json");
  const result = JSON.parse(out) as Record<string, unknown>;
  expect(code).toBe(1);
  expect(Object.keys(result)).toEqual([
    "old",
    "new",
    "template",
    "changes",
    "notCompared",
    "warnings",
  ]);
  expect(result["changes"]).toEqual([
    {
      kind: "figure",
      table: "公开03表",
      row: "2010302 一般行政管理事务",
      column: "项目支出",
      before: "68.50",
      after: "65.80",
      difference: "-2.70",
      oldCell: "公开03表!E11",
      newCell: "公开03表!E11",
    },
  ]);
});

test("-o saves the list, and overwrites only when told to", async () => {
  const args = ["compare", "draft.xlsx", "final.xlsx", "-o", "changes.xlsx"];
  expect((await gongkai(...args)).out).toMatch(/\n改动清单已存为：changes\.xlsx$/u);
  const [sheet] = readXlsx(readFileSync("changes.xlsx")).sheets;
  expect(sheet!.values[0]![0]).toBe("2020年度部门决算公开表改动清单");
  expect(sheet!.values[6]!.slice(0, 8)).toEqual([
    ...[1, "公开03表", "数字", "2010302 一般行政管理事务", "项目支出", 68.5, 65.8, -2.7],
  ]);
  expect((await gongkai(...args)).code).toBe(2);
  expect((await gongkai(...args, "--force")).code).toBe(1);
});

test.each([
  [["draft.xlsx"], "请写明两个工作簿，改前的在前，例如：gongkai compare 初稿.xlsx 定稿.xlsx。"],
  [["a.xlsx", "b.xlsx", "c.xlsx"], "一次只比较两个文件，多了“c.xlsx”。"],
  [["draft.xlsx", "final.xlsx", "-o", "list.txt"], "改动清单的名字要以 .xlsx 结尾。"],
  [
    ["draft.xlsx", "final.xlsx", "-o", "draft.xlsx"],
    "新文件不能就是取数的工作簿，请换一个文件名。",
  ],
  [["draft.xlsx", "none.xlsx"], "none.xlsx：没有这个文件，请检查文件名和所在文件夹。"],
  [
    ["no tables.xlsx", "final.xlsx", "-o", "not.xlsx"],
    "no tables.xlsx：没有认出任何一张决算公开表。请确认工作簿里有公开表，且表名、栏目名与样表一致。",
  ],
])("%j is refused with 2", async (args, sentence) => {
  const { code, note } = await gongkai("compare", ...args);
  expect({ code, note: note.split("\n")[0] }).toEqual({ code: 2, note: sentence });
  expect(existsSync("not.xlsx")).toBe(false);
});

test("a table that one of them lacks", async () => {
  await saveGolden("no 09.xlsx", without(quanbiaoyoushu, "公开09表"));
  const { out } = await gongkai("compare", "draft.xlsx", "no 09.xlsx");
  expect(out).toMatch(/公开09表\n {2}〔删去表〕$/u);
});
