import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { narrate } from "../../src/domain/narrative/narrate";
import { dropSheet, typeInto, type Damage } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { describeWithLibreOffice, readCells } from "../support/libreoffice";
import { shippedTemplate } from "../support/native";

const template = shippedTemplate();
const SHEET = template.structure.definition.narrative.sheetName;

/** What last year's figures are typed as: of 01, and of 04. */
const lastYear =
  (summary: string, fiscal = summary): Damage =>
  (golden) =>
    typeInto("补充资料", "C5", fiscal)(typeInto("补充资料", "C3", summary)(golden));
const noReasons: Damage = (golden) =>
  typeInto("补充资料", "D4", "")(typeInto("补充资料", "D6", "")(golden));

const SETS: readonly (readonly [what: string, golden: Golden, says: readonly RegExp[]])[] = [
  ["as published", seed001, [/增加112\.29万元，增长167\.8%，主要是因为/u, /增长12\.7%/u]],
  [
    "without 补充资料",
    dropSheet("补充资料")(seed001),
    [/^2020年度收、支总计179\.22万元。与上年相比，【缺：上年数】。$/mu],
  ],
  ["with 补充资料 empty", noReasons(lastYear("")(seed001)), [/与上年相比，【缺：上年数】。$/mu]],
  ["with a zero base", lastYear("0.00")(seed001), [/增加179\.22万元（上年为0，不计算增长率）/u]],
  ["with a decrease", lastYear("200.00")(seed001), [/减少20\.78万元，下降10\.4%/u]],
  ["with hardly a change", lastYear("179.21")(seed001), [/增加0\.01万元，增长不足0\.1%/u]],
  ["as last year", noReasons(lastYear("179.22", "75.40")(seed001)), [/与上年持平。$/mu]],
  [
    "with a change that nobody explains",
    noReasons(seed001),
    [/主要是因为：【缺：收入支出总计增减原因】。/u],
  ],
  ["with a text for last year", lastYear("约67")(seed001), [/与上年相比，【缺：上年数】/u]],
  ["from a deficit", lastYear("-10.00")(seed001), [/增加189\.22万元（上年为负数，不计算增长率）/u]],
  [
    "with nothing received",
    ["C", "D", "E", "F", "G", "H", "I"].reduce(
      (golden, letter) => typeInto("公开02表", `${letter}7`, "0.00")(golden),
      seed001,
    ),
    [/^本年收入合计0\.00万元，其中：财政拨款收入0\.00万元；上级补助收入0\.00万元/mu],
  ],
  ["with every table filled", quanbiaoyoushu, [/减少500\.00万元，下降20%/u]],
];

function paragraphsOf(golden: Golden): string[] {
  const sections = narrate(recognise(snapshotOf(golden), template.structure), template);
  return sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
}

test.each(SETS)("a set %s says so, and nothing false", (_what, golden, says) => {
  const text = paragraphsOf(golden).join("\n");
  for (const each of says) expect(text).toMatch(each);
  for (const [, missing = ""] of text.matchAll(/【缺：([^】]*)】/gu)) {
    expect([
      "上年数",
      "收入支出总计增减原因",
      "财政拨款收入支出总计增减原因",
      "上年收入支出总计",
      "上年财政拨款收入支出总计",
    ]).toContain(missing);
  }
});

/** To native formulas a stroke is a text like any other: they ask for the figure once more. */
test("a set with a stroke for last year has none", () => {
  const [first] = paragraphsOf(lastYear("—")(seed001));
  expect(first).toMatch(/与上年相比，【缺：上年数】。$/u);
});

describeWithLibreOffice("the sheet 情况说明 says the same", () => {
  test.each(SETS)("of a set %s", async (_what, golden) => {
    const figures = recognise(snapshotOf(golden), template.structure);
    const plan = layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, figures });
    const { [SHEET]: rows } = await readCells(await new XlsxFile().write(plan), {
      sheets: [SHEET],
    });
    const native = rows!.flatMap(([text]) =>
      typeof text === "string" && text.startsWith("　　") ? [text.trim()] : [],
    );
    expect(native).toEqual(paragraphsOf(golden));
  });
});
