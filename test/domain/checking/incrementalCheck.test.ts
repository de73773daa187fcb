import { startCheck } from "../../../src/domain/checking/incrementalCheck";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { fiscalOnly } from "../../golden/fiscalOnly";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { RandomNumbers } from "../../golden/randomNumbers";
import { randomWorkbook } from "../../golden/randomWorkbook";
import { seed001 } from "../../golden/seed001";
import { differenceAfter, findDifference } from "../../support/editing/incrementalDifference";
import { EDIT_NAMES, makeEdit } from "../../support/editing/likelyEdits";
import { applyEdit } from "../../support/editing/sheetEdits";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();

const WORKBOOKS: readonly (readonly [string, Golden])[] = [
  ["seed 001", seed001],
  ["全表有数", quanbiaoyoushu],
  ["全是财政拨款", fiscalOnly],
  ...[4, 5, 6, 10].map((seed) => [`random unit ${String(seed)}`, randomWorkbook(seed)] as const),
];

test.each(WORKBOOKS)("%s: after any edits the report is that of a full check", (_name, golden) => {
  const first = snapshotOf(golden);
  const run = { first, template, seed: golden.name.length, edits: 300, every: 25 };
  expect(findDifference(run)).toBeUndefined();
});

test.each(EDIT_NAMES)("%s: the report is that of a full check", (name) => {
  const random = new RandomNumbers(name.length);
  const first = snapshotOf(quanbiaoyoushu);
  for (let made = 0; made < 5;) {
    const edit = makeEdit(name, first, random);
    if (!edit) continue;
    made += 1;
    expect(differenceAfter([edit], first, template)).toBeUndefined();
  }
});

test("a figure that relations ask for first: they are judged again", () => {
  const first = snapshotOf(fiscalOnly);
  const sheet = first.sheets.find(({ name }) => name === "公开04表");
  const row = (sheet?.values.findIndex(([label]) => label === "年初财政拨款结转和结余") ?? -1) + 1;
  const session = startCheck(recognise(first, template.structure), template);
  const states = () => session.verdicts.filter(({ relation }) => relation.code === "K230");
  expect(new Set(states().map(({ state }) => state))).toEqual(new Set(["passed"]));
  const { snapshot } = applyEdit(first, {
    kind: "cells",
    sheet: "公开04表",
    cells: [{ row, column: 3, value: 5 }],
  });
  session.update(recognise(snapshot, template.structure));
  expect(new Set(states().map(({ state }) => state))).toEqual(new Set(["notApplicable"]));
});

describe("one figure of 收入决算表 changed", () => {
  const first = snapshotOf(seed001);
  const { snapshot: changed } = applyEdit(first, {
    kind: "cells",
    sheet: "公开02表",
    cells: [{ row: rowOf("20103"), column: 4, value: 1234.56 }],
  });

  function rowOf(code: string): number {
    const sheet = first.sheets.find(({ name }) => name === "公开02表");
    return (sheet?.values.findIndex(([each]) => each === code) ?? -1) + 1;
  }

  const session = startCheck(recognise(first, template.structure), template);
  const before = session.verdicts;
  session.update(recognise(changed, template.structure));
  const after = session.verdicts;

  test("only the relations that add it up are judged again", () => {
    const again = after.filter((verdict, index) => verdict !== before[index]);
    expect(again.map(({ relation, state }) => `${relation.code} ${state}`).sort()).toEqual([
      "K111 failed",
      "K113 failed",
      "K113 failed",
      "K230 passed",
      "K231 failed",
    ]);
  });

  test("the same workbook read again changes no verdict", () => {
    session.update(recognise(changed, template.structure));
    expect(session.verdicts).toBe(after);
  });
});
