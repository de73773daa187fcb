import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { overBudget } from "../domain/checking/explanations/overBudget";
import { planOf } from "../support/goldenPlan";
import { seriousBarriers } from "./support/accessibility";
import { openSheet, shown, type } from "./support/grid";
import { describeWithChromium, onPage } from "./support/onPage";
import { gridStands, openFileOf, openTab, overflowOf, PANE, paneOf, press } from "./support/pane";

const SHEET = "一般公共预算财政拨款三公经费支出决算表";
const RECEPTION = "L8";

describeWithChromium("a finding with a reason", () => {
  test(
    "is closed, open again when a figure changes, and taken back",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      const buffer = Buffer.from(await new XlsxFile().write(planOf(overBudget)));
      await openFileOf(page).setInputFiles({
        name: "公开表.xlsx",
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer,
      });
      const pane = paneOf(page);
      await pane.getByText("上次审核").waitFor({ timeout: 30_000 });
      await openTab(page, "审核");
      const open = pane.getByRole("article", { name: "改或说明 K168" });
      const closed = pane.getByRole("article", { name: "已说明 K168" });
      await open.getByRole("button", { name: "详情" }).click();
      await open.getByRole("button", { name: "工作任务增加，来访接待批次增多" }).click();
      expect(await open.getByLabel("写说明").inputValue()).toBe("工作任务增加，来访接待批次增多");
      await picture("pane-reason");
      expect(await seriousBarriers(page, PANE)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await open.getByRole("button", { name: "记下说明" }).click();
      await pane.getByText("已记下 1 处的说明。").waitFor();
      await open.waitFor({ state: "detached" });
      await pane.getByRole("button", { name: /^已说明/u }).click();
      await closed.getByText("说明：工作任务增加，来访接待批次增多").waitFor();
      await picture("pane-reason-closed");
      // Not the hidden sheet that keeps it.
      expect(await shown(page, "A4")).toContain("示例市城市运行服务中心");

      await openSheet(page, SHEET);
      await type(page, RECEPTION, "5.11");
      await open.getByText("原说明，数字已变：工作任务增加").waitFor();
      await type(page, RECEPTION, "5.1");
      await closed.getByText("说明：工作任务增加").waitFor();
      await press(page, "撤回");
      await open.waitFor();
      expect(await open.getByText("说明：").count()).toBe(0);
      expect(await shown(page, RECEPTION)).toContain("5.1");
    }),
  );
});
