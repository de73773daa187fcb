import { createRoot } from "react-dom/client";
import { browserClock } from "../adapters/browser/browserClock";
import { copyText } from "../adapters/browser/copyText";
import { sha256 } from "../adapters/browser/sha256";
import { workerThread } from "../adapters/browser/workerThread";
import { fetchFile, shippedTemplates } from "../adapters/browser/shippedTemplates";
import {
  ReadingWorker,
  type ReadingAnswer,
  type ReadingThread,
} from "../adapters/guard/readingWorker";
import type { JudgeWords } from "../application/standingNarrative";
import type { PaneHost } from "../taskpane/components/paneHost";
import { Desk } from "./desk";
import { download } from "./download";
import type { Engine } from "./engine";
import type { Grid } from "./grid";
import "./index.css";
import { strings } from "./strings";
import { Workbench } from "./Workbench";

const ASSETS = new URL("assets/", document.baseURI);
const READING_DEADLINE_MS = 60_000;

const catalog = shippedTemplates(new URL("templates/", ASSETS));
const readingWorker = new ReadingWorker(startReadingThread, READING_DEADLINE_MS);

let engine: Promise<Engine> | undefined;

function startEngine(): Promise<Engine> {
  engine ??= loadEngine();
  engine.catch(() => (engine = undefined));
  return engine;
}

/** When the page has drawn itself: to load and run more takes the time that drawing needs. */
async function loadEngine(): Promise<Engine> {
  await browserClock.painted();
  const { Engine } = await import("./engine");
  return new Engine(catalog, browserClock, sha256, judgeWords);
}

const judgeWords: JudgeWords = async (sections, disclosure) =>
  (await import("../application/judgeWords")).judgeWords(sections, disclosure);

const preview = async (templateId: string) => (await startEngine()).preview(templateId);

const readWorkbook = (bytes: Uint8Array) => readingWorker.read(bytes);

const written: PaneHost["written"] = {
  read: async (file) => readingWorker.readText(new Uint8Array(await file.arrayBuffer())),
  // Larger than the rest of the tab, and seldom asked for.
  check: async (text, figures) =>
    (await import("../application/checkWrittenText")).checkWrittenText(text, figures),
  update: async (text, now, lastYear) =>
    (await import("../application/updateWrittenText")).updateByFiles(text, now, lastYear),
  save: async (file, update, revoked) => {
    const { TextRewriter } = await import("../adapters/docx/textRewriter");
    const kept = update.replacements.filter((_, index) => !revoked.has(index));
    const old = new Uint8Array(await file.arrayBuffer());
    const bytes = await new TextRewriter().rewrite(old, update.source, kept);
    download(strings.updatedName(file.name), bytes);
  },
};

const desk = new Desk({
  engine: startEngine,
  file: {
    // Loaded only for writing: it is larger than the whole page.
    write: async (plan) => {
      const { XlsxFile } = await import("../adapters/xlsx/xlsxFile");
      return new XlsxFile().write(plan);
    },
  },
  documentFile: {
    write: async (document) => {
      const { DocxFile } = await import("../adapters/docx/docxFile");
      return new DocxFile().write(document);
    },
  },
  readWorkbook,
  fetchSample: async () => {
    const file = await fetchFile(new URL("samples/shifeng-2020.xlsx", ASSETS));
    return new Uint8Array(await file.arrayBuffer());
  },
  download,
  ask: (question) => window.confirm(question),
});

function startReadingThread(): ReadingThread {
  return workerThread<ReadingAnswer>(new Worker(new URL("../taskpane/worker.ts", import.meta.url)));
}

/** The grid is larger than the rest of the page together: it comes when the pane stands. */
async function startGrid(container: HTMLElement): Promise<Grid> {
  await startEngine();
  const { createGrid } = await import("../adapters/univer/createGrid");
  return createGrid(container);
}

window.addEventListener("beforeunload", (event) => {
  void desk.endEntry();
  if (desk.hasUnsavedWork()) event.preventDefault();
});

const app = document.getElementById("app");
if (app === null) throw new Error("index.html has no #app");
createRoot(app).render(
  <Workbench
    desk={desk}
    startGrid={startGrid}
    previewLayOut={preview}
    readFile={async (file) => readWorkbook(new Uint8Array(await file.arrayBuffer()))}
    written={written}
    copyText={copyText}
  />,
);
