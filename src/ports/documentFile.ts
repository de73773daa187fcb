import type { PublishedDocument } from "../domain/publication/document/documentModel";

export type * from "../domain/publication/document/documentModel";

/** Writes a new document. */
export interface DocumentFile {
  write(document: PublishedDocument): Promise<Uint8Array>;
}

/** Words that stand for others; positions in the text as it was read. */
export interface NewWords {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** Writes other words into a copy of a document. */
export interface DocumentRewriter {
  /** `source`: the text of the document, as it was read. `words`: in the order in which they stand there. */
  rewrite(bytes: Uint8Array, source: string, words: readonly NewWords[]): Promise<Uint8Array>;
}
