import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { label, makeBiff, merges, number } from "../adapters/guard/worstKinds/biffStream";
import { makeOle } from "../adapters/guard/worstKinds/oleFile";
import { XlsxReader } from "../../src/adapters/xlsx/xlsxReader";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { template } from "../domain/evaluation/seedForm";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { readCells, describeWithLibreOffice } from "../support/libreoffice";
import {
  eventually,
  mustFix,
  openSheet,
  pasteFromExcel,
  pasteText,
  select,
  shown,
  type,
  undoButton,
} from "./support/grid";
import { describeWithChromium, onPage } from "./support/onPage";
import { gridStands, openFileOf, openTab, paneOf, press, saveAs, showSample } from "./support/pane";

const TOTALS = "收入支出决算总表";
const REVENUE = "收入决算表";
const TYPED = ["K102", "K105", "K201", "K203", "K205", "K213"];
const COMMAND_LINE = join(__dirname, "../../src/cli/launch.js");
/** The published tables as an .xls. */
function oldWorkbook(): Buffer {
  const sheets = snapshotOf(seed001).sheets.map(({ name, values, merges: areas }) => ({
    name,
    cells: [
      ...values.flatMap((line, row) =>
        line.flatMap((value, column) => {
          if (typeof value === "number") return number(row, column, value);
          return typeof value === "string" ? label(row, column, value) : [];
        }),
      ),
      ...merges(
        areas.length,
        ...areas.map(({ top, left, bottom, right }): [number, number, number, number] => [
          top - 1,
          bottom - 1,
          left - 1,
          right - 1,
        ]),
      ),
    ],
  }));
  return Buffer.from(makeOle(makeBiff(sheets)));
}

/** The first of the published tables, as programs export it. */
function webPage(): Buffer {
  const sheet = snapshotOf(seed001).sheets.find(({ name }) => name === "公开01表");
  const rows = sheet?.values.map(
    (line) =>
      `<tr>${line.map((value) => `<td>${typeof value === "object" ? "" : String(value)}</td>`).join("")}</tr>`,
  );
  return Buffer.from(`<html><meta charset="utf-8"><table>${rows?.join("") ?? ""}</table></html>`);
}

const folder = mkdtempSync(join(tmpdir(), "gongkai-files-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lets files go over the grid, as from the desktop. */
async function drop(page: Page, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const carried = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const [name, content] of files) {
        const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    },
    Object.entries(files).map(([name, bytes]) => [name, bytes.toString("base64")] as const),
  );
  const grid = page.locator("canvas").first();
  for (const event of ["dragenter", "dragover", "drop"]) {
    await grid.dispatchEvent(event, { dataTransfer: carried });
  }
}

const isUnsaved = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

describeWithChromium("figures from another program", () => {
  const ROWS = [
    ["201", "一般公共服务支出", "1,300.00", "1,234.56", "", "", "", "", "65.44"],
    ["20103", "政府办公厅（室）", "1,300.00", "1,234.56", "", "", "", "", ""],
    ["2010301", "行政运行", "1,300.00", "1,234.56", "", "", "", "", "65.44"],
  ];
  const FIGURES = [1300, 1234.56, null, null, null, null];

  test.each([
    ["Excel", pasteFromExcel],
    ["a text", pasteText],
  ])(
    "from %s are figures, also over formulas, and one step brings back what stood there",
    (_, paste) =>
      onPage({}, async ({ page }) => {
        await showSample(page);
        await openSheet(page, REVENUE);
        const before = await shown(page, "A8:I10");
        await paste(page, "A8", ROWS);
        await eventually(async () => (await shown(page, "C8")).includes("1,300.00"), true);
        const path = await saveAs(page, folder, "pasted.xlsx");
        const { sheets } = await new XlsxReader(readFileSync(path)).read();
        const values = sheets.find(({ name }) => name === REVENUE)?.values ?? [];
        const lines = values
          .slice(7, 10)
          .map((line) => Array.from({ length: 9 }, (_, column) => line[column] ?? null));
        expect(lines).toEqual([
          ["201", "一般公共服务支出", ...FIGURES, 65.44],
          ["20103", "政府办公厅（室）", ...FIGURES, null],
          ["2010301", "行政运行", ...FIGURES, 65.44],
        ]);
        await select(page, "A1");
        await page.keyboard.press("Control+z");
        await eventually(() => shown(page, "A8:I10"), before);
      })(),
  );
});

describeWithChromium("an entry that was not ended with Enter", () => {
  test(
    "is saved, counts when something is pressed, and is asked about",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, TOTALS);
      await select(page, "C8");
      await page.keyboard.type("88.88");
      const path = await saveAs(page, folder, "entry.xlsx");
      const { sheets } = await new XlsxReader(readFileSync(path)).read();
      expect(sheets.find(({ name }) => name === TOTALS)?.values[7]?.[2]).toBe(88.88);
      expect(await shown(page, "C8")).toContain("88.88");

      await select(page, "C9");
      await page.keyboard.type("77.77");
      await openTab(page, "审核");
      await press(page, "重新审核");
      expect(await shown(page, "C9")).toContain("77.77");
      await openTab(page, "套表");
      await select(page, "C10");
      await page.keyboard.type("66.66");
      await press(page, "修复版式");
      await paneOf(page).getByText("数字没有动").waitFor();
      expect(await shown(page, "C10")).toContain("66.66");
      await saveAs(page, folder, "entry.xlsx");

      await select(page, "C11");
      await page.keyboard.type("5");
      const asked = page.waitForEvent("dialog").then((dialog) => dialog.dismiss());
      await page.getByRole("toolbar", { name: "文件" }).getByText("看示例").click();
      await asked;
      expect(await shown(page, "C11")).toContain("5.00");
    }),
  );
});

describeWithChromium("a person's file", () => {
  describeWithLibreOffice("once saved", () => {
    test(
      "opens in LibreOffice, on the command line and again on the page, with the same findings",
      onPage({}, async ({ page, picture }) => {
        await showSample(page);
        expect(await isUnsaved(page)).toBe(false);
        await openSheet(page, TOTALS);
        await type(page, "C7", "5");
        await eventually(() => mustFix(page), TYPED);
        expect(await isUnsaved(page)).toBe(true);
        const path = await saveAs(page, folder, "存.xlsx");
        expect(await isUnsaved(page)).toBe(false);

        const calculated = (await readCells(path, { sheets: [TOTALS, "审核"] }))[TOTALS] ?? [];
        expect(calculated[6]?.[2]).toBe(5);
        expect(calculated[32]?.[2]).toBe(108.82);
        const answer = checked(path);
        for (const code of TYPED) expect(answer).toContain(code);
        expect(answer).toContain("必须改（6）");

        await openFileOf(page).setInputFiles(path);
        await page.getByText("已打开“存.xlsx”，认出 12 张表").waitFor();
        await eventually(() => mustFix(page), TYPED);
        expect(await undoButton(page).isEnabled()).toBe(false);
        await openSheet(page, TOTALS);
        expect(await shown(page, "C7")).toBe("5.00");
        expect(await shown(page, "C33")).toBe("108.82");
        await picture("reopened");
      }),
    );
  });

  test(
    "let go on the page is opened, after it has been asked what becomes of the work there",
    onPage({}, async ({ page }) => {
      await gridStands(page);
      const sample = readFileSync(join(__dirname, "../../assets/samples/shifeng-2020.xlsx"));
      await drop(page, { "第一个.xlsx": sample });
      await page.getByText("已打开“第一个.xlsx”").waitFor();
      await openSheet(page, TOTALS);
      await type(page, "C7", "5");
      await eventually(() => mustFix(page), TYPED);

      const questions: string[] = [];
      let agrees = false;
      page.on("dialog", (dialog) => {
        if (dialog.type() === "confirm") questions.push(dialog.message());
        void (agrees ? dialog.accept() : dialog.dismiss());
      });
      await drop(page, { "第二个.xlsx": sample, "第三个.xlsx": sample });
      await drop(page, { "第二个.xlsx": sample });
      await eventually(() => Promise.resolve(questions.length), 1);
      expect(questions[0]).toContain("没另存的改动");
      await eventually(() => mustFix(page), TYPED);
      agrees = true;
      await drop(page, { "第二个.xlsx": sample });
      await page.getByText("已打开“第二个.xlsx”").waitFor();
      await eventually(() => mustFix(page), ["K102", "K213"]);
      expect(questions).toHaveLength(2);
    }),
  );

  test(
    "that cannot be read is refused in words, and what stood there stays as it was",
    onPage({}, async ({ page }) => {
      await showSample(page);
      await openSheet(page, TOTALS);
      await type(page, "C7", "5");
      await eventually(() => mustFix(page), TYPED);
      page.on("dialog", () => {
        throw new Error("asked for nothing");
      });
      const sample = readFileSync(join(__dirname, "../../assets/samples/shifeng-2020.xlsx"));
      for (const [name, bytes, words] of [
        ["断.xlsx", sample.subarray(0, 9000), "文件已损坏，读不全"],
        [
          "网页.xls",
          Buffer.from("MIME-Version: 1.0\r\n"),
          "这是“单个文件网页”，请在 Excel 或 WPS 中另存为",
        ],
        ["表.csv", Buffer.from("科目,金额\n201,3\n"), "这不是 Excel 工作簿"],
      ] as const) {
        await drop(page, { [name]: bytes });
        await page.getByText(words).waitFor();
        await page.getByRole("button", { name: "知道了" }).click();
        expect(await mustFix(page)).toEqual(TYPED);
      }
      expect(await shown(page, "C7")).toBe("5.00");
      await page.keyboard.press("Control+z");
      await eventually(() => mustFix(page), ["K102", "K213"]);
    }),
  );

  test.each([
    ["旧.xls", oldWorkbook],
    ["网页.xls", webPage],
  ])("%s is opened like an .xlsx", (name, make) =>
    onPage({}, async ({ page }) => {
      await gridStands(page);
      await drop(page, { [name]: make() });
      await page.getByText(`已打开“${name}”，认出`).waitFor();
      await openSheet(page, TOTALS);
      expect(await shown(page, "C7")).toBe("75.40");
    })(),
  );

  test(
    "of another kind is laid out anew, and what was left behind is listed",
    onPage({}, async ({ page, picture }) => {
      await gridStands(page);
      await drop(page, { "外来.xlsx": await foreignWorkbook() });
      await page.getByText("已打开“外来.xlsx”，认出 9 张表").waitFor();
      await page.getByText("没有找到，已排成空表：《支出决算表》").waitFor();
      await page.getByText("没有带过来的工作表：领导批示").waitFor();
      await eventually(async () => (await mustFix(page)).length > 0, true);
      await openSheet(page, TOTALS);
      expect(await shown(page, "C7")).toBe("75.40");
      await picture("left-behind");
      await page.getByRole("button", { name: "知道了" }).click();
      await page.getByText("没有带过来的工作表").waitFor({ state: "detached" });
    }),
  );
});

/** Values alone, without 支出决算表 and 自评表, and with a sheet of somebody's own. */
async function foreignWorkbook(): Promise<Buffer> {
  const figures = recognise(snapshotOf(seed001), template.structure);
  const plan = layOutWorkbook(template, { unitName: "外来单位", year: 2020, figures });
  const sheets = plan.sheets
    .filter(({ name }) => /表$|^补充资料$/u.test(name) && !/^支出决算表|自评/u.test(name))
    .map((sheet) => ({
      ...sheet,
      conditionalFormats: [],
      cells: sheet.cells.map((cell) => ({ ...cell, formula: undefined })),
    }));
  const [first] = sheets;
  if (!first) throw new Error("no sheets");
  const own = { ...first, name: "领导批示", merges: [], validations: [] };
  const words = { row: 1, column: 1, value: "请财务股核对后公开" };
  return Buffer.from(
    await new XlsxFile().write({ ...plan, sheets: [...sheets, { ...own, cells: [words] }] }),
  );
}

/** The verdict of the command line, which ends with 1 where something must be mended. */
function checked(path: string): string {
  try {
    return execFileSync(process.execPath, [COMMAND_LINE, "check", path], { encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}
