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

/** Work on a file whose troubles shall name it. */
export async function aboutFile<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const sentence = explainFileTrouble(error);
    throw sentence === undefined ? error : new FileTrouble(file, sentence);
  }
}
