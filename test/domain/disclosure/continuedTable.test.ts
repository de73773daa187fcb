import { PUBLISHED_2020 } from "../../support/published2020";
import { figureText, recogniseTsv, recognisedRows } from "../../support/recogniseTsv";

const LINES = PUBLISHED_2020.revenue.trim().split("\n");
const FURNITURE = LINES.slice(0, 7);
/** 合计 and the class 201, then the class 229. */
const [FIRST, NEXT, NOTE] = [LINES.slice(7, 11), LINES.slice(11, 14), LINES.slice(14)];
const page = (...parts: readonly (readonly string[])[]) => parts.flat().join("\n");
const continued = ([title = "", ...rest]: readonly string[], remark = "（续）") => [
  title + remark,
  ...rest,
];
const whole = recogniseTsv({ 收入: PUBLISHED_2020.revenue });

test.each([
  ["with the same title", FURNITURE],
  ["with （续）", continued(FURNITURE)],
  ["with （续表）", continued(FURNITURE, "（续表）")],
  ["with （续一）", continued(FURNITURE, "（续一）")],
  ["with the head alone", FURNITURE.slice(4)],
  ["without 栏次", continued(FURNITURE).slice(0, 6)],
])("a table that goes on below a page break %s is one table", (_, furniture) => {
  const disclosure = recogniseTsv({ 收入: page(FURNITURE, FIRST, furniture, NEXT, NOTE) });
  expect(disclosure.problems).toEqual([]);
  expect(recognisedRows(disclosure)).toEqual(recognisedRows(whole));
  for (const code of ["#201", "#229", "#2299901"]) {
    const figure = (of: typeof whole) => figureText(of, "revenue", 0, code, "本年收入合计");
    expect(figure(disclosure)).toBe(figure(whole));
  }
  const texts = disclosure.texts.get("revenue");
  expect(texts?.title).toMatchObject({ text: "收入决算表", cell: { row: 1 } });
  expect(texts?.notes.map(({ text }) => text)).toEqual(NOTE);
  expect(disclosure.placement.tables.get("revenue")?.range).toMatchObject({
    top: 1,
    bottom: 14 + furniture.length,
  });
});

test("rows of 01 that follow on a second page keep their sides", () => {
  const lines = PUBLISHED_2020.summary.trim().split("\n");
  const disclosure = recogniseTsv({
    总表: page(lines.slice(0, 20), continued(lines.slice(0, 7)), lines.slice(20)),
  });
  expect(disclosure.problems).toEqual([]);
  expect(recognisedRows(disclosure)).toEqual(
    recognisedRows(recogniseTsv({ 总表: PUBLISHED_2020.summary })),
  );
  expect(figureText(disclosure, "summary", 1, "总计", "决算数")).toBe("179.22");
});

test("columns may stand elsewhere on the next page", () => {
  const swapped = [...FURNITURE, ...NEXT].map((line) => {
    const cells = line.split("\t");
    if (cells.length < 9) return line;
    [cells[2], cells[8]] = [cells[8]!, cells[2]!];
    return cells.join("\t");
  });
  const disclosure = recogniseTsv({ 收入: page(FURNITURE, FIRST, swapped) }, { merged: false });
  expect(figureText(disclosure, "revenue", 0, "#229", "其他收入")).toBe("103.82");
  expect(figureText(disclosure, "revenue", 0, "#229", "财政拨款收入")).toBe("0.00");
});

test.each([
  ["with its own 合计", page(FURNITURE, LINES.slice(7, 8), NEXT)],
  ["with the same rows again", page(FURNITURE, FIRST.slice(1))],
])("a second one %s is a duplicate, on the same sheet and on another", (_, second) => {
  const first = page(FURNITURE, FIRST);
  const places: Record<string, string>[] = [
    { 收入: `${first}\n${second}` },
    { 收入: first, 收入2: second },
  ];
  for (const sheets of places) {
    const disclosure = recogniseTsv(sheets);
    expect(disclosure.problems.map(({ kind }) => kind)).toEqual(["duplicateTable"]);
    expect(figureText(disclosure, "revenue", 0, "合计", "本年收入合计")).toBe("179.22");
  }
});

test("a next page on another sheet is named, and its codes are not taken for nothing", () => {
  const disclosure = recogniseTsv({
    收入: page(FURNITURE, FIRST),
    收入续: page(continued(FURNITURE), NEXT),
  });
  expect(disclosure.problems).toMatchObject([
    {
      kind: "unknownRow",
      sheet: "收入续",
      message:
        "《收入决算表》的续表在另一张工作表“收入续”里，没有读；请把它的各行接到工作表“收入”的表里。",
    },
  ]);
  expect(figureText(disclosure, "revenue", 0, "#201", "本年收入合计")).toBe("75.40");
  expect(figureText(disclosure, "revenue", 0, "#229", "本年收入合计")).toBe("missing row");
});
