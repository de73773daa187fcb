import { formatAmount } from "../../../src/domain/money/amount";
import { readFigure } from "../../../src/domain/disclosure/readFigure";
import type { CellValue } from "../../../src/domain/workbook/workbookSnapshot";

test.each<[CellValue, string]>([
  [75.4, "75.40"],
  ["1，234.00", "1234.00"],
  ["(12.5)", "-12.50"],
  [8.465, "8.47"],
  [0, "0.00"],
  ["0.00", "0.00"],
  [null, "blank"],
  ["  ", "blank"],
  ["　", "blank"],
  ["/", "notApplicable"],
  ["／", "notApplicable"],
  ["无", "notApplicable"],
  ["—", "notApplicable"],
  ["——", "notApplicable"],
  ["-", "notApplicable"],
  ["－", "notApplicable"],
  ["不适用", "notApplicable"],
  ["5.84(净值）", "unreadable"],
  ["12.5万元", "unreadable"],
  ["见附表", "unreadable"],
  [true, "unreadable"],
  [{ error: "#DIV/0!" }, "error"],
  [{ error: "NO_RESULT" }, "error"],
])("the cell %j is %s", (value, expected) => {
  const figure = readFigure(value, 2);
  expect(figure.kind === "amount" ? formatAmount(figure.published, 2) : figure.kind).toBe(expected);
});

test("a figure keeps what the cell holds beside what is published", () => {
  const figure = readFigure("8.4651", 2);
  expect(figure.kind === "amount" && figure.value.toFixed()).toBe("8.4651");
});
