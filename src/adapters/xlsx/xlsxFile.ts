import { Workbook } from "exceljs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { checkPlan } from "../guard/planLimits";
import { WorkbookError, type WorkbookFile, type WritePlan } from "../../ports/workbookPorts";
import { toExcelStyle } from "./cellStyle";
import { writeSheet } from "./sheetWriter";

const CORE_PART = "docProps/core.xml";
/** Zip entries must have a date; the same one always, so that the same plan gives the same bytes. */
const ENTRY_DATE = new Date(2000, 0, 1);

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** No author, no dates: exceljs would name an "Unknown" and the present moment. */
function coreProperties(title: string | undefined): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    (title === undefined ? "" : `<dc:title>${escapeXml(title)}</dc:title>`) +
    `</cp:coreProperties>`
  );
}

function buildWorkbook(plan: WritePlan): Workbook {
  const workbook = new Workbook();
  workbook.calcProperties = { fullCalcOnLoad: true };
  const styles = new Map(
    Array.from(plan.styles, ([key, style]) => [key, toExcelStyle(style)] as const),
  );
  for (const sheet of plan.sheets) writeSheet(workbook, sheet, styles);
  const front = plan.sheets.findIndex(({ name, visibility }) =>
    plan.activeSheet === undefined ? visibility === "visible" : name === plan.activeSheet,
  );
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 24_000,
      height: 14_000,
      firstSheet: 0,
      activeTab: front,
      visibility: "visible",
    },
  ];
  return workbook;
}

export class XlsxFile implements WorkbookFile {
  async write(plan: WritePlan): Promise<Uint8Array> {
    checkPlan(plan);
    if (!plan.sheets.some(({ visibility }) => visibility === "visible")) {
      throw new WorkbookError("invalidPlan", "no sheet is shown");
    }
    const written = await buildWorkbook(plan).xlsx.writeBuffer();
    // Without the entries for folders, which no office writes.
    const parts = unzipSync(new Uint8Array(written), { filter: ({ name }) => !name.endsWith("/") });
    parts[CORE_PART] = strToU8(coreProperties(plan.properties.title));
    return zipSync(parts, { mtime: ENTRY_DATE });
  }
}
