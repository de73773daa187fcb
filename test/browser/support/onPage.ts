import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { CHROMIUM, CHROMIUM_FLAGS, hasChromium } from "./chromium";
import { pageTestRun, type PageTestRun } from "./run";

const PICTURES = join(tmpdir(), "gongkai-pictures");

/** Univer says so whenever a workbook's formulas start; it means nothing. */
const NOISE = ["Dependency tree not found"];

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Takes a picture; gives its file. */
  readonly picture: (name: string) => Promise<string>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly from?: keyof PageTestRun["addresses"];
  /** Which page of the build, with its query. */
  readonly path?: string;
  /** Before the page is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Where the test itself causes a fault, it says which. */
  readonly expected?: readonly RegExp[];
}

/** `describe` where Chromium is installed; `npm test` says what was left out, CI refuses to. */
export const describeWithChromium: jest.Describe = hasChromium ? describe : describe.skip;

/** One for each test file: the clipboard is the whole browser's. */
let browser: Promise<Browser> | undefined;

/**
 * A test on the opened page. It fails on any request that leaves the page's origin, on anything the page's policy
 * stopped, on errors in the console and on uncaught ones. When it fails, a picture is left.
 */
export function onPage(
  options: VisitOptions,
  body: (visit: Visit) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const { addresses } = pageTestRun();
    browser ??= chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    const address = addresses[options.from ?? "page"];
    const { width = 1400, height = 900, expected = [] } = options;
    const context = await (
      await browser
    ).newContext({
      viewport: { width, height },
      locale: "zh-CN",
      acceptDownloads: true,
      reducedMotion: "reduce",
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    try {
      const faults = await watchFaults(context, new URL(address).origin);
      const page = await context.newPage();
      await withPicture(page, faults, async () => {
        await options.prepare?.(page);
        await page.goto(new URL(options.path ?? "", address).href);
        await body({ page, context, picture: (name) => takePicture(page, name) });
        const isExpected = (fault: string) => expected.some((pattern) => pattern.test(fault));
        expect(faults.filter((fault) => !isExpected(fault))).toEqual([]);
      });
    } finally {
      await context.close();
    }
  };
}

async function watchFaults(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const isForeign = (url: string) => /^\w+:\/\//.test(url) && new URL(url).origin !== origin;
  await context.route(
    ({ href }) => isForeign(href),
    (route) => route.abort(),
  );
  context.on("request", (request) => {
    if (isForeign(request.url())) faults.push(`request to ${request.url()}`);
  });
  context.on("page", (page) => {
    page.on("websocket", (socket) => faults.push(`connection to ${socket.url()}`));
  });
  context.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${String(response.status())} ${response.url()}`);
  });
  context.on("console", (message) => {
    const text = message.text();
    if (message.type() !== "error" || NOISE.some((noise) => text.includes(noise))) return;
    faults.push(`console: ${text}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${String(error.error())}`));
  return faults;
}

async function takePicture(page: Page, name: string): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

async function withPicture(
  page: Page,
  faults: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const name = expect.getState().currentTestName?.replace(/[^\p{L}\p{N}]+/gu, "-") ?? "test";
    const file = await takePicture(page, `failed-${name}`).catch(() => undefined);
    // Not `instanceof`: errors of the browser's library come from outside of the test's world.
    if (typeof error === "object" && error !== null && "message" in error) {
      error.message = `${String(error.message)}\n\nPicture: ${file ?? "none"}\n${faults.join("\n")}`;
    }
    throw error;
  }
}

afterAll(async () => {
  await (await browser)?.close();
});
