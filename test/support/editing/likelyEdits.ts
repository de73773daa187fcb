import type { CellValue, WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import type { RandomNumbers } from "../../golden/randomNumbers";
import type { SheetEdit } from "./sheetEdits";

/** One sheet in front of the person. */
interface Sheet {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

type Make = (sheet: Sheet, random: RandomNumbers) => SheetEdit | undefined;
type Wanted = (value: CellValue) => boolean;

interface LikelyEdit {
  /** How often people do it, against the others. */
  readonly weight: number;
  /** Rows, codes, labels and headings: after it everything is judged anew. */
  readonly reshapes?: true;
  readonly make: Make;
}

/** Titles, units and headings stand above. */
const FIRST_BODY_ROW = 7;
const TRIES = 60;

const isFigure: Wanted = (value) => typeof value === "number";
const isBlank: Wanted = (value) => value === null;
const isCode: Wanted = (value) => typeof value === "string" && /^[0-9]{3,7}$/u.test(value);
const isLabel: Wanted = (value) =>
  typeof value === "string" && value.length > 2 && !/^[0-9]/u.test(value);

const otherFigure = (random: RandomNumbers) => random.amount(500).toNumber();
const otherCode = (random: RandomNumbers) => `20${String(random.integer(10_000, 99_999))}`;

export const LIKELY_EDITS = {
  "another figure": { weight: 30, make: typing(isFigure, otherFigure) },
  "a figure off by a cent": {
    weight: 8,
    make: typing(isFigure, (random, value) => cents(Number(value) + random.pick([0.01, -0.01]))),
  },
  "a slip of the pen": { weight: 8, make: typing(isFigure, slip) },
  "a negative figure": { weight: 4, make: typing(isFigure, (random) => -otherFigure(random)) },
  "a zero": { weight: 5, make: typing(isFigure, () => 0) },
  "a blank": { weight: 7, make: typing(isFigure, () => null) },
  "a figure in a blank cell": { weight: 6, make: typing(isBlank, otherFigure) },
  "a stroke": {
    weight: 4,
    make: typing(isFigure, (random) => random.pick(["—", "-", "/", "无"])),
  },
  "a text in a figure cell": {
    weight: 3,
    make: typing(isFigure, (random) => random.pick(["约12", "12.5万", "1，234.00", "(3.50)", " "])),
  },
  "no figure at all": {
    weight: 2,
    make: typing(isFigure, (random) =>
      random.pick([{ error: "#REF!" }, { error: "#DIV/0!" }, true]),
    ),
  },
  "figures of many cells": { weight: 4, make: pasted },
  "another code": { weight: 2, reshapes: true, make: typing(isCode, otherCode) },
  "a code that stands already": { weight: 2, reshapes: true, make: repeatedCode },
  "a code cut short": {
    weight: 1,
    reshapes: true,
    make: typing(isCode, (_, value) => (typeof value === "string" ? value.slice(0, -2) : value)),
  },
  "no code": { weight: 1, reshapes: true, make: typing(isCode, () => null) },
  "another label": { weight: 2, reshapes: true, make: typing(isLabel, () => "某某支出") },
  "no label": { weight: 1, reshapes: true, make: typing(isLabel, () => null) },
  "a text above the table": { weight: 1, reshapes: true, make: typingAbove },
  "a row added": { weight: 2, reshapes: true, make: rowAdded(true) },
  "a row repeated": { weight: 1, reshapes: true, make: rowAdded(false) },
  "a row deleted": { weight: 2, reshapes: true, make: rowDeleted },
  "every figure gone": { weight: 0.3, reshapes: true, make: emptied },
  nothing: { weight: 0.5, make: ({ name }) => ({ kind: "cells", sheet: name, cells: [] }) },
} as const satisfies Readonly<Record<string, LikelyEdit>>;

export type EditName = keyof typeof LIKELY_EDITS;
export const EDIT_NAMES = Object.keys(LIKELY_EDITS) as EditName[];
const FIGURE_EDITS = EDIT_NAMES.filter((name) => !("reshapes" in LIKELY_EDITS[name]));

/** Undefined where the sheet in front of the person has nothing of the kind. */
export function makeEdit(
  name: EditName,
  { sheets }: WorkbookSnapshot,
  random: RandomNumbers,
): SheetEdit | undefined {
  return LIKELY_EDITS[name].make(random.pick(sheets), random);
}

export function anyEdit(random: RandomNumbers, reshapes: boolean): EditName {
  const names = reshapes ? EDIT_NAMES : FIGURE_EDITS;
  let left = random.next() * names.reduce((sum, name) => sum + LIKELY_EDITS[name].weight, 0);
  for (const name of names) {
    left -= LIKELY_EDITS[name].weight;
    if (left < 0) return name;
  }
  return "nothing";
}

function placeOf(sheet: Sheet, random: RandomNumbers, wanted: Wanted, from = FIRST_BODY_ROW) {
  for (let attempt = 0; attempt < TRIES && sheet.values.length >= from; attempt += 1) {
    const row = random.integer(from, sheet.values.length);
    const cells = sheet.values[row - 1] ?? [];
    const column = random.integer(1, Math.max(cells.length, 1));
    const value = cells[column - 1] ?? null;
    if (wanted(value)) return { row, column, value };
  }
  return undefined;
}

function typed({ name }: Sheet, ...cells: readonly Place[]): SheetEdit {
  return { kind: "cells", sheet: name, cells };
}

function typing(
  wanted: Wanted,
  make: (random: RandomNumbers, value: CellValue) => CellValue,
): Make {
  return (sheet, random) => {
    const place = placeOf(sheet, random, wanted);
    return place && typed(sheet, { ...place, value: make(random, place.value) });
  };
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

function slip(random: RandomNumbers, value: CellValue): number {
  const figure = Number(value);
  const digits = figure.toFixed(2);
  return random.pick([
    -figure,
    cents(figure * 10_000),
    cents(figure / 10),
    Math.trunc(figure),
    Number(digits.replace(/([0-9])([0-9])/u, "$2$1")),
  ]);
}

/** Below one another, blanks among them. */
function pasted(sheet: Sheet, random: RandomNumbers): SheetEdit | undefined {
  const place = placeOf(sheet, random, isFigure);
  if (!place) return undefined;
  const count = Math.min(random.integer(2, 20), sheet.values.length - place.row + 1);
  const cells = Array.from({ length: count }, (_, index) => ({
    row: place.row + index,
    column: place.column,
    value: random.chance(0.2) ? null : otherFigure(random),
  }));
  return typed(sheet, ...cells);
}

function repeatedCode(sheet: Sheet, random: RandomNumbers): SheetEdit | undefined {
  const place = placeOf(sheet, random, isCode);
  const other = placeOf(sheet, random, isCode);
  return place && other && typed(sheet, { ...place, value: other.value });
}

function typingAbove(sheet: Sheet, random: RandomNumbers): SheetEdit | undefined {
  const texts = ["单位：元", "2021年度", "公开10表", "部门：示例单位", "决算数", ""];
  const place = placeOf(sheet, random, (value) => typeof value === "string", 1);
  if (!place || place.row >= FIRST_BODY_ROW) return undefined;
  return typed(sheet, { ...place, value: random.pick(texts) });
}

function rowAdded(isNew: boolean): Make {
  return (sheet, random) => {
    const place = placeOf(sheet, random, isCode);
    if (!place) return undefined;
    const values = [...(sheet.values[place.row - 1] ?? [])];
    if (isNew) values[place.column - 1] = otherCode(random);
    return { kind: "insertRow", sheet: sheet.name, row: place.row + 1, values };
  };
}

function rowDeleted(sheet: Sheet, random: RandomNumbers): SheetEdit | undefined {
  const place = placeOf(sheet, random, isCode);
  return place && { kind: "deleteRow", sheet: sheet.name, row: place.row };
}

/** And the note that says so. */
function emptied(sheet: Sheet): SheetEdit {
  const cells = sheet.values.flatMap((row, index) =>
    row.flatMap((value, at) => {
      const place = { row: index + 1, column: at + 1, value: 0 };
      return index + 1 >= FIRST_BODY_ROW && isFigure(value) ? [place] : [];
    }),
  );
  const value = "2020年度本单位没有这项收支，故本表无数据。";
  return typed(sheet, ...cells, { row: sheet.values.length + 1, column: 1, value });
}
