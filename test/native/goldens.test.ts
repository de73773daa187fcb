import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { randomWorkbook } from "../golden/randomWorkbook";
import { seed001, seed001Corrected } from "../golden/seed001";
import { projectSet } from "../support/projectSet";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import { describeWithLibreOffice, readCells } from "../support/libreoffice";
import { countFormulas, differences, layOutGolden, shippedTemplate } from "../support/native";

const template = shippedTemplate();

describeWithLibreOffice("LibreOffice agrees with every written result", () => {
  test.each<readonly [string, () => WritePlan | Promise<WritePlan>]>([
    ["seed 001 as published", () => layOutGolden(seed001, template)],
    ["seed 001 corrected", () => layOutGolden(seed001Corrected, template)],
    ["全表有数", () => layOutGolden(quanbiaoyoushu, template)],
    ["three projects and 基本信息表", projectSet],
    ["an empty set", () => layOutWorkbook(template, { unitName: "示例单位", year: 2020 })],
    ...Array.from(
      { length: 20 },
      (_, seed) =>
        [
          `random unit ${String(seed)}`,
          () => layOutGolden(randomWorkbook(seed), template),
        ] as const,
    ),
  ])("%s", async (_name, make) => {
    const plan = await make();
    const sheets = await readCells(await new XlsxFile().write(plan));
    expect(differences(plan, sheets)).toEqual([]);
    expect(countFormulas(plan)).toBeGreaterThan(1000);
  });

  test("poisoned results do not survive: the referee really calculates", async () => {
    const plan = layOutGolden(seed001, template);
    const poisoned = {
      ...plan,
      sheets: plan.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          cell.formula === undefined ? cell : { ...cell, value: 999.99 },
        ),
      })),
    };
    const sheets = await readCells(await new XlsxFile().write(poisoned));
    expect(differences(plan, sheets)).toEqual([]);
    expect(differences(poisoned, sheets).length).toBe(countFormulas(plan));
  });

  test("项目清单 of which a form is deleted names it and shows no error", async () => {
    const plan = await projectSet();
    const gone = (formula: string) => formula.replaceAll(/'?项目支出绩效自评表2'?!/gu, "#REF!");
    const sheets = plan.sheets
      .filter(({ name }) => name === "项目清单" || /^项目支出绩效自评表3?$/u.test(name))
      .map((sheet) => ({
        ...sheet,
        conditionalFormats: [],
        cells: sheet.cells.map((cell) =>
          cell.formula === undefined ? cell : { ...cell, formula: gone(cell.formula) },
        ),
      }));
    const read = await readCells(await new XlsxFile().write({ ...plan, sheets }));
    const [, ...rows] = read["项目清单"]!.slice(3);
    expect(rows[0]).toEqual([2, "自评表已删或出错", ...Array<string>(9).fill("")]);
    expect(rows[2]!.slice(0, 3)).toEqual([null, "合计", ""]);
  });
});
