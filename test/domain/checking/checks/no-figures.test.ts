import { noFigures } from "../../../../src/domain/checking/checks/no-figures";
import { dropSheet, type Damage } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { reportsOf } from "./formReports";

/** Every figure of a sheet is taken out, or replaced. */
const figuresOf =
  (sheet: string, by = ""): Damage =>
  (golden) => ({
    ...golden,
    sheets: golden.sheets.map((each) =>
      each.name === sheet
        ? {
            ...each,
            rows: each.rows.map((row) =>
              row.map((cell) => (/^-?[0-9,]+\.[0-9]{2}$/u.test(cell) ? by : cell)),
            ),
          }
        : each,
    ),
  });

test("tables with figures pass, also where all of them are 0.00", () => {
  expect(reportsOf(noFigures, quanbiaoyoushu)).toEqual([]);
  expect(reportsOf(noFigures, quanbiaoyoushu, figuresOf("公开05表", "0.00"))).toEqual([]);
});

test("tables without any figure are one finding that names them", () => {
  const damages = [figuresOf("公开03表"), figuresOf("公开05表")];
  expect(reportsOf(noFigures, quanbiaoyoushu, ...damages)).toEqual([
    {
      explanation:
        "《支出决算表》（公开03表）、《一般公共预算财政拨款支出决算表》（公开05表）还没有填数。请取数或填写。",
      cells: ["公开03表!A1", "公开05表!A1"],
    },
  ]);
});

test("tables that may be published empty, and those that are not there, are left to other checks", () => {
  const damages = [figuresOf("公开08表"), figuresOf("公开09表"), dropSheet("公开05表")];
  expect(reportsOf(noFigures, quanbiaoyoushu, ...damages)).toEqual([]);
});
