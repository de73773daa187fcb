import { Workbook } from "exceljs";
import { utils, write, type WorkSheet } from "@e965/xlsx";
import { columnName } from "../../../src/domain/workbook/cellAddress";
import { isErrorValue, type WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";

const HIDDEN_ROWS = [9, 11, 12];
const HIDDEN_COLUMN = 3;

/** Protected sheets with rows and a column hidden that have figures. */
export async function hiddenAndProtected({ sheets }: WorkbookSnapshot): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const { name, values, merges } of sheets) {
    const sheet = workbook.addWorksheet(name);
    values.forEach((row, index) => {
      row.forEach((value, column) => {
        if (!isErrorValue(value)) sheet.getCell(index + 1, column + 1).value = value;
      });
    });
    for (const { top, left, bottom, right } of merges) sheet.mergeCells(top, left, bottom, right);
    for (const row of HIDDEN_ROWS) sheet.getRow(row).hidden = true;
    sheet.getColumn(HIDDEN_COLUMN).hidden = true;
    await sheet.protect("", {});
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function writtenAs({ sheets }: WorkbookSnapshot, bookType: "biff8" | "ods"): Uint8Array {
  const workbook = utils.book_new();
  for (const { name, values, merges } of sheets) {
    const rows = values.map((row) => row.map((value) => (isErrorValue(value) ? null : value)));
    const sheet: WorkSheet = utils.aoa_to_sheet(rows);
    sheet["!merges"] = merges.map(({ top, left, bottom, right }) =>
      utils.decode_range(`${columnName(left)}${String(top)}:${columnName(right)}${String(bottom)}`),
    );
    sheet["!rows"] = Array.from({ length: Math.max(...HIDDEN_ROWS) }, (_, row) => ({
      hidden: HIDDEN_ROWS.includes(row + 1),
    }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(write(workbook, { type: "buffer", bookType }) as Buffer);
}
