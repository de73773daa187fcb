import type { Page } from "playwright-core";
import { seriousBarriers } from "./support/accessibility";
import { cellName, eventually } from "./support/grid";
import { describeWithChromium, onPage } from "./support/onPage";
import { openTab, overflowOf, PANE, paneOf, press, showSample } from "./support/pane";

const figure = (page: Page, name: RegExp) => paneOf(page).getByRole("button", { name }).first();
const paragraphs = (page: Page) => paneOf(page).locator("[role=tabpanel] p");

describeWithChromium("说明", () => {
  test(
    "a figure leads to its cell, a percentage to both of its own",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openTab(page, "说明");
      await figure(page, /^定位到 收入决算表!D7：75\.40$/u).click();
      await eventually(() => cellName(page).inputValue(), "D7");

      const growth = figure(page, /：167\.8%$/u);
      await growth.focus();
      await page.keyboard.press("Enter");
      await eventually(() => cellName(page).inputValue(), "C36");
      expect(await growth.getAttribute("aria-expanded")).toBe("true");
      const source = paragraphs(page).filter({ hasText: "167.8% 取自" });
      await source.getByText("收入支出决算总表!C36 179.22").waitFor();
      await source.getByRole("button", { name: "定位到 补充资料!C4", exact: true }).press("Enter");
      await eventually(() => cellName(page).inputValue(), "C4");
      await growth.press(" ");
      expect(await source.count()).toBe(0);
    }),
  );

  test(
    "sections fold, one by one and all at once, and are copied as they read",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openTab(page, "说明");
      const first = paneOf(page).getByRole("heading", { name: "一、收入支出决算总体情况说明" });
      const text = paragraphs(page).filter({ hasText: "2020年度收、支总计179.22万元" });
      await first.getByRole("button").click();
      expect(await text.count()).toBe(0);
      await press(page, "全部收起");
      expect(await paragraphs(page).count()).toBe(1);
      await press(page, "全部展开");
      expect(await text.count()).toBe(1);
      await press(page, "复制“收入支出决算总体情况说明”");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split("\n")).toEqual([
        "一、收入支出决算总体情况说明",
        expect.stringMatching(/^　　2020年度收、支总计179\.22万元。/u),
      ]);
    }),
  );

  test(
    "is in nobody's way at 320, 350 and 600 pixels",
    onPage({ height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "说明");
      await figure(page, /：167\.8%$/u).click();
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const [key, width] of [
        ["ArrowUp", 350],
        ["End", 320],
        ["Home", 600],
      ] as const) {
        await splitter.press(key);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousBarriers(page, PANE)).toEqual([]);
        await picture(`narrative-${String(width)}`);
      }
    }),
  );
});
