import { comments, links, properties } from "./attachedParts";
import { detail } from "./detail";
import { hiddenLines, hiddenSheets, shownWorkingSheets } from "./hiddenParts";
import { completeness, manner, timeliness, truth } from "./inspection";
import { gaps, leftovers } from "./leftovers";
import { errorValues, mustFix } from "./openMatters";
import { otherYears } from "./otherYears";
import { personalNumbers } from "./personalNumbers";
import { publishedCells } from "./publishedTexts";
import type { ReadinessInput, ReadinessLine } from "./readinessLine";

/** What must not be published with a workbook, and what must not be missing from it; every topic has a line. */
export function readinessOf(input: ReadinessInput): ReadinessLine[] {
  const cells = publishedCells(input.disclosure);
  return [
    ...hiddenSheets(input),
    ...shownWorkingSheets(input),
    ...hiddenLines(input),
    ...comments(input),
    ...links(input),
    ...properties(input),
    ...personalNumbers(cells),
    ...leftovers(cells),
    ...otherYears(input, cells),
    ...gaps(cells),
    ...errorValues(input),
    ...mustFix(input),
    ...timeliness(),
    ...completeness(input),
    ...truth(input),
    ...detail(input, cells),
    ...manner(),
  ];
}
