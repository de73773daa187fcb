import { rescale } from "../../../src/domain/rescaling/rescale";
import { printed, smallSet, type SmallTable } from "./smallSet";

const inYuan = () => "元" as const;

const sums = { 合计: ["一", "二"] };
const whole: SmallTable = { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums };
const part: SmallTable = { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums };

describe("a part beside its whole", () => {
  test.each([
    ["is printed like it, where it is all of it", "甲表[二, 金额] ≥ 乙表[一, 金额]", "must-hold"],
    [
      "beside parts that are blank",
      "甲表[二, 金额] ≥ 乙表[一, 金额] + 丙表[一, 金额]",
      "must-hold",
    ],
    ["the other way round", "乙表[一, 金额] ≤ 甲表[二, 金额]", "must-hold"],
    ["also where more is only asked about", "乙表[一, 金额] ≤ 甲表[二, 金额]", "explain"],
  ] as const)("%s", (_words, formula, level) => {
    const tables = { 甲表: whole, 乙表: part, 丙表: { rows: { 一: "" } } };
    const set = smallSet(tables, [{ formula, level }]);
    const { figuresAt, adjustments, unbalanced } = rescale(set.template, set.source, inYuan);
    expect(printed(set, figuresAt)).toMatchObject({
      甲表: { 一: "1.00", 二: "1.01", 合计: "2.01" },
      乙表: { 一: "1.01", 二: "1.00", 合计: "2.01" },
    });
    expect(unbalanced).toEqual([]);
    expect(adjustments.map(({ places }) => places.map(({ table, row }) => table + row))).toEqual([
      ["《甲表》二", "《乙表》一"],
    ]);
  });

  test.each([
    ["a cent less", { 一: 10043, 二: 10045 }, ["甲表[二, 金额] ≥ 乙表[一, 金额]"]],
    ["compared with nothing", { 一: 10044, 二: 10044 }, []],
  ])("%s it is a figure of its own", (_words, rows, formulas) => {
    const other = { rows: { ...rows, 合计: 20088 }, sums };
    const set = smallSet({ 甲表: whole, 乙表: other }, formulas);
    const { figuresAt } = rescale(set.template, set.source, inYuan);
    expect(printed(set, figuresAt)["乙表"]).toMatchObject({ 一: "1.00", 二: "1.01" });
  });

  test.each(["must-hold", "explain"] as const)(
    "larger than its whole after all, it is said (%s)",
    (level) => {
      const parts: SmallTable = {
        rows: { 一: 45, 二: 40, 三: 15, 合计: 100 },
        sums: { 合计: ["一", "二", "三"] },
      };
      const formula = "甲表[一, 金额] ≥ 乙表[一, 金额]";
      const set = smallSet({ 甲表: { rows: { 一: 46 } }, 乙表: parts }, [{ formula, level }]);
      const { figuresAt, unbalanced } = rescale(set.template, set.source, inYuan);
      const { 甲表: own, 乙表: other } = printed(set, figuresAt);
      const holds = Number(own!["一"]) >= Number(other!["一"]);
      expect(unbalanced.map(({ relation }) => relation.level)).toEqual(holds ? [] : [level]);
      expect(other).toMatchObject({ 合计: "0.01" });
    },
  );

  test("with another part that is filled it is not all of it", () => {
    const set = smallSet({ 甲表: whole, 乙表: part, 丙表: { rows: { 一: -1 } } }, [
      "甲表[二, 金额] ≥ 乙表[一, 金额] + 丙表[一, 金额]",
    ]);
    const { figuresAt } = rescale(set.template, set.source, inYuan);
    expect(printed(set, figuresAt)["乙表"]).toMatchObject({ 一: "1.00", 二: "1.01" });
  });

  test("being all of it, is printed otherwise only where a tail would be left, and each value is listed", () => {
    const set = smallSet(
      {
        甲表: whole,
        乙表: part,
        丙表: { rows: { 甲: "1.00", 乙: "1.00" } },
      },
      [
        "甲表[二, 金额] ≥ 乙表[一, 金额]",
        "甲表[一, 金额] = 丙表[甲, 金额]",
        "乙表[一, 金额] = 丙表[乙, 金额]",
      ],
    );
    const { figuresAt, adjustments, unbalanced } = rescale(set.template, set.source, (table) =>
      table === "丙表" ? "万元" : "元",
    );
    expect(unbalanced).toEqual([]);
    expect(printed(set, figuresAt)).toMatchObject({
      甲表: { 一: "1.00", 二: "1.01", 合计: "2.01" },
      乙表: { 一: "1.00", 二: "1.01", 合计: "2.01" },
    });
    expect(adjustments.map(({ places }) => places.map(({ table, row }) => table + row))).toEqual([
      ["《甲表》二"],
      ["《乙表》二"],
    ]);
  });

  test("of several wishes only those are given up that leave a tail", () => {
    const third: SmallTable = { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums };
    const set = smallSet(
      { 甲表: whole, 乙表: part, 丁表: third, 丙表: { rows: { 甲: "1.00", 乙: "1.00" } } },
      [
        "甲表[二, 金额] ≥ 乙表[一, 金额]",
        "甲表[二, 金额] ≥ 丁表[一, 金额]",
        "甲表[一, 金额] = 丙表[甲, 金额]",
        "乙表[一, 金额] = 丙表[乙, 金额]",
      ],
    );
    const { figuresAt } = rescale(set.template, set.source, (table) =>
      table === "丙表" ? "万元" : "元",
    );
    expect(printed(set, figuresAt)).toMatchObject({
      甲表: { 一: "1.00", 二: "1.01" },
      乙表: { 一: "1.00", 二: "1.01" },
      丁表: { 一: "1.01", 二: "1.00" },
    });
  });
});
