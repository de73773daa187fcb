import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { compileTemplate } from "../../../src/domain/checking/compileTemplate";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { figureText, hunan2020 } from "../../support/recogniseTsv";

const compiled = compileTemplate(hunan2020);
if ("problems" in compiled) throw new Error(JSON.stringify(compiled.problems));
const { template } = compiled;

/** Every figure of the published tables and of 补充资料, by table, row and column. */
function allFigures(disclosure: Disclosure): Map<string, string> {
  const figures = new Map<string, string>();
  for (const [key, { table, blocks }] of disclosure.placement.tables) {
    if (table.definition.role === "evaluation") continue;
    for (const { block, rows } of blocks) {
      for (const { id } of rows) {
        for (const column of block.figureColumns) {
          const place = [key, block.index, id, column.key].join(" ");
          figures.set(place, figureText(disclosure, key, block.index, id, column.key));
        }
      }
    }
  }
  return figures;
}

test.each([
  ["a published set with its mistakes", seed001],
  ["a set with figures throughout", quanbiaoyoushu],
])("%s, laid out anew, is read back with the same figures", async (_, golden) => {
  const source = recognise(snapshotOf(golden), template.structure);
  const input = { unitName: "示例市某某中心", year: 2020, figures: source };
  const workbook = MemoryWorkbook.fromPlan(layOutWorkbook(template, input));
  const read = recognise(await workbook.read(), template.structure);

  const figures = allFigures(read);
  const lost = [...allFigures(source)].filter(([place, text]) => figures.get(place) !== text);
  expect(lost).toEqual([]);
  expect(source.problems).toEqual([]);
  expect(read.problems).toEqual([]);
  expect(read.coverUnitName?.text).toBe("示例市某某中心");
});
