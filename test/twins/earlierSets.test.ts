import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { narrate } from "../../src/domain/narrative/narrate";
import { dropSheet, onSheet, type Damage } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { allFindings, read, template } from "./allFindings";

const undamaged: Damage = (golden) => golden;

/** 补充资料 as the first edition of the package asked for it: title, heading and eight rows. */
const eightRows = onSheet("补充资料", (rows) => rows.slice(0, 10));

const told = (damage: Damage) =>
  allFindings(read(damage(quanbiaoyoushu))).map(
    ({ code, explanation }) => `${code} ${explanation}`,
  );

test.each([
  ["whose 补充资料 has fewer rows", eightRows],
  ["without 补充资料", dropSheet("补充资料")],
])("a set %s has no other findings, and none about what was not asked", (_name, damage) => {
  expect(told(damage)).toEqual(told(undamaged));
});

test("a set without 自评表 is not asked about it", () => {
  expect(told(dropSheet("附件1")).filter((words) => words.includes("自评"))).toEqual([]);
});

test("a row that was not laid out is missing in the sentences as a blank one is", () => {
  const blank = onSheet("补充资料", (rows) => rows.map((row) => row.slice(0, 2)));
  const without = onSheet("补充资料", (rows) => rows.slice(0, 2));
  const sentences = (damage: Damage) => narrate(read(damage(quanbiaoyoushu)), template);
  expect(sentences(without)).toEqual(sentences(blank));
});

test("laid out anew, an earlier set is asked the rest", () => {
  const figures = read(eightRows(quanbiaoyoushu));
  const plan = layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, figures });
  const supplement = plan.sheets.find(({ name }) => name === "补充资料");
  const labels = supplement?.cells.map(({ value }) => value);
  expect(labels).toContain("机关运行经费");
  expect(labels).toContain(2500);
});

test("the published set of 2020 lacks rows of its time", () => {
  const codes = allFindings(read(seed001)).filter(({ state }) => state === "undetermined");
  expect(codes).toEqual([]);
});
