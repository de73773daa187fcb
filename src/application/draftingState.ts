import type { Explanation } from "../domain/checking/explanations/explanation";
import type { Template } from "../domain/checking/compileTemplate";
import type { Disclosure } from "../domain/disclosure/disclosure";
import type { AdoptionState } from "../domain/layout/adoption";
import type { StandingSection } from "../domain/narrative/standing/standingParagraph";
import type { InsertedRows } from "../domain/intake/fillPlan";
import type { CellAddress } from "../domain/workbook/cellAddress";
import {
  WorkbookError,
  type TakenBack,
  type WorkbookErrorCode,
  type WriteReceipt,
  type WriteStep,
} from "../ports/workbookPorts";
import type { TemplateEntry } from "../ports/templateCatalog";
import type { Conclusion } from "./concludeCheck";
import { UseCaseError, type UseCaseErrorCode } from "./useCaseError";

/** What one look at the workbook found. */
export interface Checked extends Conclusion {
  readonly template: Template;
  readonly disclosure: Disclosure;
  readonly sections: readonly StandingSection[];
  /** Whether 审核 of ours stands beside tables of the person's own, or could. */
  readonly adoption: AdoptionState;
  /** The host calculates only when the person asks it to: its own results may be old. */
  readonly isCalculatedByHand: boolean;
  readonly at: Date;
}

/** What a press wrote, for 撤回. */
export interface LastWrite {
  readonly kind:
    | "layOut"
    | "repair"
    | "fill"
    | "mend"
    | "restore"
    | "list"
    | "explain"
    | "report"
    | "changes"
    | "sentence"
    | "paragraphs"
    | "settings"
    | "indicator"
    | "project"
    | "projects"
    | "adopt";
  readonly receipt: WriteReceipt;
  /** With `fill` and `paragraphs`: rows that came in for new codes, and that went with others. */
  readonly rows?: readonly InsertedRows[];
  readonly gone?: readonly InsertedRows[];
  /** With `paragraphs`: the codes whose paragraphs came, and went. */
  readonly paragraphs?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** With `adopt`: relations that no formula checks, by code, and whether the tables are marked. */
  readonly adopted?: { readonly paneOnly: readonly string[]; readonly isMarked: boolean };
  /** With `explain`: how many findings got a reason, or lost it. */
  readonly explained?: { readonly findings: number; readonly isWithdrawn: boolean };
  /** It failed on the way: the receipt has what is known to stand. */
  readonly isPartial?: true;
  /** 撤回 was tried since. partly: the receipt has what is left · unknown: nobody knows what was done. */
  readonly takeBackStopped?: "partly" | "unknown";
  /** Where 修复版式 left what somebody typed in place of a sentence. */
  readonly keptTexts?: readonly CellAddress[];
}

export interface Trouble {
  /** filesMissing: of our own. */
  readonly code: WorkbookErrorCode | UseCaseErrorCode | "filesMissing" | "unexpected";
  readonly detail: string;
}

export interface DraftingState {
  /** working: something that a person pressed is under way. */
  readonly phase: "starting" | "ready" | "working";
  /** How far a press has come, where the host says so. */
  readonly step?: WriteStep;
  readonly templates: readonly TemplateEntry[];
  /** Undefined before the first look, and while no table is recognised. */
  readonly checked?: Checked;
  /** The workbook changed since `checked`. */
  readonly stale: boolean;
  readonly lastWrite?: LastWrite;
  /** What 撤回 left where it was; undefined after the next press. */
  readonly takenBack?: TakenBack & { readonly keptRows?: readonly InsertedRows[] };
  /** 审核说明 of last year's files, once they were chosen. */
  readonly lastYearReasons?: readonly Explanation[];
  /** Sheets that 修复版式 had to leave. */
  readonly differentShape: readonly string[];
  readonly trouble?: Trouble;
  /** Why the last look failed: what `checked` says is of an earlier time. */
  readonly lookTrouble?: Trouble;
}

export const STARTING: DraftingState = {
  phase: "starting",
  templates: [],
  stale: false,
  differentShape: [],
};

export function troubleOf(error: unknown): Trouble {
  if (error instanceof WorkbookError || error instanceof UseCaseError) {
    return { code: error.code, detail: error.detail };
  }
  return { code: "unexpected", detail: error instanceof Error ? error.message : String(error) };
}
