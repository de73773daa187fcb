import { type CellRange, parseRange } from "../../domain/workbook/cellAddress";
import type { ExcelRuns } from "./excelRuns";
import { hostCode } from "./hostErrors";

/** undefined: more than Excel tells at once. */
type Merges = readonly CellRange[] | undefined;

/** Only for presses: the request counts as a write and may empty the undo list. */
export async function readMerges(
  runs: ExcelRuns,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CellRange[]>> {
  if (!runs.supports("1.13") || ids.length === 0) return new Map();
  const merges = new Map<string, readonly CellRange[]>();
  const together = await askTogether(runs, ids);
  for (const id of ids) merges.set(id, together?.get(id) ?? (await readSheet(runs, id)));
  return merges;
}

async function askTogether(
  runs: ExcelRuns,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Merges> | undefined> {
  try {
    return await runs.look((context) => {
      const answers = ids.map((id) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        const used = sheet.getUsedRangeOrNullObject(false);
        used.untrack();
        return [id, ask(used)] as const;
      });
      return () => new Map(answers.map(([id, answer]) => [id, answer()]));
    }, true);
  } catch (error) {
    if (hostCode(error) === undefined || ids.length === 0) throw error;
    return undefined;
  }
}

function ask(range: Excel.Range): () => Merges {
  const areas = range.getMergedAreasOrNullObject();
  areas.untrack();
  areas.load("address,areaCount");
  return () => {
    if (areas.isNullObject) return [];
    const merges = parseAreas(areas.address);
    return merges.length === areas.areaCount ? merges : undefined;
  };
}

/** Sheet names may hold commas and exclamation marks; the last one of these is ours. */
function parseAreas(address: string): CellRange[] {
  return Array.from(
    address.matchAll(/!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)(?=,|$)/gu),
    ([, area]) => parseRange(area ?? ""),
  ).filter((area) => area !== undefined);
}

/** By halves, where there are more than 512. */
async function readSheet(runs: ExcelRuns, id: string): Promise<CellRange[]> {
  const rows = await runs.look((context) => {
    const used = context.workbook.worksheets
      .getItemOrNullObject(id)
      .getUsedRangeOrNullObject(false);
    used.untrack();
    used.load("rowIndex,rowCount");
    return () =>
      used.isNullObject ? undefined : { first: used.rowIndex + 1, count: used.rowCount };
  }, true);
  if (!rows) return [];
  const found = await readRows(runs, id, rows.first, rows.first + rows.count - 1);
  return [...new Map(found.map((merge) => [JSON.stringify(merge), merge])).values()];
}

async function readRows(
  runs: ExcelRuns,
  id: string,
  first: number,
  last: number,
): Promise<CellRange[]> {
  try {
    const merges = await runs.look((context) => {
      const range = context.workbook.worksheets
        .getItem(id)
        .getRange(`${String(first)}:${String(last)}`);
      range.untrack();
      return ask(range);
    }, true);
    if (merges) return [...merges];
  } catch (error) {
    if (hostCode(error) === undefined || first === last) throw error;
  }
  if (first === last) return [];
  const middle = Math.floor((first + last) / 2);
  return [
    ...(await readRows(runs, id, first, middle)),
    ...(await readRows(runs, id, middle + 1, last)),
  ];
}
