import { createRoot } from "react-dom/client";
import { browserClock } from "../adapters/browser/browserClock";
import { copyText } from "../adapters/browser/copyText";
import { sha256 } from "../adapters/browser/sha256";
import { shippedTemplates } from "../adapters/browser/shippedTemplates";
import { workerThread } from "../adapters/browser/workerThread";
import { ReadingWorker, type ReadingAnswer } from "../adapters/guard/readingWorker";
import type { JudgeWords } from "../application/standingNarrative";
import type { PaneHost } from "./components/paneHost";
import { ExcelPane } from "./ExcelPane";
import "./index.css";
import { pressOf } from "./ribbonPress";

const catalog = shippedTemplates(new URL("assets/templates/", document.baseURI));
const READING_DEADLINE_MS = 60_000;
const press = pressOf(window.location.search);

/** All that looks into workbooks, in one file of its own: the pane stands before it is there. */
const working = Promise.all([
  import(/* webpackChunkName: "excel" */ "../adapters/excel/excelWorkbook"),
  import(/* webpackChunkName: "excel" */ "../application/draftingSession"),
  import(/* webpackChunkName: "excel" */ "../application/previewLayOut"),
  import(/* webpackChunkName: "excel" */ "../application/templateLibrary"),
]).then(([{ ExcelWorkbook }, { DraftingSession }, { previewLayOut }, { TemplateLibrary }]) => {
  return { ExcelWorkbook, DraftingSession, previewLayOut, library: new TemplateLibrary(catalog) };
});

const readingWorker = new ReadingWorker(
  () => workerThread<ReadingAnswer>(new Worker(new URL("./worker.ts", import.meta.url))),
  READING_DEADLINE_MS,
);

/** Larger than the rest of the tab, and seldom asked for. */
const judgeWords: JudgeWords = async (sections, disclosure) =>
  (await import("../application/judgeWords")).judgeWords(sections, disclosure);

const place: Omit<PaneHost, "session"> = {
  previewLayOut: async (templateId) => {
    const { previewLayOut, library } = await working;
    return previewLayOut(library, templateId);
  },
  readFile: async (file) => readingWorker.read(new Uint8Array(await file.arrayBuffer())),
  copyText,
  written: {
    read: async (file) => readingWorker.readText(new Uint8Array(await file.arrayBuffer())),
    // Larger than the rest of the tab, and seldom asked for.
    check: async (text, figures) =>
      (await import("../application/checkWrittenText")).checkWrittenText(text, figures),
    update: async (text, now, lastYear) =>
      (await import("../application/updateWrittenText")).updateByFiles(text, now, lastYear),
  },
  report: { goes: "sheets", write: () => Promise.resolve() },
  changes: {
    goes: "sheets",
    compare: () => new Promise(() => undefined),
    keep: () => Promise.resolve(),
  },
  ...(press ? { press } : {}),
};

/** What webpack says of a file that it cannot have. */
function isFileMissing(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

async function openWorkbook(): Promise<PaneHost> {
  const [{ ExcelWorkbook, DraftingSession, library }] = await Promise.all([
    working,
    Office.onReady(),
  ]);
  const workbook = new ExcelWorkbook({
    excel: Excel,
    isSetSupported: (name, version) => Office.context.requirements.isSetSupported(name, version),
  });
  const session = new DraftingSession(workbook, library, browserClock, judgeWords);
  await session.start(press === "check" ? "thorough" : undefined);
  return {
    ...place,
    session,
    selectedCell: () => workbook.selectedCell(),
    report: { goes: "sheets", write: () => session.addReport(sha256) },
    changes: {
      goes: "sheets",
      compare: (earlier) => session.compareWith(earlier, sha256),
      keep: (compared) => session.addChangeList(compared),
    },
  };
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
    listTemplates={() => catalog.list()}
    openWorkbook={openWorkbook}
    isFileMissing={isFileMissing}
    officeBackground={officeBackground}
  />,
);
