import { partName } from "../../application/changeWords";
import type { ComparedWorkbooks } from "../../application/compareWorkbooks";
import { textOf, type Change } from "../../domain/comparison/change";
import { formatAddress } from "../../domain/workbook/cellAddress";

/** The contract with scripts: keys and their order stay as they are. */
export function compareJson({
  old,
  new: now,
  changes,
  remarks,
  warnings,
}: ComparedWorkbooks): object {
  const { id, version } = now.template.structure.definition;
  return {
    old: { file: old.name, fingerprint: old.fingerprint },
    new: { file: now.name, fingerprint: now.fingerprint },
    template: { id, version },
    changes: changes.map(changeJson),
    notCompared: remarks,
    warnings,
  };
}

/** What was not there has no `before`, what is gone has no `after`. */
function changeJson(change: Change): object {
  const { kind, row, column, before, after, difference, oldCell, newCell } = change;
  return {
    kind,
    table: partName(change),
    row,
    column,
    before: before === undefined ? undefined : textOf(before),
    after: after === undefined ? undefined : textOf(after),
    difference: difference && textOf(difference),
    oldCell: oldCell && formatAddress(oldCell),
    newCell: newCell && formatAddress(newCell),
  };
}
