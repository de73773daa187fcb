import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import { formatRange } from "../../src/domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { committedFile } from "../support/committedFile";
import { planOf } from "../support/goldenPlan";
import { snapshotOf } from "../support/goldenWorkbook";
import { quanbiaoyoushu } from "./quanbiaoyoushu";
import { seed001, seed001Corrected } from "./seed001";

/** Files list merges in any order. */
function content({ sheets }: WorkbookSnapshot) {
  return sheets.map((sheet) => ({ ...sheet, merges: sheet.merges.map(formatRange).sort() }));
}

test("the sample that ships says what its text source says", async () => {
  const bytes = await new XlsxFile().write(planOf(seed001));
  const committed = committedFile("assets/samples/shifeng-2020.xlsx", () => bytes);
  expect(content(readXlsx(committed))).toEqual(content(snapshotOf(seed001)));
});

test.each([seed001Corrected, quanbiaoyoushu])(
  "$name keeps every cell in a file",
  async (golden) => {
    const bytes = await new XlsxFile().write(planOf(golden));
    expect(content(readXlsx(bytes))).toEqual(content(snapshotOf(golden)));
  },
);
