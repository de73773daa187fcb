import { moreDecimals } from "../../../../src/domain/checking/checks/more-decimals";
import { typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { reportsOf } from "./formReports";

test("published decimals are right, and rates of 自评表 have their own", () => {
  expect(reportsOf(moreDecimals, quanbiaoyoushu)).toEqual([]);
});

test("figures with more decimals are one finding for the table", () => {
  const typed = [typeInto("公开02表", "D8", "75.405"), typeInto("公开02表", "D9", "75.4049")];
  expect(reportsOf(moreDecimals, quanbiaoyoushu, ...typed)).toEqual([
    {
      explanation:
        "《收入决算表》的 D8 是 75.405 等 2 个数，小数比公开的多，按 75.41 核对。请按两位取整。",
      cells: ["公开02表!D8", "公开02表!D9"],
    },
  ]);
});

test.each(["约3", "=1/3", "/", ""])("%s is no figure with decimals", (text) => {
  expect(reportsOf(moreDecimals, quanbiaoyoushu, typeInto("公开02表", "D8", text))).toEqual([]);
});
