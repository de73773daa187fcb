import exceljs from "exceljs";
import { readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  convertToPdf,
  describeWithLibreOffice,
  type Edit,
  pdfToPng,
  readCells,
  recalculate,
  testWithPictures,
} from "./libreoffice";

/** A1:A3 = 1, 2, 3 and their sum in A4 with a wrong cached result. */
async function poisoned(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("决算表");
  [1, 2, 3].forEach((value, index) => (sheet.getCell(index + 1, 1).value = value));
  sheet.getCell("A4").value = { formula: "SUM(A1:A3)", result: 999 };
  sheet.getCell("B1").value = "00123";
  sheet.getCell("B2").value = { formula: 'IF(A1=1,"","x")', result: "x" };
  sheet.getCell("B3").value = { formula: "1/0", result: 999 };
  sheet.getCell("B4").value = { formula: "A4*2", result: 999 };
  workbook.addWorksheet("说明").getCell("A1").value = { formula: "决算表!A4", result: 999 };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describeWithLibreOffice("LibreOffice as referee", () => {
  test("a poisoned cached value is calculated anew", async () => {
    expect(await readCells(await poisoned())).toEqual({
      决算表: [
        [1, "00123"],
        [2, ""],
        [3, { error: "#DIV/0!" }],
        [6, 12],
      ],
      说明: [[6]],
    });
  });

  test("a poisoned cached value is gone from what it saves", async () => {
    const saved = new exceljs.Workbook();
    const bytes = await recalculate(await poisoned());
    await saved.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(saved.getWorksheet("决算表")?.getCell("A4").result).toBe(6);
  });

  const edited: [name: string, edits: Edit[], column: unknown[]][] = [
    [
      "an inserted row shifts the formula",
      [
        { kind: "insertRows", sheet: "决算表", row: 2, count: 2 },
        { kind: "setCell", sheet: "决算表", address: "A2", value: 10 },
      ],
      [1, 10, null, 2, 3, 16],
    ],
    [
      "a deleted row shrinks it",
      [{ kind: "deleteRows", sheet: "决算表", row: 2, count: 1 }],
      [1, 3, 4],
    ],
    [
      "a text that looks like a number stays text",
      [{ kind: "setCell", sheet: "决算表", address: "A1", value: "5" }],
      ["5", 2, 3, 5],
    ],
    [
      "an emptied cell is empty",
      [{ kind: "setCell", sheet: "决算表", address: "A1", value: null }],
      [null, 2, 3, 5],
    ],
    [
      "a formula in Excel's own words is understood",
      [
        {
          kind: "setFormula",
          sheet: "决算表",
          address: "A1",
          formula: "=IF(说明!$B$1=0,SUM(A2,A3),9)",
        },
      ],
      [5, 2, 3, 10],
    ],
    [
      "a row that was cut and pasted takes its references along",
      [{ kind: "cutPasteRow", sheet: "决算表", from: 4, to: 6 }],
      [1, 2, 3, null, null, 6],
    ],
  ];
  test.each(edited)("%s", async (_name, edits, column) => {
    const cells = await readCells(await poisoned(), { sheets: ["决算表"], edits });
    expect(cells["决算表"]?.map((row) => row[0])).toEqual(column);
  });

  test("a renamed sheet keeps its formulas", async () => {
    const edits: Edit[] = [{ kind: "renameSheet", from: "决算表", to: "收入" }];
    const cells = await readCells(await poisoned(), { edits });
    expect(cells["说明"]).toEqual([[6]]);
    expect(cells["收入"]?.[3]).toEqual([6, 12]);
  });

  test("trouble with one request does not reach the next", async () => {
    await expect(readCells(await poisoned(), { sheets: ["没有"] })).rejects.toThrow(
      "no sheet 没有",
    );
    await expect(readCells("/no/such/file.xlsx")).rejects.toThrow("LibreOffice");
    expect((await readCells(await poisoned(), { sheets: ["说明"] }))["说明"]).toEqual([[6]]);
  });

  testWithPictures("a workbook becomes a PDF and its pages become pictures", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gongkai-"));
    try {
      const path = join(folder, "决算 100%.xlsx");
      await writeFile(path, await poisoned());
      const pdf = join(folder, "a.pdf");
      await convertToPdf(path, pdf);
      const pages = await pdfToPng(pdf, join(folder, "png"));
      expect(pages).toHaveLength(2);
      expect((await readFile(pages[0]!)).subarray(1, 4).toString()).toBe("PNG");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
