import type { ICellData } from "@univerjs/core";
import { cleanPastedCell, toTable } from "../../../src/adapters/univer/pastedCells";

function cleaned(cell: ICellData, isTextCell = false): ICellData {
  cleanPastedCell(cell, isTextCell);
  return cell;
}

test.each([
  ["1,300.00", { v: 1300, t: 2, s: { n: { pattern: "#,##0.00" } } }],
  ["1,300", { v: 1300, t: 2, s: { n: { pattern: "#,##0" } } }],
  ["1300", { v: 1300, t: 2 }],
  [" 65.44 ", { v: 65.44, t: 2 }],
  ["-0.50", { v: -0.5, t: 2 }],
  [" ", { v: "" }],
  ["\u00a0", { v: "" }],
  ["1,30", { v: "1,30" }],
  ["—", { v: "—" }],
  ["档案事务", { v: "档案事务" }],
  ["12345678901234567", { v: "12345678901234567" }],
])("%j comes in as it is meant", (v, wanted) => {
  expect(cleaned({ v })).toEqual(wanted);
});

test("a code in a column of text stays text", () => {
  expect(cleaned({ v: "2010301 " }, true)).toEqual({ v: "2010301" });
});

test("a figure that carries a look of its own is one", () => {
  const p = { body: { dataStream: "1,300.00\r\n" } } as ICellData["p"];
  expect(cleaned({ v: "1,300.00", p })).toMatchObject({ v: 1300, t: 2 });
});

test("text becomes a table with its blanks in place, whatever ends its lines", () => {
  for (const end of ["\r\n", "\n", "\r"]) {
    expect(toTable(`\t1${end}a<b\t${end}`)).toBe(
      "<table><tr><td></td><td>1</td></tr><tr><td>a&lt;b</td><td></td></tr></table>",
    );
  }
});
