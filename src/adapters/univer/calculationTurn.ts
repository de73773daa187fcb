import type { ICommandService } from "@univerjs/core";
import {
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import { pageIsFree } from "./pageIsFree";

const START: string = SetFormulaCalculationStartMutation.id;
const STOP: string = SetFormulaCalculationStopMutation.id;

export interface CalculationWatch {
  /** How many changes there have been. */
  changes(): number;
  /** A calculation begins, with the changes up to this one. */
  started(upTo: number): void;
}

/**
 * A calculation takes the page for itself. What the page draws after a key comes before it: the cell, and what the pane
 * finds. Until then starts and stops wait, in their order.
 */
export function calculateWhenFree(
  commands: ICommandService,
  watch: CalculationWatch,
): { forget(): void } {
  const own = Reflect.get<ICommandService, "executeCommand">(commands, "executeCommand");
  const execute = own.bind(commands);
  let queue: { readonly id: string; readonly run: () => void }[] = [];
  /** At a stop; the start after it brings no later change. */
  let takenUp: number | undefined;

  const release = (): void => {
    const released = queue;
    queue = [];
    for (const { run } of released) run();
  };
  commands.executeCommand = <P extends object, R>(...command: Parameters<typeof execute<P, R>>) => {
    const [id] = command;
    if (id !== START && (id !== STOP || queue.length === 0)) {
      if (id === STOP) takenUp = watch.changes();
      return execute<P, R>(...command);
    }
    const upTo = takenUp ?? watch.changes();
    takenUp = id === STOP ? watch.changes() : undefined;
    const run = (): void => {
      if (id === START) watch.started(upTo);
      void execute<P, R>(...command);
    };
    if (queue.length === 0) void pageIsFree().then(release);
    // A later start brings all that an earlier one would.
    if (queue.at(-1)?.id === id) queue.pop();
    queue.push({ id, run });
    return Promise.resolve(true as R);
  };
  return {
    // What waits was asked for by a workbook that goes away: computed with the next one's cells, it would harm that one.
    forget: () => {
      commands.executeCommand = own;
      queue = [];
    },
  };
}
