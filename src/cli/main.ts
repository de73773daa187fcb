import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { FILE_LIMITS } from "../adapters/guard/fileLimits";
import {
  ReadingWorker,
  type ReadingAnswer,
  type ReadingThread,
} from "../adapters/guard/readingWorker";
import type { TemplateCatalog, TemplateEntry } from "../ports/templateCatalog";
import { TemplateLibrary } from "../application/templateLibrary";
import { WorkbookError } from "../ports/workbookPorts";
import { readJson } from "./readJson";
import { run } from "./run";
import type { ReadingQuestion } from "./worker";
import { processTerminal, type Terminal } from "./terminal";

const ROOT = resolve(__dirname, "../..");
const TEMPLATES = join(ROOT, "assets/templates");
const READING_DEADLINE_MS = 60_000;

export async function main(
  args: string[],
  terminal: Terminal = processTerminal(process),
): Promise<number> {
  const readingWorker = new ReadingWorker(startReadingThread, READING_DEADLINE_MS);
  const { version } = (await readJson(join(ROOT, "package.json"))) as { version: string };
  const folder = startFolder();
  try {
    return await run(args, {
      terminal,
      library: new TemplateLibrary(shippedTemplates()),
      workbookFile: {
        // Loaded only for writing: it takes longer than checking a whole workbook.
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
      folder,
      sample: join(ROOT, "assets/samples/shifeng-2020.xlsx"),
      version,
      clock: { now: () => new Date() },
      sha256: (text) => Promise.resolve(createHash("sha256").update(text, "utf8").digest("hex")),
      openText: async (path) => readingWorker.readText(await readBytes(resolve(folder, path))),
      rewriteText: async (path, update) => {
        const bytes = await readBytes(resolve(folder, path));
        const { TextRewriter } = await import("../adapters/docx/textRewriter");
        return new TextRewriter().rewrite(bytes, update.source, update.replacements);
      },
      openWorkbook: (path) => ({
        read: async () => readingWorker.read(await readBytes(resolve(folder, path))),
        inspect: async () => readingWorker.inspect(await readBytes(resolve(folder, path))),
      }),
    });
  } finally {
    readingWorker.stop();
  }
}

/** `npm run` starts in the project's folder, the person meant their own. */
function startFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: own } = process.env;
  return script === "gongkai" && own !== undefined ? own : process.cwd();
}

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > FILE_LIMITS.fileBytes) throw new WorkbookError("tooLarge", "file size");
  return readFile(path);
}

function shippedTemplates(): TemplateCatalog {
  const entries = async () => {
    const catalog = await readJson(join(TEMPLATES, "catalog.json"));
    return (catalog as { packages: (TemplateEntry & { file: string })[] }).packages;
  };
  return {
    list: entries,
    load: async (id) => {
      const entry = (await entries()).find((each) => each.id === id);
      return entry && readJson(join(TEMPLATES, entry.file));
    },
  };
}

function startReadingThread(): ReadingThread {
  const files = [join(__dirname, "register.js"), require.resolve("./worker.ts")];
  const script = files.map((file) => `require(${JSON.stringify(file)});`).join("");
  const worker = new Worker(script, { eval: true });
  return {
    ask: async (bytes, wanted) => {
      const question: ReadingQuestion = { bytes, wanted };
      worker.postMessage(question);
      const [answer] = (await once(worker, "message")) as [ReadingAnswer];
      return answer;
    },
    stop: () => void worker.terminate(),
  };
}
