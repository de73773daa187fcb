import type { Order } from "./excelRuns";
import { SheetHandle, type SheetOrder } from "./sheetOrder";
import type { Witness } from "./witness";

/** Excel on the web takes 5 MB; what we count is an estimate. */
const REQUEST_BYTES = 3_000_000;

/** As few requests as their length allows. Each finds its sheets anew: objects live for one request. */
export function toParts(
  orders: readonly SheetOrder[],
  before: Order,
  after: Order,
  witness?: Witness,
): Order[] {
  const portions: SheetOrder[][] = [[]];
  let bytes = 0;
  for (const order of orders) {
    if (bytes + order.bytes > REQUEST_BYTES) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)?.push(order);
    bytes += order.bytes;
  }
  return portions.map((portion, index) => (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    if (index === 0) before(context);
    const sheets = new Map<string, SheetHandle>();
    for (const { sheet, apply } of portion) {
      const own =
        sheets.get(sheet) ??
        new SheetHandle(context.workbook.worksheets.getItem(sheet), sheet, witness);
      sheets.set(sheet, own);
      apply(own);
    }
    if (index === portions.length - 1) after(context);
  });
}

export const NOTHING: Order = () => undefined;
