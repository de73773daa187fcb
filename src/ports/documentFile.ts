import type { PublishedDocument } from "../domain/publication/document/documentModel";

export type * from "../domain/publication/document/documentModel";

/** Writes a new document. */
export interface DocumentFile {
  write(document: PublishedDocument): Promise<Uint8Array>;
}
