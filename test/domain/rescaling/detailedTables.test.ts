import { detailedTables } from "../../../src/domain/rescaling/detailedTables";
import { originalsOf, restore } from "../../../src/domain/rescaling/originals";
import { rescale } from "../../../src/domain/rescaling/rescale";
import { printed, smallSet } from "./smallSet";

const inWanYuan = () => "万元" as const;
const sums = { 合计: ["一", "二", "三"] };

test.each([
  ["six decimals", { 一: "1.004400", 二: "1.004400", 三: 0 }, ["甲表"]],
  ["most with more than two", { 一: "1.0044", 二: "1.0044", 三: "1.00" }, ["甲表"]],
  ["two decimals", { 一: "1.00", 二: "1.01", 三: "2.01" }, []],
  ["zeros behind the second", { 一: "1.000000", 二: "1.010000", 三: "" }, []],
  ["one with more than two, of three", { 一: "1.0044", 二: "1.01", 三: "2.01" }, []],
  ["less than a 分 beyond", { 一: "1.00000001", 二: "1.01000001", 三: "" }, []],
  ["nothing", { 一: "", 二: "—", 三: 0 }, []],
] as const)("%s", (_words, rows, expected) => {
  const set = smallSet({ 甲表: { rows } });
  expect([...detailedTables(set.source, inWanYuan)]).toEqual(expected);
});

test("in a detailed set a table of a few round figures and a long one is detailed too", () => {
  const set = smallSet({
    甲表: { rows: { 一: "1.004401", 二: "2.004402", 三: "3.008803" } },
    乙表: { rows: { 一: "1.00", 二: "2.00", 三: "3.008803" } },
    丙表: { rows: { 一: "1.00", 二: "", 三: 0 } },
  });
  expect([...detailedTables(set.source, inWanYuan)]).toEqual(["甲表", "乙表"]);
});

test("figures in 万元 with six decimals are balanced as those in 元 are, and restored to the 分", () => {
  const set = smallSet({
    甲表: { rows: { 一: "1.004412", 二: "1.004434", 三: "", 合计: "2.008846" }, sums },
    乙表: { rows: { 一: "—", 二: "3.000000", 三: "1.004412", 合计: "4.004412" }, sums },
  });
  const { figuresAt, adjustments, unbalanced, unequal } = rescale(
    set.template,
    set.source,
    inWanYuan,
  );
  expect({ unbalanced, unequal }).toEqual({ unbalanced: [], unequal: [] });
  expect(printed(set, figuresAt)).toEqual({
    甲表: { 一: "1.00", 二: "1.01", 三: "blank", 合计: "2.01" },
    乙表: { 一: "—", 二: "3.00", 三: "1.00", 合计: "4.00" },
  });
  expect(adjustments.map(({ row, yuan }) => `${row} ${yuan.toFixed(2)}`)).toEqual(["二 10044.34"]);
  const kept = originalsOf(set.source, inWanYuan);
  const restored = restore({ ...set.source, figuresAt }, kept);
  expect(printed(set, restored.figuresAt)).toMatchObject({
    甲表: { 一: "10044.12", 二: "10044.34", 合计: "20088.46" },
    乙表: { 二: "30000.00", 三: "10044.12" },
  });
});

test("a table in 万元 of two decimals beside one in 元 stays as it is", () => {
  const set = smallSet({
    甲表: { rows: { 一: 10044, 二: 10044, 三: "", 合计: 20088 }, sums },
    乙表: { rows: { 一: "1.00", 二: "1.00", 三: "", 合计: "2.01" }, sums },
  });
  const { figuresAt } = rescale(set.template, set.source, (table) =>
    table === "乙表" ? "万元" : "元",
  );
  expect(printed(set, figuresAt)["乙表"]).toEqual({
    ...{ 一: "1.00", 二: "1.00", 三: "blank", 合计: "2.01" },
  });
});
