import type { Disclosure } from "../../disclosure/disclosure";
import { columnMeant, placedBlock } from "../../expression/scope";
import { rowsWithId } from "../../disclosure/placedRows";
import { paragraphLines } from "../../narrative/standing/paragraphLines";
import type { CellAddress } from "../../workbook/cellAddress";
import { itemNamed, itemParagraphs, type ItemParagraph } from "./eachParagraphs";
import type { FormCheck } from "./formCheck";
import { listed } from "./formWords";
import { rowIsFilled } from "./standingRow";

export const missingParagraph: FormCheck = {
  meta: {
    id: "missing-paragraph",
    kind: "text",
    title: "说明缺段",
    why: "有决算数或年初预算数的每一项，情况说明都要有一段",
  },
  check(disclosure, template) {
    const { sheetName } = template.structure.definition.narrative;
    const lines = paragraphLines(disclosure.snapshot);
    if (lines.length === 0) return [];
    const standing = new Set(
      lines
        .filter(({ place }) => rowIsFilled(disclosure.snapshot, place, sheetName))
        .map(({ key }) => key),
    );
    const missing = itemParagraphs(disclosure, template).flatMap((paragraph) => {
      const cell = standing.has(paragraph.key) ? undefined : figureCell(paragraph, disclosure);
      return cell ? [{ paragraph, cell }] : [];
    });
    if (missing.length === 0) return [];
    const names = missing.map(({ paragraph }) => itemNamed(paragraph.item));
    return [
      {
        explanation: `${listed(names, "项")}有决算数或年初预算数，《${sheetName}》里没有这一项的段落。请按“说明”页的“更新说明”，或照别的项补写一段。`,
        cells: missing.map(({ cell }) => cell),
      },
    ];
  },
};

/** The cell with the first figure of the code that is not zero. */
function figureCell({ paragraph, item }: ItemParagraph, source: Disclosure) {
  for (const reference of paragraph.each ?? []) {
    const placed = placedBlock(reference, source);
    const column = columnMeant(reference, undefined);
    const rowId = `#${item.code}`;
    if (!placed || rowsWithId(placed, rowId).length === 0) continue;
    const found = source
      .figuresAt(reference.table.key, reference.block.index, rowId, column)
      .find(({ figure }) => figure.kind === "amount" && !figure.published.isZero());
    const cell: CellAddress | undefined = found?.cell;
    if (cell) return cell;
  }
  return undefined;
}
