import { checkDisclosure, type CheckReport } from "../../../src/domain/checking/checkDisclosure";
import { startCheck } from "../../../src/domain/checking/incrementalCheck";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type { CellValue, WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { RandomNumbers } from "../../golden/randomNumbers";
import { randomWorkbook } from "../../golden/randomWorkbook";
import { seed001 } from "../../golden/seed001";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();

type Sheet = CellValue[][];
type Edit = (sheet: Sheet, random: RandomNumbers) => void;

const FIRST_BODY_ROW = 6;

function anyCell(sheet: Sheet, random: RandomNumbers, wanted: (value: CellValue) => boolean) {
  const places = sheet.flatMap((row, index) =>
    row.flatMap((value, column) =>
      index >= FIRST_BODY_ROW && wanted(value) ? [{ row, index, column }] : [],
    ),
  );
  return places.length === 0 ? undefined : random.pick(places);
}

const isFigure = (value: CellValue) => typeof value === "number";
const isCode = (value: CellValue) => typeof value === "string" && /^[0-9]{3,7}$/u.test(value);
const isLabel = (value: CellValue) => typeof value === "string" && value.length > 2;

function put(wanted: (value: CellValue) => boolean, make: (random: RandomNumbers) => CellValue) {
  return (sheet: Sheet, random: RandomNumbers) => {
    const place = anyCell(sheet, random, wanted);
    if (place) place.row[place.column] = make(random);
  };
}

const EDITS: Readonly<Record<string, Edit>> = {
  "a figure": put(isFigure, (random) => random.amount(500).toNumber()),
  "a figure by a cent": (sheet, random) => {
    const place = anyCell(sheet, random, isFigure);
    if (place) place.row[place.column] = Number(place.row[place.column]) + 0.01;
  },
  "figures of many cells": (sheet, random) => {
    for (let count = 0; count < 20; count += 1) {
      put(isFigure, () => random.amount(500).toNumber())(sheet, random);
    }
  },
  "a zero": put(isFigure, () => 0),
  "a blank": put(isFigure, () => null),
  "a stroke": put(isFigure, () => "—"),
  "a text in a figure cell": put(isFigure, () => "约12"),
  "an error value": put(isFigure, () => ({ error: "#REF!" })),
  "a figure in a blank cell": put(
    (value) => value === null,
    (random) => random.amount(500).toNumber(),
  ),
  "another code": put(isCode, (random) => `20${String(random.integer(10_000, 99_999))}`),
  "another label": put(isLabel, () => "某某支出"),
  "a row added": (sheet, random) => {
    const place = anyCell(sheet, random, isCode);
    if (!place) return;
    const added = [...place.row];
    added[place.column] = `20${String(random.integer(10_000, 99_999))}`;
    sheet.splice(place.index + 1, 0, added);
  },
  "a row deleted": (sheet, random) => {
    const place = anyCell(sheet, random, isCode);
    if (place) sheet.splice(place.index, 1);
  },
  "every figure gone": (sheet) => {
    for (const row of sheet.slice(FIRST_BODY_ROW)) {
      for (const [column, value] of row.entries()) if (isFigure(value)) row[column] = 0;
    }
    sheet.push(["2020年度本单位没有这项收支，故本表无数据。"]);
  },
  nothing: () => undefined,
};

/** A later reading of the workbook: everything read anew, one sheet edited. */
function edited(
  snapshot: WorkbookSnapshot,
  edit: (sheet: Sheet) => void,
  sheetName: string,
): WorkbookSnapshot {
  return {
    sheets: snapshot.sheets.map((sheet) => {
      const values = sheet.values.map((row) => [...row]);
      if (sheet.name === sheetName) edit(values);
      return { ...sheet, values };
    }),
  };
}

function editedSomewhere(snapshot: WorkbookSnapshot, edit: Edit, random: RandomNumbers) {
  const tables = snapshot.sheets.map(({ name }) => name).filter((name) => name.startsWith("公开"));
  return edited(
    snapshot,
    (sheet) => {
      edit(sheet, random);
    },
    random.pick(tables),
  );
}

/** Verdict by verdict, with figures as text: the relations themselves are the same objects. */
function told({ verdicts, findings, summary }: CheckReport) {
  return {
    verdicts: verdicts.map(({ relation, left, right, difference, allowed, ...rest }) => ({
      code: relation.code,
      amounts: [left, right, difference, allowed].map((amount) => amount?.toFixed()),
      ...rest,
    })),
    findings,
    summary,
  };
}

function expectSame(incremental: CheckReport, full: CheckReport): void {
  const [actual, expected] = [told(incremental), told(full)];
  // Thousands of verdicts: compared one by one only to show what differs.
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

const WORKBOOKS: readonly (readonly [string, Golden])[] = [
  ["seed 001", seed001],
  ["全表有数", quanbiaoyoushu],
  ...[4, 5, 6, 10].map((seed) => [`random unit ${String(seed)}`, randomWorkbook(seed)] as const),
];

test.each(WORKBOOKS)("%s: after any edits the report is that of a full check", (_name, golden) => {
  const random = new RandomNumbers(golden.name.length);
  let snapshot = snapshotOf(golden);
  const session = startCheck(recognise(snapshot, template.structure), template);
  for (let step = 0; step < 40; step += 1) {
    const edit = random.pick(Object.values(EDITS));
    snapshot = editedSomewhere(snapshot, edit, random);
    const disclosure = recognise(snapshot, template.structure);
    session.update(disclosure);
    expectSame(session.report, checkDisclosure(disclosure, template));
  }
});

test.each(Object.entries(EDITS))("%s: the report is that of a full check", (name, edit) => {
  const random = new RandomNumbers(name.length);
  const first = snapshotOf(quanbiaoyoushu);
  for (let step = 0; step < 8; step += 1) {
    const session = startCheck(recognise(first, template.structure), template);
    const next = recognise(editedSomewhere(first, edit, random), template.structure);
    session.update(next);
    expectSame(session.report, checkDisclosure(next, template));
  }
});

describe("one figure of 收入决算表 changed", () => {
  const first = snapshotOf(seed001);
  const changed = edited(
    first,
    (sheet) => {
      const row = sheet.find(([code]) => code === "20103");
      row![3] = 1234.56;
    },
    "公开02表",
  );

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
