import type {
  BlockDefinition,
  ColumnDefinition,
  RowDefinition,
  TableDefinition,
  TemplatePackage,
} from "./templatePackage";

/** A column with the names that formulas and recognition use. */
export interface Column {
  /** Unique within the block: the heading path, normalised, joined by "/". */
  readonly key: string;
  readonly definition: ColumnDefinition;
  /** Normalised: block name first, then the headings. */
  readonly path: readonly string[];
}

export interface Row {
  /** Unique within the block: `#code`, else the label path, normalised and joined by "/"; "" in a record block. */
  readonly id: string;
  readonly definition: RowDefinition;
  /** Normalised and without ordinals: block name first, then parent rows, then the own label. Empty for blank rows. */
  readonly path: readonly string[];
}

export interface Block {
  readonly index: number;
  readonly definition: BlockDefinition;
  readonly columns: readonly Column[];
  readonly figureColumns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Table {
  readonly key: string;
  readonly definition: TableDefinition;
  readonly blocks: readonly Block[];
}

/** A package with its structure indexed; formulas are resolved against it. */
export interface TemplateStructure {
  readonly definition: TemplatePackage;
  /** In the package's order. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Normalised label → the normalised label that stands for its group of synonyms. */
  readonly canonical: (label: string) => string;
}
