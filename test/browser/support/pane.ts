import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

/** Beside the pane stands a grid with buttons and tabs of its own. */
export const PANE = '[role="region"][aria-label="决算公开助手"]';

export function paneOf(page: Page): Locator {
  return page.locator(PANE);
}

export async function openTab(page: Page, name: string): Promise<void> {
  await paneOf(page)
    .getByRole("tab", { name: new RegExp(`^${name}`, "u") })
    .click();
}

export function press(page: Page, name: string): Promise<void> {
  return paneOf(page).getByRole("button", { name, exact: true }).click();
}

export async function gridStands(page: Page): Promise<void> {
  await page.getByText("正在准备表格…").waitFor({ state: "detached", timeout: 30_000 });
}

/** Where 打开… takes its file; the pane has such places of its own. */
export function openFileOf(page: Page): Locator {
  return page.getByRole("toolbar", { name: "文件" }).locator('input[type="file"]');
}

/** What stands in the grid, as a file in this folder. */
export async function saveAs(page: Page, folder: string, name: string): Promise<string> {
  const files = page.getByRole("toolbar", { name: "文件" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    files.getByText("另存为 .xlsx").click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

export async function showSample(page: Page): Promise<void> {
  await gridStands(page);
  await page.getByRole("toolbar", { name: "文件" }).getByText("看示例").click();
  await paneOf(page).getByText("上次审核").waitFor({ timeout: 30_000 });
}

/** Words in a list of findings of which the end cannot be read. */
export function cutWordsOf(page: Page): Promise<string[]> {
  return paneOf(page).evaluate((pane) =>
    [...pane.querySelectorAll("article span")]
      .filter(
        (part) =>
          getComputedStyle(part).overflowX !== "visible" && part.scrollWidth > part.clientWidth,
      )
      .map((part) => part.textContent),
  );
}

/** Only within the pane: nothing may stick out at its side. */
export function overflowOf(page: Page): Promise<number> {
  return paneOf(page).evaluate((pane) => {
    const parts = [pane, ...pane.querySelectorAll('[role="tabpanel"], header, [role="tablist"]')];
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth));
  });
}
