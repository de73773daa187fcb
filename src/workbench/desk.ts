import type { ComparedWorkbooks } from "../application/compareWorkbooks";
import type { DraftingSession } from "../application/draftingSession";
import {
  STARTING,
  troubleOf,
  type Checked,
  type DraftingState,
  type Trouble,
} from "../application/draftingState";
import type { LeftBehind } from "../application/openWorkbook";
import type { SourceFile } from "../domain/intake/joinFiles";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import type { DocumentFile } from "../ports/documentFile";
import type { WorkbookFile, WorkbookSnapshot } from "../ports/workbookPorts";
import type { Engine } from "./engine";
import type { Grid, GridWorkbook } from "./grid";
import { strings } from "./strings";

/** What the page can do outside of itself. */
export interface DeskTools {
  readonly engine: () => Promise<Engine>;
  readonly file: WorkbookFile;
  readonly documentFile: DocumentFile;
  readonly readWorkbook: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  readonly fetchSample: () => Promise<Uint8Array>;
  readonly download: (name: string, bytes: Uint8Array) => void;
  /** True when the person agrees. */
  readonly ask: (question: string) => boolean;
}

/** A file in the person's hands. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface Opened extends LeftBehind {
  readonly name: string;
}

export interface DeskState {
  /** None until the grid stands. */
  readonly session?: DraftingSession;
  readonly phase: "starting" | "ready" | "opening" | "saving";
  /** For the pane as long as there is no session. */
  readonly waiting: DraftingState;
  readonly opened?: Opened;
  readonly trouble?: Trouble;
}

/** The workbook on the page: which one stands in the grid, and the session that goes with it. */
export class Desk {
  private current: DeskState = { phase: "starting", waiting: STARTING };
  private readonly listeners = new Set<() => void>();
  private grid: Grid | undefined;
  private workbook: GridWorkbook | undefined;
  private stopWatching: (() => void) | undefined;
  private isChanged = false;

  constructor(private readonly tools: DeskTools) {}

  readonly state = (): DeskState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly hasUnsavedWork = (): boolean => this.isChanged;

  /** What is being typed is work too. */
  readonly endEntry = async (): Promise<void> => {
    await this.workbook?.endEntry();
  };

  async start(startGrid: () => Promise<Grid>): Promise<void> {
    const listing = this.listTemplates();
    try {
      this.grid = await startGrid();
      await this.put(await this.grid.open());
      this.set({ phase: "ready" });
    } catch (error) {
      this.set({ trouble: troubleOf(error), phase: "ready" });
    }
    await listing;
  }

  private async listTemplates(): Promise<void> {
    try {
      const engine = await this.tools.engine();
      this.set({ waiting: { ...STARTING, templates: await engine.templates() } });
    } catch {
      // The session asks again and reports what is wrong.
    }
  }

  /** A foreign workbook is laid out anew; what did not come along is listed. */
  readonly open = (file: ChosenFile): Promise<void> =>
    this.work("opening", async () => {
      const { grid } = this;
      if (!grid) return;
      const snapshot = await this.tools.readWorkbook(await file.bytes());
      const { plan, leftBehind } = await (await this.tools.engine()).layOutAnew(snapshot);
      await this.endEntry();
      // Only of a file that can be opened.
      if (this.isChanged && !this.tools.ask(strings.replace)) return;
      await this.put(await grid.open(plan));
      this.set({ opened: { name: file.name, ...leftBehind } });
    });

  readonly showSample = (): Promise<void> =>
    this.open({ name: strings.sampleName, bytes: this.tools.fetchSample });

  readonly saveAs = (): Promise<void> =>
    this.work("saving", async () => {
      if (!this.workbook) return;
      const plan = await this.workbook.export();
      // What is typed while the file is being written is not in it.
      const wasChanged = this.isChanged;
      this.isChanged = false;
      try {
        this.tools.download(this.nameFor(strings.fileName), await this.tools.file.write(plan));
      } catch (error) {
        this.isChanged ||= wasChanged;
        throw error;
      }
    });

  readonly saveReport = (): Promise<void> =>
    this.writeOf(async (checked) => {
      const plan = await (await this.tools.engine()).report(checked);
      this.tools.download(this.nameFor(strings.reportName), await this.tools.file.write(plan));
    });

  readonly compare = async (earlier: SourceFile): Promise<ComparedWorkbooks> => {
    const { session } = this.current;
    const engine = await this.tools.engine();
    // Answered by the session that takes its place.
    return session ? engine.compare(session, earlier) : new Promise(() => undefined);
  };

  readonly saveChanges = (compared: ComparedWorkbooks): Promise<void> =>
    this.work("saving", async () => {
      const plan = (await this.tools.engine()).changes(compared);
      this.tools.download(this.nameFor(strings.changesName), await this.tools.file.write(plan));
    });

  readonly saveDocument = (): Promise<void> =>
    this.writeOf(async (checked) => {
      const engine = await this.tools.engine();
      const document = engine.document(await engine.publication(checked));
      const bytes = await this.tools.documentFile.write(document);
      this.tools.download(this.nameFor(strings.documentName), bytes);
    });

  /** 公开稿 */
  readonly savePublished = (): Promise<void> =>
    this.writeOf(async (checked) => {
      const { published } = await (await this.tools.engine()).publication(checked);
      const bytes = await this.tools.file.write(published);
      this.tools.download(this.nameFor(strings.publishedName), bytes);
    });

  readonly dismiss = (): void => {
    this.set({ trouble: undefined, opened: undefined });
  };

  private async put(workbook: GridWorkbook): Promise<void> {
    this.stopWatching?.();
    this.current.session?.stop();
    this.workbook = workbook;
    this.isChanged = false;
    // From now on a person can type into it.
    this.stopWatching = workbook.onDirty(() => {
      this.isChanged = true;
    });
    const engine = await this.tools.engine();
    const session = engine.draft(workbook);
    // The pane changes over once, when it has something to show: what is being typed into it stays.
    await session.start();
    this.set({ session, opened: undefined });
  }

  /** Of what stands in the grid, what is being typed too. */
  private writeOf(write: (checked: Checked) => Promise<void>): Promise<void> {
    return this.work("saving", async () => {
      const { session } = this.current;
      await this.endEntry();
      await session?.look("thorough");
      const { checked, lookTrouble } = session?.state() ?? {};
      if (checked && !lookTrouble) await write(checked);
    });
  }

  private async work(phase: "opening" | "saving", press: () => Promise<void>): Promise<void> {
    if (this.current.phase !== "ready") return;
    this.set({ phase, trouble: undefined });
    try {
      await press();
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
    this.set({ phase: "ready" });
  }

  private nameFor(words: (unit: string, year: string) => string): string {
    const { checked } = this.current.session?.state() ?? {};
    if (!checked) return words("", "");
    const { year } = checked.template.structure.definition;
    const unit = unitNameOf(checked.disclosure).replace(/[\\/:*?"<>|]/gu, "");
    return words(unit, String(year));
  }

  private set(change: Partial<DeskState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
