import { UniverGrid } from "../../src/adapters/univer/univerGrid";
import { headlessGrid } from "../adapters/univer/headlessGrid";
import { describeWorkbookEditor } from "./workbookEditorContract";
import { describeWorkbookReader } from "./workbookReaderContract";

const grid = new UniverGrid(headlessGrid());

describeWorkbookReader("univer", { open: (plan) => grid.open(plan), veryHiddenSheets: true });
describeWorkbookEditor("univer", { open: (plan) => grid.open(plan) });
