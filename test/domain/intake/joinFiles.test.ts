import { intakeOf, openQuestions } from "../../../src/domain/intake/intake";
import { joinFiles } from "../../../src/domain/intake/joinFiles";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const published = snapshotOf(quanbiaoyoushu);
const template = shippedTemplate();

test("sheets of the same name in several files are told apart, and where they came from is known", () => {
  const files = ["甲.xlsx", "乙.xlsx", "乙.xlsx"].map((name) => ({
    name,
    snapshot: {
      sheets: published.sheets.slice(0, 1).map((sheet) => ({ ...sheet, name: "Sheet1" })),
    },
  }));
  const { snapshot, sources } = joinFiles(files);
  expect(snapshot.sheets.map(({ name }) => name)).toEqual([
    "Sheet1",
    "Sheet1（乙.xlsx）",
    "Sheet1（乙.xlsx）2",
  ]);
  expect([...sources.values()].map(({ file, sheet }) => `${file} ${sheet}`)).toEqual([
    "甲.xlsx Sheet1",
    "乙.xlsx Sheet1",
    "乙.xlsx Sheet1",
  ]);
});

test("one file per table is understood like one workbook", () => {
  const whole = intakeOf([{ name: "全套.xlsx", snapshot: published }], template);
  const parts = intakeOf(
    published.sheets.map((sheet) => ({
      name: `${sheet.name}.xlsx`,
      snapshot: { sheets: [{ ...sheet, name: "Sheet1" }] },
    })),
    template,
  );
  expect(parts.tables).toHaveLength(9);
  expect(parts.tables.map(({ figures }) => figures)).toEqual(
    whole.tables.map(({ figures }) => figures),
  );
  expect(parts.missing).toEqual([]);
  expect(openQuestions(parts)).toEqual([]);
  expect(new Set(parts.tables.map(({ source }) => source.sheet))).toEqual(new Set(["Sheet1"]));
});

test("tables that the files do not have are named, and several units are noticed", () => {
  const sheets = published.sheets.slice(0, 4).map((sheet, index) => ({
    ...sheet,
    values: sheet.values.map((row) =>
      row.map((value) =>
        typeof value === "string" && index === 1
          ? value.replace(/^(部门|单位)：.*$/u, "$1：另一个局")
          : value,
      ),
    ),
  }));
  const intake = intakeOf([{ name: "半套.xlsx", snapshot: { sheets } }], template);
  expect(intake.tables.length + intake.missing.length).toBe(9);
  expect(intake.missing.length).toBeGreaterThan(4);
  expect(intake.unitNames.map(({ name }) => name)).toContain("另一个局");
  expect(intake.unitNames).toHaveLength(2);
});

test("two complete sets in one file: the second unit is named, with what was not taken", () => {
  const another = published.sheets.map((sheet) => ({
    ...sheet,
    name: `${sheet.name}乙`,
    values: sheet.values.map((row) =>
      row.map((value) =>
        typeof value === "string" ? value.replace("示例市城市运行服务中心", "另一个局") : value,
      ),
    ),
  }));
  const snapshot = { sheets: [...published.sheets, ...another] };
  const { unitNames } = intakeOf([{ name: "两套.xlsx", snapshot }], template);
  expect(unitNames.map(({ name, tables, others }) => [name, tables.length, others.length])).toEqual(
    [
      ["示例市城市运行服务中心", 9, 0],
      ["另一个局", 0, 9],
    ],
  );
});
