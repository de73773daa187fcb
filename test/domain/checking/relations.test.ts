import type { Template } from "../../../src/domain/checking/compileTemplate";
import { relationReferences, type Relation } from "../../../src/domain/checking/relation";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { snapshotOf } from "../../support/goldenWorkbook";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import {
  applicableIn,
  cellKey,
  findingsOf,
  movesOf,
  typed,
  verdictsOf,
  type Move,
} from "../../support/movedFigures";
import { shippedPackages } from "../../support/shippedPackages";

describe.each(shippedPackages())("every relation of $id", ({ template, sets }) => {
  const read = (snapshot: WorkbookSnapshot) => recognise(snapshot, template.structure);
  const disclosures = sets.map((set) => read(snapshotOf(set)));
  const relations = template.relations.map((relation) => ({
    code: relation.code,
    relation,
    disclosure: applicableIn(relation, disclosures, template),
  }));

  /** What the relation finds in the set after each of the moves, one at a time. */
  function after(move: Move, { snapshot }: Disclosure) {
    const findings = findingsOf(move.relation, read(typed(snapshot, move)), template);
    const looksThere = findings.filter(({ cells }) =>
      cells.map(cellKey).includes(cellKey(move.cell)),
    );
    return { findings, looksThere };
  }

  test.each(relations)(
    "$code holds in a full set, and always applies",
    ({ relation, disclosure }) => {
      const states = verdictsOf(relation, disclosure, template).map(({ state }) => state);
      expect(states.length).toBeGreaterThan(0);
      expect(new Set(states)).toEqual(new Set(["passed"]));
    },
  );

  test.each(relations)(
    "$code fails past its bound, and names the moved cell",
    ({ relation, disclosure }) => {
      for (const move of movesOf(relation, disclosure, template).beyond) {
        expect(after(move, disclosure).looksThere.map(({ state }) => state)).toContain("failed");
      }
    },
  );

  const bounded = relations.filter(
    ({ relation, disclosure }) => movesOf(relation, disclosure, template).atBound.length > 0,
  );

  test.each(bounded)("$code is a 尾差 exactly at its bound", ({ relation, disclosure }) => {
    for (const move of movesOf(relation, disclosure, template).atBound) {
      expect(after(move, disclosure).looksThere.map(({ state }) => state)).toContain(
        "roundingTail",
      );
    }
  });

  test.each(relations)(
    "$code cannot be told from a text, and says where",
    ({ relation, disclosure }) => {
      for (const move of movesOf(relation, disclosure, template).texts) {
        const undetermined = after(move, disclosure).looksThere.filter(
          ({ state }) => state === "undetermined",
        );
        expect(undetermined.length).toBeGreaterThan(0);
        for (const { explanation } of undetermined) expect(explanation).toContain(move.value);
      }
    },
  );

  test.each(relations)(
    "$code cannot be told without one of its tables",
    ({ relation, disclosure }) => {
      for (const table of tablesOf(relation)) {
        const without = withoutTable(disclosure, table, template);
        const verdicts = verdictsOf(relation, without, template);
        // Rows of a table that is not there cannot be listed; that it is missing is a finding of its own.
        const listsItsRows = verdictsOf(relation, disclosure, template).length > 1;
        if (!listsItsRows) expect(verdicts).toHaveLength(1);
        const { title } = template.structure.tables.get(table)!.definition;
        for (const { explanation, state } of findingsOf(relation, without, template)) {
          expect([state, explanation]).toEqual([
            "undetermined",
            expect.stringContaining(`《${title}》`),
          ]);
        }
        expect(new Set(verdicts.map(({ state }) => state)).size).toBeLessThanOrEqual(1);
      }
    },
  );
});

function tablesOf(relation: Relation): ReadonlySet<string> {
  return new Set(relationReferences(relation.comparing).map(({ table }) => table.key));
}

function withoutTable(disclosure: Disclosure, table: string, { structure }: Template): Disclosure {
  const sheet = disclosure.placement.tables.get(table)?.sheet;
  const { snapshot } = disclosure;
  const sheets = snapshot.sheets.filter(({ name }) => name !== sheet);
  return recognise({ ...snapshot, sheets }, structure);
}
