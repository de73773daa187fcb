import { parse } from "acorn";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM, CHROMIUM_FLAGS } from "./support/chromium";
import { describeWithChromium } from "./support/onPage";
import { pageTestRun } from "./support/run";

const DIST = resolve(__dirname, "../../dist");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const BUNDLE = /\/(?:taskpane|commands)\.[0-9a-f]{8}\.js$/u;

const BEGINNING = "window.began = location.search;";

const IE = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; .NET4.0E; rv:11.0) like Gecko";
const EDGE_18 =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/64.0.3282.140 Safari/537.36 Edge/18.19044";

interface Place {
  readonly userAgent?: string;
  /** What this browser does not have yet. */
  readonly without?: readonly string[];
  readonly host?: string;
  /** The newest ExcelApi. */
  readonly api?: number;
  readonly answers?: boolean;
  readonly refusesDialogs?: boolean;
  /** Instead of the library, what comes from Microsoft's server; nothing when it is out of reach. */
  readonly library?: string | undefined;
  readonly bundle?: "there" | "missing" | "late";
  readonly page?: string;
}

/** As much of the library as the first page asks. */
function library({
  host = "Excel",
  api = 14,
  answers = true,
  refusesDialogs = false,
}: Place): string {
  return `window.opened = [];
    window.Office = {
      context: {
        diagnostics: { host: "${host}", version: "16.0.14332.20000", platform: "PC" },
        requirements: { isSetSupported: function (name, version) {
          return name === "ExcelApi" && Number(version.split(".")[1]) <= ${String(api)};
        } },
        ui: { displayDialogAsync: function (address, options, callback) {
          opened.push(address);
          if (${String(refusesDialogs)}) callback({ status: "failed", error: { code: 12007 } });
          else callback({ status: "succeeded", value: { addEventHandler: function (type, handler) {
            window.closeDialog = function () { handler({ type: type, error: 12006 }); };
          } } });
        } }
      },
      onReady: function (callback) {
        if (${String(answers)}) setTimeout(function () { callback({ host: "${host}" || null }); }, 0);
      }
    };`;
}

let browser: Browser;

describeWithChromium("the first page", () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  });
  afterAll(() => browser.close());

  async function open(place: Place, body: (page: Page) => Promise<void>): Promise<void> {
    const { userAgent, without = [], bundle = "there", page: name = "taskpane.html" } = place;
    const context = await browser.newContext({
      viewport: { width: 350, height: 600 },
      locale: "zh-CN",
      ...(userAgent === undefined ? {} : { userAgent }),
    });
    try {
      const page = await context.newPage();
      await page.clock.install();
      await page.addInitScript((names) => {
        for (const path of names) {
          const parts = path.split(".");
          const last = parts.pop() ?? "";
          const owner = parts.reduce<unknown>(
            (object, part) => (object as Record<string, unknown>)[part],
            window,
          );
          Object.defineProperty(owner, last, { value: undefined });
        }
      }, without);
      await page.route(CDN, (route) => {
        const script = "library" in place ? place.library : library(place);
        return script === undefined
          ? route.abort()
          : route.fulfill({ contentType: "text/javascript", body: script });
      });
      await page.route(BUNDLE, async (route) => {
        if (bundle === "late") return;
        await (bundle === "missing"
          ? route.fulfill({ status: 404 })
          : route.fulfill({ contentType: "text/javascript", body: BEGINNING }));
      });
      await page.goto(`${pageTestRun().addresses.page}${name}`);
      await body(page);
    } finally {
      await context.close();
    }
  }

  test.each(["taskpane.html", "taskpane.html?do=check"])(
    "brings in the pane where it can run: %s",
    async (name) => {
      await open({ page: name }, async (page) => {
        await page.waitForFunction(() => "began" in window);
        expect(await page.evaluate("began")).toBe(name.slice("taskpane.html".length));
        expect(await page.locator("#first-page").count()).toBe(0);
        await page.clock.fastForward(60_000);
        expect(await page.getByRole("alert").count()).toBe(0);
      });
    },
  );

  const modernParts = [
    "structuredClone",
    "Object.fromEntries",
    "Object.hasOwn",
    "Array.prototype.at",
    "String.prototype.replaceAll",
  ];

  test.each<[name: string, place: Place, trouble: string, title: string, says: string]>([
    [
      "Excel 2016 and 2019, which cannot read the library either",
      { userAgent: IE, without: modernParts, library: "window.broken = => 1;" },
      "oldBrowser",
      "这台电脑上的 Excel 太旧，打不开决算公开助手",
      "Internet Explorer",
    ],
    [
      "Excel 2019 with a library that it can read",
      { userAgent: IE, without: modernParts, api: 7 },
      "oldBrowser",
      "这台电脑上的 Excel 太旧，打不开决算公开助手",
      "Office LTSC 2021",
    ],
    [
      "the first Edge",
      { userAgent: EDGE_18, without: modernParts },
      "oldBrowser",
      "这台电脑上的 Excel 太旧，打不开决算公开助手",
      "WebView2",
    ],
    [
      "a browser that lacks one thing only",
      { without: ["Array.prototype.findLast"] },
      "oldBrowser",
      "这台电脑上的 Excel 太旧，打不开决算公开助手",
      "旧的网页组件",
    ],
    [
      "an Excel one version short",
      { api: 8 },
      "oldExcel",
      "这个版本的 Excel 太旧，用不了决算公开助手",
      "Excel 16.0.14332.20000 PC",
    ],
    ["no Office around", { host: "" }, "notExcel", "这一页要在 Excel 里打开", "index.html"],
    ["Word", { host: "Word" }, "notExcel", "这一页要在 Excel 里打开", "Word 16.0"],
    [
      "a library out of reach",
      { library: undefined },
      "noOffice",
      "没有取到 Office 的脚本，窗格打不开",
      CDN,
    ],
    [
      "an Excel that never answers",
      { answers: false },
      "noAnswer",
      "Excel 没有回应，窗格打不开",
      "重新启动 Excel",
    ],
    [
      "a web server without the pane",
      { bundle: "missing" },
      "noBundle",
      "加载项的文件不全，窗格打不开",
      "管理员",
    ],
  ])("says in Chinese what to do: %s", async (_, place, trouble, title, says) => {
    await open(place, async (page) => {
      if (place.answers === false) await page.clock.fastForward(20_000);
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.getAttribute("data-trouble")).toBe(trouble);
      expect(await alert.getByRole("heading").innerText()).toBe(title);
      expect(await alert.innerText()).toContain(says);
      expect(await alert.innerText()).toMatch(/情况：.*Mozilla/u);
      expect(await page.evaluate(() => "began" in window)).toBe(false);
      expect((await alert.getByRole("heading").boundingBox())?.y).toBeLessThan(50);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(350);
    });
  });

  describe("a library that hangs", () => {
    async function hang(
      body: (page: Page, arrive: () => Promise<void>) => Promise<void>,
    ): Promise<void> {
      const page = await browser.newPage();
      try {
        await page.clock.install();
        let held: (() => Promise<void>) | undefined;
        await page.route(CDN, (route) => {
          held = () => route.fulfill({ contentType: "text/javascript", body: library({}) });
        });
        await page.route(BUNDLE, (route) =>
          route.fulfill({ contentType: "text/javascript", body: BEGINNING }),
        );
        const asked = page.waitForRequest(CDN);
        await page.goto(`${pageTestRun().addresses.page}taskpane.html`, { waitUntil: "commit" });
        await asked;
        await page.waitForSelector("#first-page", { state: "attached" });
        await body(page, async () => held?.());
      } finally {
        await page.close();
      }
    }

    test("is explained within 20 seconds, while it still hangs", async () => {
      await hang(async (page) => {
        expect(await page.getByRole("alert").count()).toBe(0);
        await page.clock.fastForward(20_000);
        const alert = page.getByRole("alert");
        await alert.waitFor({ timeout: 5_000 });
        expect(await alert.getAttribute("data-trouble")).toBe("noOffice");
        expect(await alert.innerText()).toContain(CDN);
        expect(await page.evaluate(() => document.readyState)).toBe("loading");
      });
    });

    test("brings in the pane when it comes after all", async () => {
      await hang(async (page, arrive) => {
        await page.clock.fastForward(20_000);
        await page.getByRole("alert").waitFor({ timeout: 5_000 });
        await arrive();
        await page.waitForFunction(() => "began" in window);
        expect(await page.getByRole("alert").count()).toBe(0);
      });
    });
  });

  test("a button that is pressed before its function is there waits for it", async () => {
    await open({ page: "commands.html", bundle: "late" }, async (page) => {
      await page.evaluate("window.done = []; clearMarks(1); clearMarks(2);");
      await page.clock.runFor(200);
      expect(await page.evaluate("done")).toEqual([]);
      await page.evaluate("window.clearMarks = function (event) { done.push(event); };");
      await page.clock.runFor(200);
      expect(await page.evaluate("done")).toEqual([1, 2]);
    });
  });

  test.each<[name: string, place: Place, shown: string]>([
    ["an Excel that is too old", { api: 8 }, "taskpane.html"],
    ["a server without its file", { bundle: "missing" }, "notice.html?code=filesMissing"],
  ])("a button of %s shows the reason until it is closed", async (_, place, shown) => {
    await open({ ...place, page: "commands.html" }, async (page) => {
      await page.getByRole("alert").waitFor();
      await page.evaluate(
        "window.done = 0; clearMarks({ completed: function () { done += 1; } });",
      );
      expect(await page.evaluate("opened")).toEqual([`${pageTestRun().addresses.page}${shown}`]);
      expect(await page.evaluate("done")).toBe(0);
      await page.evaluate("closeDialog(); closeDialog();");
      expect(await page.evaluate("done")).toBe(1);
    });
  });

  test("a button is answered at once where no dialog can be shown", async () => {
    await open({ page: "commands.html", api: 8, refusesDialogs: true }, async (page) => {
      await page.getByRole("alert").waitFor();
      await page.evaluate(
        "window.done = 0; clearMarks({ completed: function () { done += 1; } });",
      );
      expect(await page.evaluate("done")).toBe(1);
    });
  });
});

function scripts(name: RegExp): string[] {
  return readdirSync(DIST).filter((file) => name.test(file));
}

function syntaxError(file: string, ecmaVersion: 5 | 2018): string | undefined {
  try {
    parse(readFileSync(join(DIST, file), "utf8"), { ecmaVersion });
    return undefined;
  } catch (error) {
    return `${file}: ${String(error)}`;
  }
}

test("what is built for the first page is plain ES5", () => {
  expect(syntaxError("firstPage.js", 5)).toBeUndefined();
});

test("what is built for Excel asks for no newer syntax than ES2018", () => {
  const files = scripts(/^(?:taskpane|commands|notice)\.[0-9a-f]{8}\.js$/u);
  expect(files).toHaveLength(3);
  expect(files.map((file) => syntaxError(file, 2018)).filter(Boolean)).toEqual([]);
});

test("only the pages that Excel opens load Office's library", () => {
  const loads = readdirSync(DIST)
    .filter((file) => file.endsWith(".html"))
    .filter((file) => readFileSync(join(DIST, file), "utf8").includes("office.js"));
  expect(loads.sort()).toEqual(["commands.html", "taskpane.html"]);
});
