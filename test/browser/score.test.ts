import { seriousBarriers } from "./support/accessibility";
import { describeWithChromium, onPage } from "./support/onPage";
import { openSheet, sheetNames, sheetTab, type } from "./support/grid";
import { openTab, overflowOf, PANE, paneOf, press, showSample } from "./support/pane";

/** 分值 of the first indicator. */
const WEIGHT = "G12";

describeWithChromium("the 自评 tab", () => {
  test(
    "adds an indicator and takes it back, in a narrow pane too",
    onPage({}, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "自评");
      const pane = paneOf(page);
      await page.getByRole("separator", { name: /宽度/u }).focus();
      await page.keyboard.press("End");
      await pane.getByText("分值合计 100 / 100").waitFor();
      await picture("score");
      await press(page, "加一项指标");
      await press(page, "加到表里");
      await pane.getByText("请写指标名称").waitFor();
      await pane.getByText("请填大于 0、不超过 100 的数").waitFor();
      await pane.getByLabel("三级指标", { exact: true }).fill("接待来访");
      await pane.getByLabel("年度指标值", { exact: true }).fill("≥20次");
      await pane.getByLabel("分值", { exact: true }).fill("５");
      expect(await seriousBarriers(page, PANE)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await picture("score-adding");
      await press(page, "加到表里");
      await pane.getByText("已插入一行，加上这项指标").waitFor({ timeout: 30_000 });
      await pane.getByText("分值合计 105 / 100").waitFor();
      expect(await pane.getByText("多 5", { exact: true }).count()).toBe(2);
      await pane.getByText("接待来访").first().waitFor();
      await picture("score-added");
      await press(page, "撤回");
      await pane.getByText("分值合计 100 / 100").waitFor({ timeout: 30_000 });
    }),
  );

  test(
    "lays out a form for each project that is named, adds another and lists them",
    onPage({}, async ({ page, picture }) => {
      const pane = paneOf(page);
      await pane.getByLabel("单位名称").fill("示例市某某中心");
      await pane.getByLabel("项目（一个项目一张自评表）").fill("档案整理\n\n信访维稳\n档案整理");
      await pane.getByText("项目支出绩效自评表2", { exact: true }).waitFor();
      await press(page, "套表");
      await openTab(page, "自评");
      await pane.getByText("项目支出绩效自评表（信访维稳）").first().waitFor({ timeout: 60_000 });
      await press(page, "加一张项目自评表");
      await press(page, "加上这张表");
      await pane.getByText("请写专项名称").waitFor();
      await pane.getByLabel("专项名称", { exact: true }).fill("基建");
      await picture("score-projects");
      expect(await overflowOf(page)).toBe(0);
      await press(page, "加上这张表");
      await pane.getByText("项目支出绩效自评表（基建）").first().waitFor({ timeout: 60_000 });
      await press(page, "项目清单");
      const added = pane.getByText("已新增工作表：项目清单(2)");
      await added.waitFor({ timeout: 60_000 });
      await press(page, "撤回");
      await added.waitFor({ state: "detached", timeout: 60_000 });
    }),
  );

  test(
    "lays out the forms that are ticked, and no others",
    onPage({}, async ({ page, picture }) => {
      const pane = paneOf(page);
      await pane.getByLabel("单位名称").fill("示例市某某中心");
      const forms = pane.getByRole("group", { name: "另排的表" });
      const information = forms.getByLabel("另排《绩效评价基本信息表》", { exact: true });
      const brief = forms.getByLabel("另排《绩效自评简表》", { exact: true });
      expect([await information.isChecked(), await brief.isChecked()]).toEqual([false, false]);
      const planned = pane.getByText("绩效自评简表", { exact: true });
      await information.check();
      await brief.check();
      await planned.waitFor();
      await brief.uncheck();
      await planned.waitFor({ state: "detached" });
      await picture("score-forms");
      expect(await seriousBarriers(page, PANE)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await press(page, "套表");
      await sheetTab(page, "绩效评价基本信息表").waitFor({ state: "attached", timeout: 60_000 });
      const names = await sheetNames(page);
      expect(names).not.toContain("绩效自评简表");
    }),
  );

  test(
    "the meter says how far the weights come to 100",
    onPage({}, async ({ page, picture }) => {
      await showSample(page);
      await openTab(page, "自评");
      const pane = paneOf(page);
      await pane.getByText("分值合计 100 / 100").waitFor();
      await openSheet(page, "整体支出绩效自评表");
      await type(page, WEIGHT, "1");
      await pane
        .getByText(/^还差 \d/u)
        .first()
        .waitFor({ timeout: 30_000 });
      await picture("score-short");
      await type(page, WEIGHT, "60");
      await pane
        .getByText(/^多 \d/u)
        .first()
        .waitFor({ timeout: 30_000 });
      expect(await pane.getByText(/^还差/u).count()).toBe(0);
      await picture("score-over");
    }),
  );
});
