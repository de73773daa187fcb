import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { ownWorkbook, fullSet } from "../adapters/excel/excelSet";
import { gridEngine } from "../support/excelHost/gridEngine";
import { eventually, mustFix } from "./support/grid";
import { describeWithChromium } from "./support/onPage";
import { onExcel } from "./support/onExcel";
import { openTab, paneOf, press } from "./support/pane";

void quanbiaoyoushu;
const engine = gridEngine();

describeWithChromium("the pane in Excel", () => {
  test(
    "opens on a set that stands there",
    onExcel({ workbook: fullSet, engine }, async ({ page, picture }) => {
      await paneOf(page).getByText("上次审核").waitFor();
      console.log(await mustFix(page));
      console.log(await picture("excel-opened"));
    }),
  );
  test(
    "lays out a set beside what a person has",
    onExcel({ workbook: ownWorkbook, engine }, async ({ page, host, picture }) => {
      await openTab(page, "套表");
      await paneOf(page).getByLabel("单位名称").fill("示例单位");
      await press(page, "套表");
      await paneOf(page).getByText("已新增").waitFor({ timeout: 60_000 });
      console.log(
        await picture("excel-laid-out"),
        host.sheets.map((s) => s.name),
      );
      await eventually(() => mustFix(page), []);
    }),
  );
});
