import { recognise } from "../../src/domain/disclosure/recognise";
import { formatPosition, parsePosition } from "../../src/domain/workbook/cellAddress";
import { AUDIT_SHEET, CALCULATION_SHEET } from "../../src/domain/workbook/resultSheets";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { adopt, written } from "../support/adopted";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { laidOut, LAYOUTS } from "../support/layouts/layouts";
import { describeWithLibreOffice, readCells, recalculate, type Edit } from "../support/libreoffice";
import { differences, exactResults, nativeResults, shippedTemplate } from "../support/native";
import { readWorkbook } from "../support/readWorkbook";

const template = shippedTemplate();
const HONEST: readonly unknown[] = ["数据不足", "仅在窗格中审核"];

const layoutNamed = (name: string) => {
  const found = LAYOUTS.find((layout) => layout.name === name);
  if (!found) throw new Error(name);
  return found;
};

/** Each way of cutting columns and parting blocks, of totals, texts and several tables on one sheet. */
const SHAPES = [
  "人员经费、公用经费两栏",
  "三栏，上面写“人员经费”“公用经费”",
  "所有科目排成一栏",
  "类、款分在两列",
  "类、款、项三列，逐级填写",
  "类、款、项三列，填成数字",
  "类、款、项三列，上级编码向下合并",
  "编码和名称写在一格",
  "编码中间有点",
  "合计在最后一行",
  "合计写在名称一列",
  "总表收入在上、支出在下",
  "每一列都分上年决算数、本年决算数",
  "“三公”表带会议费、培训费",
  "事业收入下多一列“其中：教育收费”",
  "总表只列 24 类支出",
  "中央部门 2021 年起的表名、栏目和次序",
  "国有资本表带年初、年末和收入",
  "合并的地方逐格重复写",
  "表头文字里换行",
  "文本数字带千分位",
  "零写成“—”",
  "财政部软件导出的表头",
  "没有表题",
  "整张表往下、往右移",
  "几张表上下排在一张工作表",
  "左右排，一张比另一张低十几行",
  "左右排，中间不空列",
].map(layoutNamed);

/** Of tables in 元 with 补充资料 and 自评表 in 万元. */
const BETWEEN_UNITS = [
  ...["K223", "K240", "K241", "K243", "K244", "K245", "K247", "K248", "K249", "K250"],
  ...["K251", "K252", "K258", "K259", "K262", "K263", "K264", "K411", "K412", "K413", "K414"],
];

describe.each([
  { name: "全表有数", golden: quanbiaoyoushu, paneOnly: [], inYuan: BETWEEN_UNITS },
  // Its 补充资料 does not say what kind of unit it is, and has no counts.
  {
    name: "seed 001",
    golden: seed001,
    paneOnly: ["K240", "K241", "K242"],
    inYuan: BETWEEN_UNITS.filter((code) => code < "K243" || code > "K252")
      .concat("K242")
      .sort(),
  },
])("relations printed for $name", ({ golden, paneOnly, inYuan }) => {
  test(`in ${String(LAYOUTS.length)} layouts: all but ${paneOnly.join() || "none"}`, () => {
    for (const layout of LAYOUTS) {
      const { adoption } = adopt(laidOut(golden, [layout]), template);
      const codes = adoption.paneOnly.map(({ relation }) => relation.code);
      const expected = layout.name === "财政部软件导出的表头" ? inYuan : paneOnly;
      expect([layout.name, ...codes]).toEqual([layout.name, ...expected]);
    }
  });
});

describeWithLibreOffice("审核 beside tables of a person's own", () => {
  test.each(SHAPES.map((layout, index) => [layout.name, layout, index] as const))(
    "says what the exact check says: %s",
    async (_, layout, index) => {
      const golden = laidOut(index % 2 === 0 ? quanbiaoyoushu : seed001, [layout]);
      const { plan, adoption, exact } = adopt(golden, template);
      const sheets = await readCells(await written(plan), {
        sheets: [AUDIT_SHEET, CALCULATION_SHEET],
      });
      expect(differences(adoption.plan, sheets)).toEqual([]);
      const expected = new Map(exact);
      for (const { relation } of adoption.paneOnly) expected.set(relation.code, "仅在窗格中审核");
      const results = sheets[AUDIT_SHEET]!.slice(3).map((row) => [row[0], row[6]]);
      expect(results).toEqual(results.map(([code]) => [code, expected.get(code as string)]));
    },
  );
});

/** Where a figure of the set stands in this layout. */
function cellOf(golden: Golden, table: string, rowId: string, column: string) {
  const { placement } = recognise(snapshotOf(golden), template.structure);
  const placed = placement.tables.get(table)!;
  const [block] = placed.blocks;
  const row = block!.rows.find(({ id }) => id === rowId)!;
  return {
    sheet: placed.sheet,
    row: row.row,
    address: formatPosition({ row: row.row, column: block!.columns.get(column)! }),
    code: formatPosition({ row: row.row, column: placed.range.left }),
    top: placed.range.top,
    last: Math.max(...block!.rows.map((each) => each.row)),
  };
}

const DRIFT_SHAPES = ["类、款、项三列，逐级填写", "合计在最后一行", "上下排，中间不空行"];

/** What a person does afterwards; exact: nothing is to become 数据不足 by it. */
const DEEDS: readonly {
  readonly name: string;
  readonly isExact: boolean;
  readonly edits: (at: ReturnType<typeof cellOf>) => readonly Edit[];
}[] = [
  {
    name: "a figure is wrong",
    isExact: true,
    edits: ({ sheet, address }) => [{ kind: "setCell", sheet, address, value: 9999.99 }],
  },
  {
    name: "more decimals than are published",
    isExact: true,
    edits: ({ sheet, address }) => [
      { kind: "setFormula", sheet, address, formula: "=120049/10000" },
    ],
  },
  {
    name: "a figure goes",
    isExact: true,
    edits: ({ sheet, address }) => [{ kind: "setCell", sheet, address, value: null }],
  },
  {
    name: "a text stands in place of a figure",
    isExact: false,
    edits: ({ sheet, address }) => [{ kind: "setCell", sheet, address, value: "见附注" }],
  },
  {
    name: "rows come in above the tables",
    isExact: true,
    edits: ({ sheet, address }) => [
      { kind: "setCell", sheet, address, value: 9999.99 },
      { kind: "insertRows", sheet, row: 1, count: 2 },
    ],
  },
  {
    name: "the sheet gets another name",
    isExact: true,
    edits: ({ sheet, address }) => [
      { kind: "setCell", sheet, address, value: 9999.99 },
      { kind: "renameSheet", from: sheet, to: "改过的 '表'" },
    ],
  },
  {
    name: "a row with a code and a figure comes in",
    isExact: false,
    edits: ({ sheet, row, address, code }) => [
      { kind: "insertRows", sheet, row: row + 1, count: 1 },
      { kind: "setCell", sheet, address: below(code), value: "2010399" },
      { kind: "setCell", sheet, address: below(address), value: 5 },
    ],
  },
  {
    name: "a row comes in after the last",
    isExact: false,
    edits: ({ sheet, last, address }) => [
      { kind: "insertRows", sheet, row: last + 1, count: 1 },
      { kind: "setCell", sheet, address: inRow(address, last + 1), value: 5 },
    ],
  },
  {
    name: "a row goes",
    isExact: false,
    edits: ({ sheet, row }) => [{ kind: "deleteRows", sheet, row, count: 1 }],
  },
  {
    name: "a row goes elsewhere by cut and paste",
    isExact: false,
    edits: ({ sheet, row }) => [{ kind: "cutPasteRow", sheet, from: row, to: 400 }],
  },
  {
    name: "a figure is dragged to another row",
    isExact: false,
    edits: ({ sheet, address }) => [{ kind: "moveCell", sheet, from: address, to: below(address) }],
  },
  {
    name: "a figure is dragged out of the table",
    isExact: false,
    edits: ({ sheet, address }) => [{ kind: "moveCell", sheet, from: address, to: "Z90" }],
  },
  {
    name: "a code is another one",
    isExact: false,
    edits: ({ sheet, code }) => [{ kind: "setCell", sheet, address: code, value: "229" }],
  },
];

/** Figures of all tables, and what they become: other ones by a lot, by a unit or by their sign, and nothing. */
function otherFigures(golden: Golden): Edit[] {
  const { placement } = recognise(snapshotOf(golden), template.structure);
  const cells = [...placement.tables.values()].flatMap(({ sheet, blocks }) =>
    blocks.flatMap(({ block, rows, columns }) =>
      rows.flatMap((row) =>
        block.figureColumns.flatMap(({ key }) => {
          const column = (row.columns ?? columns).get(key);
          return column === undefined
            ? []
            : [{ sheet, address: formatPosition({ row: row.row, column }) }];
        }),
      ),
    ),
  );
  const values = [1234.56, 0.01, -20, null, 0];
  return cells
    .filter((_, index) => index % 41 === 0)
    .map((cell, index) => ({
      kind: "setCell",
      ...cell,
      value: values[index % values.length] ?? null,
    }));
}

const below = (address: string) => address.replace(/[0-9]+/u, (row) => String(Number(row) + 1));
const inRow = (address: string, row: number) => address.replace(/[0-9]+/u, String(row));

describeWithLibreOffice.each(DRIFT_SHAPES)("afterwards, in tables with %s", (shape) => {
  const golden = laidOut(quanbiaoyoushu, [layoutNamed(shape)]);
  const at = cellOf(golden, "expenditure", "#2010301", "本年支出合计");
  let file: Uint8Array;

  beforeAll(async () => {
    file = await written(adopt(golden, template).plan);
  });

  test.each(DEEDS.map((deed) => [deed.name, deed] as const))("%s", async (_, deed) => {
    const after: WorkbookSnapshot = await readWorkbook(await recalculate(file, deed.edits(at)));
    const exact = exactResults(after, template);
    const native = nativeResults(after);
    const others = [...native].filter(([code, words]) => words !== exact.get(code));
    if (deed.isExact) expect(others).toEqual([]);
    else expect(others.filter(([, words]) => !HONEST.includes(words))).toEqual([]);
    if (deed.name === "a figure is wrong") expect([...native.values()]).toContain("不符");
  });

  test("figures are others all over the set", async () => {
    const after = await readWorkbook(await recalculate(file, otherFigures(golden)));
    const exact = exactResults(after, template);
    const native = nativeResults(after);
    expect([...native].filter(([code, words]) => words !== exact.get(code))).toEqual([]);
    expect([...native.values()].filter((words) => words === "不符").length).toBeGreaterThan(20);
  });

  test("a figure that does not fit is marked, and none besides what fails", async () => {
    const edits: Edit[] = [
      { kind: "setCell", sheet: at.sheet, address: at.address, value: 9999.99 },
    ];
    const after = await readWorkbook(await recalculate(file, edits));
    const lists = after.sheets.find(({ name }) => name === CALCULATION_SHEET)!.values;
    const marked = lists.flatMap((line) => (line[17] === "不符" ? [Number(line[16])] : []));
    const { row, column } = parsePosition(at.address)!;
    expect(marked).toContain(row * 16_384 + column);
    expect(marked.length).toBeLessThan(12);
  });
});
