import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutAdjustments } from "../domain/layout/lists/adjustmentList";
import { readOriginals, restore, type Originals } from "../domain/rescaling/originals";
import { rescaledBefore } from "../domain/rescaling/rescale";
import { formatPosition, type CellAddress } from "../domain/workbook/cellAddress";
import { readState } from "../domain/workbook/stateSheet";
import {
  valueAt,
  type CellValue,
  type WorkbookSnapshot,
} from "../domain/workbook/workbookSnapshot";
import type { WritePlan } from "../ports/workbookPorts";
import type { StandingSet } from "./fillFigures";
import { stateCells } from "./keptState";
import { withoutOriginals, wordsOf } from "./rescaleFigures";

const WAN = 10_000;

export interface RestoredCell extends CellAddress {
  /** 万元 with all digits. */
  readonly value: number;
  readonly expected: CellValue;
}

/** 恢复舍位前的数, in the set that stands. */
export interface RestorePlan {
  readonly cells: readonly RestoredCell[];
  /** Typed over since: they stay. */
  readonly changed: readonly CellAddress[];
  /** What no longer is to be kept goes too. */
  readonly state: ReturnType<typeof stateCells>;
}

/** Undefined where the set keeps no figures from before. */
export function planRestore({ disclosure }: StandingSet): RestorePlan | undefined {
  const { snapshot } = disclosure;
  const state = readState(snapshot);
  const kept = readOriginals(state);
  if (state.kind !== "state" || kept.kind !== "originals") return undefined;
  const { originals, changed } = restore(disclosure, kept.originals);
  const typed = new Set(changed.map(({ cell }) => cell));
  const found = originals.flatMap(({ figure: { cell }, yuan }) => {
    const standing = typedAt(snapshot, cell);
    return standing ? [{ ...cell, ...standing, cell, value: yuan.div(WAN).toNumber() }] : [];
  });
  return {
    cells: found.flatMap(({ cell, value, expected }) =>
      typed.has(cell) || value === expected ? [] : [{ ...cell, value, expected }],
    ),
    changed: found.map(({ cell }) => cell).filter((cell) => typed.has(cell)),
    state: stateCells(snapshot, withoutOriginals(state.sections)),
  };
}

/** Totals are formulas: they follow. */
function typedAt(
  { sheets }: WorkbookSnapshot,
  cell: CellAddress,
): { readonly expected: CellValue } | undefined {
  const sheet = sheets.find(({ name }) => name === cell.sheet);
  if (!sheet || sheet.formulas.has(formatPosition(cell))) return undefined;
  return { expected: valueAt(sheet, cell) };
}

/** 舍位调整清单 of the set that stands, as a sheet of its own. */
export function planAdjustmentList({ template, disclosure }: StandingSet): WritePlan | undefined {
  const kept = readOriginals(readState(disclosure.snapshot));
  if (kept.kind !== "originals") return undefined;
  const before = beforeRounding(kept.originals, disclosure);
  const { adjustments, unbalanced } = rescaledBefore(template, ...before, disclosure);
  const { year, structure } = disclosure;
  return layOutAdjustments(adjustments, {
    unitName: unitNameOf(disclosure),
    year: year ?? structure.definition.year,
    remarks: unbalanced.map((each) => wordsOf(each, disclosure, template)),
  });
}

function beforeRounding(
  kept: Originals,
  disclosure: StandingSet["disclosure"],
): [StandingSet["disclosure"], (table: string) => "元" | "万元"] {
  const inYuan = restore(disclosure, kept);
  const isKept = (table: string) => kept.tables[table] !== undefined;
  return [
    {
      ...disclosure,
      figuresAt: (table, ...place) =>
        (isKept(table) ? inYuan : disclosure).figuresAt(table, ...place),
    },
    (table) => (isKept(table) ? "元" : "万元"),
  ];
}
