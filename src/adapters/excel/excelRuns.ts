import { WorkbookError } from "../../ports/workbookPorts";
import { isBusy, isEditing, toWriteError } from "./hostErrors";

export type Wait = (milliseconds: number) => Promise<void>;
/** Puts work on a request; what it gives is called once the answer is there. */
export type Question<Answer> = (context: Excel.RequestContext) => () => Answer;
export type Order = (context: Excel.RequestContext) => void;

interface WriteCourse {
  readonly told: (part: number) => void;
  readonly part: number;
  readonly tries: number;
  readonly isFresh: boolean;
}

/** What a write was to rest on is not so any more, and nothing of it stands: its look is to be taken again. */
export class LookAgain extends WorkbookError {}

const NOBODY = () => undefined;
const EDITING_PAUSE = 400;
const BUSY_PAUSE = 1_000;
const BUSY_TRIES = 3;
/** How often a press waits for the end of an edit before it gives up; looks that nobody asked for wait on. */
const PRESS_TRIES = 25;
/** How often a press begins anew because somebody was faster. */
const FRESH_TRIES = 5;

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

  /** Work that looks, then writes: again from its look for as long as somebody is faster. */
  async afresh<Result>(work: () => Promise<Result>, tries = FRESH_TRIES): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LookAgain) || tries === 0) throw error;
      if (error.code === "editingCell") await this.wait(EDITING_PAUSE);
      return this.afresh(work, tries - 1);
    }
  }

  /**
   * One sync for each part, in this order, as one step of undo where Excel can. Only an edit under way is waited for:
   * it refuses a request as a whole, while any other refusal may have come in the middle. A fresh write rests on a look
   * just taken, and does not wait with it: it is refused with `LookAgain`. Excel itself is never told to wait, since it
   * would write right after an edit that nobody has looked at.
   */
  async write(
    parts: readonly Order[],
    told: (part: number) => void = NOBODY,
    isFresh = false,
  ): Promise<void> {
    const options = this.supports("1.20") ? { mergeUndoGroup: true } : {};
    try {
      await this.excel.run(options, (context) =>
        this.writeParts(context, parts, { told, part: 1, tries: PRESS_TRIES, isFresh }),
      );
    } catch (error) {
      throw toWriteError(error);
    }
  }

  private async writeParts(
    context: Excel.RequestContext,
    [order, ...rest]: readonly Order[],
    course: WriteCourse,
  ): Promise<void> {
    if (!order) return;
    const { told, part, tries, isFresh } = course;
    told(part);
    order(context);
    try {
      await context.sync();
    } catch (error) {
      if (!isEditing(error) || tries === 0) throw error;
      if (isFresh && part === 1) throw new LookAgain("editingCell");
      await this.wait(EDITING_PAUSE);
      await this.writeParts(context, [order, ...rest], { ...course, tries: tries - 1 });
      return;
    }
    await this.writeParts(context, rest, { ...course, part: part + 1 });
  }
}
