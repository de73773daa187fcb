import { giveReason, withdrawReason } from "../domain/checking/explanations/giveReason";
import type { Finding, Remedy } from "../domain/checking/finding";
import { toldAs } from "../domain/checking/narratedAs";
import type { WorkbookSettings } from "../domain/checking/workbookSettings";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import { repairPlan } from "../domain/layout/repairPlan";
import type { StandingParagraph } from "../domain/narrative/standing/standingParagraph";
import type { CellAddress } from "../domain/workbook/cellAddress";
import type { Clock } from "../ports/clock";
import type { NewIndicator } from "../domain/intake/indicatorRow";
import { figureMoves, type FigureMove } from "../domain/intake/figureMoves";
import type { Fill, FillWrites } from "../domain/intake/fillPlan";
import type { SourceFile } from "../domain/intake/joinFiles";
import { lastYearCells, lastYearProposals, type LastYearProposal } from "../domain/intake/lastYear";
import type { UnitAnswer } from "../domain/intake/tableUnit";
import { WorkbookError, type WorkbookEditor, type WriteStep } from "../ports/workbookPorts";
import { planIndicator } from "./addIndicator";
import { readinessIn } from "./checkReadiness";
import type { Readiness } from "./readinessWords";
import {
  STARTING,
  troubleOf,
  type Checked,
  type DraftingState,
  type LastWrite,
  type Trouble,
} from "./draftingState";
import { demonstrateChecks, type Demonstrated } from "./demonstrateChecks";
import { adoptTables, beginWithdrawal, removeAudit } from "./adoptTables";
import { compareWithEarlier } from "./compareWithEarlier";
import { printChanges, type ComparedWorkbooks } from "./compareWorkbooks";
import { planSettings } from "./changeSettings";
import { changeExplanations } from "./explainFindings";
import { fillFigures, FillStopped, planFill, withdrawFill } from "./fillFigures";
import { stateSheets, type KeptWithFigures } from "./keptState";
import { LookTurns } from "./lookTurns";
import { restoreParagraph } from "./restoreParagraph";
import { planParagraphs } from "./updateParagraphs";
import type { Sha256 } from "../ports/sha256";
import { printReport } from "./printReport";
import { planAdjustmentList, planRestore, type RestorePlan } from "./standingRescaling";
import { takeFigures, type FigureIntake } from "./takeFigures";
import { takeLastYear, type LastYearIntake } from "./takeLastYear";
import type { JudgeWords } from "./standingNarrative";
import type { TemplateLibrary } from "./templateLibrary";
import { planProject, planProjectList, withFormsFor, withProjectList } from "./projectForms";
import { UseCaseError } from "./useCaseError";
import { WorkbookLook } from "./workbookLook";

export interface LayOutRequest {
  readonly templateId: string;
  readonly unitName: string;
  readonly year: number;
  /** The edition of the 情况说明; the package's own where left out. */
  readonly narrative?: string;
  /** What fills the set. */
  readonly figures?: FigureIntake;
  /** Names of the projects that get a 自评表 of their own. */
  readonly projects?: readonly string[];
  /** Keys of optional forms. */
  readonly forms?: readonly string[];
}

const HIDDEN: ReadonlySet<Trouble["code"] | undefined> = new Set([
  "sheetHidden",
  "sheetVeryHidden",
] as const);

/**
 * Keeps workbook, figures and findings in step while a person drafts. Change events only say that something changed;
 * each look reads everything anew, so that a lost event makes us late, never wrong. Looking writes nothing.
 */
export class DraftingSession {
  private current = STARTING;
  private readonly listeners = new Set<() => void>();
  private readonly workbook: WorkbookLook;
  private readonly turns: LookTurns;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly editor: WorkbookEditor,
    private readonly library: TemplateLibrary,
    private readonly clock: Clock,
    /** Left out, words of somebody's own are shown and not judged. */
    judgeWords: JudgeWords = (sections) => Promise.resolve(sections),
  ) {
    this.workbook = new WorkbookLook(library, judgeWords);
    this.turns = new LookTurns(
      clock,
      (manner) => this.lookOnce(manner),
      (lookTrouble) => {
        this.set({ lookTrouble });
      },
    );
  }

  readonly state = (): DraftingState => this.current;

  /** Whether the host lets us colour cells of tables that are not ours. */
  get marksTables(): boolean {
    return this.editor.painter !== undefined;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** `thorough`, when a person opened us to check. */
  async start(manner?: "thorough"): Promise<void> {
    this.stopListening = this.editor.onDirty(() => {
      this.touch();
    });
    try {
      this.set({ templates: await this.library.list() });
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
    await this.look(manner);
    if (this.current.phase === "starting") this.set({ phase: "ready" });
  }

  stop(): void {
    this.turns.stop();
    this.stopListening?.();
    this.listeners.clear();
  }

  /** Looks now, whether or not anything changed; `thorough`, when a person asked for it. */
  async look(manner?: "thorough"): Promise<void> {
    await this.turns.now(manner);
  }

  layOut(request: LayOutRequest): Promise<void> {
    return this.work(async () => {
      const { templateId, unitName, year, narrative, figures: intake, projects = [] } = request;
      const own = await this.library.get(templateId);
      const told = (narrative === undefined ? own : toldAs(own, narrative)) ?? own;
      const figures = intake?.figures;
      const template = withFormsFor(told, request, figures);
      const wanted = { unitName, year, projects, ...(figures ? { figures } : {}) };
      const plan = withProjectList(template, layOutWorkbook(template, wanted), wanted);
      const { originals, explanations } = intake ?? {};
      const sheets = [...plan.sheets, ...stateSheets({ originals, explanations })];
      const receipt = await this.editor.addSheets({ ...plan, sheets }, this.showStep);
      this.workbook.use(template);
      this.wrote({ kind: "layOut", receipt });
    }, "layOut");
  }

  /** 修复版式: formulas, formats, validations and marks back; figures stay. */
  repair(): Promise<void> {
    return this.work(async () => {
      const failed = await this.turns.now("thorough");
      if (failed?.code === "editingCell") throw new WorkbookError("editingCell", failed.detail);
      if (failed) return;
      const { checked } = this.current;
      if (!checked) throw new UseCaseError("nothingRecognised");
      const { template, disclosure } = checked;
      const { plan, differentShape, keptTexts } = repairPlan(template, disclosure, {
        unitName: unitNameOf(disclosure),
        year: disclosure.year ?? template.structure.definition.year,
      });
      const receipt = await this.editor.restore(plan, this.showStep, disclosure.snapshot);
      this.wrote({ kind: "repair", receipt, keptTexts }, differentShape);
    }, "repair");
  }

  /** 取数: what the files hold and what would come of it; writes nothing. */
  takeFigures(
    files: readonly SourceFile[],
    templateId: string,
    said?: ReadonlyMap<string, UnitAnswer>,
  ): Promise<FigureIntake> {
    return takeFigures(files, this.library, templateId, said);
  }

  /** What last year's files have for 补充资料 of the set that stands; writes nothing. */
  async takeLastYear(
    files: readonly SourceFile[],
    said?: ReadonlyMap<string, UnitAnswer>,
  ): Promise<LastYearIntake> {
    await this.clock.painted();
    const { checked } = this.current;
    if (!checked) throw new UseCaseError("nothingRecognised");
    const { template, disclosure } = checked;
    const year = disclosure.year ?? template.structure.definition.year;
    const taken = takeLastYear(files, template, year, said);
    this.set({ lastYearReasons: taken.explanations });
    return taken;
  }

  /** Against what stands there. */
  previewLastYear({ figures }: LastYearIntake): readonly LastYearProposal[] {
    const { checked } = this.current;
    return checked ? lastYearProposals(figures, checked.disclosure) : [];
  }

  /** Into 补充资料; what a person typed stays, but for the rows `replaced`. */
  fillLastYear({ figures }: LastYearIntake, replaced: ReadonlySet<string>): Promise<void> {
    return this.workOnSet(async ({ disclosure }) => {
      const proposals = lastYearProposals(figures, disclosure);
      const receipt = await this.editor.writeCells(lastYearCells(proposals, replaced));
      this.wrote({ kind: "fill", receipt }, []);
    }, "fill");
  }

  /** Where each figure of a table goes. */
  figureMoves({ intake, figures }: FigureIntake, table: string): readonly FigureMove[] {
    return figures ? figureMoves(intake, figures, table) : [];
  }

  /** What of an intake would come into the set that stands; undefined where none does. */
  previewFill({ figures }: FigureIntake): Fill | undefined {
    const { checked } = this.current;
    return checked && figures && planFill(checked, figures, false);
  }

  /** What 恢复舍位前的数 would change in the set that stands; undefined where it keeps no figures from before. */
  previewRestore(): RestorePlan | undefined {
    const { checked } = this.current;
    return checked && planRestore(checked);
  }

  /** 查错演示: one mistake after the other, on a copy. */
  demonstrate(): Iterator<Demonstrated, void> {
    const { checked } = this.current;
    return checked
      ? demonstrateChecks(checked.disclosure, checked.template)
      : ([] as Demonstrated[]).values();
  }

  /** Into the set that stands; typed figures that are other ones stay unless it `overwrites` them. */
  fill({ figures, ...kept }: FigureIntake, overwrites: boolean): Promise<void> {
    return this.workOnSet(async (checked) => {
      if (!figures) throw new UseCaseError("nothingRecognised");
      await this.fillSet(checked, planFill(checked, figures, overwrites), kept, { kind: "fill" });
    });
  }

  /** 更新说明: a paragraph for each code of the tables, none for those that are gone. */
  updateParagraphs(): Promise<void> {
    return this.workOnSet(async (checked) => {
      const update = planParagraphs(checked, await this.editor.inspect());
      const { added, removed } = update;
      await this.fillSet(
        checked,
        update,
        {},
        { kind: "paragraphs", paragraphs: { added, removed } },
      );
    });
  }

  /** 加一项指标 to the 自评表. */
  addIndicator(indicator: NewIndicator): Promise<void> {
    return this.workOnSet(async (checked) => {
      await this.fillSet(checked, planIndicator(checked, indicator), {}, { kind: "indicator" });
    });
  }

  /** 加一张项目自评表, for the project of that name. */
  addProject(name: string): Promise<void> {
    return this.workOnSet(async (checked) => {
      const receipt = await this.editor.addSheets(planProject(checked, name), this.showStep);
      this.wrote({ kind: "project", receipt });
    });
  }

  /** 项目清单, a sheet of its own beside earlier ones. */
  addProjectList(): Promise<void> {
    return this.workOnSet(async (checked) => {
      const receipt = await this.editor.addSheets(planProjectList(checked), this.showStep);
      this.wrote({ kind: "projects", receipt });
    });
  }

  /** 百分比保留几位小数: the sentences anew, and kept with the workbook. */
  changeSettings(settings: WorkbookSettings): Promise<void> {
    return this.workOnSet(async (checked) => {
      await this.fillSet(
        checked,
        planSettings(checked, settings),
        { settings },
        { kind: "settings" },
      );
    }, "settings");
  }

  /** 恢复舍位前的数: what a person typed since stays. */
  restore(): Promise<void> {
    return this.workOnSet(async (checked) => {
      const plan = planRestore(checked);
      if (!plan) throw new UseCaseError("notRescaled");
      const receipt = await this.editor.writeCells([...plan.cells, ...plan.state]);
      this.wrote({ kind: "restore", receipt });
    });
  }

  /** 舍位调整清单, a sheet to print. */
  addAdjustmentList(): Promise<void> {
    return this.workOnSet(async (checked) => {
      const plan = planAdjustmentList(checked);
      if (!plan) throw new UseCaseError("notRescaled");
      const receipt = await this.editor.addSheets(plan, this.showStep);
      this.wrote({ kind: "list", receipt });
    }, "list");
  }

  /** 公开前检查: asks the host for more than a look does, and writes nothing. */
  async inspect(): Promise<Readiness | undefined> {
    this.set({ trouble: undefined, phase: "working" });
    await this.clock.painted();
    try {
      if (await this.turns.now("thorough")) return undefined;
      const { checked } = this.current;
      if (!checked) throw new UseCaseError("nothingRecognised");
      return readinessIn(checked, await this.editor.inspect());
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
      return undefined;
    } finally {
      this.set({ phase: "ready" });
    }
  }

  /** What a finding offers; refuses where something else stands by now. */
  mend({ changes }: Remedy): Promise<void> {
    return this.work(async () => {
      const cells = changes.map(({ cell, before, after }) => ({
        ...cell,
        value: after,
        expected: before,
      }));
      const receipt = await this.editor.writeCells(cells);
      this.wrote({ kind: "mend", receipt });
    });
  }

  /** 恢复自动取数: one paragraph of the 情况说明 from the figures again. */
  restoreParagraph(paragraph: StandingParagraph): Promise<void> {
    return this.workOnSet(async (checked) => {
      const receipt = await restoreParagraph(this.editor, checked, paragraph);
      this.wrote({ kind: "sentence", receipt });
    }, "sentence");
  }

  /** 记下说明: one reason for all of these findings, about the figures that the person saw. */
  explain(findings: readonly Finding[], reason: string): Promise<void> {
    return this.changeReasons(findings, reason.trim());
  }

  /** 撤销说明 */
  withdrawReason(findings: readonly Finding[]): Promise<void> {
    return this.changeReasons(findings, "");
  }

  /** 审核报告 in sheets of its own, beside earlier ones. */
  addReport(sha256: Sha256): Promise<void> {
    return this.workOnSet(async (checked) => {
      const taken = checked.disclosure.snapshot.sheets.map(({ name }) => name);
      const plan = await printReport(checked, { today: this.clock.now(), sha256, taken });
      const receipt = await this.editor.addSheets(plan, this.showStep);
      this.wrote({ kind: "report", receipt });
    }, "report");
  }

  /** 改动清单: what is another now than in an earlier file; writes nothing. */
  async compareWith(earlier: SourceFile, sha256: Sha256): Promise<ComparedWorkbooks> {
    await this.clock.painted();
    const { checked } = this.current;
    if (!checked) throw new UseCaseError("nothingRecognised");
    return compareWithEarlier(earlier, checked, this.library, sha256);
  }

  /** The list as the person saw it, in a sheet of its own. */
  addChangeList(compared: ComparedWorkbooks): Promise<void> {
    return this.workOnSet(async ({ disclosure }) => {
      const taken = disclosure.snapshot.sheets.map(({ name }) => name);
      const plan = printChanges(compared, this.clock.now(), taken);
      const receipt = await this.editor.addSheets(plan, this.showStep);
      this.wrote({ kind: "changes", receipt });
    }, "changes");
  }

  /** 给现有表加审核, and 更新审核表. */
  adopt(): Promise<void> {
    return this.workOnSet(async (checked) => {
      const { receipt, marks, paneOnly } = await adoptTables(this.editor, checked, this.showStep);
      this.wrote({ kind: "adopt", receipt, adopted: { paneOnly, isMarked: marks.length > 0 } });
    }, "adopt");
  }

  /** 去掉审核表: before tables of a person's own are published. */
  removeAudit(): Promise<void> {
    return this.workOnSet(async (checked) => {
      await removeAudit(this.editor, checked);
      this.set({ lastWrite: undefined, takenBack: undefined });
    });
  }

  takeBack(): Promise<void> {
    return this.work(async () => {
      const { lastWrite } = this.current;
      if (!lastWrite) return;
      try {
        const isAdopted = lastWrite.kind === "adopt";
        const standing = isAdopted ? await this.adoptedAsItStands(lastWrite) : lastWrite;
        const takenBack = await withdrawFill(this.editor, standing, (left) => {
          this.set({ lastWrite: { ...lastWrite, ...left } });
        });
        this.set({ lastWrite: undefined, takenBack, differentShape: [] });
      } catch (error) {
        const receipt = error instanceof WorkbookError ? error.receipt : undefined;
        const left = this.current.lastWrite ?? lastWrite;
        const isPartly = receipt !== undefined || left !== lastWrite;
        this.set({
          lastWrite: {
            ...left,
            ...(receipt ? { receipt } : {}),
            takeBackStopped: isPartly ? "partly" : "unknown",
          },
        });
        throw error;
      }
    });
  }

  async navigate({ sheet, row, column }: CellAddress): Promise<void> {
    try {
      await this.editor.navigate(sheet, { top: row, left: column, bottom: row, right: column });
      // Shown meanwhile.
      if (HIDDEN.has(this.current.trouble?.code)) this.set({ trouble: undefined });
    } catch (error) {
      const trouble = troubleOf(error);
      this.set({ trouble });
      // What we show is of an earlier time.
      if (trouble.code === "sheetMissing") await this.look();
    }
  }

  dismissTrouble(): void {
    this.set({ trouble: undefined, lookTrouble: undefined });
  }

  private async fillSet(
    { disclosure }: Checked,
    fill: FillWrites,
    kept: KeptWithFigures,
    what: Pick<LastWrite, "kind" | "paragraphs">,
  ): Promise<void> {
    try {
      const done = await fillFigures(this.editor, disclosure.snapshot, fill, kept, this.showStep);
      this.wrote({ ...what, ...done }, fill.differentShape);
    } catch (error) {
      if (!(error instanceof FillStopped)) throw error;
      const { done, reason } = error;
      const isBegun = done.rows.length + done.receipt.written.length > 0;
      if (isBegun) this.set({ lastWrite: { ...what, ...done, isPartial: true } });
      throw reason;
    }
  }

  private changeReasons(findings: readonly Finding[], reason: string): Promise<void> {
    const { checked } = this.current;
    return this.work(async () => {
      if (!checked) throw new UseCaseError("nothingRecognised");
      const isWithdrawn = reason === "";
      const receipt = await changeExplanations(this.editor, (known) =>
        isWithdrawn
          ? withdrawReason(known, findings, checked)
          : giveReason(known, findings, reason, checked),
      );
      const explained = { findings: findings.length, isWithdrawn };
      this.wrote({ kind: "explain", receipt, explained });
    }, "explain");
  }

  /** Of the tables as they stand now: rows may have moved since. */
  private async adoptedAsItStands(lastWrite: LastWrite): Promise<LastWrite> {
    const failed = await this.turns.now("thorough");
    if (failed?.code === "editingCell") throw new WorkbookError("editingCell", failed.detail);
    const { checked } = this.current;
    if (!checked) return lastWrite;
    const receipt = await beginWithdrawal(this.editor, checked, lastWrite.receipt);
    return { ...lastWrite, receipt };
  }

  private touch(): void {
    if (!this.current.stale) this.set({ stale: true });
    this.turns.soon();
  }

  /** A press about the set as it stands now. */
  private workOnSet(
    press: (checked: Checked) => Promise<void>,
    kind?: LastWrite["kind"],
  ): Promise<void> {
    return this.work(async () => {
      if (await this.turns.now("thorough")) return;
      const { checked } = this.current;
      if (!checked) throw new UseCaseError("nothingRecognised");
      await press(checked);
    }, kind);
  }

  private wrote(lastWrite: LastWrite, differentShape = this.current.differentShape): void {
    this.set({ lastWrite, takenBack: undefined, differentShape });
  }

  private async work(press: () => Promise<void>, kind?: LastWrite["kind"]): Promise<void> {
    this.set({ trouble: undefined, phase: "working" });
    await this.clock.painted();
    try {
      await press();
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
      const receipt = error instanceof WorkbookError ? error.receipt : undefined;
      if (kind && receipt)
        this.set({ lastWrite: { kind, receipt, isPartial: true }, takenBack: undefined });
    }
    this.set({ phase: "ready", step: undefined });
    const after = this.look();
    // It would wait for the end of the edit; nothing was written that it could find.
    if (this.current.trouble?.code !== "editingCell") await after;
  }

  private readonly showStep = (step: WriteStep): void => {
    this.set({ step });
  };

  private async lookOnce(manner?: "thorough"): Promise<void> {
    const checked = await this.workbook.look(await this.editor.read(manner), this.clock.now());
    this.set({ checked, stale: false, lookTrouble: undefined });
  }

  private set(change: Partial<DraftingState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
