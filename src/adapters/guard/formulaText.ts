import { columnName, MAX_COLUMN, MAX_ROW, parsePosition } from "../../domain/workbook/cellAddress";

/** One end of a reference. Whole columns have no row, whole rows no column. */
export interface ReferenceCorner {
  readonly row?: number;
  readonly column?: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export interface FormulaReference {
  /** Undefined: the sheet that the formula stands on. */
  readonly sheet?: string;
  readonly corners: readonly ReferenceCorner[];
}

const STRING = `"(?:[^"]|"")*"`;
const SHEET = String.raw`(?:'(?:[^']|'')*'|(?:\[[^\]]*\])?[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const COLUMNS = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const ROWS = String.raw`\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}`;
const AREA = String.raw`(?:${CELL}:${CELL}|${CELL}|${COLUMNS}|${ROWS})(?![\p{L}\p{N}_.(!])`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const NUMBER = String.raw`[0-9]+(?:\.[0-9]*)?(?:[Ee][+-]?[0-9]+)?`;

/** Strings, names and numbers are taken whole, so that nothing inside them looks like a reference. */
const TOKENS = new RegExp(
  `${STRING}|(?<sheet>${SHEET})?(?<area>${AREA})|${SHEET}|${NAME}|${NUMBER}`,
  "gu",
);

function unquote(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function parseCorner(text: string): ReferenceCorner {
  const [, columnMark, letters, rowMark, digits] =
    /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/u.exec(text) ?? [];
  // "$5" has its mark before a column that is not there.
  const rowFixed = rowMark === "$" || (letters === "" && columnMark === "$");
  return {
    ...(digits ? { row: Number(digits) } : {}),
    ...(letters ? { column: parsePosition(`${letters}1`)?.column ?? MAX_COLUMN + 1 } : {}),
    rowFixed,
    columnFixed: letters !== "" && columnMark === "$",
  };
}

function printCorner(corner: ReferenceCorner): string {
  const column =
    corner.column === undefined
      ? ""
      : `${corner.columnFixed ? "$" : ""}${columnName(corner.column)}`;
  const row = corner.row === undefined ? "" : `${corner.rowFixed ? "$" : ""}${String(corner.row)}`;
  return column + row;
}

function fits(corner: ReferenceCorner): boolean {
  const { row = 1, column = 1 } = corner;
  return row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN;
}

/** The formula with its references changed; where `change` gives nothing, or leaves the grid, stands #REF!. */
export function mapReferences(
  formula: string,
  change: (reference: FormulaReference) => readonly ReferenceCorner[] | undefined,
): string {
  return formula.replace(TOKENS, (token, ...rest: unknown[]) => {
    const { sheet, area } = rest.at(-1) as { sheet?: string; area?: string };
    if (area === undefined) return token;
    const corners = area.split(":").map(parseCorner);
    // A name may look like a cell beyond the last column.
    if (!corners.every(fits)) return token;
    const changed = change({ ...(sheet ? { sheet: unquote(sheet) } : {}), corners });
    if (changed === corners) return token;
    if (!changed?.every(fits)) return `${sheet ?? ""}#REF!`;
    return `${sheet ?? ""}${changed.map(printCorner).join(":")}`;
  });
}

/** The formula as it reads when copied so many rows down and columns to the right. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, ({ corners }) =>
    corners.map((corner) => ({
      ...corner,
      ...(corner.row === undefined || corner.rowFixed ? {} : { row: corner.row + rows }),
      ...(corner.column === undefined || corner.columnFixed
        ? {}
        : { column: corner.column + columns }),
    })),
  );
}

const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/gu;

/** Changes everything but string literals and quoted sheet names. */
export function mapUnquoted(formula: string, change: (text: string) => string): string {
  let result = "";
  let from = 0;
  for (const match of formula.matchAll(QUOTED)) {
    result += change(formula.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + change(formula.slice(from));
}

/** The texts that a formula spells out. */
export function stringLiterals(formula: string): string[] {
  return Array.from(formula.matchAll(QUOTED), ([text]) => text)
    .filter((text) => text.startsWith('"'))
    .map((text) => text.slice(1, -1).replaceAll('""', '"'));
}
