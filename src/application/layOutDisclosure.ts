import type { Template } from "../domain/checking/compileTemplate";
import { withSettings } from "../domain/checking/workbookSettings";
import type { Disclosure } from "../domain/disclosure/disclosure";
import type { SourceFile } from "../domain/intake/joinFiles";
import { answerAt, lastYearAnswers, type LastYearFigure } from "../domain/intake/lastYear";
import { layOutWorkbook } from "../domain/layout/layOutWorkbook";
import type { Table } from "../domain/template/template";
import { openQuestions, type Intake } from "../domain/intake/intake";
import type { MoneyUnit } from "../domain/money/moneyUnit";
import type { WorkbookFile } from "../ports/workbookPorts";
import { stateSheets } from "./keptState";
import { withFormsFor, withProjectList } from "./projectForms";
import type { RescaledFigures } from "./rescaleFigures";
import { settleUnits } from "./settleUnits";
import { takeFigures, type FigureIntake } from "./takeFigures";
import { takeLastYear, type LastYearIntake } from "./takeLastYear";
import type { TemplateLibrary } from "./templateLibrary";
import { unitsLeftOpen } from "./unclearUnits";
import { UseCaseError } from "./useCaseError";

export interface LayoutRequest {
  readonly templateId: string;
  readonly unitName: string;
  /** When left out, that of the figures, else that of the template. */
  readonly year?: number;
  /** Files whose tables are recognised; an empty set without. */
  readonly figures?: readonly SourceFile[];
  /** Where the files leave it open. */
  readonly unitOfFigures?: MoneyUnit;
  /** Last year's published set, for 补充资料. */
  readonly lastYear?: readonly SourceFile[];
  /** Where those leave it open. */
  readonly unitOfLastYear?: MoneyUnit;
  /** Names of the projects that get a 自评表 of their own. */
  readonly projects?: readonly string[];
  /** Keys of optional forms. */
  readonly forms?: readonly string[];
  /** Of the percentages in the 情况说明; the package's where left out. */
  readonly percentDecimals?: number;
}

export interface LaidOutDisclosure {
  readonly bytes: Uint8Array;
  readonly sheetNames: readonly string[];
  readonly year: number;
  readonly figures?: TakenFigures;
  readonly lastYear?: LastYearAnswers;
}

/** What 补充资料 got from last year's set. */
export interface LastYearAnswers {
  readonly intake: LastYearIntake;
  readonly taken: readonly LastYearFigure[];
  /** The figures workbook has something else there, which stays. */
  readonly kept: readonly LastYearFigure[];
}

/** What came from the files. */
export interface TakenFigures {
  readonly intake: Intake;
  readonly rescaled?: RescaledFigures;
}

export async function layOutDisclosure(
  request: LayoutRequest,
  library: TemplateLibrary,
  file: WorkbookFile,
): Promise<LaidOutDisclosure> {
  const { percentDecimals } = request;
  const settings = percentDecimals === undefined ? {} : { percentDecimals };
  const template = withSettings(await library.get(request.templateId), settings);
  const { templateId, unitName, figures: files, unitOfFigures } = request;
  const taken = files && (await takeSettled(files, library, templateId, unitOfFigures));
  const year = request.year ?? taken?.figures.year ?? template.structure.definition.year;
  const lastYear =
    request.lastYear &&
    answersOf(
      lastYearSettled(request.lastYear, template, year, request.unitOfLastYear),
      taken?.figures,
    );
  const { projects = [] } = request;
  const own = withFormsFor(template, request, taken?.figures);
  const laidOut = layOutWorkbook(own, {
    unitName,
    year,
    projects,
    ...(taken ? { figures: taken.figures } : {}),
    ...(lastYear ? { given: (place) => answerAt(lastYear.taken, place) } : {}),
  });
  const plan = withProjectList(own, laidOut, { unitName, year });
  const rescaled = taken?.rescaled;
  const { originals, explanations } = taken ?? {};
  const state = stateSheets({ originals, explanations, settings });
  return {
    bytes: await file.write({ ...plan, sheets: [...plan.sheets, ...state] }),
    sheetNames: plan.sheets
      .filter(({ visibility }) => visibility === "visible")
      .map(({ name }) => name),
    year,
    ...(taken
      ? {
          figures: { intake: taken.intake, ...(rescaled ? { rescaled } : {}) },
        }
      : {}),
    ...(lastYear ? { lastYear } : {}),
  };
}

function lastYearSettled(
  files: readonly SourceFile[],
  template: Template,
  year: number,
  unit: MoneyUnit | undefined,
): LastYearIntake {
  const first = takeLastYear(files, template, year);
  const answers = settleUnits(template, first.intake.disclosure, unit);
  return answers.size === 0 ? first : takeLastYear(files, template, year, answers);
}

/** Figures of another year go nowhere: nobody is there to be asked. */
function answersOf(intake: LastYearIntake, own: Disclosure | undefined): LastYearAnswers {
  const { year, figures } = intake;
  if (year.kind === "other") {
    throw new UseCaseError("anotherYear", [year.found, year.wanted].join("\n"));
  }
  return { intake, ...lastYearAnswers(figures, own) };
}

/** Nobody is there to be asked: what the files leave open has been said before, or is refused. */
async function takeSettled(
  files: readonly SourceFile[],
  library: TemplateLibrary,
  templateId: string,
  unit: MoneyUnit | undefined,
): Promise<FigureIntake & { readonly figures: Disclosure }> {
  const first = await takeFigures(files, library, templateId);
  const { template, disclosure } = first.intake;
  const answers = settleUnits(template, disclosure, unit);
  const taken = answers.size === 0 ? first : await takeFigures(files, library, templateId, answers);
  const { figures } = taken;
  if (!figures) throw unitsLeftOpen(openQuestions(taken.intake));
  return { ...taken, figures };
}

/** Published tables that the workbook lacks. */
export function missingTables({ structure, placement }: Disclosure): Table[] {
  return [...structure.tables.values()].filter(
    ({ key, definition }) => definition.role === "disclosure" && !placement.tables.has(key),
  );
}
