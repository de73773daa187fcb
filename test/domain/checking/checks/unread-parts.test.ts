import { unreadParts } from "../../../../src/domain/checking/checks/unread-parts";
import { deleteColumn, duplicateSheet, typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

test("everything was read", () => {
  expect(reportsOf(unreadParts, quanbiaoyoushu)).toEqual([]);
  expect(reportsOf(unreadParts, seed001)).toEqual([]);
});

test("rows that the edition does not have are one finding for the table", () => {
  const typed = [
    typeInto("公开01表", "A15", "九、彩票收入"),
    typeInto("公开01表", "C15", "1.00"),
    typeInto("公开01表", "A16", "十、债务收入"),
    typeInto("公开01表", "C16", "2.00"),
  ];
  const [only, another] = reportsOf(unreadParts, quanbiaoyoushu, ...typed);
  expect(only?.explanation).toMatch(/“九、彩票收入”这一行不在模板里.*（这样的共 2 处）$/u);
  expect(only?.cells).toEqual(["公开01表!A15", "公开01表!A16"]);
  expect(another).toBeUndefined();
});

test("a column that is gone is named", () => {
  const [only] = reportsOf(unreadParts, quanbiaoyoushu, deleteColumn("公开03表", 5));
  expect(only?.explanation).toContain("《支出决算表》里没有找到“项目支出”这一列");
});

test("duplicates are another check's affair", () => {
  expect(reportsOf(unreadParts, quanbiaoyoushu, duplicateSheet("公开02表"))).toEqual([]);
});
