import type { CellRange } from "../../../src/domain/workbook/cellAddress";
import {
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../../src/domain/workbook/workbookSnapshot";

interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** What a person does to a sheet at one time. Rows and columns count from 1. */
export type SheetEdit =
  | { readonly kind: "cells"; readonly sheet: string; readonly cells: readonly TypedCell[] }
  | {
      readonly kind: "insertRow";
      readonly sheet: string;
      readonly row: number;
      readonly values: readonly CellValue[];
    }
  | { readonly kind: "deleteRow"; readonly sheet: string; readonly row: number };

export interface Edited {
  /** Sheets that were not edited are the same objects, as hosts hand them over. */
  readonly snapshot: WorkbookSnapshot;
  readonly undo: SheetEdit;
}

export function applyEdit(snapshot: WorkbookSnapshot, edit: SheetEdit): Edited {
  const sheet = snapshot.sheets.find(({ name }) => name === edit.sheet);
  if (!sheet) throw new Error(`no sheet ${edit.sheet}`);
  const next = editedSheet(sheet, edit);
  return {
    snapshot: { sheets: snapshot.sheets.map((each) => (each === sheet ? next : each)) },
    undo: undoOf(sheet, edit),
  };
}

function editedSheet(sheet: SheetSnapshot, edit: SheetEdit): SheetSnapshot {
  const values = [...sheet.values];
  switch (edit.kind) {
    case "cells":
      for (const { row, column, value } of edit.cells) {
        while (values.length < row) values.push([]);
        const cells = [...(values[row - 1] ?? [])];
        while (cells.length < column) cells.push(null);
        cells[column - 1] = value;
        values[row - 1] = cells;
      }
      return { ...sheet, values };
    case "insertRow":
      values.splice(edit.row - 1, 0, edit.values);
      return { ...sheet, values, merges: sheet.merges.map((each) => moved(each, edit.row, 1)) };
    case "deleteRow":
      values.splice(edit.row - 1, 1);
      return {
        ...sheet,
        values,
        merges: sheet.merges
          .map((each) => moved(each, edit.row + 1, -1))
          .filter(({ top, bottom }) => top <= bottom),
      };
  }
}

/** As a host moves merged areas with their rows; the area around the place grows or shrinks. */
function moved(merge: CellRange, from: number, by: number): CellRange {
  const top = merge.top >= from ? merge.top + by : merge.top;
  const bottom = merge.bottom >= (by < 0 ? from - 1 : from) ? merge.bottom + by : merge.bottom;
  return { ...merge, top, bottom };
}

function undoOf(sheet: SheetSnapshot, edit: SheetEdit): SheetEdit {
  const { sheet: name } = edit;
  switch (edit.kind) {
    case "cells": {
      const cells = edit.cells.map(({ row, column }) => {
        return { row, column, value: valueAt(sheet, { row, column }) };
      });
      return { kind: "cells", sheet: name, cells };
    }
    case "insertRow":
      return { kind: "deleteRow", sheet: name, row: edit.row };
    case "deleteRow": {
      const values = sheet.values[edit.row - 1] ?? [];
      return { kind: "insertRow", sheet: name, row: edit.row, values };
    }
  }
}
