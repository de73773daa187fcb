import { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import type { ParagraphState } from "../../../../src/domain/narrative/standing/standingParagraph";
import type { Golden } from "../../../support/goldenText";
import {
  laidOut,
  LINES,
  paragraph,
  paragraphs,
  retype,
  SHEET,
  stand,
  states,
  withoutReason,
} from "./standingSet";

type Edit = (workbook: MemoryWorkbook) => Promise<unknown>;

const replace =
  (key: string, from: string | RegExp, to: string): Edit =>
  (workbook) =>
    retype(workbook, key, (text) => text.replace(from, to));
const rows =
  (kind: "insertRows" | "deleteRows", row: number): Edit =>
  (workbook) =>
    workbook.editRows({ kind, sheet: SHEET, row, count: 1 });
const put =
  (row: number, value: string | null): Edit =>
  (workbook) =>
    workbook.writeCells([{ sheet: SHEET, row, column: 1, value }]);

const CASES: readonly (readonly [
  what: string,
  edits: readonly Edit[],
  expected: Readonly<Record<string, ParagraphState>>,
  golden?: Golden,
])[] = [
  ["as laid out", [], {}],
  ["a reason that nobody gave", [], { "一.1": "gap" }, withoutReason],
  ["another wording", [replace("一.1", "主要是因为", "主要原因是")], { "一.1": "edited" }],
  ["the sentence pasted as text", [replace("一.1", /^/u, "　　")], {}],
  ["a sentence more", [replace("二.1", /$/u, "各项收入均已入账。")], { "二.1": "edited" }],
  ["without a cent that is none", [replace("一.1", "2000.00", "2000")], { "一.1": "edited" }],
  ["in 元", [replace("一.1", "2000.00万元", "20000000元")], { "一.1": "edited" }],
  ["another amount", [replace("一.1", "2000.00", "2001.00")], { "一.1": "wrong" }],
  ["one cent more", [replace("三.1", "1925.00", "1925.01")], { "三.1": "wrong" }],
  ["another rate", [replace("一.1", "20%", "25%")], { "一.1": "wrong" }],
  [
    "another direction",
    [replace("一.1", "减少500.00万元，下降", "增加500.00万元，增长")],
    { "一.1": "wrong" },
  ],
  ["an amount of a part", [replace("二.1", "1641.30", "1614.30")], { "二.1": "wrong" }],
  ["a count", [replace("七.12", "6辆", "7辆")], { "七.12": "wrong" }],
  [
    "an edited sentence of which a reason is missing still",
    [replace("一.1", "年度收", "年收")],
    { "一.1": "gap" },
    withoutReason,
  ],
  ["a deleted row", [rows("deleteRows", 4)], { "一.1": "removed" }],
  ["an emptied cell", [put(4, null)], { "一.1": "removed" }],
  [
    "rows inserted above, and an edit",
    [rows("insertRows", 4), replace("三.1", "其中", "包括")],
    { "三.1": "edited" },
  ],
  [
    "a paragraph of one's own",
    [rows("insertRows", 5), put(5, "　　以上均为当年数。")],
    { "一+5": "added" },
  ],
  [
    "a paragraph of one's own with a wrong figure",
    [rows("insertRows", 7), put(7, "　　本年收入合计1899.40万元。")],
    { "二+7": "wrong" },
  ],
  [
    "a deleted row, its words pasted into another",
    [
      async (workbook) => {
        const { text } = paragraph(await stand(workbook), "一.1");
        await rows("deleteRows", 4)(workbook);
        await rows("insertRows", 4)(workbook);
        await put(4, text.replace("主要是因为", "是因为"))(workbook);
      },
    ],
    { "一.1": "edited" },
  ],
];

// A fourth argument that a case lacks would be a callback to jest.
test.each(CASES.map(([what, ...rest]) => [what, rest] as const))("%s", async (_what, rest) => {
  const [edits, expected, golden] = rest;
  const workbook = laidOut(golden);
  for (const edit of edits) await edit(workbook);
  expect(states(await stand(workbook))).toEqual(expected);
});

test("the words are the person's own, the text is what the figures write", async () => {
  const workbook = laidOut();
  await retype(workbook, "一.1", () => "　　收支总计2000万元。");
  const { words, text, cell } = paragraph(await stand(workbook), "一.1");
  expect(words).toBe("收支总计2000万元。");
  expect(text).toMatch(/^2020年度收、支总计2000\.00万元。/u);
  expect(cell).toEqual({ sheet: SHEET, row: 4, column: 1 });
});

test("a figure that changes under edited words is told with both figures", async () => {
  const workbook = laidOut();
  await retype(workbook, "一.1", (text) => text.replace("2000.00", "1999.00"));
  const { wrong, words = "" } = paragraph(await stand(workbook), "一.1");
  expect(wrong.map(({ explanation }) => explanation).join()).toMatch(/2000\.00.*1999\.00/u);
  for (const { start, end, quote } of wrong) expect(words.slice(start, end)).toBe(quote);
});

test("an amount that the workbook does not have is told, and is no 不符", async () => {
  const workbook = laidOut();
  await retype(workbook, "二.1", (text) => `${text}慰问困难职工支出12.34万元。`);
  const { wrong, untied } = paragraph(await stand(workbook), "二.1");
  expect(wrong).toEqual([]);
  expect(untied.map(({ quote }) => quote)).toEqual([expect.stringContaining("12.34万元")]);
});

test.each([
  ["without the hidden sheet", [LINES]],
  ["without the 情况说明", [SHEET]],
])("%s all is as the figures write it", async (_what, without) => {
  const workbook = laidOut();
  await retype(workbook, "一.1", () => "改");
  const { sheets } = await workbook.read();
  const stood = await stand(
    MemoryWorkbook.fromSnapshot({ sheets: sheets.filter(({ name }) => !without.includes(name)) }),
  );
  expect(states(stood)).toEqual({});
  expect(paragraphs(stood).every(({ cell }) => cell === undefined)).toBe(true);
});
