import type { Locator, Page } from "playwright-core";
import { paneOf } from "./pane";

/*
 * The grid draws on a canvas. Where a cell stands is found as a person finds it, by the box with its name; what it
 * shows is read by copying it.
 */

const CANVAS = 'canvas[id^="univer-sheet-main-canvas"]';
const ROW_HEADER = 20;
const PATIENCE = 15_000;

export function sheetTab(page: Page, name: string): Locator {
  return page
    .locator('[data-u-comp="slide-tab-item"]')
    .filter({ hasText: new RegExp(`^${name}$`) });
}

export function sheetNames(page: Page): Promise<string[]> {
  return page.locator('[data-u-comp="slide-tab-item"]').allInnerTexts();
}

export function cellName(page: Page): Locator {
  return page.locator("[data-u-comp=defined-name] input, input.univer-pl-1\\.5").first();
}

export function undoButton(page: Page): Locator {
  return page.locator('[data-u-command="univer.command.undo"]:visible');
}

export async function openSheet(page: Page, name: string): Promise<void> {
  await sheetTab(page, name).click();
}

/** A cell or a range of the sheet in front; the keyboard then belongs to the grid. */
export async function select(page: Page, range: string): Promise<void> {
  // The page lets nothing but a press or the Tab key bring the focus into the grid.
  await cellName(page).click();
  await cellName(page).fill(range);
  await cellName(page).press("Enter");
}

export async function type(page: Page, cell: string, text: string): Promise<void> {
  await select(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

export async function shown(page: Page, range: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText("〔空〕"));
  await select(page, range);
  await page.keyboard.press("Control+c");
  return page.evaluate(async () => {
    for (let times = 0; times < 50; times += 1) {
      const text = await navigator.clipboard.readText();
      if (text !== "〔空〕") return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("nothing was copied");
  });
}

export function rowsOf(text: string): string[][] {
  return text.split(/\r?\n/u).map((line) => line.split("\t"));
}

/** As Excel puts a block of cells on the clipboard: a table with a look of its own, and plain text. */
export async function pasteFromExcel(
  page: Page,
  cell: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const look =
    "font-family:Calibri;font-size:20pt;color:red;background:yellow;mso-number-format:General";
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((text) => `<td style="${look}" align=right>${text}</td>`).join("")}</tr>`,
  );
  const html =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head>' +
    `<body><table border=0><!--StartFragment-->${lines.join("")}<!--EndFragment--></table></body></html>`;
  await paste(page, cell, asText(rows), html);
}

export async function pasteText(
  page: Page,
  cell: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await paste(page, cell, asText(rows));
}

async function paste(page: Page, cell: string, text: string, html?: string): Promise<void> {
  await page.evaluate(
    async ({ text, html }) => {
      const parts = { "text/plain": text, ...(html === undefined ? {} : { "text/html": html }) };
      const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    },
    { text, html },
  );
  await select(page, cell);
  await page.keyboard.press("Control+v");
}

function asText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join("\t")}\r\n`).join("");
}

/** What the menu of a row's number offers. */
export async function inRowMenu(page: Page, row: number, item: string): Promise<void> {
  const { x, y } = await rowNumberAt(page, row);
  await page.mouse.click(x, y, { button: "right" });
  await page
    .getByText(item)
    .last()
    .click({ position: { x: 20, y: 8 } });
}

/** Rows are of any height: halfway between what is too high and what is too low. */
async function rowNumberAt(page: Page, row: number): Promise<{ x: number; y: number }> {
  const area = await page.locator(CANVAS).first().boundingBox();
  if (!area) throw new Error("no grid");
  const x = area.x + ROW_HEADER;
  let [top, bottom] = [area.y + 20, area.y + area.height];
  for (let times = 0; times < 12; times += 1) {
    const y = (top + bottom) / 2;
    await page.mouse.click(x, y);
    const found = Number.parseInt(await cellName(page).inputValue(), 10);
    if (found === row) return { x, y };
    if (found < row) top = y;
    else bottom = y;
  }
  throw new Error(`row ${String(row)} is out of sight`);
}

/** How much of the grid is painted in a colour, in pixels. */
export async function painted(page: Page, color: string): Promise<number> {
  const area = await page.locator(CANVAS).first().boundingBox();
  if (!area) throw new Error("no grid");
  const picture = (await page.screenshot({ clip: area })).toString("base64");
  return page.evaluate(
    async ({ picture, color }) => {
      const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const wanted = Number.parseInt(color, 16);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        if (red * 65536 + green * 256 + blue === wanted) count += 1;
      }
      return count;
    },
    { picture, color },
  );
}

export function findingsOf(page: Page): Locator {
  return paneOf(page).getByRole("article");
}

/** The codes of what must be mended, each once. */
export async function mustFix(page: Page): Promise<string[]> {
  const names = await findingsOf(page).evaluateAll((findings) =>
    findings.map((finding) => finding.getAttribute("aria-label") ?? ""),
  );
  const codes = names
    .filter((name) => name.startsWith("必须改 "))
    .flatMap((name) => name.slice(4).split("、"));
  return [...new Set(codes)].sort();
}

/** What comes in the grid's and the pane's own time: waits for it, and says what came instead. */
export async function eventually<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + PATIENCE;
  let found = await read();
  while (JSON.stringify(found) !== JSON.stringify(wanted) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = await read();
  }
  expect(found).toEqual(wanted);
}
