import { ExcelWorkbook } from "../../../src/adapters/excel/excelWorkbook";
import type { WritePlan } from "../../../src/ports/workbookPorts";
import { ExcelHost } from "./excelHost";

/** A pane's adapter over a host of its own. Waiting costs no time, but lets the host work. */
export function openExcel(
  plan: WritePlan,
  { version, onWait }: { version?: string; onWait?: (milliseconds: number) => void } = {},
): { readonly host: ExcelHost; readonly workbook: ExcelWorkbook } {
  const host = new ExcelHost(version).open(plan);
  const { Excel: excel, isSetSupported } = host.client;
  const workbook = new ExcelWorkbook({
    excel,
    isSetSupported,
    wait: (milliseconds) => {
      onWait?.(milliseconds);
      return new Promise((resolve) => setImmediate(resolve));
    },
  });
  return { host, workbook };
}
