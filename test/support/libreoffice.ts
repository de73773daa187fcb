import childProcess, { type ChildProcessWithoutNullStreams, execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** What a person does in the open workbook; rows count from 1, formulas are written as in Excel. */
export type Edit =
  | { kind: "insertRows"; sheet: string; row: number; count: number }
  | { kind: "deleteRows"; sheet: string; row: number; count: number }
  | { kind: "setCell"; sheet: string; address: string; value: number | string | null }
  | { kind: "setFormula"; sheet: string; address: string; formula: string }
  | { kind: "cutPasteRow"; sheet: string; from: number; to: number }
  | { kind: "moveCell"; sheet: string; from: string; to: string }
  | { kind: "protectSheet"; sheet: string; password: string }
  | { kind: "renameSheet"; from: string; to: string };

/** null: empty cell; "": a formula that gives an empty text. TRUE and FALSE come as 1 and 0. */
export type CalculatedValue = number | string | null | { error: string };
/** Rows from 1 and columns from A on, as far as the sheet is used: `rows[0][0]` is A1. */
export type CalculatedSheets = Record<string, CalculatedValue[][]>;

// Debian's own Python: another one on PATH does not know LibreOffice.
const PYTHON = "/usr/bin/python3";

const libreOfficeAvailable =
  existsSync("/usr/bin/soffice") && existsSync("/usr/lib/python3/dist-packages/uno.py");

/** `describe` where LibreOffice is installed; `npm test` says what was left out, CI refuses to. */
export const describeWithLibreOffice: jest.Describe = libreOfficeAvailable
  ? describe
  : describe.skip;

/** `test` where PDF pages can be turned into pictures. */
export const testWithPictures: jest.It = existsSync("/usr/bin/pdftoppm") ? test : test.skip;

interface Request {
  path: string;
  edits?: readonly Edit[];
  /** null: all sheets. */
  sheets?: readonly string[] | null;
  saveAs?: string;
  /** A filter, where the file's ending does not say enough. */
  openAs?: string;
  password?: string;
  pdf?: string;
}

interface Answer {
  id: number;
  error?: string;
  sheets?: CalculatedSheets;
}

interface Host {
  child: ChildProcessWithoutNullStreams;
  folder: string;
  lastId: number;
}

// Jest gives each test file modules of its own, but one and the same child_process:
// what is kept there serves all test files of a worker, and dies with it, as its stdin closes.
const kept = childProcess as { gongkaiLibreOffice?: Host | undefined };

function host(): Host {
  const running = kept.gongkaiLibreOffice;
  if (running?.child.exitCode === null && running.child.signalCode === null) return running;
  const folder = mkdtempSync(join(tmpdir(), "gongkai-office-"));
  const child = childProcess.spawn(PYTHON, [join(__dirname, "libreoffice.py"), folder], {
    env: { ...process.env, PYTHONHOME: undefined, PYTHONPATH: undefined },
  });
  child.stderr.resume();
  child.stdin.on("error", () => undefined);
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as Socket).unref();
  return (kept.gongkaiLibreOffice = { child, folder, lastId: 0 });
}

let queue: Promise<unknown> = Promise.resolve();

/** One request at a time: LibreOffice does no two things at once. */
function ask(request: Request, timeout = 60_000): Promise<Answer> {
  const answer = queue.then(() => askNow(request, timeout));
  queue = answer.catch(() => undefined);
  return answer;
}

function askNow(request: Request, timeout: number): Promise<Answer> {
  const libreOffice = host();
  const { child } = libreOffice;
  const output = child.stdout as unknown as Socket;
  const id = ++libreOffice.lastId;
  return new Promise((resolveAnswer, reject) => {
    let text = "";
    const end = (): void => {
      clearTimeout(timer);
      output.removeAllListeners("data");
      child.removeListener("close", closed);
      output.unref();
    };
    const fail = (reason: string): void => {
      end();
      // Whatever it hangs on must not reach the next request; LibreOffice dies with its parent.
      child.kill("SIGKILL");
      rmSync(libreOffice.folder, { recursive: true, force: true, maxRetries: 5 });
      kept.gongkaiLibreOffice = undefined;
      reject(new Error(`LibreOffice: ${reason}`));
    };
    const closed = (code: number | null): void => {
      fail(`ended unasked (${String(code)})`);
    };
    const timer = setTimeout(() => {
      fail(`no answer within ${timeout / 1000} s`);
    }, timeout);
    child.once("close", closed);
    output.ref();
    output.setEncoding("utf8");
    output.removeAllListeners("data");
    output.on("data", (chunk: string) => {
      text += chunk;
      if (!text.endsWith("\n")) return;
      const answer = JSON.parse(text) as Answer;
      if (answer.id === -1) {
        fail(answer.error ?? "did not start");
        return;
      }
      end();
      if (answer.error === undefined) resolveAnswer(answer);
      else reject(new Error(`LibreOffice: ${answer.error}`));
    });
    child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
  });
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function asFile(workbook: Uint8Array | string, folder: string): Promise<string> {
  if (typeof workbook === "string") return resolve(workbook);
  const path = join(folder, "workbook.xlsx");
  await writeFile(path, workbook);
  return path;
}

/** The workbook as LibreOffice saves it after the edits, everything calculated anew. */
export function recalculate(
  workbook: Uint8Array | string,
  edits: readonly Edit[] = [],
): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    const saveAs = join(folder, "saved.xlsx");
    await ask({ path: await asFile(workbook, folder), edits, saveAs });
    return new Uint8Array(await readFile(saveAs));
  });
}

export type SavedFormat = "xls" | "ods" | "fods" | "html";

/** The workbook in another format, everything calculated anew. */
export function saveInFormat(
  workbook: Uint8Array | string,
  format: SavedFormat,
  options: { edits?: readonly Edit[]; password?: string } = {},
): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    const saveAs = join(folder, `saved.${format}`);
    const path = await asFile(workbook, folder);
    await ask({ path, edits: options.edits ?? [], saveAs, ...options });
    return new Uint8Array(await readFile(saveAs));
  });
}

/** The workbook's sheets as tables of a Word document, one after the other. */
export function asTextDocument(workbook: Uint8Array): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    const page = join(folder, "page.html");
    const saveAs = join(folder, "saved.docx");
    await ask({ path: await asFile(workbook, folder), edits: [], saveAs: page });
    await ask({ path: page, openAs: "HTML (StarWriter)", saveAs });
    return new Uint8Array(await readFile(saveAs));
  });
}

/** What LibreOffice calculates after the edits, without our own reader in between. */
export function readCells(
  workbook: Uint8Array | string,
  options: { sheets?: readonly string[]; edits?: readonly Edit[] } = {},
): Promise<CalculatedSheets> {
  return withFolder(async (folder) => {
    const path = await asFile(workbook, folder);
    const answer = await ask({
      path,
      edits: options.edits ?? [],
      sheets: options.sheets ?? null,
    });
    return answer.sheets ?? {};
  });
}

/** Writes a workbook or a text document as PDF. */
export async function convertToPdf(path: string, pdf: string): Promise<void> {
  await ask({ path: resolve(path), pdf: resolve(pdf) }, 120_000);
}

/** One PNG a page; gives their paths in page order. */
export async function pdfToPng(pdf: string, outDir: string, dotsPerInch = 80): Promise<string[]> {
  await mkdir(outDir, { recursive: true });
  await promisify(execFile)("pdftoppm", [
    "-r",
    String(dotsPerInch),
    "-png",
    pdf,
    join(outDir, "page"),
  ]);
  const names = (await readdir(outDir)).filter((name) => /^page-\d+\.png$/.test(name));
  return names.sort().map((name) => join(outDir, name));
}
