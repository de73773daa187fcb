"use strict";

/* `npm run docs:pictures`: the pictures of layouts in 取数.md. Needs LibreOffice, poppler and ImageMagick. */

require("../src/cli/register.js");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { XlsxFile } = require("../src/adapters/xlsx/xlsxFile.ts");
const { quanbiaoyoushu } = require("../test/golden/quanbiaoyoushu.ts");
const { planOf } = require("../test/support/goldenPlan.ts");
const { formsOf, sheetRows } = require("../test/support/layouts/form.ts");
const { LAYOUTS, laidOut } = require("../test/support/layouts/layouts.ts");

/** File, the layout's name, the tables shown, and how many rows of each. */
const PICTURES = [
  ["06-three", "三栏，上面写“人员经费”“公用经费”", ["06"], 12],
  ["06-split", "类、款分在两列", ["06"], 10],
  ["codes-split", "类、款、项三列，逐级填写", ["02"], 9],
  ["code-and-name", "编码和名称写在一格", ["03"], 9],
  ["total-last", "合计在最后一行", ["03"], 9],
  ["two-years", "每一列都分上年数、本年数", ["03"], 9],
  ["summary-stacked", "总表收入在上、支出在下", ["01"], 8],
  ["ministry", "财政部软件导出的表头", ["02"], 9],
  ["side-by-side", "几张表左右排在一张工作表", ["05", "09"], 9],
  ["three-more", "“三公”表带会议费、培训费", ["07"], 9],
];
const IMAGES = path.join(__dirname, "images", "layouts");
const DOTS_PER_INCH = "110";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pictures-"));

/** Cells beside the table and between tables have no lines. */
function onlyFilled(plan, golden) {
  const isOfTable = (texts, column) => {
    const filled = texts.filter((text) => text !== "").length;
    const own = texts.slice(column - 1);
    return filled > 2 ? own.some((text) => text !== "") : texts[column - 1] !== "";
  };
  const sheets = plan.sheets.map((sheet, index) => ({
    ...sheet,
    cells: sheet.cells.filter(({ row, column }) => {
      const texts = golden.sheets[index].rows[row - 1];
      return column <= texts.length && isOfTable(texts, column);
    }),
  }));
  return { ...plan, sheets };
}

async function draw([file, name, numbers, rows]) {
  const layout = LAYOUTS.find((each) => each.name === name);
  if (!layout) throw new Error(`no layout ${name}`);
  const sheets = formsOf(quanbiaoyoushu)
    .filter(({ number }) => numbers.includes(number))
    .map((form) => ({
      name: form.sheetName,
      rows: sheetRows({ ...form, rows: form.rows.slice(0, rows) }),
    }));
  const golden = laidOut({ name, sheets }, [layout]);
  const plan = onlyFilled(planOf(golden), golden);
  const book = path.join(folder, `${file}.xlsx`);
  fs.writeFileSync(book, await new XlsxFile().write(plan));
  const quiet = { cwd: folder, stdio: "ignore" };
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", book], quiet);
  const page = ["-png", "-r", DOTS_PER_INCH, "-f", "1", "-l", "1", "-singlefile"];
  execFileSync("pdftoppm", [...page, `${file}.pdf`, file], quiet);
  const trim = ["-trim", "+repage", "-bordercolor", "white", "-border", "8"];
  const small = ["-resize", "1000x>", "-colors", "16", "-strip", "-define", "png:compression-level=9"];
  execFileSync(
    "convert",
    [`${file}.png`, ...trim, ...small, path.join(IMAGES, `${file}.png`)],
    quiet,
  );
}

async function drawAll() {
  fs.mkdirSync(IMAGES, { recursive: true });
  try {
    for (const picture of PICTURES) await draw(picture);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

drawAll();
