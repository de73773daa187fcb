import { paragraphLines } from "../../narrative/standing/paragraphLines";
import { itemParagraphs } from "./eachParagraphs";
import type { FormCheck } from "./formCheck";
import { listed } from "./formWords";
import { rowIsFilled } from "./standingRow";

export const surplusParagraph: FormCheck = {
  meta: {
    id: "surplus-paragraph",
    kind: "text",
    title: "说明多段",
    why: "表里没有的科目，情况说明不再单写一段",
  },
  check(disclosure, template) {
    const { sheetName } = template.structure.definition.narrative;
    const written = new Set(itemParagraphs(disclosure, template).map(({ key }) => key));
    const surplus = paragraphLines(disclosure.snapshot).flatMap(({ key, code, place }) =>
      code !== undefined &&
      place &&
      !written.has(key) &&
      rowIsFilled(disclosure.snapshot, place, sheetName)
        ? [{ code, cell: { sheet: place.sheet ?? sheetName, row: place.row, column: 1 } }]
        : [],
    );
    if (surplus.length === 0) return [];
    const codes = surplus.map(({ code }) => code);
    return [
      {
        explanation: `《${sheetName}》还写着 ${listed(codes, "个科目")}，表里已经没有了。请按“说明”页的“更新说明”，或删去这一段。`,
        cells: surplus.map(({ cell }) => cell),
      },
    ];
  },
};
