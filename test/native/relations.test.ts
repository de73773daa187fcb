import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { AUDIT_SHEET } from "../../src/domain/workbook/resultSheets";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { snapshotOf } from "../support/goldenWorkbook";
import { describeWithLibreOffice, readCells } from "../support/libreoffice";
import {
  applicableIn,
  cellKey,
  cellsRead,
  movesOf,
  typed,
  type Move,
} from "../support/movedFigures";
import type { State } from "../../src/domain/checking/verdict";
import { resultWord } from "../../src/domain/layout/resultWords";
import { differences, exactResults } from "../support/native";
import { shippedPackages, type ShippedPackage } from "../support/shippedPackages";

/** A set in which so many figures are moved that do not meddle with each other's relations. */
interface Batch {
  readonly moves: readonly Move[];
  readonly snapshot: WorkbookSnapshot;
}

describeWithLibreOffice.each(shippedPackages())("native checks of $id", (shipped) => {
  const { template } = shipped;

  test.each([
    ...numbered(batches(shipped, "beyond"), "past its bound", ["failed"]),
    // A part that is a total of its own can break the sum of its parts.
    ...numbered(batches(shipped, "atBound"), "exactly at its bound", [
      "roundingTail",
      "failed",
    ] as const),
  ])("agree about every figure $what ($number)", async ({ moves, snapshot, results }) => {
    const { plan, calculated, native } = await calculate(snapshot);
    expect(differences(plan, calculated)).toEqual([]);
    const exact = exactResults(snapshot, template);
    for (const { relation } of moves) {
      const words = results.map((state) => resultWord(state, relation));
      expect(words).toContain(exact.get(relation.code));
    }
    for (const [code, words] of exact) expect([code, native.get(code)]).toEqual([code, words]);
  });

  test.each(numbered(batches(shipped, "texts"), "text", []))(
    "say 数据不足 about every text, and nothing false about the rest ($number)",
    async ({ moves, snapshot }) => {
      const { native } = await calculate(snapshot);
      for (const { relation } of moves) {
        expect([relation.code, native.get(relation.code)]).toEqual([relation.code, "数据不足"]);
      }
      for (const [code, words] of exactResults(snapshot, template)) {
        if (native.get(code) !== "数据不足")
          expect([code, native.get(code)]).toEqual([code, words]);
      }
    },
  );

  async function calculate(snapshot: WorkbookSnapshot) {
    const figures = recognise(snapshot, template.structure);
    const plan = layOutWorkbook(template, { unitName: "示例市某某中心", year: 2020, figures });
    const calculated = await readCells(await new XlsxFile().write(plan));
    const native = new Map(calculated[AUDIT_SHEET]!.map((row) => [row[0], row[6]]));
    return { plan, calculated, native };
  }
});

function numbered(found: readonly Batch[], what: string, results: readonly State[]) {
  return found.map((batch, index) => ({ ...batch, what, results, number: index + 1 }));
}

/** As few as can be: a move joins the first batch whose relations do not look at its cell, nor its own at theirs. */
function batches(
  { template, sets }: ShippedPackage,
  kind: "beyond" | "atBound" | "texts",
): readonly Batch[] {
  const disclosures = sets.map((set) => recognise(snapshotOf(set), template.structure));
  const groups: {
    disclosure: Disclosure;
    moves: { move: Move; reads: ReadonlySet<string> }[];
  }[] = [];
  template.relations.forEach((relation, index) => {
    const disclosure = applicableIn(relation, disclosures, template);
    const reads = cellsRead(relation, disclosure, template);
    const both = movesOf(relation, disclosure, template)[kind];
    // LibreOffice takes seconds for each batch: past the bound on both sides, else on one or the other.
    const chosen = kind === "beyond" ? both : both.filter((_move, side) => side === index % 2);
    for (const move of chosen) {
      const group = groups.find(
        (others) =>
          others.disclosure === disclosure &&
          others.moves.every(
            (other) => !other.reads.has(cellKey(move.cell)) && !reads.has(cellKey(other.move.cell)),
          ),
      );
      if (group) group.moves.push({ move, reads });
      else groups.push({ disclosure, moves: [{ move, reads }] });
    }
  });
  return groups.map((group) => {
    const moves = group.moves.map(({ move }) => move);
    return { moves, snapshot: typed(group.disclosure.snapshot, ...moves) };
  });
}
