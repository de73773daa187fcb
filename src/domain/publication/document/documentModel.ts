import type { HorizontalAlignment } from "../../workbook/writePlan";

/** A document as it is printed and read: sections of pages, each with its blocks from top to bottom. */
export interface PublishedDocument {
  readonly title: string;
  readonly sections: readonly DocumentSection[];
}

export interface DocumentSection {
  readonly orientation: "portrait" | "landscape";
  /** Points. */
  readonly margins: PageMargins;
  /** Cover and contents have none; the pages after them are counted from 1. */
  readonly pageNumbers: "none" | "first" | "on";
  readonly blocks: readonly DocumentBlock[];
}

export interface PageMargins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type DocumentBlock =
  | {
      readonly kind: "cover";
      readonly year: string;
      readonly unitName: string;
      readonly title: string;
    }
  | { readonly kind: "contents"; readonly entries: readonly ContentsEntry[] }
  | DocumentHeading
  /** Missing inputs stand as 【缺：…】, what people write in as 【请填写：…】. */
  | { readonly kind: "paragraph"; readonly text: string; readonly isCentred?: true }
  | { readonly kind: "table"; readonly table: DocumentTable };

export interface DocumentHeading {
  readonly kind: "heading";
  /** 1: a part of the document; 2: a table or a section; 3: （一） below it. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The title of a table stands in the middle above it. */
  readonly isTableTitle?: true;
  /** The only words of its page: what it is about follows on pages of another kind. */
  readonly isAlone?: true;
  /** Where the contents lead to. */
  readonly anchor?: string;
}

export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly anchor: string;
  /** As far as it can be told before the pages are made; the field finds it again. */
  readonly page: number;
}

export interface DocumentTable {
  /** 公开01表, 部门：…, 单位：万元 and the like, as they stand above the table. */
  readonly above: readonly TableLine[];
  /** In points. */
  readonly columnWidths: readonly number[];
  readonly fontSize: number;
  /** Repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly TableRow[];
  /** 注. */
  readonly below: readonly string[];
}

export interface TableLine {
  readonly left: string;
  readonly right: string;
}

export interface TableRow {
  /** At least so high, in points. */
  readonly height: number;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: HorizontalAlignment;
  readonly isBold: boolean;
  readonly isShaded: boolean;
}
