import { cellText } from "../../../../src/application/findingWords";
import { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import { checkDisclosure } from "../../../../src/domain/checking/checkDisclosure";
import {
  suspectCards,
  type SuspectCard,
} from "../../../../src/domain/checking/suspects/suspectCards";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../../src/domain/layout/layOutWorkbook";
import { formatAddress } from "../../../../src/domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../../../../src/domain/workbook/workbookSnapshot";
import { typeInto, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001, seed001Corrected } from "../../../golden/seed001";
import { snapshotOf } from "../../../support/goldenWorkbook";
import { shippedTemplate } from "../../../support/native";

const template = shippedTemplate();

function cardsOf(snapshot: WorkbookSnapshot): readonly SuspectCard[] {
  const disclosure = recognise(snapshot, template.structure);
  return suspectCards(checkDisclosure(disclosure, template), disclosure, template);
}

const inAll = (...damages: readonly Damage[]) =>
  snapshotOf(damages.reduce((golden, damage) => damage(golden), quanbiaoyoushu));

/** The likeliest cells of a card: what stands there, what would. */
function firstOf({ suspects: [first] }: SuspectCard): string {
  return first!.changes
    .map(
      ({ cell, before, after }) =>
        `${formatAddress(cell)} ${cellText(before) || "（空）"} → ${cellText(after) || "（空）"}`,
    )
    .join("，");
}

test.each<[slip: string, typed: Damage[], expected: string, resolves: number, why: string]>([
  [
    "两个数字颠倒",
    [typeInto("公开03表", "E11", "65.80")],
    "公开03表!E11 65.80 → 68.50",
    3,
    "像是两个数字颠倒了；改后 3 处都相符",
  ],
  [
    "正负号填反",
    [typeInto("公开03表", "E14", "3.50")],
    "公开03表!E14 3.50 → -3.50",
    2,
    "像是正负号填反了；改后 2 处都相符",
  ],
  [
    "按元填",
    [typeInto("公开05表", "D17", "586000.00")],
    "公开05表!D17 586000.00 → 58.60",
    3,
    "像是按元填进了万元表；改后 3 处都相符",
  ],
  [
    "小数点错位",
    [typeInto("公开05表", "D17", "586.00")],
    "公开05表!D17 586.00 → 58.60",
    3,
    "像是小数点错了位；改后 3 处都相符",
  ],
  [
    "少录尾数",
    [typeInto("公开02表", "D8", "676")],
    "公开02表!D8 676.00 → 676.40",
    3,
    "像是少录了后面的数字；改后 3 处都相符",
  ],
  [
    "填重",
    [typeInto("公开03表", "D18", "58.60")],
    "公开03表!D18 58.60 → 29.30",
    2,
    "和公开03表“机关事业单位基本养老保险缴费支出”基本支出的数相同，像是填重了；改后 2 处都相符",
  ],
  [
    "漏填",
    [typeInto("公开03表", "D18", "")],
    "公开03表!D18 （空） → 29.30",
    3,
    "像是漏填了；改后 3 处都相符",
  ],
  [
    "相邻两格填颠倒",
    [typeInto("公开03表", "D18", "58.60"), typeInto("公开03表", "D17", "29.30")],
    "公开03表!D17 29.30 → 58.60，公开03表!D18 58.60 → 29.30",
    3,
    "像是和公开03表“机关事业单位职业年金缴费支出”基本支出填颠倒了；改后 3 处都相符",
  ],
  [
    "错一行，压住了另一个数",
    [typeInto("公开03表", "E27", ""), typeInto("公开03表", "E28", "100.00")],
    "公开03表!E27 （空） → 100.00，公开03表!E28 100.00 → 22.75",
    4,
    "像是错了行，和公开03表“水体”项目支出的数串了；改后 4 处都相符",
  ],
  [
    "错一行，落在空格里",
    [typeInto("公开03表", "E21", ""), typeInto("公开03表", "E20", "7.00")],
    "公开03表!E20 7.00 → （空），公开03表!E21 （空） → 7.00",
    3,
    "像是错了行，和公开03表“其他优抚支出”项目支出的数串了；改后 3 处都相符",
  ],
  [
    "隔着空行的两格填颠倒",
    [typeInto("公开01表", "F14", "166.95"), typeInto("公开01表", "F16", "106.90")],
    "公开01表!F14 166.95 → 106.90，公开01表!F16 106.90 → 166.95",
    2,
    "像是和公开01表“十、节能环保支出”填颠倒了；改后 2 处都相符",
  ],
  [
    "该填数的写着“—”",
    [typeInto("公开02表", "D30", "—")],
    "公开02表!D30 — → 88.00",
    2,
    "像是漏填了；改后 2 处都相符",
  ],
  [
    "一个合计多出一分，表内的尾差一起说明",
    [typeInto("公开02表", "C7", "1899.31")],
    "公开02表!C7 1899.31 → 1899.30",
    1,
    "改后这一处就相符",
  ],
])(
  "%s: the cell comes first, with what should stand there",
  (_slip, typed, expected, resolves, why) => {
    const [card, ...more] = cardsOf(inAll(...typed));
    expect(more).toEqual([]);
    expect(firstOf(card!)).toBe(expected);
    expect(card!.suspects[0]).toMatchObject({ resolves, why });
  },
);

/** 其他收入 in many places, so that what is missing in two of them is within the tolerance of the sums above. */
const SMALL_FIGURES = Object.entries({
  14: { C: "105.94", D: "103.90", E: "1.00", G: "1.00", I: "0.04" },
  15: { C: "87.92", D: "85.90", E: "1.00", G: "1.00", I: "0.02" },
  16: { C: "58.62", D: "56.60", E: "1.00", G: "1.00", I: "0.02" },
  18: { C: "18.02", I: "0.02" },
  20: { C: "6.02", I: "0.02" },
  8: { D: "676.35", I: "0.05" },
  9: { D: "579.95", I: "0.05" },
  10: { D: "519.95", I: "0.05" },
  21: { D: "165.95", I: "0.05" },
  22: { D: "45.95", I: "0.05" },
  23: { D: "35.95", I: "0.05" },
  28: { D: "614.95", E: "19.00", G: "29.00", I: "0.05" },
  29: { D: "133.95", E: "19.00", I: "0.05" },
  30: { D: "87.95", I: "0.05" },
  31: { D: "46.00", E: "19.00" },
  32: { D: "121.00", G: "29.00" },
  33: { D: "121.00", G: "29.00" },
  37: { D: "49.95", I: "0.05" },
  38: { D: "39.95", I: "0.05" },
  39: { D: "24.95", I: "0.05" },
  43: { C: "127.96", D: "30.20", I: "89.76" },
  47: { C: "97.96", D: "0.20", I: "89.76" },
  48: { C: "97.96", D: "0.20", I: "89.76" },
}).flatMap(([row, figures]) =>
  Object.entries(figures).map(([column, figure]) =>
    typeInto("公开02表", `${column}${row}`, figure),
  ),
);

test("figures so small that rounding hides one of the two that slipped by a row", () => {
  expect(cardsOf(inAll(...SMALL_FIGURES))).toEqual([]);
  const slipped = [typeInto("公开02表", "I14", "0.02"), typeInto("公开02表", "I15", "")];
  const [card] = cardsOf(inAll(...SMALL_FIGURES, ...slipped));
  expect(firstOf(card!)).toBe("公开02表!I15 （空） → 0.02，公开02表!I14 0.02 → 0.04");
});

test("the set as published: the class that stands there twice", () => {
  const [card, ...more] = cardsOf(snapshotOf(seed001));
  expect(more).toEqual([]);
  expect(card!.findings.map(({ code }) => code)).toEqual(["K102", "K213"]);
  expect(firstOf(card!)).toBe("公开01表!F13 103.82 → 0.00");
});

test.each([
  ["every relation holds", quanbiaoyoushu],
  ["a 尾差 is no mistake", seed001Corrected],
])("nothing is suspected where %s", (_what, golden) => {
  expect(cardsOf(snapshotOf(golden))).toEqual([]);
});

test("what cannot be read is no figure that could be another", () => {
  const cards = cardsOf(inAll(typeInto("公开03表", "E11", "约65.80")));
  expect(cards).toEqual([]);
});

test("what a pasted block of 元 explains is left to the finding that names the block", () => {
  const pasted = ["C10", "D10", "C11", "E11"].map((at, index) =>
    typeInto("公开03表", at, ["5200000.00", "5200000.00", "685000.00", "685000.00"][index]!),
  );
  expect(cardsOf(inAll(...pasted))).toEqual([]);
});

test.each<[what: string, typed: Damage[]]>([
  ["决算 above 预算", [typeInto("公开07表", "L8", "5.10"), typeInto("公开07表", "G8", "39.40")]],
  [
    "a class that the details cannot explain but by an amount below nothing",
    [typeInto("公开06表", "C31", "200.00")],
  ],
])("nothing below nothing is offered, and nothing for a bound alone: %s", (_what, typed) => {
  const offered = cardsOf(inAll(...typed)).flatMap(({ suspects }) =>
    suspects.flatMap(({ changes }) => changes.map(({ after }) => Number(after))),
  );
  expect(offered.filter((after) => after < 0 || after > 1000)).toEqual([]);
});

test("one figure in 元 is one card, the finding that offers to convert it with it", () => {
  const [card, ...more] = cardsOf(inAll(typeInto("公开03表", "D12", "964000.00")));
  expect(more).toEqual([]);
  expect(card!.findings.map(({ code }) => code)).toContain("K315");
  expect(firstOf(card!)).toBe("公开03表!D12 964000.00 → 96.40");
});

test("every amount 10,000 times too large is the first suspect, alone", () => {
  const { placement, snapshot } = recognise(snapshotOf(quanbiaoyoushu), template.structure);
  const wrong: string[] = [];
  for (const { sheet, table, blocks } of placement.tables.values()) {
    if (!["收入支出决算总表", "财政拨款收入支出决算总表"].includes(table.definition.title))
      continue;
    const { values } = snapshot.sheets.find(({ name }) => name === sheet)!;
    for (const { block, rows, columns } of blocks) {
      for (const { row } of rows) {
        for (const { key } of block.figureColumns) {
          const column = columns.get(key)!;
          const value = values[row - 1]?.[column - 1];
          if (typeof value !== "number" || value === 0) continue;
          const cell = formatAddress({ sheet, row, column });
          const typed = typeInto(sheet, cell.split("!")[1]!, (value * 10_000).toFixed(2));
          const [card, ...more] = cardsOf(inAll(typed));
          const first = card ? firstOf(card) : "";
          const expected = `${cell} ${(value * 10_000).toFixed(2)} → ${value.toFixed(2)}`;
          if (first !== expected || more.length > 0) wrong.push(`${expected}: ${first}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("two mistakes far apart are two cards", () => {
  const cards = cardsOf(
    inAll(typeInto("公开03表", "E11", "65.80"), typeInto("公开02表", "D8", "676")),
  );
  expect(cards.map(firstOf).sort()).toEqual([
    "公开02表!D8 676.00 → 676.40",
    "公开03表!E11 65.80 → 68.50",
  ]);
});

test.each<[what: string, typed: Damage, expected: string]>([
  [
    "the one that was typed is named",
    typeInto("公开05表", "D10", "550.00"),
    "一般公共预算财政拨款支出决算表!D10 550.00 → 520.00",
  ],
  [
    "the only part of a sum does not repeat it",
    typeInto("公开03表", "E32", "66.01"),
    "支出决算表!E32 66.01 → 66.00",
  ],
])("where formulas carry a figure on, %s", async (_what, typed, expected) => {
  const plan = layOutWorkbook(template, {
    unitName: "某局",
    year: 2020,
    figures: recognise(inAll(typed), template.structure),
  });
  const [card] = cardsOf(await MemoryWorkbook.fromPlan(plan).read());
  expect(firstOf(card!)).toBe(expected);
});
