import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  IFunctionService,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import "@univerjs/sheets-formula/facade";
import { calculateWhenFree } from "./calculationTurn";
import type { GridModel } from "./gridModel";
import { type RememberedReferences, rememberReferences } from "./rememberedReferences";

/** Beyond this the grid has lost its way, and what stands there is taken. */
const PATIENCE = 60_000;

const STOP = SetFormulaCalculationStopMutation.id;

/** Commands that write cells without changing what they hold, after which nothing is calculated. */
const LOOKS = new Set(
  ["set-style", "set-border", "clear-selection-format"].map((name) => `sheet.command.${name}`),
);

/** Knows whether the grid has computed everything that was changed. */
export class Calculation {
  private changes = 0;
  private started = 0;
  private finished = 0;
  private isRunning = false;
  private readonly waiting = new Set<() => void>();
  private readonly references: RememberedReferences;
  private readonly turn: { forget(): void };
  private readonly subscriptions: { dispose(): void }[];

  /** `onEnd` comes when results stand in the cells. */
  constructor(
    private readonly model: GridModel,
    onEnd: () => void,
  ) {
    const formula = model.api.getFormula();
    this.references = rememberReferences(model.injector);
    const dirty = model.injector.get(IActiveDirtyManagerService);
    this.turn = calculateWhenFree(model.commands, {
      changes: () => this.changes,
      started: (upTo) => {
        this.started = upTo;
        this.isRunning = true;
      },
    });
    this.subscriptions = [
      model.commands.onCommandExecuted((command, options) => {
        if (dirty.get(command.id) && isCalculated(command, options)) this.changes += 1;
      }),
      formula.calculationEnd((state) => {
        this.isRunning = false;
        if (state !== FormulaExecutedStateType.STOP_EXECUTION) this.finished = this.started;
        if (this.isSettled()) this.release();
        onEnd();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.turn.forget();
    // Its results would go into the cells of the next workbook.
    if (this.isRunning) this.model.commands.syncExecuteCommand(STOP, {});
    this.release();
  }

  /** What the grid has parsed of the workbook before. */
  forgetFormulas(): void {
    this.model.injector.get(IFunctionService).deleteFormulaAstCacheKey("");
    this.model.api.getFormula().lexerTreeBuilder.dispose();
    this.references.forget();
  }

  /** Everything anew. */
  force(): void {
    this.references.forget();
    // The grid takes the command up a moment later.
    this.changes += 1;
    this.model.api.getFormula().executeCalculation();
  }

  settled(): Promise<void> {
    if (this.isSettled()) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, PATIENCE);
      this.waiting.add(done);
    });
  }

  isSettled(): boolean {
    return this.finished >= this.changes;
  }

  private release(): void {
    for (const done of this.waiting) done();
  }
}

function isCalculated(
  { id, params }: Readonly<ICommandInfo>,
  options: IExecutionOptions | undefined,
): boolean {
  if (id !== "sheet.mutation.set-range-values") return true;
  const { trigger = "" } = (params ?? {}) as { trigger?: string };
  return options?.onlyLocal !== true && !LOOKS.has(trigger);
}
