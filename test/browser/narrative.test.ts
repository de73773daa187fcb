import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { makeDocx, paragraph } from "../support/docxFile";
import { seriousBarriers } from "./support/accessibility";
import { cellName, eventually, openSheet, select, type } from "./support/grid";
import { describeWithChromium, onPage } from "./support/onPage";
import { openTab, overflowOf, PANE, paneOf, press, saveAs, showSample } from "./support/pane";

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
      await press(page, "更多");
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
      await press(page, "更多");
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

  test(
    "a sentence typed over is marked, its wrong figure told, and comes back from the figures",
    onPage({ height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      await openSheet(page, "情况说明");
      await type(page, "A4", "2020年度收、支总计179.32万元。");
      await openTab(page, "说明");
      const pane = paneOf(page);
      await pane.getByText("不符 1").first().waitFor();
      await press(page, "只看要处理的");
      await pane.getByText("已手工修改").first().waitFor();
      expect(await pane.locator("[role=tabpanel] ins").allInnerTexts()).toContain("179.32");
      await pane.getByText("是179.22万元，文中为179.32万元").waitFor();
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const key of ["End", "Home"]) {
        await splitter.press(key);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousBarriers(page, PANE)).toEqual([]);
        await picture(`edited-${key}`);
      }
      await press(page, "恢复自动取数");
      await pane.getByText("已恢复自动取数，这一段随表变化。").waitFor();
      await pane.getByText("不符 1").first().waitFor({ state: "detached" });
      await press(page, "撤回");
      await pane.getByText("不符 1").first().waitFor();
    }),
  );

  test(
    "a text that people wrote is checked, its wrong words marked and copied",
    onPage({ height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "说明");
      await press(page, "检查已有文稿");
      const text = "2020年度收入总计100万元，与上年相比增加50万元，增长200%。";
      await paneOf(page).getByLabel("文稿", { exact: true }).fill(text);
      await press(page, "检查");
      await paneOf(page).getByRole("heading", { name: "写错" }).waitFor();
      expect(await paneOf(page).locator("mark").first().innerText()).toContain("200%");
      await press(page, "复制要改的");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^写错 1\n第1段“增长200%”：.*100%/u);
      // It stays while the person looks elsewhere.
      await openTab(page, "审核");
      await openTab(page, "说明");
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const key of ["End", "Home"]) {
        await splitter.press(key);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousBarriers(page, PANE)).toEqual([]);
        await picture(`written-${key}`);
      }
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        press(page, "选择文件…"),
      ]);
      const right = text.replace("200%", "100%");
      await chooser.setFiles({
        name: "稿.txt",
        mimeType: "text/plain",
        buffer: Buffer.from(right),
      });
      await paneOf(page).getByText("没有要改的").waitFor();
      await press(page, "‹ 回到情况说明");
      await paneOf(page).getByRole("heading", { name: "一、" }).first().waitFor();
    }),
  );

  test(
    "last year's text takes this year's figures, each shown and revocable, and goes into its Word document",
    onPage({ height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "说明");
      await press(page, "更多");
      await press(page, "按上年文稿更新");
      const text =
        "2019年度收、支总计66.93万元。与上年相比，减少1.07万元，下降1.6%，主要是因为人员减少。慰问困难职工12.34万元。";
      await paneOf(page).getByLabel("上年的文稿", { exact: true }).fill(text);
      await press(page, "更新");
      await paneOf(page).getByRole("heading", { name: "留下要看的" }).waitFor();
      await paneOf(page).getByText("没有对上哪一格，没有改。").waitFor();
      await press(page, "不换：“2019”→“2020”");
      await press(page, "复制新文稿");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(
        "2019年度收、支总计179.22万元。与上年相比，增加112.29万元，增长167.8%，主要是因为人员减少。慰问困难职工12.34万元。",
      );
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const key of ["End", "Home"]) {
        await splitter.press(key);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousBarriers(page, PANE)).toEqual([]);
        await picture(`updated-${key}`);
      }
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        press(page, "选择文稿…"),
      ]);
      await chooser.setFiles({
        name: "上年.docx",
        mimeType: "application/octet-stream",
        buffer: Buffer.from(makeDocx(paragraph(text))),
      });
      const save = paneOf(page).getByRole("button", { name: "下载新文稿" });
      const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
      expect(download.suggestedFilename()).toBe("上年（更新）.docx");
      const written = unzipSync(readFileSync(await download.path()))["word/document.xml"]!;
      expect(strFromU8(written)).toContain("2020年度收、支总计179.22万元。");
    }),
  );

  test(
    "改动清单 on 公开 shows what is another than in an earlier file, and keeps it",
    onPage({ height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      const folder = mkdtempSync(join(tmpdir(), "changes-"));
      const earlier = await saveAs(page, folder, "昨天.xlsx");
      await openSheet(page, "收入支出决算总表");
      await type(page, "C7", "75.5");
      await openTab(page, "公开");
      const section = paneOf(page).getByRole("region", { name: "改动清单" });
      await section.locator("input[type=file]").setInputFiles(earlier);
      await section.getByText("从《昨天.xlsx》到现在：改动").waitFor({ timeout: 30_000 });
      await section.getByText("75.40 → 75.50").first().waitFor();
      await select(page, "A1");
      await section.getByRole("button", { name: "定位到 收入支出决算总表!C7" }).click();
      await eventually(() => cellName(page).inputValue(), "C7");
      const splitter = page.getByRole("separator", { name: "调整右侧窗格的宽度" });
      for (const key of ["End", "Home"]) {
        await splitter.press(key);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousBarriers(page, PANE)).toEqual([]);
        await picture(`changes-${key}`);
      }
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        press(page, "另存改动清单"),
      ]);
      expect(download.suggestedFilename()).toMatch(/改动清单\.xlsx$/u);
      rmSync(folder, { recursive: true });
    }),
  );
});
