import { seed001 } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("published.xlsx", seed001);
});

test("--json gives total, grade and a row for each indicator, all as text", async () => {
  const { code, out } = await gongkai("score", "published.xlsx", "--json");
  const score = JSON.parse(out) as { rows: unknown[] };
  expect(code).toBe(0);
  expect(Object.keys(score)).toEqual(["total", "grade", "rows", "findings"]);
  const questions = ["K422", "K424", "K425", "K430"].map((each) => ({ code: each }));
  expect(score).toMatchObject({ total: "98", grade: "优", findings: questions });
  expect(score.rows).toHaveLength(13);
  expect(score.rows.slice(0, 4)).toEqual([
    { indicator: "预算执行率", weight: "10", score: "10", given: "10", rule: "10" },
    { indicator: "原选矿离休干部药费报销管理", weight: "6", score: "6", given: "6", rule: "6" },
    { indicator: "原选矿退休人员统外工资发放", weight: "5", score: "5", given: "5", rule: "5" },
    {
      indicator: "原选矿退管办代管职工档案分类整理",
      weight: "6",
      score: "4",
      given: "4",
      rule: "6",
    },
  ]);
  expect(score.rows[5]).toMatchObject({ score: "8", given: "8", rule: null });
});

test("the text gives the total, the grade and the points of each indicator", async () => {
  const { out } = await gongkai("score", "published.xlsx");
  expect(out.split("\n").slice(0, 6)).toEqual([
    "文件：published.xlsx",
    "单位：株洲市石峰区清水塘关停企业事务中心",
    "总分：98　等级：优",
    "",
    "得分 / 分值",
    "  10 / 10    预算执行率",
  ]);
  expect(out).toContain(
    "   4 / 6     产出指标 · 数量指标 · 原选矿退管办代管职工档案分类整理（按规则 6）",
  );
});

test("--json of a file that cannot be read is an object with `error`, as check gives it", async () => {
  const { code, out, note } = await gongkai("score", "none.xlsx", "--json");
  expect({ code, ...(JSON.parse(out) as object) }).toEqual({
    code: 2,
    file: "none.xlsx",
    error: "没有这个文件，请检查文件名和所在文件夹。",
  });
  expect(note).toBe("none.xlsx：没有这个文件，请检查文件名和所在文件夹。");
  expect((await gongkai("score", "none.xlsx")).out).toBe("");
});
