import { codeStructure } from "../../../../src/domain/checking/checks/code-structure";
import { deleteRow, dropSheet, typeInto, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { explanationsOf, reportsOf } from "./formReports";

test("complete trees are right, and so are names that are cut off", () => {
  expect(reportsOf(codeStructure, quanbiaoyoushu)).toEqual([]);
  expect(reportsOf(codeStructure, seed001)).toEqual([]);
});

test.each([
  ["only 项", [9, 8]],
  ["类 and 项", [9]],
])("a print that lists %s is complete without the rest", (_name, rows) => {
  const others = ["01", "02", "04", "05", "06", "07", "08", "09"].map((number) =>
    dropSheet(`公开${number}表`),
  );
  const later: Damage[] = [12, 11].slice(0, rows.length).map((row) => deleteRow("公开03表", row));
  const earlier = rows.map((row) => deleteRow("公开03表", row));
  expect(reportsOf(codeStructure, seed001, ...others, ...later, ...earlier)).toEqual([]);
});

test("a code of four or six digits has no level", () => {
  const typed = [typeInto("公开03表", "A9", "'2010"), typeInto("公开06表", "A8", "'3010200")];
  const reports = reportsOf(codeStructure, quanbiaoyoushu, ...typed);
  expect(reports.find(({ cells }) => cells.includes("公开03表!A9"))?.explanation).toBe(
    "《支出决算表》的编码“2010”（第 9 行）位数不对，应为 3、5、7 位。请改正。",
  );
  expect(reports.find(({ cells }) => cells.includes("公开06表!A8"))?.explanation).toContain(
    "应为 3、5 位",
  );
});

test("a code that stands twice is named with its rows", () => {
  const typed = typeInto("公开03表", "A11", "'2010301");
  expect(reportsOf(codeStructure, quanbiaoyoushu, typed)[0]).toEqual({
    explanation:
      "《支出决算表》的编码“2010301”（第 10、11 行）出现不止一次。请合并成一行，或改正编码。",
    cells: ["公开03表!A10", "公开03表!A11"],
  });
});

test("a code without its parent is named where the others have theirs", () => {
  expect(explanationsOf(codeStructure, quanbiaoyoushu, deleteRow("公开03表", 9))).toEqual([
    "《支出决算表》的编码“2010301”（第 9 行）、“2010302”（第 10 行）上面没有所属的类或款。请补上这一行，或改正编码。",
  ]);
});

test("different names of one code are one piece of advice", () => {
  const typed = [typeInto("公开03表", "B9", "人大事务"), typeInto("公开03表", "B12", "审计事务")];
  expect(reportsOf(codeStructure, quanbiaoyoushu, ...typed)).toMatchObject([
    {
      explanation:
        "编码“20103”等 2 个编码在各表的名称不一样：《收入决算表》是“政府办公厅（室）及相关机构事务”，《支出决算表》是“人大事务”。请统一。",
      level: "advice",
    },
  ]);
});

test("tables without codes have nothing to check", () => {
  const coded = ["02", "03", "05", "06", "08", "09"].map((number) => dropSheet(`公开${number}表`));
  expect(reportsOf(codeStructure, quanbiaoyoushu, ...coded)).toEqual([]);
});
