import { missingTable } from "../../../../src/domain/checking/checks/missing-table";
import { dropSheet } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { reportsOf } from "./formReports";

test("a complete set lacks nothing, and 补充资料 and 自评表 are not required", () => {
  const drops = [dropSheet("补充资料"), dropSheet("附件1")];
  expect(reportsOf(missingTable, quanbiaoyoushu, ...drops)).toEqual([]);
});

test("one table that is missing is named with its number", () => {
  expect(reportsOf(missingTable, quanbiaoyoushu, dropSheet("公开09表"))).toEqual([
    {
      title: "缺少《国有资本经营预算财政拨款支出决算表》（公开09表）",
      explanation:
        "没有找到《国有资本经营预算财政拨款支出决算表》（公开09表）。请补上；如果工作簿里有，请检查它的标题和表头。",
      cells: [],
    },
  ]);
});

test("many tables that are missing are one finding", () => {
  const drops = ["02", "05", "08", "09"].map((number) => dropSheet(`公开${number}表`));
  const [only, another] = reportsOf(missingTable, quanbiaoyoushu, ...drops);
  expect(only?.explanation).toContain("没有找到公开02表、公开05表、公开08表、公开09表。");
  expect(only?.title).toBe("缺少公开02表、公开05表、公开08表、公开09表");
  expect(another).toBeUndefined();
});
