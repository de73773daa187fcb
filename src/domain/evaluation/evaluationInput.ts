import type { Computed } from "../checking/compileTemplate";
import type { FigureSource } from "../expression/scope";
import type { TableInput } from "../layout/tableInput";
import type { EvaluationForm } from "./evaluationForm";

/** What a 自评表 is filled with. */
export interface EvaluationInput extends Omit<TableInput, "codes"> {
  readonly percentDecimals: number;
  /** The formulas of the template; those of other tables are left alone. */
  readonly computed: readonly Computed[];
  /** What the formulas take from other tables; such formulas stay out without. */
  readonly tables?: FigureSource;
  /** The form's own where left out. */
  readonly sheetName?: string;
  /** The name of the project, where the form is that of one. */
  readonly project?: string;
  /** Texts and indicators of the unit's own form; without it each category has its empty rows. */
  readonly form?: EvaluationForm;
}
