import { createRoot } from "react-dom/client";
import { browserClock } from "../adapters/browser/browserClock";
import { copyText } from "../adapters/browser/copyText";
import { shippedTemplates } from "../adapters/browser/shippedTemplates";
import { DraftingSession } from "../application/draftingSession";
import { previewLayOut } from "../application/previewLayOut";
import { TemplateLibrary } from "../application/templateLibrary";
import type { PaneHost } from "./components/paneHost";
import { ExcelPane } from "./ExcelPane";
import "./index.css";
import { pressOf } from "./ribbonPress";

const library = new TemplateLibrary(
  shippedTemplates(new URL("assets/templates/", document.baseURI)),
);

const press = pressOf(window.location.search);
const place: Omit<PaneHost, "session"> = {
  previewLayOut: (templateId) => previewLayOut(library, templateId),
  copyText,
  ...(press ? { press } : {}),
};

/** The words and buttons stand before what talks to Excel is there. */
async function openWorkbook(): Promise<PaneHost> {
  const [{ ExcelWorkbook }] = await Promise.all([
    import("../adapters/excel/excelWorkbook"),
    Office.onReady(),
  ]);
  const workbook = new ExcelWorkbook({
    excel: Excel,
    isSetSupported: (name, version) => Office.context.requirements.isSetSupported(name, version),
  });
  const session = new DraftingSession(workbook, library, browserClock);
  await session.start(press === undefined ? undefined : "thorough");
  return { ...place, session, selectedCell: () => workbook.selectedCell() };
}

/** Neither before Office is ready nor on every host, whatever the types promise. */
function officeBackground(): string | undefined {
  const context = Office.context as
    { readonly officeTheme?: Partial<Office.OfficeTheme> } | undefined;
  return context?.officeTheme?.bodyBackgroundColor;
}

const app = document.getElementById("app");
if (app === null) throw new Error("taskpane.html has no #app");
createRoot(app).render(
  <ExcelPane
    place={place}
    listTemplates={() => library.list()}
    openWorkbook={openWorkbook}
    officeBackground={officeBackground}
  />,
);
