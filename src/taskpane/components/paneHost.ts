import { createContext, useContext } from "react";
import type { CheckedText } from "../../application/checkWrittenText";
import type { ComparedWorkbooks } from "../../application/compareWorkbooks";
import type { DraftingSession } from "../../application/draftingSession";
import type { LayoutPreview } from "../../application/previewLayOut";
import type { ThisYear } from "../../application/updateWrittenText";
import type { Disclosure } from "../../domain/disclosure/disclosure";
import type { SourceFile } from "../../domain/intake/joinFiles";
import type { TextUpdate } from "../../domain/narrative/update/textUpdate";
import type { CellAddress } from "../../domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../../ports/workbookPorts";

export type PaneSession = Pick<
  DraftingSession,
  | "state"
  | "subscribe"
  | "look"
  | "layOut"
  | "takeFigures"
  | "figureMoves"
  | "previewFill"
  | "previewRestore"
  | "demonstrate"
  | "fill"
  | "takeLastYear"
  | "previewLastYear"
  | "fillLastYear"
  | "repair"
  | "adopt"
  | "removeAudit"
  | "marksTables"
  | "restore"
  | "addAdjustmentList"
  | "inspect"
  | "mend"
  | "explain"
  | "withdrawReason"
  | "restoreParagraph"
  | "updateParagraphs"
  | "changeSettings"
  | "addIndicator"
  | "addProject"
  | "addProjectList"
  | "takeBack"
  | "navigate"
  | "dismissTrouble"
>;

/** What the pane needs of the place it runs in: the page, or a spreadsheet program. */
export interface PaneHost {
  readonly session: PaneSession;
  readonly previewLayOut: (templateId: string) => Promise<LayoutPreview>;
  /** Any workbook that a person chose; throws a `WorkbookError` that says what is wrong with it. */
  readonly readFile: (file: File) => Promise<WorkbookSnapshot>;
  /** False when the place does not let us. */
  readonly copyText: (text: string) => Promise<boolean>;
  /** Left out where the place does not say where the person stands. */
  readonly selectedCell?: () => Promise<CellAddress>;
  /** With what the pane was opened, where it was no plain opening: 重新审核 or 查看本格. */
  readonly press?: "check" | "cell";
  /** Left out where there is none to show. */
  readonly showSample?: () => Promise<void>;
  /** Left out where the person saves by themselves. */
  readonly saveAs?: () => Promise<void>;
  /** 公开文档 and 公开稿, as files; left out where the place cannot hand out files. */
  readonly publication?: {
    readonly document: () => Promise<void>;
    readonly workbook: () => Promise<void>;
  };
  /** 审核报告: into a file of its own, or into sheets beside the set. */
  readonly report: { readonly goes: "file" | "sheets"; readonly write: () => Promise<void> };
  /** 检查已有文稿: what a text file says, and whether a text is right, by itself and beside the figures. */
  readonly written: {
    readonly read: (file: File) => Promise<string>;
    readonly check: (text: string, figures?: Disclosure) => Promise<CheckedText>;
    /** 按上年文稿更新 */
    readonly update: (
      text: string,
      now: ThisYear,
      lastYear?: WorkbookSnapshot,
    ) => Promise<TextUpdate>;
    /** The new text as a file like the old one; left out where the place cannot hand out files. */
    readonly save?: (file: File, update: TextUpdate, revoked: ReadonlySet<number>) => Promise<void>;
  };
  /** 改动清单 against an earlier file, and where it is kept. */
  readonly changes: {
    readonly goes: "file" | "sheets";
    readonly compare: (earlier: SourceFile) => Promise<ComparedWorkbooks>;
    readonly keep: (compared: ComparedWorkbooks) => Promise<void>;
  };
}

const HostContext = createContext<PaneHost | undefined>(undefined);
export const PaneHostProvider = HostContext.Provider;

export function usePaneHost(): PaneHost {
  const host = useContext(HostContext);
  if (!host) throw new Error("outside of a pane");
  return host;
}
