import type { Page } from "playwright-core";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { planOf } from "../support/goldenPlan";
import { seriousBarriers } from "./support/accessibility";
import { eventually, mustFix, openSheet, select, shown, type } from "./support/grid";
import { describeWithChromium, onPage } from "./support/onPage";
import {
  cutWordsOf,
  gridStands,
  openFileOf,
  openTab,
  overflowOf,
  PANE,
  paneOf,
  showSample,
} from "./support/pane";

const nameOfFocused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
const isInPane = (page: Page) =>
  page.evaluate((pane) => document.activeElement?.closest(pane) !== null, PANE);

describeWithChromium("without a mouse", () => {
  test(
    "every tab is reached, everything in it has a name, and the way out is open",
    onPage({}, async ({ page }) => {
      await showSample(page);
      for (const tab of ["审核", "自评", "说明", "公开", "套表"]) {
        const own = paneOf(page).getByRole("tab", { name: new RegExp(`^${tab}`, "u") });
        await paneOf(page).locator('[role="tab"][aria-selected="true"]').focus();
        for (let times = 0; times < 5 && !(await nameOfFocused(page)).startsWith(tab); times += 1) {
          await page.keyboard.press("ArrowRight");
        }
        await page.keyboard.press("Enter");
        expect(await own.getAttribute("aria-selected")).toBe("true");
        const names = new Set<string>();
        for (let times = 0; times < 8; times += 1) {
          await page.keyboard.press("Tab");
          if (!(await isInPane(page))) break;
          names.add(await nameOfFocused(page));
        }
        expect([...names]).not.toContain("");
        expect(names.size).toBeGreaterThan(0);
      }
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      await splitter.focus();
      await page.keyboard.press("ArrowLeft");
      expect((await paneOf(page).boundingBox())?.width).toBe(370);
      await page.keyboard.press("ArrowRight");
      expect(await splitter.getAttribute("aria-valuenow")).toBe("350");
    }),
  );

  test(
    "F6 goes into the grid, where keys belong to the cells, and out of it again",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, "收入支出决算总表");
      await select(page, "C8");
      const place = () =>
        page.evaluate(() =>
          document.activeElement?.closest("[data-area]")?.getAttribute("data-area"),
        );
      await page.getByRole("button", { name: "打开…" }).focus();
      const walked: unknown[] = [];
      for (const key of ["F6", "F6", "F6", "Shift+F6", "Shift+F6", "Shift+F6", "F6"]) {
        await page.keyboard.press(key);
        walked.push(await place());
      }
      expect(walked).toEqual(["grid", "pane", "tools", "pane", "grid", "tools", "grid"]);
      expect(await nameOfFocused(page)).toContain("F6 到窗格");
      await page.keyboard.type("6");
      await page.keyboard.press("Tab");
      expect(await place()).toBe("grid");
      await page.keyboard.press("F6");
      expect(await nameOfFocused(page)).toMatch(/^审核/u);
      expect(await shown(page, "C8")).toContain("6.00");
    }),
  );

  test(
    "the grid's side bar has Chinese names, and is not met while it is closed",
    onPage({}, async ({ page }) => {
      await gridStands(page);
      const bar = page.locator('[data-u-comp="sidebar"]').first();
      await bar.waitFor({ state: "attached" });
      const names = () =>
        bar.evaluate((at) =>
          [at, ...at.querySelectorAll("[aria-label]")].map((part) =>
            part.getAttribute("aria-label"),
          ),
        );
      await eventually(names, ["侧边栏", "关闭侧边栏"]);
      expect(
        await bar.locator("button").evaluate((button: HTMLElement) => {
          button.focus();
          return document.activeElement === button;
        }),
      ).toBe(false);
    }),
  );

  test(
    "links that only the keyboard meets lead past the grid",
    onPage({}, async ({ page }) => {
      await gridStands(page);
      for (const name of ["跳到窗格", "跳过表格"]) {
        const link = page.getByRole("link", { name });
        await link.focus();
        const { width = 0 } = (await link.boundingBox()) ?? {};
        expect(width).toBeGreaterThan(40);
        await page.keyboard.press("Enter");
        expect(await isInPane(page)).toBe(true);
      }
    }),
  );

  test(
    "what is typed while the grid comes up stays in its field",
    onPage({}, async ({ page }) => {
      const unit = paneOf(page).getByLabel("单位名称");
      await unit.focus();
      const typed: string[] = [];
      const state = { isUp: false };
      const up = gridStands(page).then(() => page.waitForTimeout(1000));
      void up.then(() => {
        state.isUp = true;
      });
      while (!state.isUp) {
        await page.keyboard.type("甲");
        typed.push("甲");
        await page.waitForTimeout(30);
      }
      await up;
      expect(await unit.inputValue()).toBe(typed.join(""));
      expect(await isInPane(page)).toBe(true);
    }),
  );

  test(
    "the focus stays where the person works while findings come and go",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, "收入支出决算总表");
      await select(page, "C7");
      const before = await page.evaluate(() => document.activeElement?.id);
      await page.keyboard.type("5");
      await page.keyboard.press("Enter");
      await eventually(async () => (await mustFix(page)).length, 6);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(before);
      expect(await isInPane(page)).toBe(false);
      await page.keyboard.type("6");
      await page.keyboard.press("Enter");
      await eventually(async () => (await mustFix(page)).length, 7);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(before);

      // What is open stays open, and keeps the focus.
      const finding = paneOf(page).getByRole("article", { name: "必须改 K102" });
      const details = finding.getByRole("button", { name: "详情" });
      await details.press("Enter");
      await paneOf(page).getByRole("button", { name: "重新审核" }).focus();
      await page.keyboard.press("Enter");
      await details.focus();
      await type(page, "C7", "75.4");
      await eventually(async () => (await mustFix(page)).length, 6);
      expect(await details.getAttribute("aria-expanded")).toBe("true");
      expect(await isInPane(page)).toBe(false);
    }),
  );
});

describeWithChromium("for everybody", () => {
  test(
    "findings with all they say are in nobody's way at 320, 350 and 600 pixels",
    onPage({ height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      for (const details of await paneOf(page).getByRole("button", { name: "详情" }).all()) {
        await details.click();
      }
      const folded = paneOf(page).locator("h2 > button[aria-expanded=false]");
      while ((await folded.count()) > 0) await folded.first().click();
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const [key, width] of [
        ["ArrowUp", 350],
        ["End", 320],
        ["Home", 600],
      ] as const) {
        await splitter.press(key);
        expect((await paneOf(page).boundingBox())?.width).toBe(width);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousBarriers(page)).toEqual([]);
        await picture(`findings-open-${String(width)}`);
      }
    }),
  );

  test(
    "both sides of a finding can be read to their end at 320, 350 and 600 pixels",
    onPage({ height: 900 }, async ({ page, picture }) => {
      const wrong = [
        typeInto("公开01表", "C33", "1,999.30"),
        typeInto("公开01表", "F36", "2,100.00"),
      ];
      const golden = wrong.reduce((set, damage) => damage(set), quanbiaoyoushu);
      await gridStands(page);
      await openFileOf(page).setInputFiles({
        name: "改错.xlsx",
        mimeType: "application/octet-stream",
        buffer: Buffer.from(await new XlsxFile().write(planOf(golden))),
      });
      await paneOf(page).getByText("上次审核").waitFor({ timeout: 30_000 });
      await openTab(page, "审核");
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const [key, width] of [
        ["ArrowUp", 350],
        ["End", 320],
        ["Home", 600],
      ] as const) {
        await splitter.press(key);
        expect(await cutWordsOf(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        await picture(`findings-sides-${String(width)}`);
      }
    }),
  );

  test(
    "at 200 % every tab can be read and used",
    onPage({ width: 700, height: 450 }, async ({ page, picture }) => {
      await showSample(page);
      await page.getByRole("button", { name: "知道了" }).click();
      for (const tab of ["套表", "审核", "自评", "说明", "公开"]) {
        await openTab(page, tab);
        expect(await overflowOf(page)).toBe(0);
        const panel = paneOf(page).getByRole("tabpanel");
        expect((await panel.boundingBox())?.height).toBeGreaterThan(150);
        const last = panel.getByRole("button").last();
        await last.focus();
        await eventually(async () => {
          const { y = -1, height = 0 } = (await last.boundingBox()) ?? {};
          return y >= 0 && y + height <= 451;
        }, true);
        await picture(`enlarged-${tab}`);
      }
    }),
  );

  test(
    "says in words when the last check was, and checks again when asked",
    onPage({}, async ({ page }) => {
      await page.clock.install({ time: new Date("2021-03-01T10:32:00") });
      await page.reload();
      await showSample(page);
      await paneOf(page).getByText("上次审核 10:32").waitFor();
      await page.clock.setSystemTime(new Date("2021-03-01T11:05:00"));
      await paneOf(page).getByRole("button", { name: "重新审核" }).click();
      await paneOf(page).getByText("上次审核 11:05").waitFor();
    }),
  );
});
