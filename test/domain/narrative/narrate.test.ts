import { recognise } from "../../../src/domain/disclosure/recognise";
import { narrate } from "../../../src/domain/narrative/narrate";
import type { TextPiece } from "../../../src/domain/expression/textPiece";
import { formatAddress } from "../../../src/domain/workbook/cellAddress";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { typeInto } from "../../golden/damages";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { template } from "../evaluation/seedForm";

const piecesOf = (sections: ReturnType<typeof narrate>): TextPiece[] =>
  sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ pieces }) => pieces));

test("in a set that nobody has filled in, every gap has a cell of its own to be filled in", async () => {
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020 });
  const disclosure = recognise(await MemoryWorkbook.fromPlan(plan).read(), template.structure);
  const gaps = piecesOf(narrate(disclosure, template)).flatMap((piece) =>
    piece.kind === "gap" ? [piece] : [],
  );
  expect(gaps.length).toBeGreaterThan(3);
  expect(gaps.filter(({ cell }) => !cell)).toEqual([]);
});

test("without last year's figure the growth says where it is filled in", () => {
  const golden = typeInto("补充资料", "C3", "")(seed001);
  const sections = narrate(recognise(snapshotOf(golden), template.structure), template);
  const gap = piecesOf(sections).find((piece) => piece.kind === "gap");
  expect(gap?.kind === "gap" && [gap.label, formatAddress(gap.cell!)]).toEqual([
    "上年收入支出总计",
    "补充资料!C3",
  ]);
});

describe("of a published set", () => {
  const sections = narrate(recognise(snapshotOf(seed001), template.structure), template);
  const of = (text: string) => {
    const piece = piecesOf(sections).find((each) => each.kind === "figure" && each.text === text);
    if (piece?.kind !== "figure") throw new Error(`no figure ${text}`);
    const [cells, base] = [piece.cells, piece.base ?? []].map((all) => all.map(formatAddress));
    return { cells, base };
  };

  test("paragraphs are their pieces, in order, and have keys of their own", () => {
    const paragraphs = sections.flatMap((section) => section.paragraphs);
    for (const { text, pieces } of paragraphs) {
      const words = pieces.map((each) =>
        each.kind === "gap" ? `【缺：${each.label}】` : each.text,
      );
      expect(words.join("")).toBe(text);
    }
    const keys = paragraphs.map(({ key }) => key);
    expect(keys[0]).toBe("一.1");
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("an amount names its cell", () => {
    expect(of("179.22")).toEqual({ cells: [expect.stringMatching(/^公开01表!/u)], base: [] });
  });

  test("a growth names both years, and last year as its base", () => {
    const both = [expect.stringMatching(/^公开01表!/u), "补充资料!C3"];
    expect(of("112.29")).toEqual({ cells: both, base: [] });
    expect(of("167.8%")).toEqual({ cells: both, base: ["补充资料!C3"] });
  });

  test("a share names its part and its base", () => {
    const cell = expect.stringMatching(/^公开03表!/u);
    const { cells, base } = of("100%");
    expect([cells, base]).toEqual([[cell], [cell]]);
    expect(cells).not.toEqual(base);
  });

  test("a typed reason names where it was typed", () => {
    const cells = piecesOf(sections).flatMap((piece) =>
      piece.kind === "words" && piece.cell ? [formatAddress(piece.cell)] : [],
    );
    expect(cells.slice(0, 5)).toEqual([
      "补充资料!D4",
      "补充资料!D6",
      "补充资料!D8",
      "补充资料!D25",
      "分项补充资料!D6",
    ]);
  });
});
