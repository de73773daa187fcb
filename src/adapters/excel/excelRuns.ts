import { isBusy, isEditing, toWriteError } from "./hostErrors";

export type Wait = (milliseconds: number) => Promise<void>;
/** Puts work on a request; what it gives is called once the answer is there. */
export type Question<Answer> = (context: Excel.RequestContext) => () => Answer;
export type Order = (context: Excel.RequestContext) => void;

interface WriteCourse {
  readonly told: (part: number) => void;
  readonly part: number;
  readonly tries: number;
}

const NOBODY = () => undefined;
const EDITING_PAUSE = 400;
const BUSY_PAUSE = 1_000;
const BUSY_TRIES = 3;
/** How often a press waits for the end of an edit before it gives up; looks that nobody asked for wait on. */
const PRESS_TRIES = 25;

/** Every talk with Excel: one sync at a time, patient with a person who is editing a cell. */
export class ExcelRuns {
  constructor(
    private readonly excel: typeof Excel,
    readonly supports: (version: string) => boolean,
    readonly wait: Wait,
  ) {}

  /** Reading may be asked again as often as it takes. */
  async look<Answer>(question: Question<Answer>, pressed = false): Promise<Answer> {
    return this.lookAgain(question, pressed ? PRESS_TRIES : Number.POSITIVE_INFINITY, BUSY_TRIES);
  }

  private async lookAgain<Answer>(
    question: Question<Answer>,
    editingTries: number,
    busyTries: number,
  ): Promise<Answer> {
    try {
      return await this.excel.run(async (context) => {
        const answer = question(context);
        await context.sync();
        return answer();
      });
    } catch (error) {
      if (isEditing(error) && editingTries > 0) {
        await this.wait(EDITING_PAUSE);
        return this.lookAgain(question, editingTries - 1, busyTries);
      }
      if (isBusy(error) && busyTries > 0) {
        await this.wait(BUSY_PAUSE);
        return this.lookAgain(question, editingTries, busyTries - 1);
      }
      throw error;
    }
  }

  /**
   * One sync for each part, in this order, as one step of undo where Excel can. Only an edit under way is waited for:
   * it refuses a request as a whole, while any other refusal may have come in the middle.
   */
  async write(parts: readonly Order[], told: (part: number) => void = NOBODY): Promise<void> {
    const options = this.supports("1.20") ? { mergeUndoGroup: true } : {};
    try {
      await this.excel.run({ ...options, delayForCellEdit: true }, (context) =>
        this.writeParts(context, parts, { told, part: 1, tries: PRESS_TRIES }),
      );
    } catch (error) {
      throw toWriteError(error);
    }
  }

  private async writeParts(
    context: Excel.RequestContext,
    [order, ...rest]: readonly Order[],
    { told, part, tries }: WriteCourse,
  ): Promise<void> {
    if (!order) return;
    told(part);
    order(context);
    try {
      await context.sync();
    } catch (error) {
      if (!isEditing(error) || tries === 0) throw error;
      await this.wait(EDITING_PAUSE);
      await this.writeParts(context, [order, ...rest], { told, part, tries: tries - 1 });
      return;
    }
    await this.writeParts(context, rest, { told, part: part + 1, tries });
  }
}
