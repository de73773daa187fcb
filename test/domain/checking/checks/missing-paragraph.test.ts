import { missingParagraph } from "../../../../src/domain/checking/checks/missing-paragraph";
import { emptied, recode, saidOf, withoutLines } from "./itemParagraphs";

const CELL = "一般公共预算财政拨款支出决算表!C32";
const said = (name: string) =>
  `${name}有决算数或年初预算数，《情况说明》里没有这一项的段落。请按“说明”页的“更新说明”，或照别的项补写一段。`;

test("a set as it is laid out has a paragraph for each 项", async () => {
  expect(await saidOf(missingParagraph)).toEqual([]);
});

test("an item that the 情况说明 does not know is a finding at its figure", async () => {
  expect(await saidOf(missingParagraph, recode("2120104", "2120199"))).toEqual([
    { explanation: said("2120199 城管执法"), cells: [CELL] },
  ]);
});

test("so is one whose paragraph was emptied", async () => {
  expect(await saidOf(missingParagraph, emptied("五.7#2120104"))).toEqual([
    { explanation: said("2120104 城管执法"), cells: [CELL] },
  ]);
});

test("nothing is said of a workbook whose paragraphs nobody can tell", async () => {
  expect(await saidOf(missingParagraph, withoutLines)).toEqual([]);
});
