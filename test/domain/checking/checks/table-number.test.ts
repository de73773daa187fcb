import { tableNumber } from "../../../../src/domain/checking/checks/table-number";
import { typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

test.each([
  ["as the edition prints it", "公开02表"],
  ["with blanks", "公开 02 表"],
  ["in full width", "公开０２表"],
  ["without its zero", "公开2表"],
  ["as a part of a long table", "公开02-1表"],
  ["with the ministry's word before it", "财决公开02表"],
])("a number %s is right", (_name, number) => {
  expect(reportsOf(tableNumber, quanbiaoyoushu, typeInto("公开02表", "I2", number))).toEqual([]);
});

test("公开03表 over three tables is a finding for each of the two wrong ones", () => {
  expect(reportsOf(tableNumber, seed001)).toEqual([
    {
      explanation:
        "《一般公共预算财政拨款“三公”经费支出决算表》的表号印成“公开 03 表”，那是《支出决算表》的表号。应为“公开07表”，请改正。",
      cells: ["公开07表!L2"],
    },
    {
      explanation:
        "《政府性基金预算财政拨款收入支出决算表》的表号印成“公开 03 表”，那是《支出决算表》的表号。应为“公开08表”，请改正。",
      cells: ["公开08表!H2"],
    },
  ]);
});

test("a number that no table has is wrong too", () => {
  const [only] = reportsOf(tableNumber, quanbiaoyoushu, typeInto("公开02表", "I2", "公开12表"));
  expect(only?.explanation).toBe("《收入决算表》的表号印成“公开12表”。应为“公开02表”，请改正。");
});

test("numbers that are not printed are one piece of advice", () => {
  const blank = [typeInto("公开02表", "I2", ""), typeInto("公开05表", "E2", "")];
  expect(reportsOf(tableNumber, quanbiaoyoushu, ...blank)).toEqual([
    {
      explanation:
        "《收入决算表》（公开02表）、《一般公共预算财政拨款支出决算表》（公开05表）没有印表号。请在表的右上方补上。",
      cells: [],
      level: "advice",
    },
  ]);
});
