import type { Explanation } from "../domain/checking/explanations/explanation";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { intakeOf, openQuestions, type Intake } from "../domain/intake/intake";
import { joinFiles, type SourceFile } from "../domain/intake/joinFiles";
import type { MoneyUnit, UnitAnswer } from "../domain/intake/moneyUnits";
import { figureUnits } from "../domain/intake/figureUnits";
import { explanationsIn } from "./keptState";
import { recogniseWorkbook } from "./recogniseWorkbook";
import { rescaleFigures, type RescaledFigures } from "./rescaleFigures";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

/** What files hold, and what would come of it. Nothing is written. */
export interface FigureIntake {
  readonly intake: Intake;
  /** In the template's unit; undefined while the person has not told a money unit. */
  readonly figures?: Disclosure;
  /** Where a table stands in 元. */
  readonly rescaled?: RescaledFigures;
  /** 审核说明 that the files keep. */
  readonly explanations: readonly Explanation[];
}

/** With the template asked for, else the one that recognises most. `said`: what the person answered, by table. */
export async function takeFigures(
  files: readonly SourceFile[],
  library: TemplateLibrary,
  templateId?: string,
  said?: ReadonlyMap<string, UnitAnswer>,
): Promise<FigureIntake> {
  const { snapshot } = joinFiles(files);
  const reader = { read: () => Promise.resolve(snapshot) };
  const { template } = await recogniseWorkbook(reader, library, templateId);
  const intake = intakeOf(files, template, said);
  if (intake.tables.length === 0) throw new UseCaseError("nothingRecognised");
  const explanations = files.flatMap((file) => explanationsIn(file.snapshot));
  if (openQuestions(intake).length > 0) return { intake, explanations };
  const { disclosure } = intake;
  const units = figureUnits(disclosure, template, said);
  const unitOf = (table: string): MoneyUnit => units.get(table)?.unit ?? "万元";
  if (![...units.values()].some(({ unit }) => unit === "元")) {
    return { intake, figures: disclosure, explanations };
  }
  const rescaled = rescaleFigures(template, disclosure, unitOf);
  return { intake, figures: rescaled.figures, rescaled, explanations };
}
