import { movedFormula } from "../../../src/adapters/memory/rowEdits";
import type { RowEdit } from "../../../src/ports/workbookPorts";

const insert: RowEdit = { kind: "insertRows", sheet: "公开01表", row: 5, count: 2 };
const remove: RowEdit = { kind: "deleteRows", sheet: "公开01表", row: 5, count: 2 };

describe("rows inserted above row 5", () => {
  test.each([
    ["a cell above stays", "C4", "C4"],
    ["a cell at the place moves", "C5", "C7"],
    ["fixed cells move too", "$C$5+C$9", "$C$7+C$11"],
    ["a range over the place grows", "SUM(C3:C8)", "SUM(C3:C10)"],
    ["a range that ends above does not", "SUM(C3:C4)", "SUM(C3:C4)"],
    ["whole columns stay", "SUM(F:F)", "SUM(F:F)"],
    ["whole rows move", "SUM($4:$5)", "SUM($4:$7)"],
    [
      "the range that follows inserted rows",
      "INDEX(F:F,ROWS($A$1:$A9)+1):F$21",
      "INDEX(F:F,ROWS($A$1:$A11)+1):F$23",
    ],
    ["texts stay", 'IF(C5="C5","C9","")', 'IF(C7="C5","C9","")'],
    ["function names stay", "LOG10(C5)+ATAN2(1,2)", "LOG10(C7)+ATAN2(1,2)"],
    ["names that hold an address stay", "本年C5+C5.x+_C5", "本年C5+C5.x+_C5"],
    ["numbers with an exponent stay", "1E5+C5", "1E5+C7"],
    ["the same sheet by name, any case", "公开01表!C5+'公开01表'!C5", "公开01表!C7+'公开01表'!C7"],
    ["another sheet stays", "'公开02表'!C5+审核!$C$5", "'公开02表'!C5+审核!$C$5"],
    [
      "another workbook stays",
      "'[1]公开01表'!C5+[1]公开01表!C5",
      "'[1]公开01表'!C5+[1]公开01表!C5",
    ],
    ["upside-down ranges keep their order", "SUM(C8:C3)", "SUM(C10:C3)"],
    ["what falls off the grid is gone", "C1048576", "#REF!"],
  ])("%s", (_, before, after) => {
    expect(movedFormula(before, "公开01表", insert)).toBe(after);
  });

  test("formulas of another sheet change only where they name this one", () => {
    expect(movedFormula("C5+公开01表!C5", "审核", insert)).toBe("C5+公开01表!C7");
  });
});

describe("rows 5 and 6 deleted", () => {
  test.each([
    ["a cell above stays", "C4", "C4"],
    ["a cell below moves up", "C7", "C5"],
    ["a deleted cell is gone", "公开01表!C5+1", "公开01表!#REF!+1"],
    ["a range that loses its end", "SUM(C3:C6)", "SUM(C3:C4)"],
    ["a range that loses its start", "SUM(C5:C9)", "SUM(C5:C7)"],
    ["a range around them", "SUM(C1:C9)", "SUM(C1:C7)"],
    ["a deleted range is gone", "SUM(C5:C6)", "SUM(#REF!)"],
  ])("%s", (_, before, after) => {
    expect(movedFormula(before, "公开01表", remove)).toBe(after);
  });
});
