import { appendFileSync, readdirSync } from "node:fs";
import { gongkai, inOwnFolder } from "./cliRun";

inOwnFolder();

const WORKBOOK = "株洲市石峰区清水塘关停企业事务中心2020年度决算公开表";

test("the sample is laid out, read back, checked, scored and narrated", async () => {
  const { code, out, note } = await gongkai("sample");
  expect(code).toBe(0);
  expect(readdirSync("out").sort()).toEqual(
    [`${WORKBOOK}.xlsx`, "审核与评分.txt", "情况说明.txt"].sort(),
  );
  expect(out).toContain(`文件：out/${WORKBOOK}.xlsx`);
  expect(out).toMatch(/必须改（2）\n[^\n]*283\.04[^\n]*\n[^\n]*K102\n[^\n]*\n[^\n]*K213\n/u);
  expect(out).toMatch(/原稿的表样问题[^\n]*\n[^\n]*公开 03 表[^\n]*K303/u);
  expect(out).toContain("总分：98　等级：优");
  expect(out).toContain("增长167.8%");
  expect(out).toContain(`check out/${WORKBOOK}.xlsx`);
  expect(note.split("\n")).toHaveLength(2);
});

test("a second run finds its results in place", async () => {
  await gongkai("sample");
  expect(readdirSync("out")).toHaveLength(3);
});

test("a result that somebody has changed is kept, the new one stands beside it", async () => {
  appendFileSync("out/情况说明.txt", "我加的一句。");
  const { out } = await gongkai("sample");
  expect(readdirSync("out").sort()).toContain("情况说明(2).txt");
  expect(out).toContain("out/情况说明(2).txt");
});
