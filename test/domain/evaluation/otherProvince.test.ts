import { XlsxReader } from "../../../src/adapters/xlsx/xlsxReader";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { compileTemplate, type Template } from "../../../src/domain/checking/compileTemplate";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { readEvaluationForm } from "../../../src/domain/evaluation/readEvaluationForm";
import { scoreEvaluation } from "../../../src/domain/evaluation/scoreEvaluation";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { readTemplate } from "../../../src/domain/template/readTemplate";
import type { EvaluationDefinition } from "../../../src/domain/template/templatePackage";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { readShippedJson } from "../../assets/readShippedTemplate";
import { snapshotOf } from "../../support/goldenWorkbook";
import { describeWithLibreOffice, recalculate } from "../../support/libreoffice";
import { seedWith, TABLE } from "./seedForm";

/** 湖北 2020: 预算执行率 20 points, a figure above its bound counts target ÷ actual, 部分达成 from one half on. */
const HUBEI: Partial<EvaluationDefinition> = {
  executionWeight: 20,
  dimensions: [
    {
      name: "产出指标",
      weight: 40,
      categories: [
        { name: "数量指标", rows: 2, counted: true },
        { name: "质量指标", rows: 1 },
        { name: "时效指标", rows: 1 },
        { name: "成本指标", rows: 1, lessIsBetter: true },
      ],
    },
    { name: "效益指标", weight: 30, categories: [{ name: "社会效益指标", rows: 2 }] },
    { name: "满意度指标", weight: 10, categories: [{ name: "服务对象满意度指标", rows: 1 }] },
  ],
  method: {
    above: "inverse",
    qualities: [
      { from: 80, words: ["达成"] },
      { from: 50, words: ["部分达成"] },
      { from: 0, words: ["未达成"] },
    ],
  },
};

interface PackageJson {
  readonly tables: { evaluation?: EvaluationDefinition }[];
}

function template(changes: Partial<EvaluationDefinition>): Template {
  const json = structuredClone(readShippedJson("hunan-2020.json")) as PackageJson;
  for (const table of json.tables) {
    if (table.evaluation) table.evaluation = { ...table.evaluation, ...changes };
  }
  const reading = readTemplate(json);
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  const outcome = compileTemplate(reading.structure);
  if ("problems" in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.template;
}

const hunan = template({});
const hubei = template(HUBEI);

function scored(snapshot: WorkbookSnapshot, by: Template) {
  const disclosure = recognise(snapshot, by.structure);
  const form = readEvaluationForm(snapshot, disclosure.placement.tables.get(TABLE)!)!;
  return { disclosure, form, score: scoreEvaluation(by, disclosure, form) };
}

/** F14 of 6 points aims at no more than 3 %, F15 of 10 is a quality; 预算执行率 has 20. */
const typed = {
  ...{ G5: "20", I5: "", H24: "", I24: "", G21: "5", H21: "5", G22: "5", H22: "5" },
  ...{ E14: "≤3%", F14: "6%", H14: "3", F15: "部分达成", H15: "5.5" },
};
const snapshot = snapshotOf({
  name: "湖北",
  sheets: [{ name: "附件1", rows: seedWith(typed) }],
});

test("another province scores by its own method and bands", () => {
  const named = (by: Template, indicator: number) => {
    const row = scored(snapshot, by).score.rows[indicator];
    return [row?.ruleScore?.toFixed(), row?.quality?.from.toFixed()];
  };
  expect([named(hunan, 3), named(hunan, 4)]).toEqual([
    ["0", undefined],
    [undefined, "6"],
  ]);
  expect([named(hubei, 3), named(hubei, 4)]).toEqual([
    ["3", undefined],
    [undefined, "5"],
  ]);
  const codes = (by: Template) => scored(snapshot, by).score.findings.map(({ code }) => code);
  expect(codes(hunan)).toEqual(expect.arrayContaining(["K421", "K431"]));
  expect(codes(hubei)).not.toEqual(expect.arrayContaining(["K421"]));
  expect(codes(hubei)).not.toEqual(expect.arrayContaining(["K431"]));
});

test("its empty form prints its own weights", () => {
  const plan = layOutWorkbook(hubei, { unitName: "示例单位", year: 2020 });
  const cells = plan.sheets.find(({ name }) => name === "整体支出绩效自评表")!.cells;
  const texts = cells.map(({ value }) =>
    typeof value === "string" ? value.replace(/\s/gu, "") : value,
  );
  expect(texts).toEqual(expect.arrayContaining([20, "产出指标（40分）", "效益指标（30分）"]));
  expect(texts).not.toContain("生态效益指标");
});

describeWithLibreOffice("native", () => {
  test("its points come out as LibreOffice has them", async () => {
    const { disclosure, score } = scored(snapshot, hubei);
    const input = { unitName: "示例单位", year: 2020, figures: disclosure };
    const bytes = await new XlsxFile().write(layOutWorkbook(hubei, input));
    const calculated = await new XlsxReader(await recalculate(bytes, [])).read();
    const own = scored(calculated, hubei);
    const printed = own.disclosure.figuresAt(TABLE, 2, "总分", "得分")[0];
    expect(score.total?.toFixed()).toBe("92.5");
    expect(own.score.findings.map(({ code }) => code)).not.toContain("K401");
    expect(printed?.figure).toMatchObject({ kind: "amount" });
    expect(own.score.total?.toFixed()).toBe("92.5");
  });
});
