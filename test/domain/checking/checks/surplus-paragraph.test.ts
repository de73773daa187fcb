import { surplusParagraph } from "../../../../src/domain/checking/checks/surplus-paragraph";
import { emptied, recode, saidOf, withoutLines } from "./itemParagraphs";

test("a set as it is laid out has no paragraph too many", async () => {
  expect(await saidOf(surplusParagraph)).toEqual([]);
});

test("the paragraph of an item that the tables no longer list is a finding", async () => {
  expect(await saidOf(surplusParagraph, recode("2120104", "2120199"))).toEqual([
    {
      explanation:
        "《情况说明》还写着 2120104，表里已经没有了。请按“说明”页的“更新说明”，或删去这一段。",
      cells: ["情况说明!A31"],
    },
  ]);
});

test("it is none once the paragraph is emptied", async () => {
  const changes = [emptied("五.7#2120104"), recode("2120104", "2120199")];
  expect(await saidOf(surplusParagraph, ...changes)).toEqual([]);
});

test("nothing is said of a workbook whose paragraphs nobody can tell", async () => {
  const changes = [recode("2120104", "2120199"), withoutLines];
  expect(await saidOf(surplusParagraph, ...changes)).toEqual([]);
});
