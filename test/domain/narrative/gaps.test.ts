import { gapCells, splitGaps } from "../../../src/domain/narrative/gaps";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { narrate } from "../../../src/domain/narrative/narrate";
import { formatAddress } from "../../../src/domain/workbook/cellAddress";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { template } from "../evaluation/seedForm";

test("a paragraph falls into its words and its gaps", () => {
  expect(splitGaps("增加 8.47 万元，主要是因为：【缺：增减原因】。")).toEqual([
    { kind: "words", text: "增加 8.47 万元，主要是因为：" },
    { kind: "gap", label: "增减原因" },
    { kind: "words", text: "。" },
  ]);
  expect(splitGaps("齐了。")).toEqual([{ kind: "words", text: "齐了。" }]);
  expect(splitGaps("【缺：甲】【缺：乙】").map(({ kind }) => kind)).toEqual(["gap", "gap"]);
});

describe("of a set that nobody has filled in", () => {
  async function emptySet() {
    const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020 });
    return recognise(await MemoryWorkbook.fromPlan(plan).read(), template.structure);
  }

  test("every gap has a cell of its own to be filled in", async () => {
    const disclosure = await emptySet();
    const cells = gapCells(disclosure, template);
    const labels = narrate(disclosure, template).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(splitGaps).flatMap((piece) => (piece.kind === "gap" ? [piece.label] : [])),
    );
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.filter((label) => !cells.has(label))).toEqual([]);
    const reason = cells.get("收入支出总计增减原因");
    expect(reason && formatAddress(reason)).toMatch(/^补充资料!/u);
  });
});
