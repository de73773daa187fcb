import { ExcelWorkbook } from "../../../src/adapters/excel/excelWorkbook";
import type { WritePlan } from "../../../src/ports/workbookPorts";
import { ExcelHost } from "./excelHost";

/** A pane's adapter over a host of its own, or another one over the same. Waiting costs no time, but lets the host work. */
export function openExcel(
  plan: WritePlan,
  {
    version,
    onWait,
    host = new ExcelHost(version),
  }: { version?: string; onWait?: (milliseconds: number) => void; host?: ExcelHost } = {},
): { readonly host: ExcelHost; readonly workbook: ExcelWorkbook } {
  host.open(plan);
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
