import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { readXlsx } from "../../src/adapters/xlsx/xlsxReader";
import type { CellValue } from "../../src/ports/workbookPorts";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { recognise } from "../../src/domain/disclosure/recognise";
import { template } from "../domain/evaluation/seedForm";
import { typeInto } from "../golden/damages";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { docxOf } from "../support/docxFile";
import { snapshotOf } from "../support/goldenWorkbook";
import { seriousBarriers } from "./support/accessibility";
import { describeWithChromium, onPage } from "./support/onPage";
import {
  cellName,
  eventually,
  mustFix,
  openSheet,
  select,
  sheetNames,
  shown,
  type,
} from "./support/grid";
import {
  gridStands,
  openFileOf,
  openTab,
  overflowOf,
  PANE,
  paneOf,
  press,
  showSample,
} from "./support/pane";

const TABS = ["套表", "审核", "自评", "说明", "公开"];
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The published set with every figure of its tables changed by what the test says. */
async function wrongSet(wrong: (value: number) => CellValue): Promise<Buffer> {
  const figures = recognise(snapshotOf(seed001), template.structure);
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020, figures });
  const sheets = plan.sheets
    .filter(({ name }) => name.endsWith("表") || name === "补充资料")
    .map((sheet) => ({
      ...sheet,
      conditionalFormats: [],
      cells: sheet.cells.map((cell) =>
        typeof cell.value === "number" && !Number.isInteger(cell.value)
          ? { ...cell, formula: undefined, value: wrong(cell.value) }
          : { ...cell, formula: undefined },
      ),
    }));
  return Buffer.from(await new XlsxFile().write({ ...plan, sheets }));
}

async function layOut(page: Page): Promise<void> {
  await gridStands(page);
  await paneOf(page).getByLabel("单位名称").fill("示例单位");
  await press(page, "套表");
  await paneOf(page).getByText("已新增 17 张工作表").waitFor({ timeout: 30_000 });
}

describeWithChromium("the pane of a new page", () => {
  test(
    "says on every tab what to do first",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      await paneOf(page).getByText("将新增 15 张工作表").waitFor();
      expect(await seriousBarriers(page, PANE)).toEqual([]);
      await picture("pane-empty");
      for (const tab of TABS.slice(1)) {
        await openTab(page, tab);
        await press(page, "去套表");
        await paneOf(page).getByRole("heading", { name: "套一套新表" }).waitFor();
      }
    }),
  );

  test(
    "lays a set out, shows what it added and takes it back",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      await paneOf(page).getByText("将新增 15 张工作表").waitFor();
      await press(page, "套表");
      await paneOf(page).getByText("请填写单位名称").waitFor();
      await paneOf(page).getByLabel("单位名称").fill("示例单位");
      await paneOf(page).getByLabel("情况说明的节次").selectOption("hunan-2023");
      await paneOf(page)
        .getByText(/^未经核实：/u)
        .waitFor();
      await press(page, "套表");
      await paneOf(page).getByText("已新增 17 张工作表").waitFor({ timeout: 30_000 });
      await paneOf(page).getByRole("heading", { name: "示例单位" }).waitFor();
      await paneOf(page).getByText("不必再套").waitFor();
      expect(await seriousBarriers(page, PANE)).toEqual([]);
      await picture("pane-laid-out");
      await openTab(page, "说明");
      await paneOf(page)
        .getByText(/^未经核实：/u)
        .waitFor();
      expect(await paneOf(page).getByRole("heading", { name: "十五、" }).count()).toBe(0);
      await openTab(page, "审核");
      expect(await mustFix(page)).toEqual(["K314"]);
      await paneOf(page).getByText("还没有填数").waitFor();
      await paneOf(page).getByText("通过 0").waitFor();
      await openTab(page, "套表");
      await press(page, "撤回");
      await paneOf(page).getByText("还没有公开表").waitFor({ timeout: 30_000 });
      await eventually(() => sheetNames(page), ["Sheet1"]);
      await paneOf(page).getByText("已撤回。").waitFor();
    }),
  );

  test(
    "takes a set back at once, brings it back for Ctrl+Z, and lays out another in its place",
    onPage({}, async ({ page }) => {
      await layOut(page);
      const names = await sheetNames(page);
      await press(page, "撤回");
      await eventually(() => sheetNames(page), ["Sheet1"]);
      // The grid checks the entries of cells when it has time.
      await page.waitForTimeout(500);
      await select(page, "A1");
      await page.keyboard.press("Control+z");
      await eventually(() => sheetNames(page), [...names, "Sheet1"]);
      await page.keyboard.press("Control+y");
      await eventually(() => sheetNames(page), ["Sheet1"]);
      await layOut(page);
      await eventually(() => sheetNames(page), names);
      await select(page, "A1");
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(300);
      expect(await sheetNames(page)).toEqual(names);
    }),
  );

  test(
    "keeps what was typed into a set, and no sheet that stays loses what it refers to",
    onPage({}, async ({ page, picture }) => {
      await layOut(page);
      const names = await sheetNames(page);
      await openSheet(page, "收入支出决算总表");
      await type(page, "C7", "100");
      await press(page, "撤回");
      const words = paneOf(page).getByText("没有全部撤回");
      await words.waitFor();
      expect(await words.innerText()).toMatch(
        /又改过，保留未动：\s*收入支出决算总表\s*下面这些没有改过/u,
      );
      await picture("pane-not-taken-back");
      const left = await sheetNames(page);
      for (const name of left) {
        await openSheet(page, name);
        expect(await shown(page, "A1:H40")).not.toContain("#REF!");
      }
      expect(names).toEqual(expect.arrayContaining(left));
      await openSheet(page, "收入支出决算总表");
      expect(await shown(page, "C7")).toContain("100");
    }),
  );
});

describeWithChromium("the pane beside a published set", () => {
  test(
    "shows both sides of a wrong sum, and more on demand",
    onPage({}, async ({ page, picture }) => {
      await showSample(page);
      const pane = paneOf(page);
      expect(await pane.locator("h2").first().textContent()).toBe("必须改2/ 233 条");
      const finding = pane.getByRole("article", { name: "必须改 K102" });
      expect(await finding.getByRole("button").first().textContent()).toContain("283.04");
      await finding.getByRole("button", { name: "详情" }).click();
      await finding.getByText("75.40 ＋ 103.82 ＋ 103.82 ＝ 283.04 ≠ 179.22").waitFor();
      await picture("pane-check");
      await finding
        .getByRole("button", { name: /F33：.*本年支出合计/u })
        .first()
        .click();
      await page
        .locator('input[value="F33"]')
        .or(page.getByText("F33", { exact: true }))
        .first()
        .waitFor();
    }),
  );

  test(
    "copies a finding as text",
    onPage({}, async ({ page }) => {
      await showSample(page);
      const finding = paneOf(page).getByRole("article", { name: "必须改 K102" });
      await finding.getByRole("button", { name: "复制" }).click();
      await finding.getByRole("button", { name: "已复制" }).waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toMatch(
        /^〔必须改〕公开01表支出方功能科目之和（3 项） 283\.04，.*（收入支出决算总表!F7、.*K102）\n〔必须改〕.*K213）$/u,
      );
    }),
  );

  test(
    "is walked through by keyboard alone",
    onPage({}, async ({ page }) => {
      await showSample(page);
      const focused = () =>
        page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.getAttribute("aria-label") ?? at?.textContent;
        });
      await paneOf(page).getByRole("tab", { name: /^审核/u }).focus();
      await page.keyboard.press("ArrowRight");
      expect(await focused()).toBe("自评");
      await page.keyboard.press("Enter");
      await paneOf(page).getByText("总分").waitFor();
      expect(await focused()).toBe("自评");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press(" ");
      for (const filter of ["按表筛选", "按类别筛选"]) {
        await page.keyboard.press("Tab");
        expect(await focused()).toBe(filter);
      }
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await focused()).toContain("F7");
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toContain("收入支出决算总表!F33");
      await page.keyboard.press("ArrowUp");
      expect(await focused()).toContain("F7");
    }),
  );

  test(
    "fits from 320 to 600 pixels on every tab, and nothing is in anybody's way",
    onPage({ height: 1500 }, async ({ page, picture }) => {
      await showSample(page);
      const splitter = page.getByRole("separator", { name: /宽度/u });
      for (const [key, width] of [
        ["", 350],
        ["End", 320],
        ["Home", 600],
      ] as const) {
        if (key !== "") await splitter.press(key);
        for (const tab of TABS) {
          await openTab(page, tab);
          expect((await paneOf(page).boundingBox())?.width).toBe(width);
          expect(await overflowOf(page)).toBe(0);
          expect(await seriousBarriers(page, PANE)).toEqual([]);
          await picture(`pane-${width}-${tab}`);
        }
      }
    }),
  );

  test(
    "stays readable at 200 % on a small screen and in high contrast",
    onPage({ width: 640, height: 400 }, async ({ page, picture }) => {
      await page.emulateMedia({ forcedColors: "active" });
      await showSample(page);
      expect(await overflowOf(page)).toBe(0);
      await paneOf(page).getByRole("article").first().scrollIntoViewIfNeeded();
      await picture("pane-enlarged");
    }),
  );

  test(
    "lists what to look at before publishing, goes to the cell, and says when it is old",
    onPage({ width: 1400, height: 1200 }, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "公开");
      await press(page, "公开前检查");
      const pane = paneOf(page);
      await pane.getByText(/^有 \d+ 处要去除或补上。$/u).waitFor({ timeout: 30_000 });
      await pane.getByText("审核还有 2 处必须改（K102、K213）。改好再公开。").waitFor();
      await picture("ready");
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      const truth = pane.getByRole("listitem").filter({ hasText: "真实性：" });
      await truth.getByRole("button", { name: "定位到 收入支出决算总表!F7" }).click();
      await eventually(() => cellName(page).inputValue(), "F7");

      await openTab(page, "审核");
      await openSheet(page, "收入支出决算总表");
      await type(page, "C7", "1");
      await openTab(page, "公开");
      await pane.getByText(/检查之后表有改动/u).waitFor({ timeout: 30_000 });
      await press(page, "再查一次");
      await pane.getByText(/检查之后表有改动/u).waitFor({ state: "detached", timeout: 30_000 });
    }),
  );

  test(
    "gives the whole set as a file",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openTab(page, "公开");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        press(page, "另存为 .xlsx"),
      ]);
      expect(download.suggestedFilename()).toBe(
        "株洲市石峰区清水塘关停企业事务中心2020年度部门决算公开.xlsx",
      );
    }),
  );

  test(
    "gives 审核报告 as a file, and leaves the set as it is",
    onPage({}, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "公开");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        press(page, "生成审核报告"),
      ]);
      expect(download.suggestedFilename()).toBe(
        "株洲市石峰区清水塘关停企业事务中心2020年度决算公开审核报告.xlsx",
      );
      const report = readXlsx(readFileSync(await download.path()));
      expect(report.sheets.map(({ name }) => name)).toEqual([
        ...["审核报告", "审核报告·关系", "审核报告·数字"],
      ]);
      expect(report.sheets[2]?.values.flat()).toContainEqual(
        expect.stringMatching(/^数字指纹（SHA-256）：(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/u),
      );
      await paneOf(page)
        .getByText(/^工作簿里的/u)
        .scrollIntoViewIfNeeded();
      await picture("pane-publish");
    }),
  );
});

describeWithChromium("last year's Word document", () => {
  const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  async function choose(page: Page, year: string): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      paneOf(page)
        .getByRole("region", { name: "上年数" })
        .getByRole("button", { name: /^(?:上年数|重选文件)…$/u })
        .click(),
    ]);
    const buffer = Buffer.from(docxOf(typeInto("封面", "A1", year)(quanbiaoyoushu)));
    await chooser.setFiles({ name: "上年决算.docx", mimeType: DOCX, buffer });
  }

  test(
    "is shown before it fills 补充资料, and taken back",
    onPage({ height: 1400 }, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "套表");
      const section = paneOf(page).getByRole("region", { name: "上年数" });
      await choose(page, "2020年度");
      await section.getByText("选的是本年（2020年度）的表").waitFor();
      await choose(page, "2018年度");
      await section.getByText("文件写的是2018年度，要的是2019年度").waitFor();
      expect(
        await section.getByRole("button", { name: /^填入/u }).getAttribute("aria-disabled"),
      ).toBe("true");
      await choose(page, "2019年度");
      const row = section.getByRole("listitem").filter({ hasText: "上年年末结转和结余" });
      await row.getByText("71.00").waitFor();
      await row.getByText("现在是空的。").waitFor();
      await section.getByRole("checkbox", { name: "上年收入支出总计：换成上年的数" }).check();
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await seriousBarriers(page)).toEqual([]);
      await picture("pane-last-year");
      await press(page, "填入补充资料（7 个数）");
      await paneOf(page).getByText("取数完成：写入 7 格。").waitFor();
      await openSheet(page, "补充资料");
      expect(await shown(page, "C13")).toBe("71.00");
      expect(await shown(page, "C4")).toBe("2000.00");
      await press(page, "撤回");
      await eventually(() => shown(page, "C4"), "66.93");
    }),
  );
});

describeWithChromium("a file of the person's own", () => {
  test(
    "with hundreds of mistakes is listed row by row as far as can be seen",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      let times = 0;
      const buffer = await wrongSet((value) => value + (times += 7));
      await openFileOf(page).setInputFiles({ name: "错数.xlsx", mimeType: XLSX, buffer });
      const pane = paneOf(page);
      await pane.getByRole("article").first().waitFor({ timeout: 30_000 });
      const shown = await pane.getByRole("article").count();
      const text = (await pane.locator("h2").first().textContent()) ?? "";
      const mustFix = Number(/必须改(\d+)/u.exec(text)?.[1]);
      expect(mustFix).toBeGreaterThan(60);
      expect(shown).toBeLessThan(mustFix);
      const panel = pane.getByRole("tabpanel");
      for (let page = 0; page < 60; page += 1) {
        await panel.evaluate((element) => {
          element.scrollBy(0, 600);
        });
      }
      await pane
        .getByRole("button", { name: /^(提示|尾差)/u })
        .first()
        .waitFor();
      await picture("pane-many");
    }),
  );

  test(
    "that is no workbook is refused in words",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      await openFileOf(page).setInputFiles({
        name: "说明.xlsx",
        mimeType: XLSX,
        buffer: Buffer.from("这不是工作簿"),
      });
      await page.getByText("这不是 Excel 工作簿").waitFor();
      await picture("pane-refused");
      await page.getByRole("button", { name: "知道了" }).click();
      await page.getByText("这不是 Excel 工作簿").waitFor({ state: "detached" });
    }),
  );
});
