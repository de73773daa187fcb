import { seed001 } from "../golden/seed001";
import { seedWith } from "../domain/evaluation/seedForm";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("published.xlsx", seed001);
});

test("--json gives total, grade and a row for each indicator, all as text", async () => {
  const { code, out } = await gongkai("score", "published.xlsx", "--json");
  const score = JSON.parse(out) as { rows: unknown[] };
  expect(code).toBe(0);
  expect(Object.keys(score)).toEqual(["form", "total", "grade", "rows", "findings"]);
  const questions = ["K422", "K424", "K425", "K430"].map((each) => ({ code: each }));
  expect(score).toMatchObject({
    form: "整体支出绩效自评表",
    total: "98",
    grade: "优",
    findings: questions,
  });
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
  expect(out.split("\n").slice(0, 7)).toEqual([
    "文件：published.xlsx",
    "单位：株洲市石峰区清水塘关停企业事务中心",
    "自评表：整体支出绩效自评表",
    "总分：98　等级：优",
    "",
    "得分 / 分值",
    "  10 / 10    预算执行率",
  ]);
  expect(out).toContain(
    "   4 / 6     产出指标 · 数量指标 · 原选矿退管办代管职工档案分类整理（按规则 6）",
  );
});

test("what does not apply, and the band of a quality, are said", async () => {
  const sheets = seed001.sheets.map((sheet) =>
    sheet.name === "附件1"
      ? { ...sheet, rows: seedWith({ G13: "不适用", H13: "不适用", F16: "部分达成", H16: "6" }) }
      : sheet,
  );
  await saveGolden("dropped.xlsx", { ...seed001, sheets });
  const { out } = await gongkai("score", "dropped.xlsx");
  expect(out).toContain("不适用　　　  产出指标 · 数量指标 · 原选矿退休人员统外工资发放");
  expect(out).toContain("（“部分达成”得 4.8～6.4 分）");
  const json = JSON.parse((await gongkai("score", "dropped.xlsx", "--json")).out) as {
    rows: unknown[];
  };
  expect(json.rows[2]).toMatchObject({ score: null, applies: false });
  expect(json.rows[5]).toMatchObject({ quality: { word: "部分达成", from: "4.8", to: "6.4" } });
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

describe("layout --form", () => {
  const layOut = (...more: string[]) =>
    gongkai("layout", "--template", "hunan-2020", "--unit", "某某局", "-o", "forms.xlsx", ...more);

  test("the forms that were asked for are among the scores", async () => {
    const forms = ["绩效评价基本信息表", "绩效自评简表"];
    const made = await layOut(...forms.flatMap((form) => ["--form", form]));
    expect(made.code).toBe(0);
    const { out } = await gongkai("score", "forms.xlsx", "--json");
    const scored = JSON.parse(out) as { forms: { form: string; given?: object }[] };
    expect(scored.forms.map(({ form }) => form)).toEqual(["整体支出绩效自评表", ...forms]);
    expect(scored.forms[1]).toMatchObject({ total: null, given: { score: null, grade: null } });
    const { out: text } = await gongkai("score", "forms.xlsx");
    expect(text).toContain("填报表：绩效评价基本信息表");
  });

  test("a form that the template does not have is told with those that it has", async () => {
    const { code, note } = await layOut("--force", "--form", "没有的表");
    expect(code).toBe(2);
    expect(note).toContain("绩效评价基本信息表、绩效自评简表");
  });
});
