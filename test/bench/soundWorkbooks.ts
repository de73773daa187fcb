import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { randomWorkbook } from "../golden/randomWorkbook";
import { snapshotOf } from "../support/goldenWorkbook";
import { largeGolden } from "./largeUnit";

/** Sets that add up, figures typed as values: 全表有数, so many of made-up units, and a large unit. */
export function soundWorkbooks(random: number, largeItems: number): readonly WorkbookSnapshot[] {
  const units = Array.from({ length: random }, (_, index) => randomWorkbook(index + 1));
  return [quanbiaoyoushu, ...units, largeGolden(largeItems)].map(snapshotOf);
}
