import { checkDisclosure } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { recognise } from "../domain/disclosure/recognise";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { readEvaluationForm } from "../domain/evaluation/readEvaluationForm";
import { scoreEvaluation } from "../domain/evaluation/scoreEvaluation";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { repairPlan } from "../domain/layout/repairPlan";
import { narrate } from "../domain/narrative/narrate";
import type { CellAddress } from "../domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../domain/workbook/workbookSnapshot";
import type { Clock } from "../ports/clock";
import type { WorkbookEditor, WorkbookReader } from "../ports/workbookPorts";
import { STARTING, troubleOf, type Checked, type DraftingState } from "./draftingState";
import { recogniseWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

export interface LayOutRequest {
  readonly templateId: string;
  readonly unitName: string;
  readonly year: number;
  /** A workbook whose figures fill the set. */
  readonly figures?: WorkbookReader;
}

/** Typing comes in bursts: one look after each. */
const PAUSE = 120;

/**
 * Keeps workbook, figures and findings in step while a person drafts. Change events only say that something changed;
 * each look reads everything anew, so that a lost event makes us late, never wrong. Looking writes nothing.
 */
export class DraftingSession {
  private current = STARTING;
  private readonly listeners = new Set<() => void>();
  private template: Template | undefined;
  private callOff: (() => void) | undefined;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly editor: WorkbookEditor,
    private readonly library: TemplateLibrary,
    private readonly clock: Clock,
  ) {}

  readonly state = (): DraftingState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    this.stopListening = this.editor.onDirty(() => {
      this.touch();
    });
    try {
      this.set({ templates: await this.library.list() });
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
    await this.look();
    if (this.current.phase === "starting") this.set({ phase: "ready" });
  }

  stop(): void {
    this.callOff?.();
    this.stopListening?.();
    this.listeners.clear();
  }

  /** Looks now, whether or not anything changed. */
  async look(): Promise<void> {
    this.callOff?.();
    this.callOff = undefined;
    if (this.looking) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookUntilQuiet();
    await this.looking;
  }

  layOut(request: LayOutRequest): Promise<void> {
    return this.work(async () => {
      const template = await this.library.get(request.templateId);
      const figures =
        request.figures &&
        (await recogniseWorkbook(request.figures, this.library, request.templateId)).disclosure;
      const plan = layOutWorkbook(template, {
        unitName: request.unitName,
        year: request.year,
        ...(figures ? { figures } : {}),
      });
      const receipt = await this.editor.addSheets(plan);
      this.template = template;
      this.set({ lastWrite: { kind: "layOut", receipt } });
    });
  }

  /** 修复版式: formulas, formats, validations and marks back; figures stay. */
  repair(): Promise<void> {
    return this.work(async () => {
      const { checked } = this.current;
      if (!checked) throw new UseCaseError("nothingRecognised");
      const { template, disclosure } = checked;
      const { plan, differentShape } = repairPlan(template, disclosure, {
        unitName: unitNameOf(disclosure),
        year: disclosure.year ?? template.structure.definition.year,
      });
      const receipt = await this.editor.restore(plan);
      this.set({ lastWrite: { kind: "repair", receipt }, differentShape });
    });
  }

  takeBack(): Promise<void> {
    return this.work(async () => {
      const { lastWrite } = this.current;
      if (!lastWrite) return;
      await this.editor.takeBack(lastWrite.receipt);
      this.set({ lastWrite: undefined, differentShape: [] });
    });
  }

  async navigate({ sheet, row, column }: CellAddress): Promise<void> {
    try {
      await this.editor.navigate(sheet, { top: row, left: column, bottom: row, right: column });
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
  }

  dismissTrouble(): void {
    this.set({ trouble: undefined });
  }

  private touch(): void {
    this.callOff?.();
    if (!this.current.stale) this.set({ stale: true });
    this.callOff = this.clock.after(PAUSE, () => {
      void this.look();
    });
  }

  private async work(press: () => Promise<void>): Promise<void> {
    this.set({ trouble: undefined, phase: "working" });
    try {
      await press();
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
    this.set({ phase: "ready" });
    await this.look();
  }

  private async lookUntilQuiet(): Promise<void> {
    try {
      do {
        this.lookAgain = false;
        const checked = await this.lookOnce();
        this.set({ checked, stale: false });
      } while (this.isAskedAgain());
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    } finally {
      this.looking = undefined;
    }
  }

  private async lookOnce(): Promise<Checked | undefined> {
    const snapshot = await this.editor.read();
    const recognised = await this.recognise(snapshot);
    if (!recognised) return undefined;
    const { template, disclosure } = recognised;
    this.template = template;
    const placed = [...disclosure.placement.tables.values()].find(
      ({ table }) => table.definition.role === "evaluation",
    );
    const form = placed && readEvaluationForm(snapshot, placed);
    return {
      template,
      disclosure,
      report: checkDisclosure(disclosure, template),
      sections: narrate(disclosure, template),
      ...(form ? { score: scoreEvaluation(template, disclosure, form) } : {}),
      at: this.clock.now(),
    };
  }

  /** With the template of the last look, as long as it recognises anything. */
  private async recognise(
    snapshot: WorkbookSnapshot,
  ): Promise<{ template: Template; disclosure: Disclosure } | undefined> {
    if (this.template) {
      const disclosure = recognise(snapshot, this.template.structure);
      if (disclosure.placement.tables.size > 0) return { template: this.template, disclosure };
    }
    try {
      return await recogniseWorkbook({ read: () => Promise.resolve(snapshot) }, this.library);
    } catch (error) {
      if (error instanceof UseCaseError && error.code === "nothingRecognised") return undefined;
      throw error;
    }
  }

  private isAskedAgain(): boolean {
    return this.lookAgain;
  }

  private set(change: Partial<DraftingState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
