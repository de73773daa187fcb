import type { WritePlan } from "../../src/domain/workbook/writePlan";
import { openExcel } from "../support/excelHost/openExcel";
import { describeWorkbookEditor } from "./workbookEditorContract";
import { describeWorkbookReader } from "./workbookReaderContract";

describe.each(["1.9", "1.14", "1.20"])("Excel with ExcelApi %s", (version) => {
  const hidesMerges = version === "1.9";
  const open = async (plan: WritePlan) => openExcel(plan, { version }).workbook;

  describeWorkbookReader("excel", {
    // Merges are learnt by a press alone.
    open: async (plan) => {
      const workbook = await open(plan);
      return { read: () => workbook.read("thorough") };
    },
    veryHiddenSheets: true,
    hidesMerges,
  });
  describeWorkbookEditor("excel", { open, hidesMerges });
});
