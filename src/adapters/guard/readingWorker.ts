import {
  WorkbookError,
  type WorkbookErrorCode,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";

export type ReadingAnswer =
  | { readonly snapshot: WorkbookSnapshot }
  | { readonly refused: WorkbookErrorCode; readonly detail: string };

/** A thread of Node or of the browser, started by the program's root; it answers with `answerReading`. */
export interface ReadingThread {
  /** Rejects when the thread dies. */
  ask(bytes: Uint8Array): Promise<ReadingAnswer>;
  stop(): void;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/**
 * Reads files in a thread that is stopped when one takes too long, so that no file can hold the program up. The
 * thread stays for the next file.
 */
export class ReadingWorker {
  private thread: ReadingThread | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly startThread: () => ReadingThread,
    private readonly deadlineMs: number,
  ) {}

  /** One file after the other; each has the whole deadline. */
  read(bytes: Uint8Array): Promise<WorkbookSnapshot> {
    const reading = this.last.then(() => this.readNow(bytes));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  stop(): void {
    this.thread?.stop();
    this.thread = undefined;
  }

  private async readNow(bytes: Uint8Array): Promise<WorkbookSnapshot> {
    const answer = await this.askInTime(bytes);
    if ("refused" in answer) throw new WorkbookError(answer.refused, answer.detail);
    return answer.snapshot;
  }

  private async askInTime(bytes: Uint8Array): Promise<ReadingAnswer> {
    this.thread ??= this.startThread();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new WorkbookError("timeout", `${String(this.deadlineMs)} ms`));
      }, this.deadlineMs);
    });
    try {
      return await Promise.race([this.thread.ask(bytes), deadline]);
    } catch (error) {
      this.stop();
      throw isOutOfMemory(error) ? new WorkbookError("tooLarge", "memory") : error;
    } finally {
      clearTimeout(timer);
    }
  }
}
