export interface TemplateEntry {
  readonly id: string;
  readonly version: string;
  readonly title: string;
}

/** The template packages at hand: those that ship, or a bureau's own. */
export interface TemplateCatalog {
  list(): Promise<readonly TemplateEntry[]>;
  /** The package as it lies in its file; asked only for ids that are listed. */
  load(id: string): Promise<unknown>;
}
