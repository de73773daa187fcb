import type { Disclosure } from "../../disclosure/disclosure";
import type { PlacedBlock, PlacedTable } from "../../disclosure/placement";
import { valueAt } from "../../workbook/workbookSnapshot";
import type { CellAddress } from "../../workbook/cellAddress";
import { disclosedTables, sheetOf } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { titled } from "./formWords";

export const lineNumbers: FormCheck = {
  meta: {
    id: "line-numbers",
    kind: "form",
    title: "行次",
    why: "行次从 1 起逐行编号，不漏、不重，便于引用",
  },
  check(disclosure) {
    return disclosedTables(disclosure).flatMap((table) => checkLines(disclosure, table));
  },
};

/** A row that should bear a number, or bears one. */
interface Line {
  readonly label: string;
  readonly number?: number;
  readonly cell: CellAddress;
}

function checkLines(disclosure: Disclosure, table: PlacedTable): FormReport[] {
  const lines = table.blocks.flatMap((block) => linesOf(disclosure, table, block));
  const numbers = lines.flatMap(({ number }) => number ?? []);
  if (numbers.length === 0) return [];
  const without = lines.filter(({ number, label }) => number === undefined && label !== "");
  const twice = [...new Set(numbers.filter((each, at) => numbers.indexOf(each) !== at))];
  const lost = gapsIn(numbers);
  const troubles = [
    ...(without.length > 0 ? [unnumbered(without)] : []),
    ...(twice.length > 0 ? [`${ranges(twice)} 重复`] : []),
    ...(lost.length > 0 ? [`缺 ${ranges(lost)}`] : []),
  ];
  if (troubles.length === 0) return [];
  const marked = lines.filter(({ number }) => number === undefined || twice.includes(number));
  return [
    {
      explanation: `${titled(table.table)}的行次${troubles.join("，")}。请逐行编号。`,
      cells: marked.filter(({ label }) => label !== "").map(({ cell }) => cell),
    },
  ];
}

function linesOf(disclosure: Disclosure, table: PlacedTable, placed: PlacedBlock): Line[] {
  const sheet = sheetOf(disclosure, table);
  const key = placed.block.columns.find(({ definition }) => definition.role === "lineNumber")?.key;
  const column = key === undefined ? undefined : placed.columns.get(key);
  if (!sheet || column === undefined) return [];
  const labels = new Map(placed.rows.map(({ row, label }) => [row, label.trim()]));
  const lines: Line[] = [];
  for (let row = placed.headRow + 1; row < placed.endRow; row += 1) {
    const label = labels.get(row);
    const number = wholeNumber(valueAt(sheet, { row, column }));
    if (label === undefined && number === undefined) continue;
    const cell = { sheet: table.sheet, row, column };
    lines.push({ label: label ?? "", cell, ...(number === undefined ? {} : { number }) });
  }
  return lines;
}

function wholeNumber(value: unknown): number | undefined {
  const text = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
  return /^[0-9]{1,3}$/u.test(text.normalize("NFKC")) ? Number(text.normalize("NFKC")) : undefined;
}

function unnumbered(lines: readonly Line[]): string {
  const first = lines[0]?.label ?? "";
  const last = lines.at(-1)?.label ?? "";
  const which =
    lines.length > 1 ? `“${first}”至“${last}”等 ${String(lines.length)} 行` : `“${first}”`;
  return `漏了${which}`;
}

function gapsIn(numbers: readonly number[]): number[] {
  const present = new Set(numbers);
  const gaps: number[] = [];
  for (let number = 1; number < Math.max(...numbers); number += 1) {
    if (!present.has(number)) gaps.push(number);
  }
  return gaps;
}

/** 9–12、20 */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join("、");
}
