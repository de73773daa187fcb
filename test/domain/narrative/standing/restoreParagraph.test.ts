import { restoreParagraph } from "../../../../src/application/restoreParagraph";
import type { Checked } from "../../../../src/application/draftingState";
import type { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import { ParagraphFormulas } from "../../../../src/domain/layout/paragraphFormulas";
import { formatPosition } from "../../../../src/domain/workbook/cellAddress";
import {
  laidOut,
  LINES,
  paragraph,
  paragraphs,
  retype,
  SHEET,
  stand,
  states,
  template,
} from "./standingSet";

const shown = async (workbook: MemoryWorkbook) => {
  const stood = await stand(workbook);
  return { stood, checked: { ...stood, template } as unknown as Checked };
};

const restore = async (workbook: MemoryWorkbook, key: string) => {
  const { stood, checked } = await shown(workbook);
  return restoreParagraph(workbook, checked, paragraph(stood, key));
};

const formulaOf = async (workbook: MemoryWorkbook, key: string) => {
  const { cell } = paragraph(await stand(workbook), key);
  const sheet = (await workbook.read()).sheets.find(({ name }) => name === SHEET);
  return cell && sheet?.formulas.get(formatPosition(cell));
};

test("every paragraph gets the very formula that it was laid out with", async () => {
  const workbook = laidOut();
  const stood = await stand(workbook);
  const formulas = new ParagraphFormulas(stood.disclosure, template);
  const sheet = stood.disclosure.snapshot.sheets.find(({ name }) => name === SHEET)!;
  for (const { key, cell } of paragraphs(stood)) {
    expect(formulas.of(key)).toMatchObject({ formula: sheet.formulas.get(formatPosition(cell!)) });
  }
});

test("rows that moved on the 情况说明 and on the hidden sheet are found", async () => {
  const workbook = laidOut();
  const before = await formulaOf(workbook, "五.4");
  expect(before).toContain(LINES);
  await workbook.editRows(
    { kind: "insertRows", sheet: SHEET, row: 3, count: 2 },
    { kind: "insertRows", sheet: LINES, row: 2, count: 3 },
  );
  const moved = await formulaOf(workbook, "五.4");
  expect(moved).not.toBe(before);
  await retype(workbook, "五.4", () => "改写的话。");
  await restore(workbook, "五.4");
  expect(await formulaOf(workbook, "五.4")).toBe(moved);
});

test("one press is taken back in one step, the person's own words stand again", async () => {
  const workbook = laidOut();
  await retype(workbook, "一.1", () => "收、支总计2000万元。");
  const receipt = await restore(workbook, "一.1");
  expect(states(await stand(workbook))).toEqual({});
  expect((await workbook.takeBack(receipt)).kept).toEqual([]);
  expect(paragraph(await stand(workbook), "一.1").words).toBe("收、支总计2000万元。");
});

test("a paragraph pasted into a row of its own is tied to its line again", async () => {
  const workbook = laidOut();
  const { text } = paragraph(await stand(workbook), "一.1");
  await workbook.editRows({ kind: "deleteRows", sheet: SHEET, row: 4, count: 1 });
  await workbook.editRows({ kind: "insertRows", sheet: SHEET, row: 4, count: 1 });
  await workbook.writeCells([{ sheet: SHEET, row: 4, column: 1, value: text.slice(0, -4) }]);
  await restore(workbook, "一.1");
  await workbook.editRows({ kind: "insertRows", sheet: SHEET, row: 2, count: 1 });
  expect(paragraph(await stand(workbook), "一.1")).toMatchObject({
    origin: "automatic",
    cell: { row: 5 },
  });
});

test.each([
  [
    "the paragraph's row is gone",
    "一.1",
    { kind: "deleteRows", sheet: SHEET, row: 4, count: 1 } as const,
    "paragraphGone",
  ],
  [
    "its lines on the hidden sheet are gone",
    "五.4",
    { kind: "deleteRows", sheet: LINES, row: 9, count: 30 } as const,
    "linesGone",
  ],
])("nothing is written where %s", async (_what, key, edit, code) => {
  const workbook = laidOut();
  const found = paragraph(await stand(workbook), key);
  await workbook.editRows(edit);
  if (code === "linesGone")
    await workbook.writeCells([{ ...found.cell!, value: found.text.slice(0, -2) }]);
  await expect(restore(workbook, key)).rejects.toMatchObject({ code });
});

test("other words than the person saw stay", async () => {
  const workbook = laidOut();
  await retype(workbook, "一.1", () => "先改的。");
  const { checked, stood } = await shown(workbook);
  const seen = { ...paragraph(stood, "一.1"), words: "看见的。" };
  await expect(restoreParagraph(workbook, checked, seen)).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
});
