import { isOwnSet } from "../expression/print/ownFormulas";
import { columnName, formatPosition, type CellAddress } from "../workbook/cellAddress";
import { NARRATIVE_CALCULATION_SHEET } from "../workbook/resultSheets";
import { STATE_SHEET } from "../workbook/stateSheet";
import type { LineSpan } from "../workbook/workbookExtras";
import type { SheetSnapshot } from "../workbook/workbookSnapshot";
import { publishedSheets } from "./publishedTexts";
import { line, named, type ReadinessInput, type ReadinessLine } from "./readinessLine";
import { untoldLine } from "./untold";
import { workingSheets } from "./workingSheets";

const TAKE_ALONG = "发布时去除：把要公开的表按数值贴到新工作簿，不要带上它。";

export function hiddenSheets({ disclosure }: ReadinessInput): ReadinessLine[] {
  const working = new Set(workingSheets(disclosure));
  const hidden = disclosure.snapshot.sheets.filter(({ visibility }) => visibility !== "visible");
  const own = hidden.filter(({ name }) => working.has(name));
  const others = hidden.filter(({ name }) => !working.has(name));
  const deep = others.filter(({ visibility }) => visibility === "veryHidden");
  const lines: ReadinessLine[] = [];
  if (others.length > 0) {
    const how =
      deep.length === 0
        ? ""
        : `其中${quoted(deep)}是深度隐藏的，右键“取消隐藏”里没有它，要在 VBA 里才看得到。`;
    lines.push(
      line(
        "hidden-sheets",
        "failed",
        `有隐藏的工作表${quoted(others)}，公开后别人能看到。${how}请取消隐藏看过，再定是公开还是删去。`,
      ),
    );
  }
  for (const { name } of own) {
    const use = name === NARRATIVE_CALCULATION_SHEET ? "供情况说明计算用" : "供审核计算用";
    const holds = name === STATE_SHEET ? "存着本工具的设置，也可能有元的原数" : use;
    lines.push(
      line("hidden-sheets", "failed", `隐藏的工作表“${name}”是本工具的，${holds}。${TAKE_ALONG}`),
    );
  }
  return lines.length > 0 ? lines : [line("hidden-sheets", "passed", "没有隐藏的工作表。")];
}

/** 审核, 补充资料: shown, but not for readers. */
export function shownWorkingSheets({ disclosure }: ReadinessInput): ReadinessLine[] {
  const { sheets } = disclosure.snapshot;
  const working = new Set(workingSheets(disclosure));
  const shown = sheets.filter(
    ({ name, visibility }) => visibility === "visible" && working.has(name),
  );
  if (shown.length === 0) return [line("working-sheets", "passed", "没有工作用的表。")];
  const cells = shown.map(({ name }) => ({ sheet: name, row: 1, column: 1 }));
  return [
    line("working-sheets", "failed", `${quoted(shown)}是编表用的，不公开。${TAKE_ALONG}`, cells),
  ];
}

export function hiddenLines({ disclosure, extras }: ReadinessInput): ReadinessLine[] {
  const isOwn = isOwnSet(disclosure.snapshot);
  const told = new Map(extras.sheets.map((sheet) => [sheet.name, sheet]));
  const found: { readonly cell: CellAddress; readonly words: string }[] = [];
  const helpers: SheetSnapshot[] = [];
  for (const sheet of publishedSheets(disclosure)) {
    const { hiddenRows = [], hiddenColumns = [] } = told.get(sheet.name) ?? {};
    for (const { first, last } of hiddenRows) {
      const cell = firstFilled(sheet, { first, last }, EVERYTHING);
      const words =
        first === last ? `第 ${String(first)} 行` : `第 ${String(first)} 至 ${String(last)} 行`;
      if (cell) found.push({ cell, words: `“${sheet.name}”${words}` });
    }
    for (const { first, last } of hiddenColumns) {
      const cell = firstFilled(sheet, EVERYTHING, { first, last });
      if (!cell) continue;
      if (isOwn && isHelper(sheet, { first, last })) helpers.push(sheet);
      else {
        const names =
          first === last ? columnName(first) : `${columnName(first)} 至 ${columnName(last)}`;
        found.push({ cell, words: `“${sheet.name}”${names} 列` });
      }
    }
  }
  const lines: ReadinessLine[] = [];
  if (found.length > 0) {
    const places = named(
      found.map(({ words }) => words),
      "处",
    );
    lines.push(
      line(
        "hidden-lines",
        "failed",
        `隐藏的行列里有内容：${places}。公开后别人能看到，请取消隐藏看过，再定是公开还是删去。`,
        found.map(({ cell }) => cell),
      ),
    );
  }
  if (helpers.length > 0) {
    const count = String(new Set(helpers).size);
    lines.push(
      line(
        "hidden-lines",
        "failed",
        `${count} 张表右边有本工具隐藏的审核列。发布时去除：按数值贴到新工作簿时只选表格部分。`,
      ),
    );
  }
  const untold = untoldLine("hidden-lines", extras, "hiddenLines", "隐藏的行和列");
  if (untold) lines.push(untold);
  return lines.length > 0 ? lines : [line("hidden-lines", "passed", "没有藏着内容的行和列。")];
}

const EVERYTHING: LineSpan = { first: 1, last: Number.POSITIVE_INFINITY };

function firstFilled(
  sheet: SheetSnapshot,
  rows: LineSpan,
  columns: LineSpan,
): CellAddress | undefined {
  return filledCells(sheet, rows, columns)[0];
}

function filledCells(
  { name, values }: SheetSnapshot,
  rows: LineSpan,
  columns: LineSpan,
): CellAddress[] {
  return values.slice(rows.first - 1, rows.last).flatMap((cells, index) =>
    cells.slice(columns.first - 1, columns.last).flatMap((value, offset): CellAddress[] => {
      if (value === null || (typeof value === "string" && value.trim() === "")) return [];
      return [{ sheet: name, row: rows.first + index, column: columns.first + offset }];
    }),
  );
}

/** Nothing but formulas: what a person hides is typed. */
function isHelper(sheet: SheetSnapshot, columns: LineSpan): boolean {
  return filledCells(sheet, EVERYTHING, columns).every((cell) =>
    sheet.formulas.has(formatPosition(cell)),
  );
}

function quoted(sheets: readonly SheetSnapshot[]): string {
  return named(
    sheets.map(({ name }) => `“${name}”`),
    "张",
  );
}
