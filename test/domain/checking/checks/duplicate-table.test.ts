import { duplicateTable } from "../../../../src/domain/checking/checks/duplicate-table";
import { dropSheet, duplicateSheet } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { reportsOf } from "./formReports";

test("every table once is right", () => {
  expect(reportsOf(duplicateTable, quanbiaoyoushu)).toEqual([]);
});

test("a second copy is one finding, with its place and which one was used", () => {
  const twice = [duplicateSheet("公开02表"), duplicateSheet("公开02表", "又一张")];
  const [only, another] = reportsOf(duplicateTable, quanbiaoyoushu, ...twice);
  expect(only?.explanation).toContain("《收入决算表》不止一张");
  expect(only?.cells).toHaveLength(2);
  expect(another).toBeUndefined();
});

test("a table that is not there is no duplicate", () => {
  expect(reportsOf(duplicateTable, quanbiaoyoushu, dropSheet("公开02表"))).toEqual([]);
});
