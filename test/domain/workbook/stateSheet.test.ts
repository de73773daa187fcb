import fc from "fast-check";
import { readState, STATE_SHEET, stateSheet } from "../../../src/domain/workbook/stateSheet";
import type { CellValue, WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";

function snapshotOf(texts: readonly CellValue[], name = STATE_SHEET): WorkbookSnapshot {
  return {
    sheets: [
      {
        id: name,
        name,
        visibility: "veryHidden",
        values: texts.map((text) => [text]),
        formulas: new Map(),
        merges: [],
      },
    ],
  };
}

const textsOf = (sections: Record<string, unknown>) =>
  stateSheet(sections).cells.map(({ value }) => (typeof value === "string" ? value : ""));

test("state of any length comes back as it was, in cells that Excel keeps and takes for texts", () => {
  const long = fc.record({
    words: fc.string({ maxLength: 50 }),
    many: fc.array(fc.string({ maxLength: 20 }), { maxLength: 8000, minLength: 4000 }),
  });
  fc.assert(
    fc.property(
      fc.oneof(fc.dictionary(fc.constantFrom("a", "b"), fc.jsonValue()), long),
      (given) => {
        const sections = JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
        const texts = textsOf(sections);
        for (const text of texts) {
          expect(text.length).toBeLessThan(32_000);
          expect(text).toMatch(/^["{]/u);
        }
        expect(readState(snapshotOf(texts))).toEqual({ kind: "state", sections });
      },
    ),
    { numRuns: 30 },
  );
});

test("it is very hidden", () => {
  expect(stateSheet({}).visibility).toBe("veryHidden");
});

test.each<[string, WorkbookSnapshot, string]>([
  ["no such sheet", snapshotOf(["{}"], "Sheet1"), "none"],
  ["an empty sheet", snapshotOf([]), "damaged"],
  ["words", snapshotOf(["你好"]), "damaged"],
  ["a number", snapshotOf([12]), "damaged"],
  ["no format", snapshotOf(["{}"]), "damaged"],
  ["a list", snapshotOf(["[1]"]), "damaged"],
  ["a format that is no number", snapshotOf(['{"format":"1"}']), "damaged"],
  ["a lost end", snapshotOf(['{"format":1,"rescaled":{']), "damaged"],
  ["a later format", snapshotOf(['{"format":2,"rescaled":{}}']), "newer"],
  ["ours", snapshotOf(['{"format":1}']), "state"],
])("%s", (_words, snapshot, kind) => {
  expect(readState(snapshot).kind).toBe(kind);
});
