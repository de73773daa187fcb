/** Something wrong in a template package, for the person who writes it. */
export interface TemplateProblem {
  /** Where in the JSON: tables[2].blocks[0].rows[3].label; "" for the package as a whole. */
  readonly path: string;
  /** K908, where it is about that relation. */
  readonly code?: string;
  /** The package itself may be right: it is made for a later version. */
  readonly kind?: "newerFormat" | "unknownNarrative";
  /** Chinese, one sentence. */
  readonly message: string;
  readonly suggestion?: string;
}
