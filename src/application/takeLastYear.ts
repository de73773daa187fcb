import type { Template } from "../domain/checking/compileTemplate";
import type { Explanation } from "../domain/checking/explanations/explanation";
import { intakeOf, openQuestions, type Intake, type IntakeTable } from "../domain/intake/intake";
import type { SourceFile } from "../domain/intake/joinFiles";
import {
  lastYearFigures,
  tablesAsked,
  yearFound,
  type LastYearFigure,
  type YearFound,
} from "../domain/intake/lastYear";
import type { UnitAnswer } from "../domain/intake/tableUnit";
import { explanationsIn } from "./keptState";
import { UseCaseError } from "./useCaseError";

/** What last year's files have for 补充资料. Nothing is written. */
export interface LastYearIntake {
  readonly intake: Intake;
  /** Never the year of the accounts themselves. */
  readonly year: YearFound;
  readonly figures: readonly LastYearFigure[];
  /** Tables that are needed, and whose money unit only the person can tell. */
  readonly questions: readonly IntakeTable[];
  /** 审核说明 that were given last year. */
  readonly explanations: readonly Explanation[];
}

/** `year`: of the set that asks. `said`: what the person answered, by table. */
export function takeLastYear(
  files: readonly SourceFile[],
  template: Template,
  year: number,
  said?: ReadonlyMap<string, UnitAnswer>,
): LastYearIntake {
  const intake = intakeOf(files, template, said);
  if (intake.disclosure.placement.tables.size === 0) throw new UseCaseError("noLastYear");
  const found = yearFound(intake.disclosure.year, year);
  if (found.kind === "same") throw new UseCaseError("thisYear", String(year));
  const asked = tablesAsked(template);
  return {
    intake,
    year: found,
    figures: lastYearFigures(intake),
    questions: openQuestions(intake).filter(({ table }) => asked.has(table.key)),
    explanations: files.flatMap(({ snapshot }) => explanationsIn(snapshot)),
  };
}
