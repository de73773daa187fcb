import { readRows, scoreRows, seedRows, seedWith, mistakesIn } from "./seedForm";

const dimensions = [
  ...Array<string>(8).fill("产出指标"),
  ...Array<string>(3).fill("效益指标"),
  "满意度指标",
];

const head = seedRows.findIndex((row) => row.includes("一级指标"));

/** As the seed prints it: the head once more on the second page, with 产出指标 and 数量指标 again. */
function brokenOverTwoPages(): string[][] {
  const rows = seedRows.map((row) => [...row]);
  const [name, ...headings] = rows[head]!;
  const third = rows[head + 3]!;
  return [
    ...rows.slice(0, head + 3),
    [],
    [name!, ...headings.map((text) => text.replace("指标", " 指标"))],
    ["^", "产出 指标 (50 分)", "数量指标", ...third.slice(3)],
    ...rows.slice(head + 4),
  ];
}

const unmerged = seedRows.map((row) =>
  row.map((text) => (text === "<" || text === "^" ? "" : text)),
);

test.each<[name: string, rows: readonly (readonly string[])[]]>([
  ["as printed", seedRows],
  ["nothing merged", unmerged],
  ["broken over two pages, its head repeated", brokenOverTwoPages()],
  [
    "heads with blanks and line breaks",
    seedWith({ D4: "年初\n预算数", H4: "执行 率", E11: "年度\n 指标值" }),
  ],
  ["without its title", seedRows.slice(2)],
])("%s: all indicators under their dimension, 98 points", (_name, rows) => {
  const { form } = readRows(rows);
  const named = form.indicators.filter(({ name }) => name !== "");
  expect(named.map(({ dimension }) => dimension)).toEqual(dimensions);
  expect(named.map(({ category }) => category).slice(0, 6)).toEqual([
    ...Array<string>(4).fill("数量指标"),
    ...Array<string>(2).fill("质量指标"),
  ]);
  expect(named[0]!.dimensionWeight?.toFixed()).toBe("50");
  expect(form.unitName?.text).toBe("株洲市石峰区清水塘关停企业事务中心");
  expect(form.expectedGoals?.text).toMatch(/^在清水塘片区/u);
  expect(form.actualGoals?.text).toMatch(/^一、抗疫防疫工作/u);
  expect(form.grade?.text).toBe("优");
  const score = scoreRows(rows);
  expect(score.total?.toFixed()).toBe("98");
  expect(mistakesIn(score)).toEqual([]);
});

test("texts of an indicator stay as they were typed", () => {
  const { indicators } = readRows(seedRows).form;
  expect(indicators[2]).toMatchObject({
    targetValue: "2138 本",
    actualValue: "2138 本",
    deviationReason: "已做整理，但是在目录化、清单化、数字化方面可进一步完善化。",
  });
  expect(indicators.at(-1)).toMatchObject({ targetValue: "》95%" });
});

test.each([
  ["等级：优", "优"],
  ["等级:优", "优"],
  ["等 级：优", "优"],
  ["优", "优"],
])("a grade printed as %s", (printed, grade) => {
  expect(readRows(seedWith({ I24: printed })).form.grade?.text).toBe(grade);
});

test("项目支出绩效自评表 with the same heads is another form", () => {
  const project = seedWith({ A2: "2020 年度项目支出绩效自评表" });
  expect(() => readRows(project)).toThrow("没有认出自评表");
});
