import { CalculationMode } from "@univerjs/sheets-formula";

/** What is opened carries its exact results; to compute them again blocks the page for seconds. */
export const FORMULA_OPTIONS = { initialFormulaComputing: CalculationMode.NO_CALCULATION };
