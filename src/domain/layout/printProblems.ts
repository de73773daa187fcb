import type { Paragraph } from "../checking/compileNarrative";
import type { CompileProblem, Template } from "../checking/compileTemplate";
import { PrintLimitError, withinLimits } from "../expression/print/limits";
import { printText } from "../expression/print/text";
import { bind, type Scope } from "../expression/scope";
import type { WrittenParagraph } from "../narrative/paragraphs";
import { layOutAudit } from "./auditSheet";
import { layOutTables, placementOf } from "./layOutWorkbook";
import { NarrativeCalculation } from "./narrativeCalculation";

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
  const cells = new NarrativeCalculation(definition.narrative.sheetName, new Map());
  const context = { ...settings, sheet: definition.narrative.sheetName };
  const source = { placement, figuresAt: () => [{ figure: { kind: "blank" } } as const] };
  const scope: Scope = { source, decimals, percentDecimals };
  const paragraphs = template.sections.flatMap((section, index) =>
    section.paragraphs.flatMap((paragraph, place): CompileProblem[] => {
      const key = `${String(index)}.${String(place)}`;
      try {
        const textCells = cells.addParagraph(asWritten(key, paragraph, scope), 1, context);
        withinLimits(printText(paragraph.parts, { ...context, textCells }));
        return [];
      } catch (error) {
        if (!(error instanceof PrintLimitError)) throw error;
        const path = `narrative.sections[${String(index)}].paragraphs[${String(place)}]`;
        return [{ path, message: `${error.message}。` }];
      }
    }),
  );
  return [...relations, ...paragraphs];
}

/** Written for some code, where it is written for each. */
function asWritten(key: string, paragraph: Paragraph, scope: Scope): WrittenParagraph {
  if (!paragraph.each) return { key, paragraph, scope };
  const code = "0000000";
  const item = { code, ordinal: 1, nameOf: () => undefined, nameTables: paragraph.each };
  return { key, paragraph, item, scope: bind(scope, { code, rowId: `#${code}`, item }) };
}
