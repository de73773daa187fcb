import { unitName } from "../../../../src/domain/checking/checks/unit-name";
import { dropSheet, typeInto, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001, seed001Corrected } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

test("one name everywhere is right", () => {
  expect(reportsOf(unitName, quanbiaoyoushu)).toEqual([]);
  expect(reportsOf(unitName, seed001Corrected)).toEqual([]);
});

test("blanks and width make no other name", () => {
  const typed = typeInto("公开02表", "A3", "部门： 示例市 城市运行服务中心 ");
  expect(reportsOf(unitName, quanbiaoyoushu, typed)).toEqual([]);
});

test("two names are one finding that says where each stands", () => {
  const [only, another] = reportsOf(unitName, seed001);
  expect(only?.explanation).toBe(
    "单位名称有 2 种：9 张公开表是“株洲市石峰区清水塘企业事务中心”，《整体支出绩效自评表》、封面是“株洲市石峰区清水塘关停企业事务中心”。请统一为批复的全称。",
  );
  expect(only?.cells).toHaveLength(11);
  expect(only?.cells.slice(0, 2)).toEqual([expect.stringMatching(/^附件1!/u), "封面!A2"]);
  expect(another).toBeUndefined();
});

test("one table that differs is named", () => {
  const typed = typeInto("公开02表", "A3", "部门：示例市城市服务中心");
  const [only] = reportsOf(unitName, quanbiaoyoushu, typed);
  expect(only?.explanation).toContain("《收入决算表》是“示例市城市服务中心”");
  expect(only?.cells[0]).toBe("公开02表!A3");
});

test("without any name there is nothing to compare", () => {
  const blanks: Damage[] = Array.from({ length: 9 }, (_, index) =>
    typeInto(`公开0${index + 1}表`, "A3", ""),
  );
  const drops = [dropSheet("封面"), dropSheet("附件1")];
  expect(reportsOf(unitName, quanbiaoyoushu, ...blanks, ...drops)).toEqual([]);
});
