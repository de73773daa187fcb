import { NO_RESULT } from "../../src/domain/workbook/workbookSnapshot";
import { formatTsv, parseTsv } from "./goldenText";
import { planOf } from "./goldenPlan";
import { snapshotOf, typedCell } from "./goldenWorkbook";

test.each([
  ["75.40", 75.4],
  ["1,925.00", 1925],
  ["-3.50", -3.5],
  ["96.25%", 0.9625],
  ["'2010301", "2010301"],
  ["》95%", "》95%"],
  ["2138 本", "2138 本"],
  ["１２.５０", "１２.５０"],
  ["—", "—"],
  ["", null],
  ["<", null],
])("%j is typed as %j", (text, value) => {
  expect(typedCell(text).value).toEqual(value);
});

const stacked = {
  name: "example",
  sheets: [{ name: "表", rows: parseTsv("标题\t<\t<\n项目\t金额\t<\n^\t小计\t\n合计\t=B2\n") }],
};

test("marks become merges, and a merged area has its value in the anchor alone", () => {
  const [sheet] = snapshotOf(stacked).sheets;
  expect(sheet?.merges).toEqual([
    { top: 1, left: 1, bottom: 1, right: 3 },
    { top: 2, left: 1, bottom: 3, right: 1 },
    { top: 2, left: 2, bottom: 2, right: 3 },
  ]);
  expect(sheet?.values).toEqual([
    ["标题"],
    ["项目", "金额"],
    [null, "小计"],
    ["合计", { error: NO_RESULT }],
  ]);
  expect(sheet?.formulas).toEqual(new Map([["B4", "B2"]]));
});

test("the plan writes the same values, with the decimals that were typed", () => {
  const plan = planOf({ name: "example", sheets: [{ name: "表", rows: [["合计", "1,925.00"]] }] });
  const figure = plan.sheets[0]?.cells[1];
  expect(figure?.value).toBe(1925);
  expect(plan.styles.get(figure?.style ?? "")?.numberFormat).toBe("#,##0.00");
});

test("text stays as it is through reading and writing", () => {
  const text = "甲\t乙\n\n\t1.00\n";
  expect(formatTsv(parseTsv(text))).toBe(text);
});
