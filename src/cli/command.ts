import type { TemplateLibrary } from "../application/templateLibrary";
import type { TextUpdate } from "../domain/narrative/update/textUpdate";
import type { Clock } from "../ports/clock";
import type { DocumentFile } from "../ports/documentFile";
import type { Sha256 } from "../ports/sha256";
import type { WorkbookFile, WorkbookInspector, WorkbookReader } from "../ports/workbookPorts";
import type { Terminal } from "./terminal";

/** 0 nothing to mend · 1 findings at 必须改 · 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** What the root puts together for the commands. */
export interface Services {
  readonly terminal: Terminal;
  readonly library: TemplateLibrary;
  readonly workbookFile: WorkbookFile;
  readonly documentFile: DocumentFile;
  /** Where relative paths start. */
  readonly folder: string;
  readonly sample: string;
  readonly version: string;
  readonly clock: Pick<Clock, "now">;
  readonly sha256: Sha256;
  /** A text that somebody wrote, to be checked. */
  readonly openText: (path: string) => Promise<string>;
  /** A copy of such a text with other words, in the format of the first. */
  readonly rewriteText: (path: string, update: TextUpdate) => Promise<Uint8Array>;
  readonly openWorkbook: (path: string) => WorkbookReader & WorkbookInspector;
}

export interface Command {
  readonly name: string;
  /** A few words for the list of commands. */
  readonly summary: string;
  /** A line each: how the command is called, then what its options mean. */
  readonly usage: readonly string[];
  run(args: readonly string[], services: Services): Promise<ExitCode>;
}
