import { fitToPage } from "../../../src/domain/layout/fitToPage";
import { SheetDraft } from "../../../src/domain/layout/sheetDraft";
import { TABLE_PAPER } from "../../../src/domain/layout/tablePaper";

function draftOf(rows: number): SheetDraft {
  const draft = new SheetDraft();
  for (let row = 1; row <= rows; row += 1) draft.rowKinds.set(row, "body");
  return draft;
}

function fit(rows: number, widths: readonly number[], onePage = true) {
  const { columnWidths, rowHeights } = fitToPage(
    draftOf(rows),
    widths,
    "landscape",
    TABLE_PAPER,
    onePage,
  );
  return { width: columnWidths.get(1)!, height: rowHeights.get(1)! };
}

test("columns widen to the page, but not beyond measure", () => {
  expect(fit(10, [50, 40]).width).toBeGreaterThan(50);
  expect(fit(10, [10]).width).toBeLessThan(17);
});

test("columns that fill the page keep the widths of the package", () => {
  expect(fit(10, [150, 40]).width).toBe(150);
});

test.each([
  ["few rows are easy to read", 10, true, TABLE_PAPER.easyRow],
  ["more rows than a page holds are tight", 60, true, TABLE_PAPER.tightRow],
  ["a tree has easy rows however long it is", 60, false, TABLE_PAPER.easyRow],
])("%s", (_, rows, onePage, height) => {
  expect(fit(rows, [50, 40], onePage).height).toBe(height);
});

test("a table printed smaller, because it is long, becomes wider in the same measure", () => {
  expect(fit(60, [50, 40]).width).toBeGreaterThan(fit(20, [50, 40]).width);
});
