import { lineNumbers } from "../../../../src/domain/checking/checks/line-numbers";
import { deleteColumn, typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

test("every row numbered once is right", () => {
  expect(reportsOf(lineNumbers, quanbiaoyoushu)).toEqual([]);
});

test("rows without a number are one finding for each table", () => {
  const reports = reportsOf(lineNumbers, seed001);
  expect(reports.map(({ explanation }) => explanation)).toEqual([
    "《收入支出决算总表》的行次漏了“十、节能环保支出”至“二十六、抗疫特别国债安排的支出”等 17 行。请逐行编号。",
    "《财政拨款收入支出决算总表》的行次漏了“九、卫生健康支出”至“二十六、抗疫特别国债安排的支出”等 18 行。请逐行编号。",
  ]);
  expect(reports[0]?.cells[0]).toBe("公开01表!E16");
});

test("numbers that stand twice and numbers that are left out are said together", () => {
  const typed = [typeInto("公开01表", "B8", "1"), typeInto("公开01表", "E12", "")];
  expect(reportsOf(lineNumbers, quanbiaoyoushu, ...typed)).toEqual([
    {
      explanation:
        "《收入支出决算总表》的行次漏了“六、科学技术支出”，1 重复，缺 2、36。请逐行编号。",
      cells: ["公开01表!B7", "公开01表!B8", "公开01表!E12"],
    },
  ]);
});

test("a print without 行次 is another way of printing", () => {
  const without = [deleteColumn("公开01表", 5), deleteColumn("公开01表", 2)];
  expect(reportsOf(lineNumbers, quanbiaoyoushu, ...without)).toEqual([]);
});
