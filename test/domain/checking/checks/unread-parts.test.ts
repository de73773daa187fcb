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

test("a figure in a row without a name is in no total, which the person is told", () => {
  expect(reportsOf(unreadParts, seed001, typeInto("公开01表", "C20", "7"))).toEqual([
    {
      explanation:
        "《收入支出决算总表》的 C20 有数，可这一行没有名称，哪个合计也没有算上它。请填上名称，或改到有名称的行里。",
      cells: ["公开01表!C20"],
    },
  ]);
});

test("blanks, zeros and formulas in such a row say nothing", () => {
  for (const text of ["", "0.00", "=C7"]) {
    expect(reportsOf(unreadParts, seed001, typeInto("公开01表", "C20", text))).toEqual([]);
  }
});

test("so is one in a tree's row without a code", () => {
  const nameless = [typeInto("公开03表", "A10", ""), typeInto("公开03表", "B10", "")];
  const [only, another] = reportsOf(unreadParts, seed001, ...nameless);
  expect(only?.cells).toEqual(["公开03表!C10", "公开03表!D10"]);
  expect(another).toBeUndefined();
});
