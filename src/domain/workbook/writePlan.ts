import type { CellPosition, CellRange } from "./cellAddress";
import type { CellValue, SheetVisibility } from "./workbookSnapshot";

export type HorizontalAlignment = "left" | "center" | "right" | "justify";
export type VerticalAlignment = "top" | "middle" | "bottom";
export type BorderWeight = "thin" | "medium";

/** Colours are RRGGBB. Whatever is left out is the host's default. */
export interface CellStyle {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrap?: boolean;
  readonly indent?: number;
  /** One weight for all four sides. */
  readonly border?: BorderWeight;
  /** An Excel number format; "@" keeps codes text. */
  readonly numberFormat?: string;
}

export interface PlannedCell extends CellPosition {
  /** A value, or the exact result of `formula`. */
  readonly value: CellValue;
  /** Without "=". */
  readonly formula?: string;
  /** A key of `WritePlan.styles`. */
  readonly style?: string;
}

/** 第 1 页，共 3 页, in the codes of headers and footers. */
export const PAGE_NUMBERS = "第 &P 页，共 &N 页";

export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  /** A4 always; the sheet is fitted to this many pages in width, height free when 0. */
  readonly fitToWidth: number;
  readonly fitToHeight: number;
  readonly printArea?: CellRange;
  /** Rows repeated on each page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly centerHorizontally?: boolean;
  /** Printed at the foot of each page, with how many there are. */
  readonly pageNumbers?: true;
  /** Centimetres. */
  readonly margins?: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/**
 * Files take 8,192 characters, Excel's own dialog 255; what Excel takes through its JavaScript API nobody has written
 * down.
 */
export const MARK_FORMULA_LENGTH = 255;

export interface PlannedConditionalFormat {
  readonly range: CellRange;
  /** Without "=", written for the range's top left cell. */
  readonly formula: string;
  readonly style: { readonly fill?: string; readonly color?: string; readonly bold?: boolean };
}

/** A conditional format for a sheet that stands. */
export interface DrawnMark extends PlannedConditionalFormat {
  readonly sheet: string;
}

export interface PlannedValidation {
  readonly range: CellRange;
  readonly kind: "decimal" | "list" | "custom";
  /** list: the choices; custom: one formula without "=". */
  readonly formulas?: readonly string[];
  /** A warning can be overruled by the person, a stop cannot. */
  readonly severity: "stop" | "warning" | "information";
  readonly title: string;
  readonly message: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly CellRange[];
  /** In characters, by column number. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** In points, by row number. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly pageSetup?: PageSetup;
  /** Rows above and columns left of the frozen corner. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly conditionalFormats: readonly PlannedConditionalFormat[];
  readonly validations: readonly PlannedValidation[];
  readonly tabColor?: string;
}

/** Everything a new workbook, or the sheets to add to one, shall hold. Adapters add nothing of their own. */
export interface WritePlan {
  readonly sheets: readonly SheetPlan[];
  readonly styles: ReadonlyMap<string, CellStyle>;
  /** Which sheet opens in front. */
  readonly activeSheet?: string;
  readonly properties: { readonly title?: string };
}
