import { typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001, seed001Corrected } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden, without } from "./cliRun";

inOwnFolder();

beforeAll(async () => {
  await saveGolden("published.xlsx", seed001);
  await saveGolden("corrected.xlsx", seed001Corrected);
  await saveGolden(
    "exchanged.xlsx",
    typeInto("公开03表", "D17", "29.30")(typeInto("公开03表", "D18", "58.60")(quanbiaoyoushu)),
  );
  await saveGolden("no 03.xlsx", without(seed001Corrected, "公开03表"));
});

interface Report {
  readonly file: string;
  readonly error?: string;
  readonly summary: Record<string, number>;
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
  readonly findings: readonly {
    readonly code: string;
    readonly state: string;
    readonly level: string;
    readonly cells: readonly string[];
  }[];
  readonly suspects: readonly object[];
}

async function checkJson(...args: string[]): Promise<Report> {
  return JSON.parse((await gongkai("check", "--json", ...args)).out) as Report;
}

test.each([
  ["the set as published has a mistake that must be mended", ["published.xlsx"], 1],
  ["the corrected set has none", ["corrected.xlsx"], 0],
  ["the worst of several files counts", ["corrected.xlsx", "published.xlsx"], 1],
  ["a file that cannot be read is worse than a mistake", ["published.xlsx", "none.xlsx"], 2],
  ["a template may be named", ["corrected.xlsx", "--template", "hunan-2020"], 0],
])("%s", async (_, files, code) => {
  expect((await gongkai("check", ...files)).code).toBe(code);
});

test("--json of one file is one object with the contract's keys", async () => {
  const report = await checkJson("published.xlsx");
  expect(Object.keys(report)).toEqual([
    "file",
    "template",
    "unit",
    "tables",
    "summary",
    "findings",
    "suspects",
  ]);
  expect(report).toMatchObject({
    file: "published.xlsx",
    template: { id: "hunan-2020", version: "1.0.0" },
    unit: "株洲市石峰区清水塘关停企业事务中心",
  });
  expect(report.tables[0]).toEqual({
    name: "收入支出决算总表",
    sheet: "公开01表",
    range: "A1:F36",
  });
  expect(Object.keys(report.summary)).toEqual([
    "passed",
    "roundingTail",
    "failed",
    "undetermined",
    "notApplicable",
    "relationFault",
  ]);
});

test("a finding gives its figures as text and its cells by sheet and address", async () => {
  const { findings } = await checkJson("published.xlsx");
  const finding = findings.find(({ code }) => code === "K102");
  expect(finding).toEqual({
    code: "K102",
    id: expect.any(String),
    state: "failed",
    level: "must-hold",
    kind: "figures",
    title: expect.any(String),
    explanation: expect.stringContaining("283.04"),
    cells: expect.arrayContaining(["公开01表!F13", "公开01表!F33"]),
    left: "283.04",
    right: "179.22",
    difference: "103.82",
    allowed: "0.01",
  });
});

test("the cell that is most likely wrong is named, with what should stand there", async () => {
  const { suspects } = await checkJson("published.xlsx");
  expect(suspects).toEqual([
    {
      cell: "公开01表!F13",
      value: "103.82",
      suggestion: "0.00",
      resolves: 2,
      why: "和公开01表“二十三、其他支出”的数相同，像是填重了；改后 2 处都相符",
    },
  ]);
  const { out } = await gongkai("check", "published.xlsx");
  expect(out).toContain("可能填错的格（1 处）");
  expect(out).toContain("103.82 → 0.00（公开01表!F13）");
});

test("of two cells that were exchanged the second stands in `with`", async () => {
  const { suspects } = await checkJson("exchanged.xlsx");
  expect(suspects[0]).toMatchObject({
    cell: "公开03表!D17",
    value: "29.30",
    suggestion: "58.60",
    with: { cell: "公开03表!D18", value: "58.60", suggestion: "29.30" },
  });
});

test("typical mistakes are made on a copy, the file stays", async () => {
  const { code, out } = await gongkai("demo", "corrected.xlsx", "--json");
  const { mistakes } = JSON.parse(out) as { mistakes: { kind: string; found: string[] }[] };
  expect(code).toBe(0);
  expect(mistakes.find(({ kind }) => kind === "tenThousand")!.found).toContain("K315");
  expect((await gongkai("demo", "corrected.xlsx")).out).toContain("按元填进万元表：");
  expect((await gongkai("check", "corrected.xlsx")).code).toBe(0);
});

test("a 尾差 and advice leave nothing to mend", async () => {
  const { findings, summary } = await checkJson("corrected.xlsx");
  expect(findings.map(({ state, level }) => (state === "failed" ? level : state))).not.toContain(
    "must-hold",
  );
  expect(findings.at(-1)).toMatchObject({ code: "K152", state: "roundingTail", allowed: "0.03" });
  expect(summary).toMatchObject({ roundingTail: 1, undetermined: 0, relationFault: 0 });
});

test("a required table that is missing is a finding of its own", async () => {
  const { findings } = await checkJson("no 03.xlsx");
  const missing = findings.find(({ code }) => code === "K301");
  expect(missing).toMatchObject({ state: "failed", level: "must-hold", kind: "form", cells: [] });
  expect(Object.keys(missing!)).not.toContain("left");
});

test("--json of several files is a list, with `error` for what could not be read", async () => {
  const { code, out, note } = await gongkai("check", "none.xlsx", "corrected.xlsx", "--json");
  const [none, corrected] = JSON.parse(out) as Report[];
  expect(code).toBe(2);
  expect(none).toEqual({ file: "none.xlsx", error: "没有这个文件，请检查文件名和所在文件夹。" });
  expect(corrected).toMatchObject({ file: "corrected.xlsx", findings: expect.any(Array) });
  expect(note).toBe("none.xlsx：没有这个文件，请检查文件名和所在文件夹。");
});

test("the text names the unit, the tables, the counts and what to do, by urgency", async () => {
  const { out, note } = await gongkai("check", "published.xlsx");
  const lines = out.split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "文件：published.xlsx",
    "单位：株洲市石峰区清水塘关停企业事务中心",
    "模板：湖南省2020年度部门决算公开表（九张）（hunan-2020 1.0.0）",
  ]);
  expect(out).toMatch(/^ {2}收入支出决算总表　公开01表!A1:F36$/mu);
  expect(out).toMatch(/^审核结果：通过 \d+ · 尾差 1 · 不符 \d+ · 数据不足 \d+ · 不适用 \d+$/mu);
  expect(lines.flatMap((line) => /^(.*)（\d+）$/u.exec(line)?.[1] ?? [])).toEqual([
    "必须改",
    "改或说明",
    "提示",
    "尾差",
  ]);
  expect(out).toMatch(/283\.04[^\n]*\n {5}公开01表!F7、F13、F29、F33　K102$/mu);
  expect(note).toBe("");
});

test("what a missing table leaves undetermined is said once for each cause", async () => {
  const { out } = await gongkai("check", "no 03.xlsx");
  const group = out.slice(out.indexOf("数据不足（"), out.indexOf("尾差（")).split("\n");
  const count = Number(/（(\d+)）/u.exec(group[0]!)?.[1]);
  const causes = group.filter((line) => /^ +\d+\. /u.test(line)).map((line) => line.slice(5));
  expect(new Set(causes).size).toBe(causes.length);
  expect(causes.length).toBeLessThan(count);
  expect(group.filter((line) => /^ {5}共 \d+ 处　K\d+/u.test(line))).not.toEqual([]);
});

test("no word of the text sounds like a machine's or like an authority's", async () => {
  const { out } = await gongkai("check", "published.xlsx", "no 03.xlsx");
  expect(out).not.toMatch(/智能|置信度|根因|异常|校验失败|已自动修正|符合财政部要求/u);
});
