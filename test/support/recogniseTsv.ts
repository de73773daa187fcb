import { formatAmount } from "../../src/domain/money/amount";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import type { Figure } from "../../src/domain/disclosure/figure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { readShippedTemplate } from "../assets/readShippedTemplate";
import { tsvWorkbook, type TsvOptions } from "./tsvWorkbook";

export const hunan2020 = readShippedTemplate("hunan-2020");

export function recogniseTsv(
  sheets: Readonly<Record<string, string>>,
  options: TsvOptions = {},
): Disclosure {
  return recognise(tsvWorkbook(sheets, options), hunan2020);
}

/** What the cells say: amounts as published, everything else by its kind; several are joined by "+". */
export function figureText(
  disclosure: Disclosure,
  table: string,
  block: number,
  rowId: string,
  columnKey: string,
): string {
  return disclosure
    .figuresAt(table, block, rowId, columnKey)
    .map(({ figure }) => describe(figure))
    .join("+");
}

function describe(figure: Figure): string {
  switch (figure.kind) {
    case "amount":
      return formatAmount(figure.published, 2);
    case "missing":
      return `missing ${figure.what}`;
    default:
      return figure.kind;
  }
}

/** "table: row ids" of every block, for comparing what two workbooks were understood as. */
export function recognisedRows({ placement }: Disclosure): Record<string, string[]> {
  return Object.fromEntries(
    [...placement.tables].map(([key, { blocks }]) => [
      key,
      blocks.flatMap(({ rows }) => rows.map(({ id }) => id)),
    ]),
  );
}
