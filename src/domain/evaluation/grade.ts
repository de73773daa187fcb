import type { Decimal } from "decimal.js";
import type { EvaluationDefinition } from "../template/templatePackage";

/** The first band that the total reaches; bands stand highest first and include their lower end. */
export function gradeOf(total: Decimal, { grades }: EvaluationDefinition): string | undefined {
  return grades.find(({ from }) => total.greaterThanOrEqualTo(from))?.grade;
}
