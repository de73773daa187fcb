import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { formatPosition } from "../../../src/domain/workbook/cellAddress";
import { valueAt } from "../../../src/domain/workbook/workbookSnapshot";
import type { PlannedCell, WritePlan } from "../../../src/domain/workbook/writePlan";
import { headlessGrid } from "../../adapters/univer/headlessGrid";
import type { Engine } from "./excelHost";

/** With more changes than these the workbook is opened anew, which calculates all of it. */
const FEW = 50;

type Edit = PlannedCell & { readonly sheet: string };

/** Calculates a workbook with the engine of the page's grid; between two calls only what changed. */
export function gridEngine(): Engine {
  const grid = new UniverGrid(headlessGrid());
  let last: { plan: WritePlan; workbook: Awaited<ReturnType<UniverGrid["open"]>> } | undefined;
  return async (plan) => {
    const edits = last && editsBetween(last.plan, plan);
    if (last && edits && edits.length <= FEW) {
      if (edits.length > 0) await last.workbook.writeCells(edits);
      last.plan = plan;
    } else last = { plan, workbook: await grid.open(plan) };
    await last.workbook.settled();
    const { sheets } = await last.workbook.read();
    return (name, position) => {
      const sheet = sheets.find((each) => each.name === name);
      return sheet ? valueAt(sheet, position) : null;
    };
  };
}

/** undefined where more than contents of cells differs. */
function editsBetween(before: WritePlan, after: WritePlan): Edit[] | undefined {
  const frame = ({ sheets }: WritePlan) =>
    JSON.stringify(sheets.map(({ name, merges }) => [name, merges]));
  if (frame(before) !== frame(after)) return undefined;
  return after.sheets.flatMap(({ name, cells }, index) => {
    const known = byPosition(before.sheets[index]?.cells ?? []);
    const now = byPosition(cells);
    const gone = [...known.values()].filter((cell) => !now.has(formatPosition(cell)));
    const changed = [...now].filter(([key, cell]) => {
      const own = known.get(key);
      return own?.formula !== cell.formula || (!cell.formula && own?.value !== cell.value);
    });
    return [
      ...gone.map(({ row, column }): Edit => ({ sheet: name, row, column, value: null })),
      ...changed.map(([, cell]): Edit => ({ ...cell, sheet: name })),
    ];
  });
}

function byPosition(cells: readonly PlannedCell[]): Map<string, PlannedCell> {
  return new Map(cells.map((cell) => [formatPosition(cell), cell]));
}
