import fc from "fast-check";
import { originalsOf, readOriginals, restore } from "../../../src/domain/rescaling/originals";
import { shareDifferences } from "../../../src/domain/rescaling/printedShares";
import { rescale } from "../../../src/domain/rescaling/rescale";
import { printed, smallSet } from "./smallSet";
import { template, yuanSet } from "./yuanUnits";

const inYuan = () => "元" as const;

test("restoring a random set gives every figure in 元 back to the cent", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const source = yuanSet(seed, 1237, 8);
      const { figuresAt } = rescale(template, source, inYuan);
      const kept: unknown = JSON.parse(JSON.stringify({ rescaled: originalsOf(source, inYuan) }));
      const read = readOriginals({ kind: "state", sections: kept as Record<string, unknown> });
      if (read.kind !== "originals") throw new Error(read.kind);
      const restored = restore({ ...source, figuresAt }, read.originals);
      expect(restored.converted).toEqual([]);
      for (const { table, blocks } of source.placement.tables.values()) {
        for (const { block, rows } of blocks) {
          for (const { id } of rows) {
            for (const { key } of block.figureColumns) {
              const place = [table.key, block.index, id, key] as const;
              expect(restored.figuresAt(...place)).toEqual(source.figuresAt(...place));
            }
          }
        }
      }
    }),
    { numRuns: 10 },
  );
});

test("what was in 万元 all along becomes 元 by its printed figures, and is named", () => {
  const set = smallSet({
    甲表: { rows: { 一: 12345.67 } },
    乙表: { rows: { 一: "1.23" } },
  });
  const unitOf = (table: string) => (table === "甲表" ? ("元" as const) : ("万元" as const));
  const { figuresAt } = rescale(set.template, set.source, unitOf);
  const restored = restore({ ...set.source, figuresAt }, originalsOf(set.source, unitOf));
  expect(printed(set, restored.figuresAt)).toEqual({
    甲表: { 一: "12345.67" },
    乙表: { 一: "12300.00" },
  });
  expect(restored.converted.map(({ table }) => table)).toEqual(["《乙表》"]);
});

test.each<[string, Record<string, unknown>, string]>([
  ["no section", {}, "none"],
  ["words", { rescaled: "x" }, "damaged"],
  ["no template", { rescaled: { tables: {} } }, "damaged"],
  ["a table that is none", { rescaled: { template: "a", tables: { 甲表: 1 } } }, "damaged"],
  [
    "a figure that is none",
    {
      rescaled: { template: "a", tables: { 甲表: [{ columns: ["x"], rows: { 一: [["1e9"]] } }] } },
    },
    "damaged",
  ],
  [
    "all right",
    {
      rescaled: { template: "a", tables: { 甲表: [{ columns: ["x"], rows: { 一: [["-1.5"]] } }] } },
    },
    "originals",
  ],
])("state with %s", (_words, sections, kind) => {
  expect(readOriginals({ kind: "state", sections }).kind).toBe(kind);
});

/** 补充资料 is asked for in 万元. */
const unitsOf = (table: string) => (table === "supplement" ? ("万元" as const) : ("元" as const));

test("percentages that the published figures print otherwise than those in 元 are listed with both", () => {
  const found = Array.from({ length: 12 }, (_, seed) => {
    const source = yuanSet(seed + 1, 37, 3);
    const { figuresAt } = rescale(template, source, unitsOf);
    return shareDifferences(template, source, figuresAt, unitsOf);
  }).flat();
  expect(found.length).toBeGreaterThan(0);
  for (const { place, published, exact } of found) {
    expect(place).toMatch(/^(?:情况说明“.+、.+”|《.+》“.+”.+)$/u);
    expect(published).not.toBe(exact);
  }
});

test("figures that are exact in 万元 print the same percentages", () => {
  const source = yuanSet(3, 10_000, 6);
  const { figuresAt } = rescale(template, source, unitsOf);
  expect(shareDifferences(template, source, figuresAt, unitsOf)).toEqual([]);
});
