import { formatRange } from "../../domain/workbook/cellAddress";
import {
  PAGE_NUMBERS,
  type PageSetup,
  type SheetPlan,
  type WritePlan,
} from "../../domain/workbook/writePlan";
import type { Order } from "./excelRuns";

const DEFAULT_MARGINS = { left: 1.8, right: 1.8, top: 1.9, bottom: 1.9 };
const HEADER_MARGIN = 0.8;

/**
 * What the set can do without: freezing needs our window in front, and setting up a page a printer. On sheets that
 * have their names already; what may fail comes last, since what was done before it stays.
 */
export function finishingOrder(
  plan: WritePlan,
  front: string | undefined,
  parts: readonly ("freeze" | "pageSetup")[] = ["freeze", "pageSetup"],
): Order {
  return ({ workbook: { worksheets } }) => {
    const sheets = plan.sheets.map((own) => ({ own, sheet: worksheets.getItem(own.name) }));
    for (const { own, sheet } of parts.includes("freeze") ? sheets : []) {
      if (own.freeze) freezePanes(sheet.freezePanes, own.freeze);
    }
    if (front !== undefined) worksheets.getItem(front).activate();
    for (const { own, sheet } of parts.includes("pageSetup") ? sheets : []) {
      if (own.pageSetup) setUpPage(sheet.pageLayout, own.pageSetup);
    }
  };
}

function setUpPage(layout: Excel.PageLayout, setup: PageSetup): void {
  const { orientation, fitToWidth, fitToHeight, printArea, titleRows, centerHorizontally } = setup;
  layout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.zoom = {
    horizontalFitToPages: fitToWidth,
    ...(fitToHeight > 0 ? { verticalFitToPages: fitToHeight } : {}),
  };
  layout.centerHorizontally = centerHorizontally ?? false;
  layout.setPrintMargins("Centimeters", {
    ...(setup.margins ?? DEFAULT_MARGINS),
    header: HEADER_MARGIN,
    footer: HEADER_MARGIN,
  });
  if (setup.pageNumbers) layout.headersFooters.defaultForAllPages.centerFooter = PAGE_NUMBERS;
  if (printArea) layout.setPrintArea(formatRange(printArea));
  if (titleRows) layout.setPrintTitleRows(`$${String(titleRows.first)}:$${String(titleRows.last)}`);
}

function freezePanes(
  panes: Excel.WorksheetFreezePanes,
  { rows, columns }: NonNullable<SheetPlan["freeze"]>,
): void {
  if (rows > 0 && columns > 0) {
    panes.freezeAt(formatRange({ top: 1, left: 1, bottom: rows, right: columns }));
  } else if (rows > 0) panes.freezeRows(rows);
  else if (columns > 0) panes.freezeColumns(columns);
}
