import type { CompileProblem, Template } from "../checking/compileTemplate";
import { PrintLimitError, withinLimits } from "../expression/print/limits";
import { printText } from "../expression/print/text";
import { layOutAudit } from "./auditSheet";
import { layOutTables, placementOf } from "./layOutWorkbook";

/** Relations and paragraphs of a package that are too long or too deep for a native formula. */
export function printProblems(template: Template): CompileProblem[] {
  const { definition } = template.structure;
  const { decimals, percentDecimals, moneyUnit, year } = definition;
  const placement = placementOf(layOutTables(template, { unitName: "", year }));
  const settings = { placement, decimals, percentDecimals };
  const { paneOnly } = layOutAudit(template.relations, [], {
    ...settings,
    moneyUnit,
    valueAt: () => null,
  });
  const relations = paneOnly.flatMap(({ relation, reason }) => {
    if (!(reason instanceof PrintLimitError)) return [];
    const index = definition.relations.findIndex(({ code }) => code === relation.code);
    const path = index < 0 ? "tables" : `relations[${String(index)}].formula`;
    return [{ path, code: relation.code, message: `${reason.message}。` }];
  });
  const paragraphs = template.sections.flatMap((section, index) =>
    section.paragraphs.flatMap((parts, paragraph): CompileProblem[] => {
      try {
        withinLimits(printText(parts, { ...settings, sheet: definition.narrative.sheetName }));
        return [];
      } catch (error) {
        if (!(error instanceof PrintLimitError)) throw error;
        const path = `narrative.sections[${String(index)}].paragraphs[${String(paragraph)}]`;
        return [{ path, message: `${error.message}。` }];
      }
    }),
  );
  return [...relations, ...paragraphs];
}
