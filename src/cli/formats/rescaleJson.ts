import type { RescaledWorkbook, RestoredWorkbook } from "../../application/rescaleWorkbook";
import type { Template } from "../../domain/checking/compileTemplate";
import { formatAddress } from "../../domain/workbook/cellAddress";

export interface RescaledFiles {
  readonly file: string;
  readonly output: string;
  readonly list?: string;
}

/** The contract with scripts: keys and their order stay as they are; amounts are texts with all their digits. */
export function rescaleJson(files: RescaledFiles, rescaled: RescaledWorkbook): object {
  const { template, unitName, rescaling, unbalanced, unequal, shares, unread, unitNames } =
    rescaled;
  return {
    ...files,
    template: templateJson(template),
    unit: unitName,
    adjustments: rescaling.adjustments.map(
      ({ table, row, column, places, yuan, rounded, adjusted, difference }) => ({
        table: table.replace(/[《》]/gu, ""),
        row,
        column,
        cells: places.map(({ cell }) => formatAddress(cell)),
        yuan: yuan.toFixed(2),
        rounded: rounded.toFixed(2),
        adjusted: adjusted.toFixed(2),
        difference: difference.toFixed(2),
      }),
    ),
    unbalanced: unbalanced.map(({ relation, cells, words, tail, isGivenUp }) => ({
      code: relation.code,
      explanation: words,
      cells: cells.map(formatAddress),
      tail: tail.toFixed(2),
      givenUp: isGivenUp,
    })),
    unequal: unequal.map(({ relation, cells, words, difference }) => ({
      code: relation.code,
      explanation: words,
      cells: cells.map(formatAddress),
      difference: difference.toFixed(2),
    })),
    percentages: shares.map(({ place, words, published, exact }) => ({
      place,
      words,
      published,
      exact,
    })),
    unread: unread.map(({ cell, text }) => ({ cell: formatAddress(cell), text })),
    unitNames: unitNames.map(({ name }) => name),
  };
}

export function restoreJson(
  files: RescaledFiles,
  { template, changed, converted }: RestoredWorkbook,
): object {
  return {
    ...files,
    template: templateJson(template),
    changed: changed.map(({ cell }) => formatAddress(cell)),
    converted: converted.map(({ cell }) => formatAddress(cell)),
  };
}

function templateJson({ structure }: Template): object {
  const { id, version } = structure.definition;
  return { id, version };
}
