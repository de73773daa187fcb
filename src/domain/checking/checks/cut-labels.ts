import type { PlacedBlock, PlacedRow } from "../../disclosure/placement";
import type { TemplateStructure } from "../../template/template";
import { disclosedTables } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { titled } from "./formWords";

export const cutLabels: FormCheck = {
  meta: {
    id: "cut-labels",
    kind: "form",
    title: "名称不全",
    why: "名称被列宽截断，公开出去的表缺字",
  },
  check(disclosure) {
    return disclosedTables(disclosure).flatMap(({ table, sheet, blocks }): FormReport[] => {
      const cut = blocks.flatMap((placed) =>
        placed.rows
          .filter(({ isCut }) => isCut)
          .map((row) => ({ row, placed, whole: wholeName(row, placed, disclosure.structure) })),
      );
      const [first] = cut;
      if (!first) return [];
      const should = first.whole === undefined ? "" : `应为“${first.whole}”`;
      return [
        {
          explanation: `${titled(table)}有 ${String(cut.length)} 处名称被列宽截断，如“${first.row.label.trim()}”${should}。请加宽列或自动换行。`,
          cells: cut.flatMap(({ row, placed }) => {
            const column = nameColumn(row, placed);
            return column === undefined ? [] : [{ sheet, row: row.row, column }];
          }),
        },
      ];
    });
  },
};

function wholeName(
  { id, code }: PlacedRow,
  { block }: PlacedBlock,
  { definition }: TemplateStructure,
): string | undefined {
  const { tree } = block.definition;
  const printed = block.rows.find((row) => row.id === id)?.definition.label;
  if (printed !== undefined || !tree || code === undefined) return printed;
  return definition.codes[tree.classification][code];
}

function nameColumn(row: PlacedRow, { block, columns }: PlacedBlock): number | undefined {
  const named = block.columns.find(
    ({ definition: { role } }) => role === "name" || role === "label",
  );
  return named && (row.columns ?? columns).get(named.key);
}
