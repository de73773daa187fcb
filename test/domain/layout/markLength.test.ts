import { PLAN_LIMITS } from "../../../src/adapters/guard/planLimits";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { layOutGolden } from "../../support/native";
import { shippedPackages } from "../../support/shippedPackages";

describe.each(shippedPackages())("marks of $id", ({ template, full }) => {
  test.each([
    ["with figures", layOutGolden(full, template)],
    ["empty", layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020 })],
  ])("%s: none longer than Excel's dialog takes, few in all", (_, { sheets }) => {
    const marks = sheets.flatMap(({ name, conditionalFormats }) =>
      conditionalFormats.map(({ formula }) => ({ name, formula })),
    );
    const long = marks.filter(({ formula }) => formula.length > PLAN_LIMITS.markFormula);
    expect(long).toEqual([]);
    expect(marks.length).toBeLessThanOrEqual(200);
  });
});
