import { recognise } from "../../../src/domain/disclosure/recognise";
import { moneyUnits } from "../../../src/domain/intake/moneyUnits";
import type { UnitAnswer } from "../../../src/domain/intake/tableUnit";
import type { CellValue, WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const published = snapshotOf(quanbiaoyoushu);

type Print = "万元" | "元" | "千元" | "元/万元" | "";

/** Sheets by a part of their names: their figures times ten thousand, and what they print as their unit. */
function sourceOf(sheets: readonly { of: RegExp; inYuan?: boolean; print?: Print }[]) {
  const change = (name: string, value: CellValue): CellValue => {
    const own = sheets.find(({ of }) => of.test(name));
    if (typeof value === "number") return own?.inYuan === true ? value * 10_000 : value;
    if (typeof value !== "string" || own?.print === undefined) return value;
    return value.replace(/单位：万元/u, own.print === "" ? "" : `单位：${own.print}`);
  };
  const snapshot: WorkbookSnapshot = {
    sheets: published.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((value) => change(sheet.name, value))),
    })),
  };
  return recognise(snapshot, template.structure);
}

function unitsOf(
  sheets: Parameters<typeof sourceOf>[0],
  said: ReadonlyMap<string, UnitAnswer> = new Map(),
) {
  return Object.fromEntries(
    Array.from(moneyUnits(sourceOf(sheets), template, said), ([key, { unit, ...how }]) => [
      key,
      unit === undefined
        ? `? ${Object.values(how).join(" ")}`
        : `${unit} ${Object.values(how).join()}`,
    ]),
  );
}

const ALL = /./u;
const REVENUE = /02/u;
const BASIC = /06/u;
const THREE = /07/u;
const keys = Object.keys(unitsOf([]));
const all = (words: string) => Object.fromEntries(keys.map((key) => [key, words]));

test("every published table of the sample is asked for", () => {
  expect(keys).toHaveLength(9);
});

test.each<[string, Parameters<typeof sourceOf>[0], Record<string, string>]>([
  ["as printed: 万元", [], all("万元 heading")],
  ["as printed: 元", [{ of: ALL, inYuan: true, print: "元" }], all("元 heading")],
  [
    "one table in 元 beside the others",
    [{ of: REVENUE, inYuan: true, print: "元" }],
    { ...all("万元 heading"), revenue: "元 heading" },
  ],
  [
    "not printed on one table: its figures are those of the others",
    [{ of: REVENUE, print: "" }],
    { ...all("万元 heading"), revenue: "万元 size" },
  ],
  [
    "not printed on one table in 元",
    [{ of: REVENUE, inYuan: true, print: "" }],
    { ...all("万元 heading"), revenue: "元 size" },
  ],
  [
    "printed 万元 over figures in 元",
    [{ of: REVENUE, inYuan: true }],
    { ...all("万元 heading"), revenue: "? contradiction 万元" },
  ],
  [
    "千元 is none that we convert",
    [{ of: REVENUE, print: "千元" }],
    { ...all("万元 heading"), revenue: "? otherUnit 千元" },
  ],
  [
    "a form that prints both is asked",
    [{ of: REVENUE, print: "元/万元" }],
    { ...all("万元 heading"), revenue: "? bothUnits 元/万元" },
  ],
  [
    "06 in 元 under 万元: its parts add up to what 05 has 10,000 times smaller",
    [{ of: BASIC, inYuan: true }],
    { ...all("万元 heading"), basicExpenditureDetail: "? contradiction 万元" },
  ],
  [
    "06 not printed, in 元",
    [{ of: BASIC, inYuan: true, print: "" }],
    { ...all("万元 heading"), basicExpenditureDetail: "元 size" },
  ],
  [
    "06 in 万元 under 元: one of the headings is wrong",
    [{ of: BASIC, print: "元" }],
    {
      ...all("? contradiction 万元"),
      basicExpenditureDetail: "? contradiction 元",
      threePublicExpenses: "万元 heading",
    },
  ],
  [
    "07 in 元 under 万元: larger than the whole set",
    [{ of: THREE, inYuan: true }],
    { ...all("万元 heading"), threePublicExpenses: "? contradiction 万元" },
  ],
  [
    "07 in 万元 under 元: smaller than anybody publishes",
    [{ of: THREE, print: "元" }],
    { ...all("万元 heading"), threePublicExpenses: "? contradiction 元" },
  ],
  [
    "07 in 元 and said so",
    [{ of: THREE, inYuan: true, print: "元" }],
    { ...all("万元 heading"), threePublicExpenses: "元 heading" },
  ],
  [
    "07 in 万元 beside a set in 元",
    [
      { of: THREE, print: "万元" },
      { of: ALL, inYuan: true, print: "元" },
    ],
    { ...all("元 heading"), threePublicExpenses: "万元 heading" },
  ],
])("%s", (_, sheets, expected) => {
  expect(unitsOf(sheets)).toEqual(expected);
});

test("07 out of scale is as the person says", () => {
  const said = new Map<string, UnitAnswer>([["threePublicExpenses", "万元"]]);
  expect(unitsOf([{ of: THREE, inYuan: true }], said)["threePublicExpenses"]).toBe("万元 person");
});

test("printed nowhere, it is asked and never guessed", () => {
  const units = unitsOf([{ of: ALL, inYuan: true, print: "" }]);
  expect(new Set(Object.values(units))).toEqual(new Set(["? noHeading"]));
});

test("an answer settles the tables that share figures with that one", () => {
  const units = unitsOf([{ of: ALL, inYuan: true, print: "" }], new Map([["summary", "元"]]));
  expect(units["summary"]).toBe("元 person");
  expect(units["revenue"]).toBe("元 size");
});

test("two prints that cannot both be right are asked", () => {
  const units = unitsOf([{ of: REVENUE, print: "元" }]);
  expect(units["revenue"]).toBe("? contradiction 元");
  expect(units["summary"]).toBe("? contradiction 万元");
});

test("a table that is left out has no unit, and says nothing about others", () => {
  const units = unitsOf([{ of: REVENUE, print: "元" }], new Map([["revenue", "leaveOut"]]));
  expect(units["revenue"]).toBeUndefined();
  expect(units["summary"]).toBe("万元 heading");
});
