import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { describeWorkbookEditor } from "./workbookEditorContract";
import { describeWorkbookReader } from "./workbookReaderContract";

const open = async (plan: Parameters<typeof MemoryWorkbook.fromPlan>[0]) =>
  MemoryWorkbook.fromPlan(plan);

describeWorkbookReader("memory", { open, veryHiddenSheets: true });
describeWorkbookReader("memory from a snapshot", {
  open: async (plan) => MemoryWorkbook.fromSnapshot(await (await open(plan)).read()),
  veryHiddenSheets: true,
});
describeWorkbookEditor("memory", { open });
