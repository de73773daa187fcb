import { canonicalText, listFigures } from "../../../src/domain/disclosure/figureList";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { deleteRow, onSheet, typeInto, type Damage } from "../../golden/damages";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { combinedLayouts } from "../../support/layouts/combined";
import { laidOut } from "../../support/layouts/layouts";
import { shippedTemplate } from "../../support/native";

const { structure } = shippedTemplate();

const textOf = (golden: Golden) =>
  canonicalText(listFigures(recognise(snapshotOf(golden), structure)));

const whole = textOf(quanbiaoyoushu);

test("the text has a line for each figure that is not zero", () => {
  const lines = whole.split("\n");
  expect(lines).toContain("expenditure\t0\t#2010302\t项目支出\t68.5");
  expect(lines.filter((line) => /\t0(?:\.0+)?$/u.test(line))).toEqual([]);
  expect([...lines].sort()).toEqual(lines);
});

const blankRow: Damage = onSheet("公开03表", (rows) => rows.toSpliced(7, 0, []));
const rowsTurned: Damage = onSheet("公开03表", (rows) => {
  const [a, b] = [rows[9]!, rows[10]!];
  return rows.toSpliced(9, 2, b, a);
});

test.each<[name: string, damage: Damage]>([
  ["a blank row within", blankRow],
  ["rows in another order", rowsTurned],
  ["a blank for a zero", typeInto("公开03表", "F9", "")],
  ["“—” for a zero", typeInto("公开03表", "F9", "—")],
  ["more decimals of the same printed figure", typeInto("公开03表", "E11", "68.4999")],
  ["another name of the unit", typeInto("公开03表", "A3", "部门：别的单位")],
])("%s leaves the text as it is", (_, damage) => {
  expect(textOf(damage(quanbiaoyoushu))).toBe(whole);
});

test.each(
  combinedLayouts(7)
    .slice(0, 3)
    .map((layout) => [layout.name, layout] as const),
)("the same figures laid out as “%s” give the same text", (_, layout) => {
  expect(textOf(laidOut(quanbiaoyoushu, [layout]))).toBe(whole);
});

test.each<[name: string, damage: Damage]>([
  ["one cent", typeInto("公开03表", "E11", "68.51")],
  ["a sign", typeInto("公开03表", "E11", "-68.50")],
  ["a text for a figure", typeInto("公开03表", "E11", "见附件")],
  ["a figure for a zero", typeInto("公开03表", "F11", "0.01")],
  [
    "a figure in the next column",
    (golden) => typeInto("公开03表", "F11", "68.50")(typeInto("公开03表", "E11", "0.00")(golden)),
  ],
  ["a row that is gone", deleteRow("公开03表", 11)],
])("%s makes it another", (_, damage) => {
  expect(textOf(damage(quanbiaoyoushu))).not.toBe(whole);
});
