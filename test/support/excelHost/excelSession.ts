import { DraftingSession } from "../../../src/application/draftingSession";
import { TemplateLibrary } from "../../../src/application/templateLibrary";
import type { Clock } from "../../../src/ports/clock";
import type { WritePlan } from "../../../src/ports/workbookPorts";
import { catalogOf, hunan2020 } from "../../application/catalogs";
import type { ExcelHost } from "./excelHost";
import { openExcel } from "./openExcel";

const tick = () => new Promise((resolve) => setImmediate(resolve));

const clock: Clock = {
  now: () => new Date("2026-01-01T10:32:00"),
  after: (_, work) => {
    const timer = setImmediate(work);
    return () => {
      clearImmediate(timer);
    };
  },
  painted: () => Promise.resolve(),
};

/** Until neither Excel nor the pane has anything to do. */
export async function quiet(host: ExcelHost): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await host.quiet();
    await tick();
  }
}

/** A pane that is open on a workbook. */
export async function excelSession(plan: WritePlan, options: Parameters<typeof openExcel>[1] = {}) {
  const { host, workbook } = openExcel(plan, options);
  const drafting = new DraftingSession(workbook, new TemplateLibrary(catalogOf(hunan2020)), clock);
  await drafting.start();
  await quiet(host);
  return { host, workbook, drafting };
}
