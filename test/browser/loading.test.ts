import type { BrowserContext } from "playwright-core";
import { seriousBarriers } from "./support/accessibility";
import { describeWithChromium, onPage } from "./support/onPage";
import { gridStands, paneOf, press, showSample, openTab } from "./support/pane";

const scripts = (addresses: readonly string[], name: RegExp) =>
  addresses.filter((address) => name.test(address));
const GRID = /createGrid.*\.js$/u;
const EXCELJS = /xlsxFile.*\.js$/u;

/** Keeps a script back until it is called. */
async function hold(context: BrowserContext, script: RegExp): Promise<() => void> {
  let letCome: () => void = () => undefined;
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await context.route(script, async (route) => {
    await mayCome;
    await route.continue();
  });
  return letCome;
}

describeWithChromium("the page as any web server gives it", () => {
  test.each(["page", "subfolder", "otherServer"] as const)("works as %s", (from) =>
    onPage({ from }, async ({ page }) => {
      expect(await page.title()).toBe("决算公开助手");
      await showSample(page);
      expect(await paneOf(page).getByRole("article").count()).toBeGreaterThan(0);
    })(),
  );

  test(
    "loads the grid after the pane stands, and what writes files when a file is written",
    onPage({}, async ({ page, context }) => {
      await gridStands(page);
      const asked: string[] = [];
      context.on("request", (request) => asked.push(request.url()));
      const letGridCome = await hold(context, GRID);
      const letWriterCome = await hold(context, EXCELJS);
      await page.reload();
      await paneOf(page).getByText("将新增 15 张工作表").waitFor();
      expect(scripts(asked, GRID)).toHaveLength(1);
      await paneOf(page).getByLabel("单位名称").fill("示例单位");
      expect(await page.getByText("正在准备表格…").count()).toBe(1);
      letGridCome();
      await gridStands(page);
      expect(await paneOf(page).getByLabel("单位名称").inputValue()).toBe("示例单位");
      await press(page, "套表");
      await paneOf(page).getByText("已新增 17 张工作表").waitFor();
      expect(scripts(asked, EXCELJS)).toEqual([]);
      await openTab(page, "公开");
      const download = page.waitForEvent("download");
      await press(page, "另存为 .xlsx");
      const files = page.getByRole("toolbar", { name: "文件" });
      await files.getByText("正在保存…").waitFor();
      for (const button of await files.getByRole("button").all()) {
        expect(await button.getAttribute("aria-disabled")).toBe("true");
      }
      letWriterCome();
      await download;
      await files.getByText("正在保存…").waitFor({ state: "detached" });
      expect(scripts(asked, EXCELJS)).toHaveLength(1);
    }),
  );

  test(
    "has nothing in the way of a keyboard or a screen reader",
    onPage({}, async ({ page, context }) => {
      // Nothing may change while the page is looked at.
      const letGridCome = await hold(context, GRID);
      await page.reload();
      await paneOf(page).getByText("将新增 15 张工作表").waitFor();
      expect(await seriousBarriers(page)).toEqual([]);
      letGridCome();
      await gridStands(page);
      expect(await seriousBarriers(page)).toEqual([]);
    }),
  );

  test("reaches nothing but its own files, and a test would notice", async () => {
    const visit = onPage({}, async ({ page }) => {
      await page.evaluate(() => fetch("https://example.org/").catch(() => undefined));
    });
    await expect(visit()).rejects.toThrow(/connect-src/);
  });
});
