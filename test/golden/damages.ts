import { parsePosition } from "../../src/domain/workbook/cellAddress";
import { type Golden, type GoldenSheet, sheetOf } from "../support/goldenText";

export type Damage = (golden: Golden) => Golden;
type Rows = GoldenSheet["rows"];

export function onSheet(name: string, change: (rows: Rows) => Rows): Damage {
  return (golden) => {
    sheetOf(golden, name);
    return {
      name: golden.name,
      sheets: golden.sheets.map((sheet) =>
        sheet.name === name ? { name, rows: change(sheet.rows) } : sheet,
      ),
    };
  };
}

/** Types a text into a cell, as goldens are typed: `=…` is a formula without a result, `<` and `^` merge. */
export function typeInto(sheet: string, address: string, text: string): Damage {
  const at = parsePosition(address);
  if (!at) throw new Error(`${address} is no cell`);
  return onSheet(sheet, (rows) => {
    const changed = rows.map((row) => [...row]);
    const row = changed[at.row - 1];
    if (!row) throw new Error(`${sheet} has no row ${at.row}`);
    while (row.length < at.column) row.push("");
    row[at.column - 1] = text;
    return changed;
  });
}

export function clearFigures(sheet: string): Damage {
  return onSheet(sheet, (rows) =>
    rows.map((row) => row.map((text) => (/^-?[0-9,]+\.[0-9]{2}$/u.test(text) ? "" : text))),
  );
}

/** The next cell takes over a merged heading, as in a spreadsheet. Columns count from 1. */
export function deleteColumn(sheet: string, column: number): Damage {
  return onSheet(sheet, (rows) =>
    rows.map((row) => {
      const inherits = row[column - 1] !== "<" && row[column] === "<";
      return row.toSpliced(column - 1, inherits ? 2 : 1, ...(inherits ? [row[column - 1]!] : []));
    }),
  );
}

export function deleteRow(sheet: string, row: number): Damage {
  return onSheet(sheet, (rows) => rows.toSpliced(row - 1, 1));
}

export function dropSheet(name: string): Damage {
  return (golden) => {
    sheetOf(golden, name);
    return { ...golden, sheets: golden.sheets.filter((sheet) => sheet.name !== name) };
  };
}

export function duplicateSheet(name: string, copy = `${name} (2)`): Damage {
  return (golden) => ({
    ...golden,
    sheets: [...golden.sheets, { ...sheetOf(golden, name), name: copy }],
  });
}

/** One below the other on the first one's sheet, a blank row between. */
export function stackSheets(names: readonly string[]): Damage {
  return (golden) => {
    const stacked = names.flatMap((name, index) => [
      ...(index > 0 ? [[]] : []),
      ...sheetOf(golden, name).rows,
    ]);
    const dropped = names.slice(1).map(dropSheet);
    return dropped.reduce(
      (left, drop) => drop(left),
      onSheet(names[0] ?? "", () => stacked)(golden),
    );
  };
}

export const straightQuotes: Damage = (golden) => ({
  ...golden,
  sheets: golden.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((text) => text.replace(/[“”]/gu, '"'))),
  })),
});

/** Below the codes, as some local forms have it. */
export function totalLast(sheet: string): Damage {
  return onSheet(sheet, (rows) => {
    const total = rows.findIndex(([label]) => label === "合计");
    const note = rows.findIndex(([label]) => label?.startsWith("注") ?? false);
    return [
      ...rows.slice(0, total),
      ...rows.slice(total + 1, note),
      ...rows.slice(total, total + 1),
      ...rows.slice(note),
    ];
  });
}

/** What bad input the product must live through; each fits seed001, its correction and 全表有数. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "text in a figure cell": typeInto("公开01表", "C7", "见附件"),
  "a dash in a figure cell": typeInto("公开04表", "H7", "—"),
  "a full-width number": typeInto("公开01表", "C14", "１，２３４．００"),
  "a number as text": typeInto("公开05表", "C7", "'75.40"),
  "brackets for a negative": typeInto("公开05表", "E7", "(12.50)"),
  "a figure with a remark": typeInto("公开05表", "D7", "5.84(净值）"),
  "a formula without a result": typeInto("公开01表", "C33", "=SUM(C7:C14)"),
  "a merged figure cell": typeInto("公开02表", "E7", "<"),
  "a deleted column": deleteColumn("公开03表", 4),
  "a deleted row": deleteRow("公开01表", 14),
  "a table that is missing": dropSheet("公开05表"),
  "a table that stands twice": duplicateSheet("公开02表"),
  "several tables on one sheet": stackSheets(["公开05表", "公开08表", "公开09表"]),
  "straight quotation marks": straightQuotes,
  "合计 below the codes": totalLast("公开03表"),
};
