import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { XlsxFile } from "../../../src/adapters/xlsx/xlsxFile";
import { createPageServer } from "../../../src/cli/page/pageServer";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { formatPosition, type CellAddress } from "../../../src/domain/workbook/cellAddress";
import type { WritePlan } from "../../../src/domain/workbook/writePlan";
import { CHROMIUM, CHROMIUM_FLAGS, hasChromium } from "../../browser/support/chromium";
import { snapshotOf } from "../../support/goldenWorkbook";
import { countFormulas, shippedTemplate } from "../../support/native";
import { largeGolden } from "../largeUnit";
import { byTurns, spreadOf, type Spread } from "../measure";
import { buildPeer } from "./buildPeer";
import { watchPage, type PageTimes } from "./watchPage";

const DIST = resolve(__dirname, "../../../dist");
const ITEMS = 190;
/** 基本支出 of 支出决算表. */
const BASIC = 4;
const VISITS = 8;
const EDITS = 10;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface PageResults {
  /** Milliseconds from the start of navigation. */
  readonly interactive: { readonly ours: Spread; readonly theirs: Spread };
  readonly codes: number;
  readonly formulas: number;
  /** Milliseconds from Enter to findings that are drawn. */
  readonly findings: Spread;
  /** Milliseconds from Enter until the grid has computed and drawn everything. */
  readonly grid: Spread;
}

/** The built page in Chromium; undefined where there is none. */
export async function measurePage(): Promise<PageResults | undefined> {
  if (!hasChromium) return undefined;
  const peerFolder = mkdtempSync(join(tmpdir(), "gongkai-peer-"));
  await buildPeer(peerFolder);
  const [page, peer] = [await serve(DIST), await serve(peerFolder)];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  try {
    const interactive = await measureOpening(browser, page.address, peer.address);
    return { interactive, ...(await measureTyping(browser, page.address)) };
  } finally {
    await browser.close();
    page.stop();
    peer.stop();
    rmSync(peerFolder, { recursive: true, force: true });
  }
}

async function measureOpening(browser: Browser, ours: string, theirs: string) {
  const times = { ours: [] as number[], theirs: [] as number[] };
  const visit = async (address: string, into: number[]) => {
    const page = await openPage(browser);
    await page.goto(address);
    into.push(await page.evaluate(() => window.pageTimes.interactive()));
    await page.context().close();
  };
  await byTurns(
    VISITS,
    () => visit(ours, times.ours),
    () => visit(theirs, times.theirs),
  );
  return { ours: spreadOf(times.ours), theirs: spreadOf(times.theirs) };
}

async function measureTyping(browser: Browser, address: string) {
  const { plan, cell, right, codes } = largeSet();
  const page = await openPage(browser);
  await page.goto(address);
  await page.getByText("正在准备表格…").waitFor({ state: "detached" });
  const buffer = Buffer.from(await new XlsxFile().write(plan));
  await page
    .getByRole("toolbar", { name: "文件" })
    .locator("input[type=file]")
    .setInputFiles({ name: "大单位.xlsx", mimeType: XLSX, buffer });
  await page.getByText("上次审核").waitFor({ timeout: 60_000 });
  await page.getByText(cell.sheet, { exact: true }).first().click();

  const findings: number[] = [];
  const grid: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    await goTo(page, formatPosition(cell));
    await page.keyboard.type(String(edit % 2 === 0 ? right + 1 : right));
    await page.evaluate(() => {
      window.pageTimes.arm();
    });
    await page.keyboard.press("Enter");
    const times = await page.evaluate(() => window.pageTimes.afterEnter());
    findings.push(times.findings);
    grid.push(times.quiet);
  }
  await page.context().close();
  return {
    codes,
    formulas: countFormulas(plan),
    findings: spreadOf(findings),
    grid: spreadOf(grid),
  };
}

/** A leaf of the largest table, whose change breaks sums within and between tables. */
function largeSet(): { plan: WritePlan; cell: CellAddress; right: number; codes: number } {
  const template = shippedTemplate();
  const figures = recognise(snapshotOf(largeGolden(ITEMS)), template.structure);
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020, figures });
  const sheet = plan.sheets.find(({ name }) => name === "支出决算表");
  const leaves = (sheet?.cells ?? []).flatMap(({ row, column, value, formula }) =>
    column === BASIC && typeof value === "number" && value > 0 && formula === undefined
      ? [{ cell: { sheet: "支出决算表", row, column }, right: value }]
      : [],
  );
  const leaf = leaves.at(-1);
  if (!leaf) throw new Error("支出决算表 has no figures");
  const codes = [...figures.placement.tables.values()].map(({ blocks }) =>
    blocks.reduce((rows, block) => rows + block.rows.filter(({ code }) => code).length, 0),
  );
  return { plan, ...leaf, codes: Math.max(...codes) };
}

async function goTo(page: Page, position: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.click();
  await box.fill(position);
  await box.press("Enter");
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  return page;
}

async function serve(folder: string) {
  const server = createPageServer(folder);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

declare global {
  interface Window {
    pageTimes: PageTimes;
  }
}
