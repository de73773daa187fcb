import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { createPageServer } from "../../src/cli/page/pageServer";
import { CHROMIUM, CHROMIUM_FLAGS } from "./support/chromium";
import { describeWithChromium } from "./support/onPage";

const ROOT = resolve(__dirname, "../..");
const PACKAGE = join(ROOT, "node_modules/@microsoft/office-js");

const BUILD = require.resolve("./support/buildSelfHosted.js");
const HOST = "https://czj.example.gov.cn/gk/";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-self-"));
  execFileSync(process.execPath, [BUILD, folder, HOST], { cwd: ROOT });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("Microsoft's files are handed on as they are, with their licence", () => {
  const library = join(folder, "office-js");
  const files = readdirSync(library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(library, join(entry.parentPath, entry.name)));
  expect(files).toContain("LICENSE.md");
  const changed = files.filter((file) => {
    const original = [join(PACKAGE, "dist", file), join(PACKAGE, file)].find(existsSync);
    return !original || !readFileSync(original).equals(readFileSync(join(library, file)));
  });
  expect(changed).toEqual([]);
});

test("the manifest has the addresses that were asked for", () => {
  const manifest = readFileSync(join(folder, "manifest.xml"), "utf8");
  expect(manifest).not.toContain("localhost");
  expect(manifest).toContain('"https://czj.example.gov.cn/gk/taskpane.html?do=check"');
  expect(manifest).toContain('"https://czj.example.gov.cn/gk/assets/icons/pane-16.png"');
});

describeWithChromium("a pane with its own copy of office.js", () => {
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    server = createPageServer(folder).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  test.each([
    ["Win32", "16.01", "zh-CN", ["excel-win32-16.01.js", "zh-cn/office_strings.js"]],
    ["Web", "16.00", "zh-CN", ["excel-web-16.00.js", "zh-cn/office_strings.js"]],
    ["Mac", "16.00", "en-US", ["excel-mac-16.00.js", "en-us/office_strings.js"]],
  ])(
    "asks nobody else, as far as that shows without an Excel: %s %s %s",
    async (platform, version, locale, loaded) => {
      const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        const requests: string[] = [];
        const faults: string[] = [];
        await page.route(
          ({ href }) => !href.startsWith(origin),
          (route) => route.abort(),
        );
        page.on("request", (request) => requests.push(request.url()));
        page.on("response", (response) => {
          if (response.status() >= 400)
            faults.push(`${String(response.status())} ${response.url()}`);
        });
        page.on("console", (message) => {
          if (message.text().includes("Content Security Policy")) faults.push(message.text());
        });
        await page.goto(
          `${origin}/taskpane.html?_host_Info=Excel$${platform}$${version}$${locale}$$$$0`,
          { waitUntil: "networkidle" },
        );
        const paths = requests.map((url) => url.replace(`${origin}/office-js/`, ""));
        expect(paths).toEqual(expect.arrayContaining(["office.js", ...loaded]));
        expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
        expect(faults).toEqual([]);
        expect(await page.evaluate("g_isOfflineLibrary")).toBe(true);
      } finally {
        await context.close();
      }
    },
  );
});
