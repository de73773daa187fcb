import { applyUpdate, type TextUpdate } from "../../domain/narrative/update/textUpdate";
import { formatAddress } from "../../domain/workbook/cellAddress";

/** The contract with scripts: keys and their order stay as they are. */
export function updatedTextJson(update: TextUpdate): object {
  return {
    replacements: update.replacements.map(({ kind, from, to, start, end, cells, why }) => ({
      ...{ kind, from, to, start, end, cells: cells.map(formatAddress), why },
    })),
    leftOvers: update.leftOvers.map(({ kind, quote, start, end, why }) => ({
      ...{ kind, quote, start, end, why },
    })),
    text: applyUpdate(update),
  };
}
