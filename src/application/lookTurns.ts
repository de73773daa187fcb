import type { Clock } from "../ports/clock";
import { troubleOf, type Trouble } from "./draftingState";

type Manner = "thorough";

/** One edit comes as several events: one look after them. */
const PAUSE = 0;
/** After a look that failed: what made it fail may be over. */
const RETRY_AFTER = 5000;

/** When a look is taken: one at a time, once more where something changed meanwhile, and again after one that failed. */
export class LookTurns {
  private callOff: (() => void) | undefined;
  /** Comes to what made it fail. */
  private looking: Promise<Trouble | undefined> | undefined;
  private pressed: Promise<Trouble | undefined> = Promise.resolve(undefined);
  private lookAgain = false;
  private isStopped = false;

  constructor(
    private readonly clock: Pick<Clock, "after">,
    private readonly look: (manner?: Manner) => Promise<void>,
    private readonly onTrouble: (trouble: Trouble) => void,
  ) {}

  /** Something changed. */
  soon(): void {
    this.after(PAUSE);
  }

  stop(): void {
    this.isStopped = true;
    this.callOff?.();
  }

  async now(manner?: Manner): Promise<Trouble | undefined> {
    this.callOff?.();
    this.callOff = undefined;
    if (manner) {
      // A look that nobody asked for waits for the end of an edit for as long as it takes; a press does not.
      this.pressed = this.pressed.then(() => this.told(() => this.look(manner)));
      return this.pressed;
    }
    if (this.looking) this.lookAgain = true;
    else this.looking = this.untilQuiet();
    return this.looking;
  }

  private after(pause: number): void {
    this.callOff?.();
    if (this.isStopped) return;
    this.callOff = this.clock.after(pause, () => {
      void this.now();
    });
  }

  private async untilQuiet(): Promise<Trouble | undefined> {
    try {
      return await this.told(async () => {
        do {
          this.lookAgain = false;
          await this.look();
        } while (this.isAskedAgain());
      });
    } finally {
      this.looking = undefined;
    }
  }

  private async told(look: () => Promise<void>): Promise<Trouble | undefined> {
    try {
      await look();
      return undefined;
    } catch (error) {
      const trouble = troubleOf(error);
      this.onTrouble(trouble);
      this.after(RETRY_AFTER);
      return trouble;
    }
  }

  private isAskedAgain(): boolean {
    return this.lookAgain;
  }
}
