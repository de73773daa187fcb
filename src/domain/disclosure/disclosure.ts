import type { CellAddress } from "../workbook/cellAddress";
import type { WorkbookSnapshot } from "../workbook/workbookSnapshot";
import type { TemplateStructure } from "../template/template";
import type { FigureAt } from "./figure";
import type { Placement } from "./placement";

/** A text of the form that checks look at: a table's number, its unit line, 单位：万元, the note under an empty table. */
export interface FormText {
  readonly text: string;
  readonly cell: CellAddress;
}

export interface TableTexts {
  readonly title: FormText;
  /** 公开03表, as printed. */
  readonly number?: FormText;
  /** What follows 部门： or 单位：, without the word. */
  readonly unitName?: FormText;
  /** 万元 or 元, as printed. */
  readonly moneyUnit?: FormText;
  /** Texts below the table up to the next one. */
  readonly notes: readonly FormText[];
}

/** Something in the workbook that could not be used, in words for the person. */
export interface RecognitionProblem {
  readonly kind:
    | "unknownSheet"
    | "unreadTable"
    | "duplicateTable"
    | "missingColumn"
    | "unknownRow"
    | "mergedFigure";
  readonly sheet: string;
  readonly table?: string;
  readonly cell?: CellAddress;
  /** The unit that a second copy of a table names. */
  readonly unitName?: string;
  /** Chinese, one sentence: what, and what to do. */
  readonly message: string;
}

/** A workbook understood: which sheet is which table, which cell is which figure. */
export interface Disclosure {
  readonly structure: TemplateStructure;
  readonly snapshot: WorkbookSnapshot;
  readonly placement: Placement;
  readonly texts: ReadonlyMap<string, TableTexts>;
  /** The unit's full name on the cover line, if there is a cover. */
  readonly coverUnitName?: FormText;
  /** The year of the accounts, from the cover or the titles. */
  readonly year?: number;
  readonly problems: readonly RecognitionProblem[];
  /**
   * The figures of a row and column: one, or several where a code stands in several rows. Never empty.
   * `rowId` as in `PlacedRow.id`.
   */
  figuresAt(table: string, block: number, rowId: string, columnKey: string): readonly FigureAt[];
}
