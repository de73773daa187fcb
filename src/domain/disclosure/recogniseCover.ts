import type { FormText } from "./disclosure";
import { textCells } from "./recogniseTexts";
import type { SheetGrid } from "./sheetGrid";
import { looksLikeUnit, unitNameIn, type TextWithNext } from "./unitNames";

const COVER_ROWS = 40;
const COVER = /部门决算/u;
const COVER_TITLE =
  /^(?:[12][0-9]{3}年度?)?(.*?)(?:[12][0-9]{3}年度?)?部门决算(?:公开)?(?:报?表|报告|草案|说明)?$/u;
const NO_UNIT = /^第.{1,3}部分|^附件|目录|年度?$|^[(（].*[)）]$/u;

/** The rows of a sheet above its tables, all of them where it has none. */
export interface CoverPart {
  readonly grid: SheetGrid;
  readonly bottom: number;
}

interface CoverText extends TextWithNext {
  readonly row: number;
  /** Without blanks, in one width. */
  readonly plain: string;
}

/** All texts of a cover; none where nothing says 部门决算. */
export function coverTexts({ grid, bottom }: CoverPart): readonly CoverText[] {
  const rows = Math.max(0, Math.min(bottom, COVER_ROWS));
  const cells = Array.from({ length: rows }, (_, index) =>
    textCells(grid, index + 1).map((cell, place, row) => ({
      ...cell,
      row: index + 1,
      next: row[place + 1],
      plain: cell.text.normalize("NFKC").replace(/\s/gu, ""),
    })),
  ).flat();
  return cells.some(isTitle) ? cells : [];
}

function isTitle({ plain }: CoverText): boolean {
  return COVER.test(plain) && !NO_UNIT.test(plain);
}

/** The unit's full name on a cover: named as such, before 部门决算, or on a line of its own. */
export function readCover(part: CoverPart): FormText | undefined {
  const { grid } = part;
  const cells = coverTexts(part);
  const titles = cells.filter(isTitle);
  const at = (text: string, row: number, column: number): FormText => ({
    text,
    cell: { sheet: grid.sheet.name, row, column },
  });
  for (const cell of cells) {
    const name = unitNameIn(cell);
    const text = name?.text.trim() ?? "";
    if (name && text !== "") return at(text, cell.row, name.column);
  }
  for (const { plain, row, column } of titles) {
    const name = COVER_TITLE.exec(plain)?.[1] ?? "";
    if (name !== "" && looksLikeUnit(name)) return at(name, row, column);
  }
  const alone = cells.find(
    ({ plain }) => !COVER.test(plain) && !NO_UNIT.test(plain) && looksLikeUnit(plain),
  );
  return alone && at(alone.text, alone.row, alone.column);
}
