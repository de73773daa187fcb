import { ancestorCodes } from "../disclosure/codeTree";
import type { PlacedTable } from "../disclosure/placement";
import { parseAmount } from "../money/parseAmount";
import { UNDETERMINED } from "../expression/print/number";
import type { Cause } from "../expression/evaluate";
import type { FigureSource, FigureTerm } from "../expression/scope";
import type { Table } from "../template/template";
import { formatPosition, type CellAddress } from "../workbook/cellAddress";
import { NO_RESULT } from "../workbook/workbookSnapshot";
import { titled } from "./checks/formWords";

const CAUSES_SHOWN = 2;
const CODES_SHOWN = 4;
const LONGEST_TEXT = 16;

/** Why a relation cannot be checked, and what to do about it. */
export function causeWords(
  causes: readonly Cause[],
  tables: ReadonlyMap<string, Table>,
  source: FigureSource,
): string {
  const words = [...new Set(causes.map((cause) => oneCause(cause, tables, source)))];
  if (words.length === 0) return "有的数取不到，这一条没有核对。";
  const more = words.length > CAUSES_SHOWN ? `；等 ${String(words.length)} 处` : "";
  return `${words.slice(0, CAUSES_SHOWN).join("；")}${more}。补上或改正后再核对。`;
}

function oneCause(cause: Cause, tables: ReadonlyMap<string, Table>, source: FigureSource): string {
  if (cause.kind === "zeroBase") return "基数为 0，不能计算比率";
  const { term } = cause;
  const uncounted = uncountedWords(term, source);
  if (uncounted !== "") return uncounted;
  const table = tables.get(term.table);
  return term.cell
    ? cellTrouble(term, formatPosition(term.cell))
    : missing(term, table ? titled(table) : "", table);
}

/** Why a formula of ours says 数据不足 instead of a total. */
function uncountedWords(term: FigureTerm, source: FigureSource): string {
  const { figure, cell } = term;
  if (figure.kind !== "unreadable" || figure.text !== UNDETERMINED || !cell) return "";
  const placed = source.placement.tables.get(term.table);
  const strange = placed ? notNumbers(placed, source) : [];
  if (strange.length === 0) return unlistedParents(term, cell, placed);
  const shown = strange.slice(0, CAUSES_SHOWN).join("、");
  const more = strange.length > CAUSES_SHOWN ? `等 ${String(strange.length)} 格` : "";
  return `${cell.sheet} ${shown}${more}，表里的合计没有算：没有数的留空或填 0`;
}

const known = new WeakMap<FigureSource, Map<PlacedTable, readonly string[]>>();

/** What is typed in a table's figure cells and is no number: E10 填的是“—”. */
function notNumbers(placed: PlacedTable, source: FigureSource): readonly string[] {
  const ofSource = known.get(source) ?? new Map<PlacedTable, readonly string[]>();
  known.set(source, ofSource);
  const found =
    ofSource.get(placed) ??
    placed.blocks.flatMap(({ block, rows }) =>
      rows.flatMap(({ id }) =>
        block.figureColumns.flatMap(({ key }) =>
          source.figuresAt(placed.table.key, block.index, id, key).flatMap(({ figure, cell }) => {
            if (!cell) return [];
            if (figure.kind === "error")
              return [`${formatPosition(cell)} 是错误值 ${figure.error}`];
            const isText = figure.kind === "unreadable" || figure.kind === "notApplicable";
            if (!isText || figure.text === UNDETERMINED) return [];
            return [`${formatPosition(cell)} 填的是“${shortened(figure.text)}”`];
          }),
        ),
      ),
    );
  ofSource.set(placed, found);
  return found;
}

/** A total says 数据不足 rather than leave out a code whose 类 or 款 is not listed. */
function unlistedParents(
  { label }: FigureTerm,
  cell: CellAddress,
  placed: PlacedTable | undefined,
): string {
  const codes = (placed?.blocks ?? [])
    .filter(({ block }) => block.definition.kind === "tree")
    .flatMap(({ rows }) => rows.flatMap(({ code }) => code ?? []));
  const parents = [...new Set(codes.flatMap(ancestorCodes))].filter(
    (code) => !codes.includes(code),
  );
  if (parents.length === 0) return "";
  const shown = parents.slice(0, CODES_SHOWN).join("、");
  const more = parents.length > CODES_SHOWN ? `等 ${String(parents.length)} 个编码` : "";
  return `${cell.sheet} ${formatPosition(cell)}“${label.trim()}”没有算：缺所属的类、款 ${shown}${more}`;
}

function cellTrouble({ figure, label, cell, columnKey }: FigureTerm, position: string): string {
  const name = label === "" ? (columnKey.split("/").at(-1) ?? "") : label.trim();
  const place = `${cell?.sheet ?? ""} ${position}“${name}”`;
  switch (figure.kind) {
    case "unreadable":
      return figure.text === MERGED
        ? `${place}是合并单元格，看不出是哪一格的数`
        : `${place}填的是“${shortened(figure.text)}”，${notANumber(figure.text)}`;
    case "error":
      return figure.error === NO_RESULT
        ? `${place}的公式没有结果，请在 Excel 或 WPS 中打开并保存一次`
        : `${place}是错误值 ${figure.error}`;
    default:
      return place;
  }
}

/** 5.84(净值） reads like a figure to whoever typed it. */
function notANumber(text: string): string {
  const parsed = parseAmount(text);
  return parsed.kind === "noted"
    ? `数后面写了“${shortened(parsed.note)}”，不算数，请只留数字`
    : "不是数";
}

const MERGED = "（合并单元格）";

function missing(term: FigureTerm, title: string, table: Table | undefined): string {
  const { figure, label, columnKey } = term;
  if (figure.kind !== "missing" || figure.what === "table") return `没有找到${title}`;
  if (figure.what === "row") return `${title}没有找到“${label.trim()}”这一行`;
  const columns = table?.blocks.flatMap((block) => block.columns) ?? [];
  const heading = columns.find(({ key }) => key === columnKey)?.definition.heading.at(-1);
  return `${title}没有找到“${heading ?? columnKey}”这一列`;
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
