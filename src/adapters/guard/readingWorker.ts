import { untoldExtras } from "../../domain/workbook/workbookExtras";
import {
  WorkbookError,
  type WorkbookErrorCode,
  type WorkbookExtras,
  type WorkbookSnapshot,
} from "../../ports/workbookPorts";

interface Reading {
  readonly snapshot: WorkbookSnapshot;
  /** Where they were asked for and the format has them. */
  readonly extras?: WorkbookExtras;
}

/** Where text was asked for. */
interface Written {
  readonly written: string;
}

export type ReadingAnswer =
  Reading | Written | { readonly refused: WorkbookErrorCode; readonly detail: string };

export type Wanted = "extras" | "text";

/** A thread of Node or of the browser, started by the program's root; it answers with `answerReading` or `answerText`. */
export interface ReadingThread {
  /** Rejects when the thread dies. */
  ask(bytes: Uint8Array, wanted?: Wanted): Promise<ReadingAnswer>;
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

  async read(bytes: Uint8Array): Promise<WorkbookSnapshot> {
    return (await this.readWorkbook(bytes)).snapshot;
  }

  async inspect(bytes: Uint8Array): Promise<WorkbookExtras> {
    return (await this.readWorkbook(bytes, "extras")).extras ?? untoldExtras("format");
  }

  async readText(bytes: Uint8Array): Promise<string> {
    const answer = await this.next(bytes, "text");
    if (!("written" in answer)) throw new Error("the thread read a workbook");
    return answer.written;
  }

  stop(): void {
    this.thread?.stop();
    this.thread = undefined;
  }

  private async readWorkbook(bytes: Uint8Array, wanted?: "extras"): Promise<Reading> {
    const answer = await this.next(bytes, wanted);
    if ("written" in answer) throw new Error("the thread read text");
    return answer;
  }

  /** One file after the other; each has the whole deadline. */
  private next(bytes: Uint8Array, wanted?: Wanted): Promise<Reading | Written> {
    const reading = this.last.then(() => this.readNow(bytes, wanted));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  private async readNow(bytes: Uint8Array, wanted?: Wanted): Promise<Reading | Written> {
    const answer = await this.askInTime(bytes, wanted);
    if ("refused" in answer) throw new WorkbookError(answer.refused, answer.detail);
    return answer;
  }

  private async askInTime(bytes: Uint8Array, wanted?: Wanted): Promise<ReadingAnswer> {
    this.thread ??= this.startThread();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new WorkbookError("timeout", `${String(this.deadlineMs)} ms`));
      }, this.deadlineMs);
    });
    try {
      return await Promise.race([this.thread.ask(bytes, wanted), deadline]);
    } catch (error) {
      this.stop();
      throw isOutOfMemory(error) ? new WorkbookError("tooLarge", "memory") : error;
    } finally {
      clearTimeout(timer);
    }
  }
}
