import {
  cellName,
  eventually,
  findingsOf,
  inRowMenu,
  mustFix,
  openSheet,
  painted,
  pasteFromExcel,
  pasteText,
  rowsOf,
  select,
  shown,
  type,
  undoButton,
} from "./support/grid";
import { describeWithChromium, onPage } from "./support/onPage";
import { gridStands, openTab, paneOf, press, showSample } from "./support/pane";

const TOTALS = "收入支出决算总表";
const EXPENDITURE = "支出决算表";
/** Of a cell that a relation says is wrong. */
const WRONG = "F8CBAD";
/** The published set's own mistakes. */
const OWN = ["K102", "K213"];

describeWithChromium("a person who drafts", () => {
  test(
    "lays a set out, types, and sees a finding come and go",
    onPage({}, async ({ page }) => {
      await gridStands(page);
      await paneOf(page).getByLabel("单位名称").fill("示例单位");
      await press(page, "套表");
      await press(page, "去审核");
      await eventually(() => mustFix(page), ["K314"]);
      await openSheet(page, TOTALS);
      await type(page, "C7", "100");
      await eventually(() => mustFix(page), ["K105", "K201", "K203", "K205", "K314"]);
      await type(page, "F7", "90");
      const withGap = ["K105", "K201", "K202", "K203", "K205", "K213", "K314"];
      await eventually(() => mustFix(page), withGap);
      expect(await shown(page, "F36")).toBe("90.00");
      await type(page, "F7", "100");
      await eventually(() => mustFix(page), withGap.slice(1));
      expect(await shown(page, "F36")).toBe("100.00");

      await page.keyboard.press("Control+z");
      await eventually(() => mustFix(page), withGap);
      expect(await shown(page, "F7")).toBe("90.00");
      expect(await shown(page, "F36")).toBe("90.00");
    }),
  );

  test(
    "takes back what was typed, with sums, marks and findings",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, TOTALS);
      expect(await undoButton(page).isEnabled()).toBe(false);
      await select(page, "A1");
      expect(await painted(page, WRONG)).toBe(0);

      await type(page, "C7", "5");
      await eventually(() => mustFix(page), ["K102", "K105", "K201", "K203", "K205", "K213"]);
      await eventually(() => paneOf(page).getByText("有改动，正在审核…").count(), 0);
      await eventually(async () => (await painted(page, WRONG)) > 500, true);
      await eventually(() => shown(page, "C33"), "108.82");

      await page.keyboard.press("Control+z");
      await eventually(() => mustFix(page), OWN);
      expect(await shown(page, "C7")).toBe("75.40");
      await eventually(() => shown(page, "C33"), "179.22");
      await select(page, "A1");
      await eventually(() => painted(page, WRONG), 0);
      // The live passes in between wrote nothing.
      expect(await undoButton(page).isEnabled()).toBe(false);
    }),
  );

  test(
    "pastes figures from Excel and from a text",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, TOTALS);
      await pasteFromExcel(page, "C7", [["1,075.40"], ["20.00"]]);
      await eventually(() => shown(page, "C33"), "1199.22");
      await eventually(async () => (await mustFix(page)).includes("K206"), true);
      await page.keyboard.press("Control+z");
      await eventually(() => mustFix(page), OWN);
      expect(await shown(page, "C7:C8")).toBe("75.40\n0.00");

      await pasteText(page, "C7", [["70.40"], ["5.00"]]);
      await eventually(() => shown(page, "C33"), "179.22");
      await eventually(async () => (await mustFix(page)).includes("K206"), true);
      await page.keyboard.press("Control+z");
      await eventually(() => mustFix(page), OWN);
    }),
  );

  test(
    "inserts and deletes a row, undoes and redoes it, and the sums are right each time",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, EXPENDITURE);
      await inRowMenu(page, 13, "在上方插入");
      await type(page, "A13", "2299902");
      await type(page, "B13", "一项支出");
      await type(page, "D13", "10");
      const withRow = ["189.22", "113.82", "113.82", "10.00", "103.82"];
      const sums = async () => {
        const column = rowsOf(await shown(page, "D7:D14")).flat();
        return [column[0], ...column.slice(4)];
      };
      await eventually(sums, withRow);
      await eventually(() => mustFix(page), ["K102", "K121", "K213"]);
      const finding = findingsOf(page).and(page.getByRole("article", { name: /K121/u }));
      expect(await finding.first().textContent()).toContain("“一项支出”");

      await inRowMenu(page, 13, "删除选中行");
      await eventually(() => mustFix(page), OWN);
      const without = ["179.22", "103.82", "103.82", "103.82", ""];
      await eventually(sums, without);
      await page.keyboard.press("Control+z");
      await eventually(() => mustFix(page), ["K102", "K121", "K213"]);
      await eventually(sums, withRow);
      await page.keyboard.press("Control+y");
      await eventually(() => mustFix(page), OWN);
      await eventually(sums, without);
    }),
  );

  test(
    "restores with one press what a paste wiped out",
    onPage({}, async ({ page, picture }) => {
      await showSample(page);
      await openSheet(page, EXPENDITURE);
      const advice = await findingsOf(page).count();
      const before = await shown(page, "C7:H13");
      await pasteFromExcel(page, "C7", rowsOf(before));

      await openTab(page, "套表");
      await press(page, "修复版式");
      await paneOf(page).getByText("恢复了 32 处公式").waitFor();
      expect(await shown(page, "C7:H13")).toBe(before);
      await type(page, "D13", "113.82");
      await eventually(() => shown(page, "D7"), "189.22");
      await type(page, "D13", "103.82");
      await eventually(() => shown(page, "C7:H13"), before);
      await select(page, "A1");
      await picture("repaired");
      for (const pasted of ["FF0000", "FFFF00"]) expect(await painted(page, pasted)).toBe(0);

      // No other sheet lost anything.
      await openSheet(page, TOTALS);
      await type(page, "C7", "76.40");
      await eventually(() => shown(page, "C33"), "180.22");
      await type(page, "C7", "75.40");
      await openTab(page, "审核");
      await eventually(() => findingsOf(page).count(), advice);
    }),
  );

  test(
    "goes from both sides of a finding to their cells",
    onPage({}, async ({ page }) => {
      await showSample(page);
      const finding = paneOf(page).getByRole("article", { name: "必须改 K102" });
      const side = (name: RegExp) => finding.getByRole("button", { name }).first();
      await side(/本年支出合计/u).click();
      await eventually(() => cellName(page).inputValue(), "F33");
      await side(/功能科目之和/u).click();
      await eventually(() => cellName(page).inputValue(), "F7");
    }),
  );

  test(
    "sees the score of 自评 follow",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openTab(page, "自评");
      const total = () => paneOf(page).locator("h2").first().textContent();
      expect(await total()).toBe("总分98分优");
      await paneOf(page)
        .getByRole("button", { name: /定位到 整体支出绩效自评表!H11/u })
        .click();
      await eventually(() => cellName(page).inputValue(), "H11");
      await type(page, "H11", "0");
      await eventually(total, "总分92分优");
      await page.keyboard.press("Control+z");
      await eventually(total, "总分98分优");
    }),
  );

  test(
    "goes from what 说明 still lacks to its cell, and sees the sentence complete itself",
    onPage({}, async ({ page }) => {
      await gridStands(page);
      await paneOf(page).getByLabel("单位名称").fill("示例单位");
      await press(page, "套表");
      await paneOf(page).getByText("已新增 17 张工作表").waitFor();
      await openTab(page, "说明");
      const gaps = paneOf(page).getByRole("button", { name: /缺：/u });
      const before = await gaps.count();
      await gaps.first().click();
      await eventually(() => cellName(page).inputValue(), "C36");
      await type(page, "C7", "100");
      await paneOf(page).getByText("收、支总计100.00万元").waitFor();
      expect(await gaps.count()).toBeLessThan(before);
    }),
  );
});
