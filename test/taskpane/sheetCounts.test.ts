import { sheetCounts } from "../../src/taskpane/components/publish/sheetCounts";

const on = (...sheets: readonly string[]) => ({
  cells: sheets.map((sheet) => ({ sheet, row: 1, column: 1 })),
});

test.each([
  ["none", [], { one: 0, other: 0, overlap: false }],
  ["within a table", [on("公开01表", "公开01表")], { one: 1, other: 0, overlap: false }],
  ["between two tables", [on("公开01表", "公开02表")], { one: 1, other: 1, overlap: true }],
  [
    "both kinds",
    [on("公开01表"), on("公开02表", "公开01表"), on("公开02表")],
    { one: 2, other: 2, overlap: true },
  ],
  ["without a cell", [on()], { one: 0, other: 0, overlap: false }],
])("%s", (_, findings, expected) => {
  const { of, overlap } = sheetCounts(findings);
  expect({ one: of("公开01表"), other: of("公开02表"), overlap }).toEqual(expected);
});
