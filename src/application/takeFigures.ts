import type { Explanation } from "../domain/checking/explanations/explanation";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { intakeOf, openQuestions, type Intake } from "../domain/intake/intake";
import { joinFiles, type SourceFile } from "../domain/intake/joinFiles";
import type { UnitAnswer } from "../domain/intake/tableUnit";
import type { MoneyUnit } from "../domain/money/moneyUnit";
import { figureUnits } from "../domain/intake/figureUnits";
import type { Originals } from "../domain/rescaling/originals";
import { keptOriginals } from "./keptOriginals";
import { explanationsIn } from "./keptState";
import { recogniseWorkbook } from "./recogniseWorkbook";
import { needsRounding, rescaleFigures, type RescaledFigures } from "./rescaleFigures";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

/** What files hold, and what would come of it. Nothing is written. */
export interface FigureIntake {
  readonly intake: Intake;
  /** In the template's unit; undefined while the person has not told a money unit. */
  readonly figures?: Disclosure;
  /** Where a table stands in 元, or in 万元 with more digits than are printed. */
  readonly rescaled?: RescaledFigures;
  /** The figures in 元 that stay with the set, also those that the files kept already. */
  readonly originals?: Originals;
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
  const withOriginals = (rescaled?: RescaledFigures): FigureIntake => {
    const originals = keptOriginals(files, intake, rescaled?.originals);
    return {
      intake,
      figures: rescaled?.figures ?? disclosure,
      explanations,
      ...(rescaled ? { rescaled } : {}),
      ...(originals ? { originals } : {}),
    };
  };
  if (!needsRounding(disclosure, unitOf)) return withOriginals();
  return withOriginals(rescaleFigures(template, disclosure, unitOf));
}
