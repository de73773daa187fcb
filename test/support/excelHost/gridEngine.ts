import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { valueAt } from "../../../src/domain/workbook/workbookSnapshot";
import { headlessGrid } from "../../adapters/univer/headlessGrid";
import type { Engine } from "./excelHost";

/** Calculates a whole workbook with the engine of the page's grid. */
export function gridEngine(): Engine {
  const grid = new UniverGrid(headlessGrid());
  return async (plan) => {
    const workbook = await grid.open(plan);
    await workbook.settled();
    const { sheets } = await workbook.read();
    return (name, position) => {
      const sheet = sheets.find((each) => each.name === name);
      return sheet ? valueAt(sheet, position) : null;
    };
  };
}
