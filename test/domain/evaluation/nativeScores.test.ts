import { XlsxReader } from "../../../src/adapters/xlsx/xlsxReader";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { readEvaluationForm } from "../../../src/domain/evaluation/readEvaluationForm";
import { scoreEvaluation } from "../../../src/domain/evaluation/scoreEvaluation";
import type { LaidOutEvaluation } from "../../../src/domain/evaluation/layOutEvaluation";
import {
  describeWithLibreOffice,
  readCells,
  recalculate,
  type CalculatedValue,
  type Edit,
} from "../../support/libreoffice";
import { bytesOf, layOutEmpty, layOutRows, planOf, rowsOf } from "./laidOutForm";
import { seedRows, seedWith, TABLE, template } from "./seedForm";

/** Computed cells typed blank: they come as formulas. */
const OPEN = { D5: "", E5: "", H5: "", I5: "", G24: "", H24: "", I24: "" };
const openForm = (typed: Readonly<Record<string, string>>) =>
  layOutRows(seedWith({ ...OPEN, ...typed }));

/** Budget and spending whose score or total lies on a tie, on a bound, or nowhere. */
const EXECUTION: [budget: string, executed: string][] = [
  ["179.22", "179.22"],
  ["200", "178.90"],
  ["200", "178.9"],
  ["2091000", "787156.95"],
  ["1000", "956.5"],
  ["1000", "0.5"],
  ["1000", "1.5"],
  ["800", "799.6"],
  ["3", "1"],
  ["7", "6.99"],
  ["100", "120"],
  ["100", "0"],
  ["0", "5"],
  ["0", "0"],
  ["", "5"],
  ["5", ""],
  ["—", "5"],
  ["见附注", "5"],
];

const forms: Record<string, LaidOutEvaluation> = {
  空表: layOutEmpty(),
  "001": layOutRows(seedRows),
  ...Object.fromEntries(
    EXECUTION.map(([budget, executed], index) => [
      `执行${String(index)}`,
      openForm({ E5: budget, E6: "", E7: "", E8: "", F5: executed }),
    ]),
  ),
  九十: openForm({ H20: "2" }),
  不到九十: openForm({ H20: "1.99" }),
  八十: openForm({ H20: "0", H21: "2" }),
  六十: openForm({ H20: "0", H21: "0", H22: "2", H23: "0" }),
  不到六十: openForm({ H20: "0", H21: "0", H22: "1.99", H23: "0" }),
  文字得分: openForm({ H13: "满分" }),
  文字分值: openForm({ G5: "十" }),
  空白得分: openForm({ H13: "" }),
  没有得分: openForm(
    Object.fromEntries(
      seedRows.flatMap((_, row) => (row >= 11 && row <= 22 ? [[`H${String(row + 1)}`, ""]] : [])),
    ),
  ),
  不适用一项: openForm({ G13: "不适用", H13: "不适用" }),
  不适用两项: openForm({ G13: "不适用", H13: "不适用", G15: "不适用", H15: "不适用", H20: "7.77" }),
  得分不适用: openForm({ H13: "不适用" }),
  分值不适用: openForm({ G13: "不适用" }),
  小数: openForm({ H12: "5.35", H13: "4.65", H14: "0.1", H15: "9.995" }),
};

describeWithLibreOffice("native scores", () => {
  test("LibreOffice calculates what we wrote as exact results", async () => {
    const calculated = await readCells(await bytesOf(forms));
    for (const { name, cells } of planOf(forms).sheets) {
      const computed = cells.filter(({ formula }) => formula !== undefined);
      const native = computed.map(({ row, column }) => calculated[name]![row - 1]![column - 1]);
      expect([name, ...native]).toEqual([name, ...computed.map(({ value }) => value)]);
    }
  });

  const laid = openForm({});
  const { name } = laid.sheet;
  const { first, total } = rowsOf(laid);
  const [weight, score] = ["G", "H"];

  /** A row inserted above `row`, with an indicator of so many points in it. */
  const inserted = (row: number, points: number | string | null): Edit[] => [
    { kind: "insertRows", sheet: name, row, count: 1 },
    { kind: "setCell", sheet: name, address: `D${String(row)}`, value: "新增指标" },
    { kind: "setCell", sheet: name, address: `${weight}${String(row)}`, value: 5 },
    { kind: "setCell", sheet: name, address: `${score}${String(row)}`, value: points },
  ];

  interface Outcome {
    readonly native: readonly CalculatedValue[];
    readonly exact: readonly (string | undefined)[];
  }

  /** 分值, 总分 and 等级 as calculated, and the exact total and grade read from the very same file. */
  async function after(edits: readonly Edit[]): Promise<Outcome> {
    const saved = await recalculate(await bytesOf({ [name]: laid }), edits);
    const snapshot = await new XlsxReader(saved).read();
    const disclosure = recognise(snapshot, template.structure);
    const placed = disclosure.placement.tables.get(TABLE)!;
    const form = readEvaluationForm(snapshot, placed)!;
    const exact = scoreEvaluation(template, disclosure, form);
    const list = placed.blocks.find(({ block }) => block.definition.kind === "list")!;
    const row = list.rows.at(-1)!.row;
    const values = (await readCells(saved))[name]![row - 1]!;
    return {
      native: [values[6]!, values[7]!, values[8]!],
      exact: [exact.total?.toFixed(), exact.grade],
    };
  }

  test.each<[where: string, row: number]>([
    ["first", first],
    ["in the middle of a category", first + 2],
    ["first of a dimension", first + 8],
    ["last, directly above 总分", total],
  ])("an indicator inserted %s counts", async (_where, row) => {
    expect(await after(inserted(row, 3))).toEqual({
      native: [105, 101, "等级：优"],
      exact: ["101", "优"],
    });
  });

  test.each<[where: string, row: number]>([
    ["first", first],
    ["last", total],
  ])("a text for the score of a row inserted %s leaves no total", async (_where, row) => {
    expect(await after(inserted(row, "优秀"))).toEqual({
      native: [105, "数据不足", "数据不足"],
      exact: [undefined, undefined],
    });
  });

  test.each<[what: string, edits: readonly Edit[]]>([
    ["inserted without a score", inserted(first, null)],
    [
      "whose score was deleted",
      [{ kind: "setCell", sheet: name, address: `${score}${String(first + 2)}`, value: null }],
    ],
  ])("an indicator %s leaves no total and no grade", async (_what, edits) => {
    const { native, exact } = await after(edits);
    expect(native.slice(1)).toEqual(["数据不足", "数据不足"]);
    expect(exact).toEqual([undefined, undefined]);
  });

  test("a row inserted into the funds, and one deleted from the indicators", async () => {
    const edits: Edit[] = [
      { kind: "insertRows", sheet: name, row: 6, count: 1 },
      { kind: "setCell", sheet: name, address: "E6", value: 20.78 },
      { kind: "deleteRows", sheet: name, row: first + 1 + 3, count: 1 },
    ];
    expect(await after(edits)).toMatchObject({ native: [90, 86.96, "等级：良"] });
  });
});
