import { committedFile } from "../support/committedFile";
import { formatTsv } from "../support/goldenText";
import { cityService } from "./quanbiaoyoushu";
import { workbookOf } from "./unitWorkbook";

test.each(workbookOf(cityService).sheets)("$name is what the base figures give", (sheet) => {
  const text = Buffer.from(formatTsv(sheet.rows));
  const committed = committedFile(`test/golden/quanbiaoyoushu/${sheet.name}.tsv`, () => text);
  expect(committed.toString()).toBe(text.toString());
});
