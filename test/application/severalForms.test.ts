import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { scoresOf } from "../../src/application/concludeCheck";
import { planIndicator } from "../../src/application/addIndicator";
import { scoreJson } from "../../src/cli/formats/scoreJson";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { shippedTemplate } from "../support/native";

const WHOLE = "整体支出绩效自评表";
const PROJECT = "项目支出绩效自评表";

const template = shippedTemplate();

/** What a person types into the empty form: cells by their place on the sheet. */
async function filled(
  typed: Readonly<Record<string, readonly [number, number, string | number][]>>,
) {
  const workbook = MemoryWorkbook.fromPlan(
    layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, projects: ["/"] }),
  );
  const cells = Object.entries(typed).flatMap(([sheet, values]) =>
    values.map(([row, column, value]) => ({ sheet, row, column, value })),
  );
  await workbook.writeCells(cells);
  return recognise(await workbook.read(), template.structure);
}

const INDICATOR = [
  [15, 4, "办结来访"],
  [15, 5, "≥20次"],
  [15, 6, "10次"],
  [15, 7, 20],
  [15, 8, 15],
] as const;

test("each form has a score of its own, and its findings say whose they are", async () => {
  const disclosure = await filled({ [PROJECT]: INDICATOR.map((each) => [...each]) });
  const scores = scoresOf(disclosure, template);
  expect(scores.map(({ form, sheet }) => [form, sheet])).toEqual([
    [WHOLE, WHOLE],
    [PROJECT, PROJECT],
  ]);
  const [whole, project] = scores;
  expect(whole!.rows).toHaveLength(1);
  expect(project!.rows[1]).toMatchObject({ indicator: "办结来访" });
  expect(project!.rows[1]!.ruleScore?.toFixed()).toBe("10");
  const [found] = project!.findings.filter(({ code }) => code === "K421");
  expect(found!.explanation).toMatch(/^项目支出绩效自评表：“办结来访”得分 15/u);
  expect(found!.cells[0]).toMatchObject({ sheet: PROJECT });

  const recognised = { disclosure, template, scores, information: [] };
  expect(scoreJson(recognised as unknown as Parameters<typeof scoreJson>[0])).toMatchObject({
    form: WHOLE,
    forms: [{ form: WHOLE }, { form: PROJECT, rows: [{}, { given: "15", rule: "10" }] }],
  });
});

test("an indicator goes into the form that was meant", async () => {
  const disclosure = await filled({});
  const checked = { template, disclosure } as Parameters<typeof planIndicator>[0];
  const wanted = {
    dimension: "产出指标",
    category: "质量指标",
    name: "办结率",
    targetValue: "≥95%",
    weight: 10,
  };
  expect(planIndicator(checked, { ...wanted, sheet: PROJECT }).cell.sheet).toBe(PROJECT);
  expect(planIndicator(checked, wanted).cell.sheet).toBe(WHOLE);
  expect(() => planIndicator(checked, { ...wanted, sheet: "没有的表" })).toThrow("categoryGone");
});
