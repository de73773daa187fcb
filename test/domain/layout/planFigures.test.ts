import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { parsePosition } from "../../../src/domain/workbook/cellAddress";
import type { PlannedCell } from "../../../src/domain/workbook/writePlan";
import { typeInto, type Damage } from "../../golden/damages";
import { seed001 } from "../../golden/seed001";
import { shippedTemplate } from "../../support/native";
import { snapshotOf } from "../../support/goldenWorkbook";

const template = shippedTemplate();

/** 01 laid out anew from a published set with some changes to it. */
function cellOf01(address: string, ...damages: readonly Damage[]): PlannedCell | undefined {
  const golden = damages.reduce((before, damage) => damage(before), seed001);
  const figures = recognise(snapshotOf(golden), template.structure);
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020, figures });
  const at = parsePosition(address);
  return plan.sheets
    .find(({ name }) => name === "收入支出决算总表")
    ?.cells.find(({ row, column }) => row === at?.row && column === at.column);
}

test("a total that shows 数据不足 in the source is a formula again", () => {
  const total = cellOf01("C33", typeInto("公开01表", "C33", "数据不足"));
  expect(total).toMatchObject({ value: 179.22 });
  expect(total?.formula).toBeDefined();
});

test("while a figure cannot be read the formula goes on saying 数据不足", () => {
  const total = cellOf01(
    "C33",
    typeInto("公开01表", "C12", "待核"),
    typeInto("公开01表", "C33", "数据不足"),
  );
  expect(total).toMatchObject({ value: "数据不足" });
  expect(total?.formula).toBeDefined();
});

test.each(["另见说明", "—"])("a person's own %s in a total stays", (text) => {
  const total = cellOf01("C33", typeInto("公开01表", "C33", text));
  expect(total).toMatchObject({ value: text });
  expect(total?.formula).toBeUndefined();
});
