import type { FigureAt } from "../disclosure/figure";
import { typedWords } from "../expression/cellWords";
import type { FigureSource } from "../expression/scope";
import type { TemplateStructure } from "../template/template";

/** The goals of the year as 补充资料 has them, for 情况说明 and reports. */
export interface SharedGoals {
  /** What its row is called there: 绩效目标. */
  readonly label: string;
  readonly text: string;
  readonly at: FigureAt;
}

/** undefined: the package names no such row, or the workbook has not got it. */
export function sharedGoals(
  { tables }: TemplateStructure,
  source: FigureSource,
  label: string | undefined,
): SharedGoals | undefined {
  if (label === undefined) return undefined;
  for (const table of tables.values()) {
    if (table.definition.role !== "supplement") continue;
    for (const block of table.blocks) {
      const row = block.rows.find(({ definition }) => definition.label === label);
      const column = block.columns.find(({ definition }) => definition.role === "text");
      if (!row || !column) continue;
      const [at] = source.figuresAt(table.key, block.index, row.id, column.key);
      if (!at?.cell) return undefined;
      return { label, text: (typedWords(at) ?? "").trim(), at };
    }
  }
  return undefined;
}
