import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { formatPosition } from "../../src/domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { ownWorkbook } from "../adapters/excel/excelSet";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { gridEngine } from "../support/excelHost/gridEngine";
import { planOf } from "../support/goldenPlan";
import type { Golden } from "../support/goldenText";
import { inYuan, oneTableEach } from "../support/inYuan";
import { errorsIn, exactResults, nativeResults, shippedTemplate } from "../support/native";
import { readWorkbook } from "../support/readWorkbook";
import { seriousBarriers } from "./support/accessibility";
import { eventually, mustFix, openSheet, shown, type } from "./support/grid";
import { onExcel } from "./support/onExcel";
import { describeWithChromium, onPage } from "./support/onPage";
import { gridStands, openTab, overflowOf, paneOf, press, saveAs } from "./support/pane";

const REVENUE = "收入决算表";
/** Excel's own work, done by an engine of ours, takes long beside other tests. */
const PATIENCE = { timeout: 90_000 };
const template = shippedTemplate();
const source = inYuan(quanbiaoyoushu);
const folder = mkdtempSync(join(tmpdir(), "gongkai-intake-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function save(name: string, golden: Golden): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await new XlsxFile().write(planOf(golden)));
  return path;
}

const saveEach = () =>
  Promise.all(Array.from(oneTableEach(source), ([name, golden]) => save(`${name}.xlsx`, golden)));

async function choose(page: Page, files: readonly string[]): Promise<void> {
  await openTab(page, "套表");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    paneOf(page)
      .getByRole("button", { name: /选文件…|选择文件…/u })
      .click(),
  ]);
  await chooser.setFiles([...files]);
}

const saved = async (page: Page, name: string): Promise<WorkbookSnapshot> =>
  readWorkbook(readFileSync(await saveAs(page, folder, name)));

const contentsOf = ({ sheets }: WorkbookSnapshot) =>
  sheets.map(({ name, visibility, values, formulas, merges }) => {
    const cells = values.flatMap((line, row) =>
      line.flatMap((value, column) =>
        value === null || value === ""
          ? []
          : [`${formatPosition({ row: row + 1, column: column + 1 })} ${JSON.stringify(value)}`],
      ),
    );
    return { name, visibility, cells, formulas: [...formulas].sort(), merges };
  });

const shows = (page: Page, words: RegExp | string) =>
  paneOf(page).getByText(words).first().waitFor(PATIENCE);

async function layOutEmpty(page: Page): Promise<void> {
  await openTab(page, "套表");
  await paneOf(page).getByLabel("单位名称").fill("示例单位");
  await press(page, "套表");
  await shows(page, /已新增/u);
}

const engine = gridEngine();

describeWithChromium("figures from files", () => {
  test(
    "one file per table, in 元: shown first, then a set that adds up",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      await choose(page, await saveEach());
      await shows(page, "认出 9 张表");
      await shows(page, "单位：元");
      await shows(page, /舍位平衡调整了|各表仍然平衡/u);
      expect(await paneOf(page).getByLabel("单位名称").inputValue()).not.toBe("");
      expect(await overflowOf(page)).toBe(0);
      expect(await seriousBarriers(page)).toEqual([]);
      await picture("intake");
      await press(page, "套表并取数");
      await shows(page, /已新增/u);
      await openTab(page, "审核");
      await eventually(() => mustFix(page), []);
    }),
  );

  test(
    "a unit that nothing tells is asked for; a file that is none is named",
    onPage({}, async ({ page }) => {
      await gridStands(page);
      const sheets = source.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => row.map((text) => text.replace("单位：元", ""))),
      }));
      await choose(page, [await save("没印单位.xlsx", { ...source, sheets })]);
      const units = paneOf(page).getByRole("combobox", { name: /的金额单位$/u });
      await units.first().waitFor(PATIENCE);
      await shows(page, "还有表没有选定金额单位");
      await units.first().selectOption("元");
      await shows(page, "单位：元（没有印，按数的大小与别的表相比）");
      const broken = join(folder, "坏的.xlsx");
      writeFileSync(broken, "no workbook");
      await choose(page, [broken]);
      await shows(page, /《坏的\.xlsx》：.*这不是 Excel 工作簿/u);
    }),
  );

  test(
    "fill a set that stands on the page: its sums are right, and it goes back on one press",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      await layOutEmpty(page);
      await openSheet(page, REVENUE);
      const before = await saved(page, "套好.xlsx");
      await choose(page, [await save("全套.xlsx", source)]);
      await shows(page, /将填入 \d+ 格，为新的科目加 \d+ 行/u);
      await paneOf(page).getByText("看每个数填到哪一格").first().click();
      await shows(page, /^[A-Z]+\d+ → 收入支出决算总表![A-Z]+\d+：[\d.]+$/u);
      await press(page, "取数");
      await shows(page, /取数完成：写入 \d+ 格/u);
      const filled = await saved(page, "填好.xlsx");
      expect(errorsIn(filled)).toEqual([]);
      const exact = exactResults(filled, template);
      expect(nativeResults(filled)).toEqual(exact);
      const others = [...exact.values()].filter((result) => !/^(?:通过|不适用)$/u.test(result));
      expect(others).toEqual([]);
      // The sheet is still in front, and goes on adding up.
      expect(await shown(page, "C7")).toBe("1899.30");
      const { values } = filled.sheets.find(({ name }) => name === REVENUE)!;
      const row = values.findIndex(([code]) => code === "2010301") + 1;
      const figure = Number(values[row - 1]?.[3]);
      await type(page, `D${String(row)}`, String(figure + 1));
      await eventually(() => shown(page, "C7"), "1900.30");
      await type(page, `D${String(row)}`, String(figure));
      await eventually(() => shown(page, "C7"), "1899.30");
      await picture("intake-into-set");
      await openTab(page, "审核");
      await eventually(() => mustFix(page), []);
      await openTab(page, "套表");
      await press(page, "撤回");
      await shows(page, "已撤回。");
      expect(contentsOf(await saved(page, "撤回.xlsx"))).toEqual(contentsOf(before));
    }),
    180_000,
  );
});

describeWithChromium("figures from files, in Excel", () => {
  test(
    "fill a set that stands, and go back on one press",
    onExcel({ workbook: ownWorkbook, engine }, async ({ page, host, picture }) => {
      await layOutEmpty(page);
      await eventually(async () => host.sheets.length > 10, true);
      const before = [...host.get(REVENUE).cells];
      const sheets = source.sheets.filter(({ name }) => name === "公开02表");
      await choose(page, [await save("公开02表.xlsx", { ...source, sheets })]);
      await shows(page, /将填入 \d+ 格，为新的科目加 \d+ 行/u);
      await press(page, "取数");
      await shows(page, /取数完成：写入 \d+ 格/u);
      const values = [...host.get(REVENUE).cells.values()].map(({ value }) => value);
      expect(values).toContain("2010301");
      // The total is computed over the rows that came in.
      const table = host.get(REVENUE);
      const total = async () => host.resultOf(table, { row: 7, column: 3 }, table.cells.get("C7")!);
      await eventually(total, 1_899.3);
      await picture("excel-intake");
      await press(page, "撤回");
      await shows(page, "已撤回。");
      const texts = (cells: typeof before) =>
        cells.map(([address, { formula, value }]) => [address, formula ?? value]);
      expect(texts([...host.get(REVENUE).cells])).toEqual(texts(before));
    }),
    180_000,
  );
});
