import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import type { GridModel } from "./gridModel";

/** Mutations that move cells: references and marks must be looked after. */
const STRUCTURE = new Set(
  [
    "insert-row",
    "remove-rows",
    "move-rows",
    "insert-col",
    "remove-col",
    "move-columns",
    "insert-sheet",
    "remove-sheet",
    "set-worksheet-name",
  ].map((name) => `sheet.mutation.${name}`),
);

/** Mutations that change only looks which are kept up by ourselves, or no cell at all. */
const LOOKS = new Set(
  [
    "set-worksheet-row-auto-height",
    "set-worksheet-row-is-auto-height",
    "set-row-data",
    "set-col-data",
  ].map((name) => `sheet.mutation.${name}`),
);

export interface GridChange {
  /** Undefined when the sheet is not there any more. */
  readonly sheetId?: string;
  readonly moves: boolean;
}

interface MutationParams {
  readonly unitId?: string;
  readonly subUnitId?: string;
}

/**
 * What a person or we changed, undone and redone changes included. The results that the grid's own calculation writes
 * are told apart: they do not start another look by themselves.
 */
export function onGridChange(model: GridModel, listener: (change: GridChange) => void): () => void {
  const subscription = model.commands.onCommandExecuted((command, options) => {
    const change = changeOf(command, options, model.unitId);
    if (change) listener(change);
  });
  return () => {
    subscription.dispose();
  };
}

function changeOf(
  { id, params = {} }: Readonly<ICommandInfo>,
  options: IExecutionOptions | undefined,
  ours: string,
): GridChange | undefined {
  if (!id.startsWith("sheet.mutation.") || LOOKS.has(id)) return undefined;
  if (options?.["fromFormula"] === true) return undefined;
  const { unitId, subUnitId } = params as MutationParams;
  if (unitId !== ours) return undefined;
  return { ...(subUnitId === undefined ? {} : { sheetId: subUnitId }), moves: STRUCTURE.has(id) };
}
