import type { Finding } from "../../../src/domain/checking/finding";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { deleteColumn, deleteRow, dropSheet, typeInto, type Damage } from "../../golden/damages";
import { fiscalOnly, generalOnly } from "../../golden/fiscalOnly";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { applicableIn, findingsOf, movesOf, typed } from "../../support/movedFigures";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const full = snapshotOf(quanbiaoyoushu);
const read = (snapshot = full) => recognise(snapshot, template.structure);

function relation(code: string) {
  return template.relations.find((each) => each.code === code)!;
}

function found(code: string, damage: Damage, golden = quanbiaoyoushu): Finding[] {
  return findingsOf(relation(code), read(snapshotOf(damage(golden))), template);
}

function words(code: string, damage: Damage, golden = quanbiaoyoushu): string[] {
  return [...new Set(found(code, damage, golden).map(({ explanation }) => explanation))];
}

const unchanged: Damage = (golden) => golden;

test.each<[what: string, code: string, damage: Damage, said: string]>([
  [
    "one figure in two tables",
    "K202",
    typeInto("公开03表", "C7", "1,900.00"),
    "公开01表支出方“本年支出合计” 1925.00，公开03表“合计”本年支出合计 1900.00，前者多 25.00。请核对改正。",
  ],
  [
    "one figure, a cent apart",
    "K202",
    typeInto("公开03表", "C7", "1,925.01"),
    "公开01表支出方“本年支出合计” 1925.00，公开03表“合计”本年支出合计 1925.01，前者少 0.01。同一个数两处取舍不一致，请统一。",
  ],
  [
    "many columns of one row",
    "K111",
    typeInto("公开02表", "D7", "1,741.30"),
    "公开02表“合计”财政拨款收入等 6 个数之和 1999.30，本年收入合计 1899.30，前者多 100.00（7 个数最多差 0.03，不是尾差）。请核对改正。",
  ],
  [
    "a text",
    "K205",
    typeInto("公开01表", "C7", "见附件"),
    "公开01表 C7“一、一般公共预算财政拨款收入”填的是“见附件”，不是数。补上或改正后再核对。",
  ],
  [
    "a remark behind a figure",
    "K159",
    typeInto("公开05表", "D7", "5.84(净值）"),
    "公开05表 D7“合计”填的是“5.84(净值）”，数后面写了“净值”，不算数，请只留数字。补上或改正后再核对。",
  ],
  [
    "a long text",
    "K205",
    typeInto("公开01表", "C7", "详见本部门上年度结转资金情况的专项说明"),
    "公开01表 C7“一、一般公共预算财政拨款收入”填的是“详见本部门上年度结转资金情况的专…”，不是数。补上或改正后再核对。",
  ],
  [
    "a merged cell",
    "K208",
    typeInto("公开02表", "E7", "<"),
    "公开02表 E7“合计”是合并单元格，看不出是哪一格的数。补上或改正后再核对。",
  ],
  [
    "a formula without a result",
    "K105",
    typeInto("公开01表", "C36", "=C33+C34+C35"),
    "公开01表 C36“总计”的公式没有结果，请在 Excel 或 WPS 中打开并保存一次。补上或改正后再核对。",
  ],
  [
    "a missing table",
    "K214",
    dropSheet("公开05表"),
    "没有找到《一般公共预算财政拨款支出决算表》。补上或改正后再核对。",
  ],
  [
    "a missing column, once for all rows",
    "K121",
    deleteColumn("公开03表", 4),
    "《支出决算表》没有找到“基本支出”这一列。补上或改正后再核对。",
  ],
  [
    "a missing row",
    "K212",
    deleteRow("公开01表", 14),
    "《收入支出决算总表》没有找到“八、其他收入”这一行。补上或改正后再核对。",
  ],
])("%s", (_what, code, damage, said) => {
  expect(words(code, damage)).toEqual([said]);
});

test("a code that the other table does not list", () => {
  expect(words("K213", unchanged, seed001)).toEqual([
    "公开01表支出方“七、文化旅游体育与传媒支出” 103.82，公开03表没有 207 科目，按 0.00 计，前者多 103.82。请核对改正。",
  ]);
});

test("a proven tail", () => {
  expect(words("K152", unchanged, seed001)).toEqual([
    "公开06表科目 302 各下级之和（7 项） 7.81，“商品和服务支出” 7.82，前者少 0.01。8 个数四舍五入最多差 0.03，属尾差，可不改。",
  ]);
});

describe("what was left blank is said, since it counts as 0", () => {
  test("a cell", () => {
    expect(words("K202", typeInto("公开03表", "C7", ""))).toEqual([
      "公开01表支出方“本年支出合计” 1925.00，公开03表“合计”本年支出合计 0.00，前者多 1925.00。“合计”本年支出合计空白，按 0 计。请核对改正。",
    ]);
  });

  test("a whole column", () => {
    const blank = quanbiaoyoushu.sheets
      .find(({ name }) => name === "公开03表")!
      .rows.map((_row, index) => index + 1)
      .filter((row) => row >= 7 && row <= 49)
      .map((row) => typeInto("公开03表", `D${String(row)}`, ""));
    const explanations = words("K121", (golden) =>
      blank.reduce((each, damage) => damage(each), golden),
    );
    expect(explanations.length).toBeGreaterThan(10);
    for (const each of explanations) expect(each).toContain("D 列“基本支出”整列空白，按 0 计。");
  });
});

const disclosures = [read(), read(snapshotOf(fiscalOnly)), read(snapshotOf(generalOnly))];
const MOVED = template.relations.flatMap((each) => {
  const disclosure = applicableIn(each, disclosures, template);
  const { beyond, atBound, texts } = movesOf(each, disclosure, template);
  return [...beyond, ...atBound, ...texts].map((move) => ({ move, disclosure }));
});
const explained = ({ move, disclosure }: (typeof MOVED)[number]) =>
  findingsOf(move.relation, read(typed(disclosure.snapshot, move)), template);

test("explanations are two lines at most, in accountants' words, without formulas", () => {
  const unfit = MOVED.flatMap(explained).filter(
    ({ explanation, title }) =>
      explanation.length > 110 ||
      /智能|置信度|根因|异常|校验失败|已自动修正|财政部|undefined/u.test(explanation + title) ||
      /[[\]#{}]/u.test(explanation + title),
  );
  expect(unfit).toEqual([]);
});

test("nothing is undetermined without a cause", () => {
  const causeless = [...disclosures[0]!.placement.tables.values()].flatMap(({ sheet }) => {
    const without = read(snapshotOf(dropSheet(sheet)(quanbiaoyoushu)));
    return template.relations
      .flatMap((each) => findingsOf(each, without, template))
      .filter(({ explanation }) => !/^没有找到《/u.test(explanation));
  });
  expect(causeless).toEqual([]);
});

/** Only the 项 is listed, as when its code was typed alone. */
const itemAlone = [
  deleteRow("公开03表", 9),
  deleteRow("公开03表", 8),
  typeInto("公开03表", "B8", ""),
  typeInto("公开03表", "C8", "70.00"),
];
const after = (...damages: readonly Damage[]): Damage => {
  return (golden) => damages.reduce((before, damage) => damage(before), golden);
};

test("a total that is not worked out names the 类 and 款 that are not listed", () => {
  const untold = after(...itemAlone, typeInto("公开03表", "C7", "数据不足"));
  expect(words("K202", untold, seed001)).toEqual([
    "公开03表 C7“合计”没有算：缺所属的类、款 201、20103。补上或改正后再核对。",
  ]);
});

test("a total that is not worked out for another reason says only that", () => {
  expect(words("K202", typeInto("公开03表", "C7", "数据不足"), seed001)).toEqual([
    "公开03表 C7“合计”填的是“数据不足”，不是数。补上或改正后再核对。",
  ]);
});

test.each([
  ["a mark", "—", "E10 填的是“—”"],
  ["words", "见附注", "E10 填的是“见附注”"],
])("a total that leaves out %s names the cell that holds it", (_what, text, said) => {
  const typed = after(typeInto("公开03表", "C7", "数据不足"), typeInto("公开03表", "E10", text));
  expect(words("K202", typed, seed001)).toEqual([
    `公开03表 ${said}，表里的合计没有算：没有数的留空或填 0。补上或改正后再核对。`,
  ]);
});

test("a code without a name is called by its code", () => {
  const said = words("K213", after(...itemAlone), seed001);
  expect(said).toContainEqual(expect.stringContaining("公开03表“2010301”本年支出合计 70.00"));
  expect(said.filter((each) => each.includes("“”"))).toEqual([]);
});
