import { moveFormula } from "../../src/adapters/guard/formulaText";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { XlsxReader } from "../../src/adapters/xlsx/xlsxReader";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { formatPosition } from "../../src/domain/workbook/cellAddress";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { describeWithLibreOffice, type Edit, recalculate, readCells } from "../support/libreoffice";
import { exactResults, layOutGolden, nativeResults, shippedTemplate } from "../support/native";

const template = shippedTemplate();
const SHEET = "支出决算表";

/** A person fills in one row of 支出决算表: code, name, total, basic, project. */
function type(row: number, code: string, name: string, basic: number, project: number): Edit[] {
  const cells: [string, string | number][] = [
    ["A", code],
    ["B", name],
    ["C", basic + project],
    ["D", basic],
    ["E", project],
  ];
  return cells.map(([letter, value]) => ({
    kind: "setCell",
    sheet: SHEET,
    address: `${letter}${String(row)}`,
    value,
  }));
}

function insert(row: number): Edit {
  return { kind: "insertRows", sheet: SHEET, row, count: 1 };
}

function rowOf(plan: WritePlan, sheet: string, text: string): number {
  const found = plan.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find(({ value }) => typeof value === "string" && value.startsWith(text));
  if (!found) throw new Error(`${sheet} has no ${text}`);
  return found.row;
}

/** Native says what the exact check says of the same workbook, or 数据不足. */
async function compare(plan: WritePlan, edits: readonly Edit[]) {
  const edited = await recalculate(await new XlsxFile().write(plan), edits);
  const snapshot = await new XlsxReader(edited).read();
  const native = nativeResults(snapshot);
  const exact = exactResults(snapshot, template);
  const disagreeing: string[] = [];
  const undetermined: string[] = [];
  for (const [code, result] of exact) {
    const shown = native.get(code);
    if (shown === "数据不足" && result !== "数据不足") undetermined.push(code);
    else if (shown !== result) disagreeing.push(`${code}: ${JSON.stringify(shown)} / ${result}`);
  }
  return { disagreeing, undetermined, native, exact };
}

describeWithLibreOffice("native checks survive what people do to the rows", () => {
  const plan = layOutGolden(quanbiaoyoushu, template);
  const total = rowOf(plan, SHEET, "合计");
  const note = rowOf(plan, SHEET, "注：");
  const codeAt = (row: number) => {
    const sheet = plan.sheets.find(({ name }) => name === SHEET);
    return sheet?.cells.find((cell) => cell.row === row && cell.column === 1)?.value as string;
  };

  test.each<[string, Edit[], Record<string, string>]>([
    ["nothing changed", [], { K121: "通过", K122: "通过", K123: "通过", K202: "通过" }],
    [
      "a class inserted under 合计",
      [insert(total + 1), ...type(total + 1, "219", "援助其他地区支出", 10, 5)],
      { K121: "通过", K122: "通过", K123: "通过", K202: "不符", K213: "不符" },
    ],
    [
      "a section inserted directly under its class",
      [insert(total + 2), ...type(total + 2, "20198", "新增款", 1, 2)],
      { K121: "通过", K122: "通过", K123: "通过", K202: "不符" },
    ],
    [
      "a wrong sum across in an inserted row",
      [
        insert(total + 3),
        ...type(total + 3, `${codeAt(total + 2)}98`, "新增项", 1, 2),
        { kind: "setCell", sheet: SHEET, address: `C${String(total + 3)}`, value: 30 },
      ],
      { K121: "不符" },
    ],
    [
      "an item inserted above the note",
      [insert(note), ...type(note, "2299998", "新增项", 1, 2)],
      {},
    ],
    [
      "a code whose parent is not listed",
      [insert(note), ...type(note, "2170101", "金融事务", 1, 2)],
      { K122: "数据不足" },
    ],
    [
      "a row cut and pasted",
      [insert(note), { kind: "cutPasteRow", sheet: SHEET, from: total + 3, to: note }],
      {},
    ],
    [
      "a text in a figure cell",
      [{ kind: "setCell", sheet: SHEET, address: `D${String(total + 3)}`, value: "见附注" }],
      {},
    ],
    [
      "a dash in a figure cell",
      [{ kind: "setCell", sheet: SHEET, address: `D${String(total + 3)}`, value: "—" }],
      {},
    ],
    [
      "a full-width amount",
      [{ kind: "setCell", sheet: SHEET, address: `D${String(total + 3)}`, value: "1，234.00" }],
      {},
    ],
    [
      "a blank in a figure cell",
      [{ kind: "setCell", sheet: SHEET, address: `D${String(total + 3)}`, value: null }],
      {},
    ],
    [
      "more decimals than published",
      [{ kind: "setCell", sheet: SHEET, address: `D${String(total + 3)}`, value: 1.2345 }],
      {},
    ],
    ["a sheet renamed", [{ kind: "renameSheet", from: SHEET, to: "改名了的表" }], { K121: "通过" }],
    [
      "a code with a blank behind it",
      [insert(note), ...type(note, "2299998 ", "新增项", 10, 0)],
      { K123: "数据不足" },
    ],
    [
      "a code of six digits",
      [insert(note), ...type(note, "208055", "新增项", 10, 0)],
      { K122: "数据不足" },
    ],
    [
      "a row inserted between the classes of 01",
      [{ kind: "insertRows", sheet: "收入支出决算总表", row: 20, count: 1 }],
      { K213: "通过" },
    ],
    [
      "a row inserted high up among the classes of 01",
      [{ kind: "insertRows", sheet: "收入支出决算总表", row: 10, count: 1 }],
      { K213: "通过" },
    ],
    [
      "a class deleted from 01",
      [{ kind: "deleteRows", sheet: "收入支出决算总表", row: 20, count: 1 }],
      {},
    ],
    [
      "a row inserted between the classes of 04",
      [{ kind: "insertRows", sheet: "财政拨款收入支出决算总表", row: 12, count: 1 }],
      { K215: "通过", K221: "通过", K222: "通过" },
    ],
    [
      "a class deleted from 04",
      [{ kind: "deleteRows", sheet: "财政拨款收入支出决算总表", row: 20, count: 1 }],
      {},
    ],
  ])("%s", async (_name, edits, expected) => {
    const { disagreeing, native } = await compare(plan, edits);
    expect(disagreeing).toEqual([]);
    for (const [code, result] of Object.entries(expected)) {
      expect([code, native.get(code)]).toEqual([code, result]);
    }
  });

  test("an empty set whose spare rows are all deleted still adds up what is inserted", async () => {
    const empty = layOutWorkbook(template, { unitName: "示例单位", year: 2020 });
    const first = rowOf(empty, SHEET, "合计") + 1;
    const edits: Edit[] = [
      { kind: "deleteRows", sheet: SHEET, row: first, count: rowOf(empty, SHEET, "注：") - first },
      insert(first),
      ...type(first, "201", "一般公共服务支出", 3, 4),
    ];
    const bytes = await new XlsxFile().write(empty);
    const sheets = await readCells(bytes, { edits });
    expect(sheets[SHEET]?.[first - 2]?.slice(2, 5)).toEqual([7, 3, 4]);
    expect((await compare(empty, edits)).disagreeing).toEqual([]);
  });

  test("an item without its class makes 合计 say so", async () => {
    const empty = layOutWorkbook(template, { unitName: "示例单位", year: 2020 });
    const total = rowOf(empty, SHEET, "合计");
    const edits = type(total + 1, "2010301", "行政运行", 5, 0);
    const sheets = await readCells(await new XlsxFile().write(empty), { edits });
    expect(sheets[SHEET]?.[total - 1]?.[2]).toBe("数据不足");
    expect((await compare(empty, edits)).disagreeing).toEqual([]);
  });

  test("a class that differs from its table is marked where it stands", async () => {
    const edits: Edit[] = [
      { kind: "setCell", sheet: "收入支出决算总表", address: "F8", value: 77.77 },
    ];
    const sheets = await readCells(await new XlsxFile().write(plan), { edits });
    const row = sheets["收入支出决算总表"]?.[7] ?? [];
    expect(row.slice(6)).toContain("不符");
    expect((sheets["收入支出决算总表"]?.[8] ?? []).slice(6)).not.toContain("不符");
  });

  test("marks that add up say which sums of a tree are wrong", async () => {
    const ASIDE = 40;
    const sheet = plan.sheets.find(({ name }) => name === SHEET);
    const marks = sheet?.conditionalFormats.filter(({ formula }) => formula.startsWith("AND("));
    const codes = (sheet?.cells ?? []).filter(({ column, row }) => column === 1 && row > total);
    const questions = (marks ?? []).flatMap(({ range, formula }, index) =>
      [...codes.map(({ row }) => row), total].flatMap((row) =>
        [3, 4, 5].map((column): Edit => {
          const aside = { row, column: column + ASIDE * (index + 1) };
          const asked = moveFormula(formula, row - range.top, column - range.left);
          return {
            kind: "setFormula",
            sheet: SHEET,
            address: formatPosition(aside),
            formula: `=${asked}`,
          };
        }),
      ),
    );
    const answers = async (edits: readonly Edit[]) => {
      const bytes = await new XlsxFile().write(plan);
      const rows = (await readCells(bytes, { edits: [...edits, ...questions] }))[SHEET] ?? [];
      const marked = new Set<string>();
      rows.forEach((row, index) => {
        row.slice(ASIDE).forEach((value, offset) => {
          expect([0, 1, null, ""]).toContain(value);
          const column = ((offset + ASIDE) % ASIDE) + 1;
          if (value === 1) marked.add(formatPosition({ row: index + 1, column }));
        });
      });
      return [...marked].sort();
    };
    const put = (address: string, value: number | string | null): Edit => ({
      kind: "setCell",
      sheet: SHEET,
      address,
      value,
    });
    expect(await answers([])).toEqual([]);
    const section = rowOf(plan, SHEET, "20103");
    const parent = rowOf(plan, SHEET, "201");
    const items = codes.filter(({ value }) => typeof value === "string" && /^20103../u.test(value));
    expect(await answers([put(`D${String(section)}`, 1000)])).toEqual(
      [total, parent, section].map((row) => `C${String(row)}`).concat(`D${String(section)}`),
    );
    const emptied = items.map(({ row }) => put(`E${String(row)}`, "见附注"));
    const alone = put(`E${String(section)}`, 50);
    expect(await answers([...emptied, alone])).toContain(`E${String(section)}`);
  });

  test("no cell of an edited set shows an error", async () => {
    const bytes = await new XlsxFile().write(plan);
    const edits: Edit[] = [
      { kind: "setCell", sheet: SHEET, address: `D${String(total + 3)}`, value: "见附注" },
      { kind: "deleteRows", sheet: "收入支出决算总表", row: 10, count: 1 },
      insert(total + 1),
    ];
    const sheets = await readCells(bytes, { edits });
    const errors = Object.entries(sheets).flatMap(([name, rows]) =>
      rows.flatMap((row, index) =>
        row.flatMap((value, column) =>
          typeof value === "object" && value !== null
            ? [`${name} ${String(index + 1)},${String(column + 1)} ${value.error}`]
            : [],
        ),
      ),
    );
    expect(errors).toEqual([]);
  });
});
