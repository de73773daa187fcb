import type { Template } from "../domain/checking/compileTemplate";
import { startCheck, type IncrementalCheck } from "../domain/checking/incrementalCheck";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { recognise } from "../domain/disclosure/recognise";
import { adoptionState } from "../domain/layout/adoption";
import { FreshTotals } from "../domain/layout/freshTotals";
import type { WorkbookSnapshot } from "../domain/workbook/workbookSnapshot";
import { concludeCheck } from "./concludeCheck";
import type { Checked } from "./draftingState";
import { asChosen, recogniseWorkbook } from "./recogniseWorkbook";
import { standingNarrative, type JudgeWords } from "./standingNarrative";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

interface Recognised {
  readonly template: Template;
  readonly disclosure: Disclosure;
}

/** Looks at one workbook again and again, and keeps from look to look what has not changed. */
export class WorkbookLook {
  private template: Template | undefined;
  private check: IncrementalCheck | undefined;
  private totals: FreshTotals | undefined;
  private before: Disclosure | undefined;

  constructor(
    private readonly library: TemplateLibrary,
    private readonly judgeWords: JudgeWords,
  ) {}

  /** The template that the workbook was laid out with: the next look begins with it. */
  use(template: Template): void {
    if (template === this.template) return;
    this.template = template;
    this.totals = new FreshTotals(template);
    this.check = undefined;
    this.before = undefined;
  }

  /** Undefined where no table is recognised. */
  async look(snapshot: WorkbookSnapshot, at: Date): Promise<Checked | undefined> {
    const recognised = await this.recogniseNow(snapshot);
    if (!recognised) return undefined;
    const { template, disclosure } = recognised;
    this.before = disclosure;
    const check = this.checkAgain(disclosure, template);
    const { report } = check;
    const sections = await standingNarrative(disclosure, template, this.judgeWords);
    return {
      template,
      disclosure,
      ...concludeCheck(report, disclosure, template, sections, () => check.dependents),
      sections,
      adoption: adoptionState(disclosure),
      isCalculatedByHand: snapshot.isCalculatedByHand === true,
      at,
    };
  }

  private checkAgain(disclosure: Disclosure, template: Template): IncrementalCheck {
    if (this.check) this.check.update(disclosure);
    else this.check = startCheck(disclosure, template);
    return this.check;
  }

  /** Nobody has to wait for the host's calculation, and nobody sees a difference that it is about to mend. */
  private async recogniseNow(snapshot: WorkbookSnapshot): Promise<Recognised | undefined> {
    const recognised = await this.recognise(snapshot);
    if (recognised) this.use(recognised.template);
    if (!recognised || !this.totals || snapshot.isCalculating !== true) return recognised;
    const { template, disclosure } = recognised;
    const fresh = this.totals.of(disclosure, this.before);
    return { template, disclosure: recognise(fresh, template.structure) };
  }

  /** With the template of the last look, as long as it recognises anything. */
  private async recognise(snapshot: WorkbookSnapshot): Promise<Recognised | undefined> {
    const template = this.template && asChosen(this.template, snapshot);
    if (template) {
      const disclosure = recognise(snapshot, template.structure);
      if (disclosure.placement.tables.size > 0) return { template, disclosure };
    }
    try {
      return await recogniseWorkbook({ read: () => Promise.resolve(snapshot) }, this.library);
    } catch (error) {
      if (error instanceof UseCaseError && error.code === "nothingRecognised") return undefined;
      throw error;
    }
  }
}
