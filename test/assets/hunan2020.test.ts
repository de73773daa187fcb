import { derivedRelations } from "../../src/domain/checking/derivedRelations";
import { resolveReference } from "../../src/domain/expression/resolve";
import type { Block, Column, Row, Table } from "../../src/domain/template/template";
import { readShippedTemplate } from "./readShippedTemplate";

const structure = readShippedTemplate("hunan-2020");
const tables = [...structure.tables.values()];
const disclosed = tables.filter(({ definition }) => definition.role === "disclosure");

function table(key: string): Table {
  return structure.tables.get(key)!;
}

test("the nine tables have the edition's numbers, titles and order", () => {
  expect(disclosed.map(({ definition }) => [definition.number, definition.title])).toEqual([
    ["公开01表", "收入支出决算总表"],
    ["公开02表", "收入决算表"],
    ["公开03表", "支出决算表"],
    ["公开04表", "财政拨款收入支出决算总表"],
    ["公开05表", "一般公共预算财政拨款支出决算表"],
    ["公开06表", "一般公共预算财政拨款基本支出决算表"],
    ["公开07表", "一般公共预算财政拨款“三公”经费支出决算表"],
    ["公开08表", "政府性基金预算财政拨款收入支出决算表"],
    ["公开09表", "国有资本经营预算财政拨款支出决算表"],
  ]);
});

test("07, 08 and 09 may be empty when they say so", () => {
  const numbers = disclosed
    .filter(({ definition }) => definition.emptyNote !== undefined)
    .map(({ definition }) => definition.number);
  expect(numbers).toEqual(["公开07表", "公开08表", "公开09表"]);
});

const CLASSES =
  "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 231 232 234";

test.each(["summary", "fiscalAppropriationSummary"])("%s prints the 26 classes", (key) => {
  const classes = table(key).blocks[1]!.rows.filter(({ definition }) =>
    definition.groups?.includes("功能科目"),
  );
  expect(classes.map(({ definition }) => definition.code).join(" ")).toBe(CLASSES);
});

test.each([
  ["summary", 60],
  ["fiscalAppropriationSummary", 64],
])("%s numbers its rows without a gap", (key, last) => {
  const lines = table(key).blocks.flatMap(({ rows }) =>
    rows.map(({ definition }) => definition.line),
  );
  expect(lines).toEqual(Array.from({ length: last }, (_, index) => index + 1));
});

test.each(["summary", "fiscalAppropriationSummary"])("both halves of %s end on 总计", (key) => {
  const [left, right] = table(key).blocks;
  expect(left!.rows).toHaveLength(right!.rows.length);
  expect([left!, right!].map(({ rows }) => rows.at(-1)!.id)).toEqual(["总计", "总计"]);
});

test("06 prints 27, 28 and 25 codes and its totals in one line", () => {
  const { blocks } = table("basicExpenditureDetail");
  const codes = blocks.map(({ rows }) => rows.filter(({ definition }) => definition.code).length);
  expect(codes).toEqual([27, 28, 25]);
  expect(blocks[0]!.rows[28]!.id).toBe("人员经费合计");
  expect(blocks[2]!.rows[28]!.id).toBe("公用经费合计");
});

test("the columns of 07 are numbered 1 to 12", () => {
  const numbers = table("threePublicExpenses").blocks[0]!.columns.map(
    ({ definition }) => definition.number,
  );
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)));
});

interface NamedCell {
  readonly block: Block;
  readonly row: Row;
  readonly column: Column;
}

function figureCells({ blocks }: Table): NamedCell[] {
  return blocks.flatMap((block) =>
    block.rows
      .filter(({ id }) => !id.startsWith("blank:"))
      .flatMap((row) => block.figureColumns.map((column) => ({ block, row, column }))),
  );
}

/** By its code where it has one: 399 and 39999 of 06 are both 其他支出. */
function rowName({ definition, path }: Row, { definition: { name } }: Block): string {
  if (definition.code === undefined) return path.join("/");
  return name === undefined ? `#${definition.code}` : `${name}/#${definition.code}`;
}

function cellName({ block, row, column }: NamedCell): string {
  const columnName = column.path.join("/");
  return row.id === "" ? columnName : `${rowName(row, block)}, ${columnName}`;
}

test.each(tables.map((each) => [each.definition.title, each] as const))(
  "every cell of %s can be named",
  (title, each) => {
    for (const cell of figureCells(each)) {
      const { code } = cell.row.definition;
      const found = resolveReference(title, cellName(cell), structure, { table: 0, cell: 0 });
      expect(found.block.index).toBe(cell.block.index);
      expect(found.column).toEqual({ kind: "column", key: cell.column.key });
      expect(found.row).toEqual(
        code === undefined ? { kind: "row", id: cell.row.id } : { kind: "code", code },
      );
    }
  },
);

test.each([
  ["收入支出决算总表", "文化体育与传媒支出, 决算数", "#207"],
  ["财政拨款收入支出决算总表", "支出/卫生健康支出, 合计", "#210"],
])("%s[%s] is a class row named by its label", (title, cell, id) => {
  const found = resolveReference(title, cell, structure, { table: 0, cell: 0 });
  expect(found.row).toEqual({ kind: "row", id });
});

test("there are as many printed figures as the forms have", () => {
  const counts = disclosed.map((each) => figureCells(each).length);
  expect(counts).toEqual([42, 7, 6, 125, 3, 82, 12, 6, 3]);
});

test("the sums within the tables are quoted by the numbers of their table", () => {
  const codes = derivedRelations(structure).map(({ code }) => code);
  expect(codes.sort()).toEqual(
    [
      [101, 102, 103, 104],
      [111, 112, 113],
      [121, 122, 123],
      [131, 132, 133, 134, 135, 136],
      [141, 142, 143],
      [151, 152, 153, 154, 155, 156, 157, 158],
      [161, 162, 163, 164],
      [171, 172, 173, 174],
      [181, 182, 183],
      [192, 193],
    ]
      .flat()
      .map((number) => `K${number}`),
  );
});

test("the weights of 自评表 are those of the form", () => {
  const { evaluation } = table("selfEvaluation").definition;
  expect(evaluation!.dimensions.map(({ name, weight }) => [name, weight])).toEqual([
    ["产出指标", 50],
    ["效益指标", 30],
    ["满意度指标", 10],
  ]);
});
