import { emptyTableNote } from "../../../../src/domain/checking/checks/empty-table-note";
import { dropSheet, typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { reportsOf } from "./formReports";

test("filled tables need no note, empty ones that say so are right", () => {
  expect(reportsOf(emptyTableNote, quanbiaoyoushu)).toEqual([]);
  expect(reportsOf(emptyTableNote, seed001)).toEqual([]);
});

test.each([
  "本单位未发生政府性基金收支。",
  "本年度不涉及政府性基金预算财政拨款。",
  "我单位没有政府性基金预算收支，本表为空表。",
])("an empty table may say %s", (note) => {
  expect(reportsOf(emptyTableNote, seed001, typeInto("公开08表", "A9", note))).toEqual([]);
});

test("an empty table may say so in its empty row", () => {
  const typed = [
    typeInto("公开07表", "A10", ""),
    typeInto("公开07表", "A8", "2020年度本单位无“三公”经费支出"),
  ];
  expect(reportsOf(emptyTableNote, seed001, ...typed)).toEqual([]);
});

test("an empty table that says nothing is a finding with the words to add", () => {
  expect(reportsOf(emptyTableNote, seed001, typeInto("公开08表", "A9", ""))).toEqual([
    {
      explanation:
        "《政府性基金预算财政拨款收入支出决算表》没有数，表下也没有说明。请在表下注明，如：“2020年度本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。”",
      cells: ["公开08表!A1"],
    },
  ]);
});

test("zeros are no figures", () => {
  const typed = [typeInto("公开08表", "C7", "0.00"), typeInto("公开08表", "A9", "")];
  expect(reportsOf(emptyTableNote, seed001, ...typed)).toHaveLength(1);
});

test("a filled table that says it is empty is a finding", () => {
  expect(reportsOf(emptyTableNote, seed001, typeInto("公开08表", "D7", "3.00"))).toEqual([
    {
      explanation:
        "《政府性基金预算财政拨款收入支出决算表》有数，表下却写着“2020 年度本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。”。请删去这句话，或核对数字。",
      cells: ["公开08表!A9"],
    },
  ]);
});

test.each([
  ["公开07表", "A9", "本年度没有发生因公出国（境）费支出。"],
  ["公开08表", "A16", "本年度没有政府性基金收入，支出由上年结转安排。"],
  ["公开08表", "A16", "无政府性基金预算财政拨款收入支出的部门，应当公开空表并说明。"],
])("a filled %s may say in %s of a part, or of others: %s", (sheet, cell, note) => {
  expect(reportsOf(emptyTableNote, quanbiaoyoushu, typeInto(sheet, cell, note))).toEqual([]);
});

test("a figure that cannot be read decides nothing", () => {
  const typed = [typeInto("公开08表", "C7", "约3"), typeInto("公开08表", "A9", "")];
  expect(reportsOf(emptyTableNote, seed001, ...typed)).toEqual([]);
});

test("a table that is not there says nothing", () => {
  expect(reportsOf(emptyTableNote, seed001, dropSheet("公开08表"))).toEqual([]);
});
