import { recognise } from "../../../src/domain/disclosure/recognise";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { PUBLISHED_2020 } from "../../support/published2020";
import { tsvWorkbook } from "../../support/tsvWorkbook";

const structure = readShippedTemplate("hunan-2020");

test("the nine tables as published are recognised, each on its sheet, without problems", () => {
  const disclosure = recognise(tsvWorkbook(PUBLISHED_2020), structure);
  expect([...disclosure.placement.tables.keys()]).toEqual(Object.keys(PUBLISHED_2020));
  expect(disclosure.problems).toEqual([]);
});
