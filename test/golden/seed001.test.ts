import { sheetOf, textAt } from "../support/goldenText";
import { seed001, seed001Corrected } from "./seed001";

test("the mistakes of the published set stand in the text", () => {
  expect(textAt(sheetOf(seed001, "公开01表"), 13, 6)).toBe("103.82");
  expect(textAt(sheetOf(seed001, "公开07表"), 2, 12)).toBe("公开 03 表");
  expect(textAt(sheetOf(seed001, "封面"), 2, 1)).toContain("关停");
  expect(textAt(sheetOf(seed001, "公开05表"), 3, 1)).not.toContain("关停");
});

test("the corrected set differs in the corrections alone", () => {
  const differences = seed001.sheets.flatMap((sheet, index) =>
    sheet.rows.flatMap((row, line) =>
      row.filter((text, column) => {
        const corrected = seed001Corrected.sheets[index]?.rows[line]?.[column];
        return corrected !== text;
      }),
    ),
  );
  expect(differences).toHaveLength(12);
});
