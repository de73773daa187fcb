import type { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import type { FormCheck } from "../../../../src/domain/checking/checks/formCheck";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import { formatAddress } from "../../../../src/domain/workbook/cellAddress";
import { laidOut, LINES, retype, template } from "../../narrative/standing/standingSet";

export type Change = (workbook: MemoryWorkbook) => Promise<unknown>;

/** What a check of the paragraphs for each 项 says of 全表有数 as it is laid out, after some changes. */
export async function saidOf(check: FormCheck, ...changes: readonly Change[]) {
  const workbook = laidOut();
  for (const change of changes) await change(workbook);
  const disclosure = recognise(await workbook.read(), template.structure);
  return check
    .check(disclosure, template)
    .map(({ explanation, cells }) => ({ explanation, cells: cells.map(formatAddress) }));
}

/** The rows of the tables that list a code, in all columns. */
const rowsOf = async (workbook: MemoryWorkbook, code: string) => {
  const { sheets } = await workbook.read();
  return sheets
    .filter(({ name }) => name !== LINES)
    .flatMap(({ name: sheet, values }) =>
      values.flatMap((line, index) => (line[0] === code ? [{ sheet, row: index + 1 }] : [])),
    );
};

/** The code of an item as another one, in every table. */
export const recode =
  (from: string, to: string): Change =>
  async (workbook) =>
    workbook.writeCells(
      (await rowsOf(workbook, from)).map((place) => ({ ...place, column: 1, value: to })),
    );

export const emptied =
  (key: string): Change =>
  (workbook) =>
    retype(workbook, key, () => null);

export const withoutLines: Change = (workbook) =>
  workbook.editRows({ kind: "deleteRows", sheet: LINES, row: 2, count: 400 });
