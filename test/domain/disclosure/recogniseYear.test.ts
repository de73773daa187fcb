import { recogniseTsv } from "../../support/recogniseTsv";
import { PUBLISHED_2020 } from "../../support/published2020";

const { summary, revenue } = PUBLISHED_2020;

test.each([
  ["2021年度\n某市某局\n部门决算公开表", 2021],
  ["某市某局2021年度部门决算", 2021],
  ["２０２１ 年 度\n某市某局部门决算", 2021],
  ["二〇二一年度\n某市某局\n部门决算", 2021],
  ["二○二一年度部门决算公开\n某市某局", 2021],
])("the cover %j says the year", (cover, year) => {
  expect(recogniseTsv({ 封面: cover, 公开01表: summary }).year).toBe(year);
});

test("titles say it where the cover does not", () => {
  const titled = (tsv: string) => tsv.replace("\n", "\n2019年度");
  const disclosure = recogniseTsv({ 公开01表: titled(summary), 公开02表: titled(revenue) });
  expect([disclosure.placement.tables.size, disclosure.year]).toEqual([2, 2019]);
});

const COVER = "2019年度\n某市某局\n部门决算公开表";

test.each([
  ["titles that agree outvote the cover", "2020年度", "2020年度", 2020],
  ["an honest set of another year", "2019年度", "2019年度", 2019],
  ["one title is no majority", "2020年度", "", 2019],
  ["titles that differ leave it to the cover", "2020年度", "2021年度", 2019],
])("%s", (_, first, second, year) => {
  const titled = (tsv: string, words: string) => tsv.replace("\n", `\n${words}`);
  const tables = { 公开01表: titled(summary, first), 公开02表: titled(revenue, second) };
  expect(recogniseTsv({ 封面: COVER, ...tables }).year).toBe(year);
});

test("a year in a note or a number of the table is none", () => {
  expect(recogniseTsv({ 公开01表: summary }).year).toBeUndefined();
});
