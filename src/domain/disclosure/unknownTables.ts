import type { TemplateStructure } from "../template/template";
import type { CellPosition } from "../workbook/cellAddress";
import { formatPosition } from "../workbook/cellAddress";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import type { RecognitionProblem } from "./disclosure";
import type { PlacedTable } from "./placement";
import { holdFigures } from "./recognitionProblems";
import { looksLikeTitle, titleIndex } from "./recogniseTitles";

/** Titles that the package does not have, on sheets with tables that were read, and figures below that nothing has. */
export function unknownTables(
  { sheets }: WorkbookSnapshot,
  structure: TemplateStructure,
  placed: readonly PlacedTable[],
): RecognitionProblem[] {
  const tableTitled = titleIndex(structure);
  return sheets.flatMap((sheet): RecognitionProblem[] => {
    const own = placed.filter((table) => table.sheet === sheet.name);
    if (own.length === 0) return [];
    const isRead = ({ row, column }: CellPosition) =>
      own.some(
        ({ range: { top, left, bottom, right } }) =>
          top <= row && row <= bottom && left <= column && column <= right,
      );
    const found = titlesIn(sheet);
    return found.flatMap((title): RecognitionProblem[] => {
      if (isRead(title) || tableTitled(title.text)) return [];
      const below = found.find(({ row, column }) => row > title.row && column <= title.column);
      const bottom = below ? below.row - 1 : sheet.values.length;
      const left = sheet.values.slice(title.row, bottom).map((values, row) =>
        values.map((value, column) => {
          const at = { row: title.row + 1 + row, column: column + 1 };
          return isRead(at) ? null : value;
        }),
      );
      return holdFigures(left) ? [problemOf(sheet, title)] : [];
    });
  });
}

interface TitleText extends CellPosition {
  readonly text: string;
}

const knownTitles = new WeakMap<SheetSnapshot, readonly TitleText[]>();

/** After an edit most sheets are the same objects as before. */
function titlesIn(sheet: SheetSnapshot): readonly TitleText[] {
  const known = knownTitles.get(sheet) ?? findTitles(sheet);
  knownTitles.set(sheet, known);
  return known;
}

function findTitles({ values }: SheetSnapshot): TitleText[] {
  const titles: TitleText[] = [];
  for (const [row, line] of values.entries()) {
    for (const [column, value] of line.entries()) {
      if (typeof value !== "string" || !value.includes("表")) continue;
      const text = value.trim();
      if (looksLikeTitle(text)) titles.push({ row: row + 1, column: column + 1, text });
    }
  }
  return titles;
}

function problemOf({ name }: SheetSnapshot, { text, row, column }: TitleText): RecognitionProblem {
  return {
    kind: "unknownSheet",
    sheet: name,
    cell: { sheet: name, row, column },
    message: `工作表“${name}”的 ${formatPosition({ row, column })}“${text}”不是样表的表名，下面的数字没有读；是公开表的，请把表题改成样表的名字。`,
  };
}
