import type { Terminal } from "./terminal";
import { explainFileTrouble } from "./messages";

/** A file that cannot be used, with the sentence that says why and what to do. */
export class FileTrouble extends Error {
  constructor(
    readonly file: string,
    readonly sentence: string,
  ) {
    super(`${file}：${sentence}`);
    this.name = "FileTrouble";
  }
}

/** A script that asked for JSON gets the trouble as a result, too. */
export async function tellingScripts<T>(
  isJson: boolean,
  terminal: Terminal,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isJson && error instanceof FileTrouble) {
      terminal.out(JSON.stringify({ file: error.file, error: error.sentence }, null, 2));
    }
    throw error;
  }
}

/** Work on a file whose troubles shall name it. */
export async function aboutFile<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const sentence = explainFileTrouble(error);
    throw sentence === undefined ? error : new FileTrouble(file, sentence);
  }
}
