import { titled } from "../checking/checks/formWords";
import { figuresIn } from "../disclosure/figuresIn";
import type { Disclosure } from "../disclosure/disclosure";
import type { Figure } from "../disclosure/figure";
import type { Table } from "../template/template";
import { parseAmount } from "../money/parseAmount";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import { NO_RESULT, valueAt } from "../workbook/workbookSnapshot";
import type { SheetSource } from "./joinFiles";

/** A cell for a figure in which something else stands. */
export interface UnreadFigure {
  readonly table: Table;
  readonly cell: CellAddress;
  /** What stands there. */
  readonly text: string;
  /** Where it is, what stands there, and what to do: one sentence. */
  readonly message: string;
}

/** `sources`: where the sheets came from; the files are named where there are several. */
export function unreadFigures(
  disclosure: Disclosure,
  sources: ReadonlyMap<string, SheetSource> = new Map(),
): UnreadFigure[] {
  const hasFiles = new Set(Array.from(sources.values(), ({ file }) => file)).size > 1;
  const place = (cell: CellAddress) => {
    const source = sources.get(cell.sheet);
    const file = source && hasFiles ? `${source.file} ` : "";
    return `${file}${source?.sheet ?? cell.sheet}!${formatPosition(cell)}`;
  };
  return [...disclosure.placement.tables.values()]
    .filter(({ table }) => table.definition.role !== "evaluation")
    .flatMap(({ table }) =>
      figuresIn(disclosure, table.key).flatMap(({ figure, cell }): UnreadFigure[] => {
        // What a merged area swallows is said once for the area.
        if (!cell || isBlankCell(cell, disclosure)) return [];
        const words = wordsOf(figure);
        return words === undefined
          ? []
          : [
              {
                table,
                cell,
                text: textOf(figure),
                message: `${titled(table)}${place(cell)} ${words}`,
              },
            ];
      }),
    );
}

function isBlankCell(cell: CellAddress, { snapshot }: Disclosure): boolean {
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  return !sheet || valueAt(sheet, cell) === null;
}

function textOf(figure: Figure): string {
  if (figure.kind === "error") return figure.error;
  return figure.kind === "unreadable" ? figure.text : "";
}

function wordsOf(figure: Figure): string | undefined {
  if (figure.kind === "unreadable") {
    const parsed = parseAmount(figure.text);
    if (parsed.kind === "noted") {
      return `写的是“${shortened(figure.text)}”，数后面写了“${shortened(parsed.note)}”：照原样，不算数；请只留数字，说明写到备注里。`;
    }
    return `写的是“${shortened(figure.text)}”，不是数：文字照原样，不算数；请改成数字，单位写在表头。`;
  }
  if (figure.kind !== "error") return undefined;
  return figure.error === NO_RESULT
    ? "的公式没有结果，没有取；请在 Excel 或 WPS 中打开并保存一次再取。"
    : `是错误值 ${figure.error}，没有取；请改好公式，或填上数字。`;
}

const SHOWN = 20;

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
