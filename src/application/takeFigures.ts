import type { Disclosure } from "../domain/disclosure/disclosure";
import { intakeOf, openQuestions, type Intake } from "../domain/intake/intake";
import { joinFiles, type SourceFile } from "../domain/intake/joinFiles";
import type { MoneyUnit, UnitAnswer } from "../domain/intake/moneyUnits";
import { rescale, type Rescaling } from "../domain/rescaling/rescale";
import { recogniseWorkbook } from "./recogniseWorkbook";
import type { TemplateLibrary } from "./templateLibrary";
import { UseCaseError } from "./useCaseError";

/** What files hold, and what would come of it. Nothing is written. */
export interface FigureIntake {
  readonly intake: Intake;
  /** In the template's unit; undefined while the person has not told a money unit. */
  readonly figures?: Disclosure;
  /** Where a table stands in 元. */
  readonly rescaling?: Rescaling;
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
  if (openQuestions(intake).length > 0) return { intake };
  const units = new Map(intake.tables.map(({ table, unit }) => [table.key, unit.unit]));
  const unitOf = (table: string): MoneyUnit => units.get(table) ?? "万元";
  const { disclosure } = intake;
  if (![...units.values()].includes("元")) return { intake, figures: disclosure };
  const rescaling = rescale(template, disclosure, unitOf);
  const { figuresAt } = rescaling;
  return { intake, figures: { ...disclosure, figuresAt }, rescaling };
}
