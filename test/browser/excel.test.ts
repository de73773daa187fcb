import type { Page } from "playwright-core";
import { fullSet, ownWorkbook } from "../adapters/excel/excelSet";
import { formatPosition, parseRange } from "../../src/domain/workbook/cellAddress";
import type { CellValue } from "../../src/domain/workbook/workbookSnapshot";
import type { ExcelHost } from "../support/excelHost/excelHost";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { planOf } from "../support/goldenPlan";
import { gridEngine } from "../support/excelHost/gridEngine";
import { seriousBarriers } from "./support/accessibility";
import { eventually, findingsOf, mustFix } from "./support/grid";
import { describeWithChromium } from "./support/onPage";
import { onExcel } from "./support/onExcel";
import { openTab, overflowOf, paneOf, press } from "./support/pane";

const engine = gridEngine();
const TABS = ["套表", "审核", "自评", "说明", "公开"];
/** Excel's own work, done by an engine of ours, takes seconds. */
const PATIENCE = { timeout: 40_000 };
const FIGURE = { sheet: "收入决算表", address: "C8" };
const TOTAL = "C7";
const NEGATIVE = { sheet: "支出决算表", address: "E14" };

const checked = (page: Page) => paneOf(page).getByText("上次审核").waitFor(PATIENCE);
const writes = (host: ExcelHost) => host.requests.filter(({ isWrite }) => isWrite);
const PROTECTED = `工作表“${FIGURE.sheet}”受保护，没有改动。`;
const shows = (page: Page, words: string) => paneOf(page).getByText(words).waitFor(PATIENCE);
const standing = (host: ExcelHost) =>
  host.sheets.map(({ name, cells, marks }) => ({ name, cells: [...cells], marks: [...marks] }));

function stand(host: ExcelHost, { sheet, address }: typeof FIGURE): void {
  const range = parseRange(address);
  if (!range) throw new Error(address);
  host.front = host.get(sheet);
  host.selection = { sheet, range };
}

function plannedValue(sheet: string, address: string): CellValue | undefined {
  return fullSet.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find((cell) => formatPosition(cell) === address)?.value;
}

async function layOut(page: Page): Promise<void> {
  await openTab(page, "套表");
  await paneOf(page).getByLabel("单位名称").fill("示例单位");
  await press(page, "套表");
}

describeWithChromium("while a person drafts", () => {
  test(
    "a wrong figure shows and goes, its cell is gone to, and none of it is a write",
    onExcel({ workbook: fullSet, engine }, async ({ page, host, picture }) => {
      await checked(page);
      expect(await mustFix(page)).toEqual([]);
      const right = host.get(FIGURE.sheet).cells.get(FIGURE.address)?.formula;
      host.type(FIGURE.sheet, FIGURE.address, 777.77);
      await findingsOf(page).filter({ hasText: "777.77" }).first().waitFor(PATIENCE);
      expect(await mustFix(page)).not.toEqual([]);
      await picture("excel-wrong-figure");

      const link = findingsOf(page)
        .first()
        .getByRole("button", { name: /^定位到/u })
        .first();
      const name = (await link.getAttribute("aria-label")) ?? "";
      const [, sheet, address = ""] = /^定位到 ([^!]+)!([A-Z]+\d+)/u.exec(name) ?? [];
      await link.click();
      const place = parseRange(address);
      await eventually(
        async () => host.selection,
        place && sheet ? { sheet, range: place } : undefined,
      );
      expect(host.front?.name).toBe(sheet);

      host.type(FIGURE.sheet, FIGURE.address, right);
      await eventually(() => mustFix(page), []);
      expect(writes(host)).toEqual([]);
    }),
  );

  test(
    "tables of the person's own get 审核 on a press, and lose it on 撤回",
    onExcel({ workbook: planOf(quanbiaoyoushu), engine }, async ({ page, host, picture }) => {
      await checked(page);
      const before = standing(host);
      await openTab(page, "套表");
      await press(page, "给现有表加审核");
      await shows(page, "已新增“审核”表（和隐藏的“计算”页），不符的格标了颜色，您的表一格没有改。");
      await picture("excel-adopted");
      const sheetNames = () => host.sheets.map(({ name }) => name);
      expect(sheetNames()).toEqual(expect.arrayContaining(["审核", "计算"]));
      const own = ({ name }: { name: string }) => before.some((each) => each.name === name);
      const cellsOf = (sheets: typeof before) => sheets.filter(own).map(({ cells }) => cells);
      expect(cellsOf(standing(host))).toEqual(cellsOf(before));
      expect(await seriousBarriers(page)).toEqual([]);
      await press(page, "撤回");
      await shows(page, "已撤回。");
      expect(standing(host)).toEqual(before);
    }),
  );

  test(
    "what no event told of is seen when 重新审核 is pressed",
    onExcel({ workbook: fullSet, engine }, async ({ page, host }) => {
      await checked(page);
      host.moods.events = "lost";
      host.type(FIGURE.sheet, FIGURE.address, 777.77);
      await page.waitForTimeout(500);
      expect(await mustFix(page)).toEqual([]);
      await press(page, "重新审核");
      await findingsOf(page).filter({ hasText: "777.77" }).first().waitFor(PATIENCE);
    }),
  );

  test(
    "what talks to Excel is missing: the pane says so",
    onExcel(
      {
        workbook: fullSet,
        expected: [/excel\.\w+\.js/u, /ERR_FAILED/u],
        prepare: async ({ page }) => {
          await page.route(/\/excel\.\w+\.js$/u, (route) => route.abort());
        },
      },
      async ({ page, host }) => {
        await shows(page, "加载项的文件没有取全");
        expect(await seriousBarriers(page)).toEqual([]);
        expect(host.requests).toEqual([]);
      },
    ),
  );

  test(
    "the pane waits while a cell is being edited, and shows no trouble",
    onExcel(
      {
        workbook: fullSet,
        engine,
        prepare: ({ host }) => {
          host.moods.editsCell = true;
        },
      },
      async ({ page, host }) => {
        await paneOf(page).getByLabel("单位名称").fill("示例单位");
        await page.waitForTimeout(1_000);
        await expect(paneOf(page).getByText("没有做成").count()).resolves.toBe(0);
        host.moods.editsCell = false;
        await checked(page);
      },
    ),
  );

  test(
    "that Excel calculates only when asked is said, and a wrong total is found all the same",
    onExcel({ workbook: fullSet }, async ({ page, host }) => {
      host.calculationMode = "Manual";
      await checked(page);
      await press(page, "重新审核");
      await shows(page, "Excel 设成了手动计算");
      host.calculationState = "Pending";
      host.type(FIGURE.sheet, FIGURE.address, 777.77);
      await findingsOf(page).filter({ hasText: "777.77" }).first().waitFor(PATIENCE);
    }),
  );

  test(
    "查看本格 says what there is about the cell that is selected",
    onExcel({ workbook: fullSet, engine }, async ({ page, host, picture }) => {
      await checked(page);
      stand(host, NEGATIVE);
      await press(page, "查看本格");
      await shows(page, "本格 支出决算表!E14");
      const section = paneOf(page).locator("section").filter({ hasText: "本格" });
      await section.getByRole("article", { name: "改或说明 K311" }).waitFor();
      await picture("excel-cell");
      stand(host, FIGURE);
      await press(page, "查看本格");
      await shows(page, "这一格没有发现问题。");
      host.moods.otherWorkbookInFront = true;
      await press(page, "查看本格");
      await shows(page, "请切换到本工作簿的窗口再试");
      await press(page, "关闭");
      expect(writes(host)).toEqual([]);
    }),
  );
});

describeWithChromium("what a person presses", () => {
  test(
    "套表 adds the set beside what is there, 撤回 takes it away again",
    onExcel({ workbook: ownWorkbook, engine, version: "1.20" }, async ({ page, host, picture }) => {
      const before = standing(host);
      const steps: string[] = [];
      await page.exposeFunction("tell", (text: string) => void steps.push(text));
      await page.evaluate(() => {
        const { tell } = window as unknown as { tell: (text: string) => void };
        new MutationObserver(() => {
          const words = document.querySelector('[role="tabpanel"] [role="status"]')?.textContent;
          if (words) tell(words);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      await shows(page, "将新增 15 张工作表");
      await layOut(page);
      await shows(page, "已新增 17 张工作表");
      expect([...new Set(steps)].filter((words) => words.startsWith("正在"))).toEqual([
        "正在套表…",
        "正在套表… 先看工作簿里有什么。",
        "正在套表… 写入第 1 批，共 1 批。",
        "正在套表… 写完，正在逐格核对。",
      ]);
      expect(host.sheets.length).toBe(before.length + 17);
      expect(host.get("收入决算表").marks.length).toBeGreaterThan(0);
      expect(standing(host).slice(0, before.length)).toEqual(before);
      await picture("excel-laid-out");

      await openTab(page, "审核");
      await checked(page);
      // 还没有填数
      expect(await mustFix(page)).toEqual(["K314"]);
      await openTab(page, "套表");
      await press(page, "撤回");
      await shows(page, "已撤回。");
      expect(standing(host)).toEqual(before);
    }),
  );

  test(
    "修复版式 brings back what a paste has washed away, and leaves figures",
    onExcel({ workbook: fullSet, engine }, async ({ page, host }) => {
      await checked(page);
      const sheet = host.get(FIGURE.sheet);
      const formula = sheet.cells.get(TOTAL)?.formula;
      const figure = sheet.cells.get(FIGURE.address)?.value;
      sheet.marks = [];
      // As a paste brings it: the same figure, but no formula.
      host.type(FIGURE.sheet, TOTAL, plannedValue(FIGURE.sheet, TOTAL));
      expect(sheet.cells.get(TOTAL)?.formula).toBeUndefined();
      await openTab(page, "套表");
      await press(page, "修复版式");
      await shows(page, "恢复了 1 处公式");
      expect(sheet.cells.get(TOTAL)?.formula).toBe(formula);
      expect(sheet.cells.get(FIGURE.address)?.value).toBe(figure);
      expect(sheet.marks.length).toBeGreaterThan(0);
      await openTab(page, "审核");
      await eventually(() => mustFix(page), []);
    }),
  );

  test(
    "a protected sheet or workbook is said, and nothing is written",
    onExcel({ workbook: fullSet, engine }, async ({ page, host }) => {
      await checked(page);
      host.get(FIGURE.sheet).isProtected = true;
      const before = standing(host);
      await openTab(page, "套表");
      await press(page, "修复版式");
      await shows(page, PROTECTED);
      expect(standing(host)).toEqual(before);
    }),
  );

  test(
    "a workbook whose structure is protected gets no set, and says so",
    onExcel({ workbook: ownWorkbook, engine }, async ({ page, host }) => {
      host.isStructureProtected = true;
      const before = standing(host);
      await layOut(page);
      await shows(page, "工作簿的结构受保护，不能增删工作表。");
      expect(standing(host)).toEqual(before);
    }),
  );

  test(
    "what fails in the middle is taken back, and said",
    onExcel({ workbook: ownWorkbook, engine }, async ({ page, host }) => {
      const before = standing(host);
      await shows(page, "将新增 15 张工作表");
      await host.quiet();
      const sent = host.requests.filter(({ isCleanUp }) => !isCleanUp).length;
      host.moods.failures.set(sent + 2, { kind: "halfway", code: "GeneralException" });
      await layOut(page);
      await shows(page, "Excel 没有执行这一步。");
      expect(standing(host)).toEqual(before);
    }),
  );
});

describeWithChromium("buttons of the ribbon", () => {
  test(
    "重新审核 opens the pane on a thorough check",
    onExcel(
      { workbook: fullSet, engine, path: "taskpane.html?do=check" },
      async ({ page, host }) => {
        await checked(page);
        const tab = paneOf(page).getByRole("tab", { name: /^审核/u });
        expect(await tab.getAttribute("aria-selected")).toBe("true");
        // Merges are asked for.
        expect(writes(host)).toHaveLength(1);
      },
    ),
  );

  test(
    "查看本格 opens the pane on the cell, without any write",
    onExcel(
      {
        workbook: fullSet,
        engine,
        path: "taskpane.html?do=cell",
        prepare: ({ host }) => {
          stand(host, NEGATIVE);
        },
      },
      async ({ page, host }) => {
        await shows(page, "本格 支出决算表!E14");
        await checked(page);
        await host.quiet();
        expect(writes(host)).toEqual([]);
      },
    ),
  );

  const ERASE = { workbook: fullSet, engine, path: "commands.html" };

  test(
    "清除标记 takes the colours off the tables in one write, and no figure",
    onExcel({ ...ERASE, version: "1.9" }, async ({ page, host }) => {
      const planned = fullSet.sheets.find(({ name }) => name === FIGURE.sheet);
      const marks = (planned?.conditionalFormats ?? []).map(({ range, formula }) => {
        return { range, formula: `=${formula}`, format: {} };
      });
      const own = { range: { top: 8, left: 3, bottom: 9, right: 4 }, formula: "=C8>1", format: {} };
      const audit = host.get("审核");
      host.get(FIGURE.sheet).marks = [...marks, own];
      audit.marks = [...marks];
      const before = host.sheets.map(({ name, cells }) => ({ name, cells: [...cells] }));
      await pressRibbon(page, "clearMarks");
      expect(host.get(FIGURE.sheet).marks).toEqual([own]);
      expect(audit.marks).toEqual(marks);
      expect(host.sheets.map(({ name, cells }) => ({ name, cells: [...cells] }))).toEqual(before);
      expect(writes(host)).toHaveLength(1);
    }),
  );

  test(
    "清除标记 says in a dialog why it cannot",
    onExcel(ERASE, async ({ page, host, picture }) => {
      host.get(FIGURE.sheet).isProtected = true;
      const pressed = pressRibbon(page, "clearMarks");
      const dialog = await page.waitForFunction(() => {
        const { __excel } = window as unknown as { __excel: { dialog?: string } };
        return __excel.dialog;
      });
      const address = (await dialog.jsonValue()) ?? "";
      const asked = new URL(address).searchParams;
      expect([...asked]).toEqual([
        ["code", "protected"],
        ["detail", FIGURE.sheet],
      ]);
      await page.evaluate(() => {
        (window as unknown as { __excel: { closeDialog: () => void } }).__excel.closeDialog();
      });
      await pressed;
      await page.goto(address);
      await page.getByText(PROTECTED).waitFor();
      expect(await seriousBarriers(page)).toEqual([]);
      await picture("excel-notice");
    }),
  );
});

/** Until Office is told that the button has done its work. */
async function pressRibbon(page: Page, name: string): Promise<void> {
  await page.waitForFunction((name) => {
    const { __excel } = window as unknown as { __excel: { actions: Record<string, unknown> } };
    return __excel.actions[name] !== undefined;
  }, name);
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const { __excel } = window as unknown as {
          __excel: { actions: Record<string, (event: { completed: () => void }) => void> };
        };
        __excel.actions[name]?.({ completed: resolve });
      }),
    name,
  );
}

const DARK = "#262626";
const LIGHT = "#F0F0F0";

describeWithChromium("for everybody", () => {
  test.each([
    ["light", LIGHT, 255],
    ["dark", DARK, 41],
  ] as const)("in Office's %s theme every tab can be read", async (name, background, expected) => {
    await onExcel(
      { workbook: fullSet, engine, officeBackground: background },
      async ({ page, host, picture }) => {
        await checked(page);
        host.type(FIGURE.sheet, FIGURE.address, 777.77);
        await findingsOf(page).filter({ hasText: "777.77" }).first().waitFor(PATIENCE);
        const colour = await paneOf(page).evaluate(
          (pane) => getComputedStyle(pane).backgroundColor,
        );
        expect(colour).toBe(`rgb(${[expected, expected, expected].join(", ")})`);
        for (const width of [320, 350, 600]) {
          await page.setViewportSize({ width, height: 700 });
          for (const tab of ["套表", "审核", "自评", "说明", "公开"]) {
            await openTab(page, tab);
            expect(await overflowOf(page)).toBe(0);
            expect(await seriousBarriers(page)).toEqual([]);
          }
        }
        await page.setViewportSize({ width: 350, height: 700 });
        await openTab(page, "审核");
        await picture(`excel-${name}`);
      },
    )();
  });

  test(
    "with the system's own colours it follows them, whatever Office says",
    onExcel(
      {
        workbook: fullSet,
        engine,
        officeBackground: LIGHT,
        prepare: ({ page }) => page.emulateMedia({ forcedColors: "active", colorScheme: "dark" }),
      },
      async ({ page, picture }) => {
        await checked(page);
        expect(await seriousBarriers(page)).toEqual([]);
        await picture("excel-forced-colors");
      },
    ),
  );

  test(
    "without a mouse a set is laid out, its findings are gone through, and it is taken back",
    onExcel({ workbook: ownWorkbook, engine }, async ({ page, host }) => {
      const { keyboard } = page;
      await shows(page, "将新增 15 张工作表");
      const focused = () =>
        page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
        });
      const tabTo = async (name: string) => {
        for (let times = 0; times < 20; times += 1) {
          if ((await focused()) === name) return;
          await keyboard.press("Tab");
        }
        throw new Error(`Tab does not come to ${name}: ${await focused()}`);
      };
      await tabTo("套表");
      for (let times = 0; times < 2; times += 1) await keyboard.press("Tab");
      await keyboard.type("示例单位");
      await keyboard.press("Enter");
      await shows(page, "已新增 17 张工作表");
      await tabTo("撤回");
      await keyboard.press("Enter");
      await shows(page, "已撤回。");
      expect(host.sheets.map(({ name }) => name)).toEqual(["我的表"]);
    }),
  );

  test(
    "enlarged to 200 % everything is there",
    onExcel({ workbook: fullSet, engine, width: 320, height: 350 }, async ({ page, picture }) => {
      await checked(page);
      // 350 and 480 pixels at 200 % too.
      for (const width of [320, 240, 175]) {
        await page.setViewportSize({ width, height: 350 });
        for (const tab of TABS) {
          await openTab(page, tab);
          expect([width, tab, await overflowOf(page)]).toEqual([width, tab, 0]);
        }
      }
      await picture("excel-enlarged");
    }),
  );

  test(
    "enlarged to 200 % the form for a new set is there",
    onExcel({ workbook: ownWorkbook, width: 350, height: 350 }, async ({ page, picture }) => {
      await paneOf(page).getByLabel("单位名称").waitFor(PATIENCE);
      for (const width of [240, 175]) {
        await page.setViewportSize({ width, height: 350 });
        expect([width, await overflowOf(page)]).toEqual([width, 0]);
      }
      await picture("excel-enlarged-form");
    }),
  );
});
