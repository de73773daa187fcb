import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { XlsxReader } from "../../src/adapters/xlsx/xlsxReader";
import { describeWorkbookFile } from "./workbookFileContract";
import { describeWorkbookReader } from "./workbookReaderContract";

describeWorkbookReader("xlsx", {
  open: async (plan) => new XlsxReader(await new XlsxFile().write(plan)),
  veryHiddenSheets: true,
});
describeWorkbookFile("xlsx", {
  create: () => new XlsxFile(),
  open: (bytes) => new XlsxReader(bytes),
});
