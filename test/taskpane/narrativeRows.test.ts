import type { TextPiece } from "../../src/domain/expression/textPiece";
import type { StandingSection } from "../../src/domain/narrative/standing/standingParagraph";
import { cellText } from "../../src/taskpane/components/narrative/cellText";
import { gapsIn, narrativeRows } from "../../src/taskpane/components/narrative/narrativeRows";
import { sectionText } from "../../src/taskpane/components/narrative/narrativeText";
import type { CellValue } from "../../src/domain/workbook/workbookSnapshot";
import { tsvSheet } from "../support/tsvWorkbook";

const gap = (label: string): TextPiece => ({ kind: "gap", label });

function sectionOf(number: string, ...paragraphs: readonly (readonly TextPiece[])[]) {
  return {
    number,
    title: `第${number}节`,
    paragraphs: paragraphs.map((pieces, index) => ({
      key: `${number}.${String(index + 1)}`,
      text: `第${String(index + 1)}段`,
      pieces,
      origin: "automatic" as const,
      gaps: pieces.flatMap((piece) =>
        piece.kind === "gap" ? [{ label: piece.label, isReason: piece.label === "原因" }] : [],
      ),
      wrong: [],
      untied: [],
    })),
  } satisfies StandingSection;
}

const sections = [
  sectionOf("一", [gap("上年数")], []),
  sectionOf("二", [gap("上年数"), gap("原因")]),
];
const keysWithout = (...folded: string[]) =>
  narrativeRows(sections, new Set(folded)).map(({ key }) => key);

test.each([
  ["none folded: heads and paragraphs in order", [], ["一", "一.1", "一.2", "二", "二.1"]],
  ["one folded: its head stays", ["一"], ["一", "二", "二.1"]],
  ["all folded: heads alone", ["一", "二"], ["一", "二"]],
] as const)("%s", (_, folded, keys) => {
  expect(keysWithout(...folded)).toEqual(keys);
});

test("a figure that is missing in two sentences counts once", () => {
  expect(gapsIn(sections)).toBe(2);
  expect(gapsIn(sections.slice(0, 1))).toBe(1);
  expect(gapsIn([])).toBe(0);
});

test("a section is copied with its title, each paragraph two characters in", () => {
  expect(sectionText(sections[0]!)).toBe("一、第一节\n　　第1段\n　　第2段");
});

test.each<[CellValue, string]>([
  [179.22, "179.22"],
  [0.1 + 0.2, "0.3"],
  [0, "0"],
  [-5, "-5"],
  [null, "空白"],
  ["", "空白"],
  ["12.5（净值）", "12.5（净值）"],
  [{ error: "#REF!" }, "#REF!"],
])("a cell that holds %p reads %p", (value, text) => {
  const snapshot = { sheets: [{ ...tsvSheet("表", ""), values: [[value]] }] };
  expect(cellText(snapshot, { sheet: "表", row: 1, column: 1 })).toBe(text);
});
