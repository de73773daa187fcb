import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { recognise } from "../../src/domain/disclosure/recognise";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { seed001 } from "../golden/seed001";
import {
  describeWithLibreOffice,
  type Edit,
  recalculate,
  saveInFormat,
  type SavedFormat,
} from "../support/libreoffice";
import { readWorkbook } from "../support/readWorkbook";
import { figureText, hunan2020 } from "../support/recogniseTsv";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

const SAMPLE = resolve(__dirname, "../../assets/samples/shifeng-2020.xlsx");
const FORMATS: readonly SavedFormat[] = ["xls", "ods", "fods"];

inOwnFolder();

/** Every figure that is recognised, by table, block, row and column. */
function figuresOf(snapshot: WorkbookSnapshot): Record<string, string> {
  const disclosure = recognise(snapshot, hunan2020);
  const figures: Record<string, string> = {};
  for (const [table, { blocks }] of disclosure.placement.tables) {
    blocks.forEach(({ rows, columns }, block) => {
      for (const { id } of rows) {
        for (const column of columns.keys()) {
          const key = `${table} ${String(block)} ${id} ${column}`;
          figures[key] = figureText(disclosure, table, block, id, column);
        }
      }
    });
  }
  return figures;
}

const contentOf = ({ sheets }: WorkbookSnapshot) =>
  sheets.map(({ name, visibility, values }) => ({
    name,
    visibility,
    cells: values.flatMap((line, row) =>
      line.flatMap((value, column) =>
        value === null ? [] : [[row, column, typeof value === "string" ? value.trim() : value]],
      ),
    ),
  }));

/** LibreOffice writes the empty text of a formula into an .xls as 0; Excel writes it as what it is. */
function withEmptyTexts(snapshot: WorkbookSnapshot, original: WorkbookSnapshot): WorkbookSnapshot {
  return {
    sheets: snapshot.sheets.map((sheet, index) => ({
      ...sheet,
      values: sheet.values.map((line, row) =>
        line.map((value, column) =>
          value === 0 && original.sheets[index]?.values[row]?.[column] === "" ? "" : value,
        ),
      ),
    })),
  };
}

describeWithLibreOffice("a set of tables", () => {
  let laidOut: Uint8Array;
  let original: WorkbookSnapshot;
  let protect: readonly Edit[];

  beforeAll(async () => {
    const words = ["--template", "hunan-2020", "--unit", "某局", "--figures", SAMPLE];
    expect((await gongkai("layout", ...words, "-o", "laid.xlsx")).code).toBe(0);
    laidOut = readFileSync("laid.xlsx");
    original = await readWorkbook(await recalculate(laidOut));
    protect = original.sheets.map(({ name: sheet }) => ({
      kind: "protectSheet",
      sheet,
      password: "geheim",
    }));
  }, 120_000);

  test.each(FORMATS)("says the same as .%s, its sheets protected", async (format) => {
    const saved = await readWorkbook(await saveInFormat(laidOut, format, { edits: protect }));
    const snapshot = format === "xls" ? withEmptyTexts(saved, original) : saved;
    expect(contentOf(snapshot)).toEqual(contentOf(original));
    const figures = figuresOf(original);
    expect(Object.keys(figures).length).toBeGreaterThan(500);
    expect(figuresOf(snapshot)).toEqual(figures);
    const formulas = (workbook: WorkbookSnapshot) =>
      workbook.sheets.map((sheet) => [...sheet.formulas.keys()].sort());
    expect(formulas(snapshot)).toEqual(formulas(original));
  });

  test.each(["xls", "ods"] as const)(
    "with a password as .%s ends in its sentence",
    async (format) => {
      writeFileSync("表.xlsx", await saveInFormat(laidOut, format, { password: "geheim" }));
      expect((await gongkai("check", "表.xlsx")).note).toBe(
        "表.xlsx：文件设了打开密码，请在 Excel 或 WPS 中取消密码、另存后再试。",
      );
    },
  );
});

describeWithLibreOffice("an old workbook under any name", () => {
  beforeAll(async () => {
    await saveGolden("表.xlsx", seed001);
    for (const format of [...FORMATS, "html"] as const) {
      writeFileSync(`${format}.xlsx`, await saveInFormat("表.xlsx", format));
    }
  }, 120_000);

  test.each(FORMATS)(".%s is checked, scored and told as the .xlsx is", async (format) => {
    for (const command of ["check", "score", "narrate"]) {
      const expected = await gongkai(command, "表.xlsx", "--json");
      const { code, out, note } = await gongkai(command, `${format}.xlsx`, "--json");
      const renamed = out.replace(`"${format}.xlsx"`, `"表.xlsx"`);
      expect({ code, out: renamed, note }).toEqual(expected);
    }
  });

  test.each([...FORMATS, "html"] as const)("figures are taken from .%s", async (format) => {
    const words = ["layout", "--template", "hunan-2020", "--unit", "某局", "--figures"];
    await gongkai(...words, "表.xlsx", "-o", "expected.xlsx", "--force");
    const { code } = await gongkai(...words, `${format}.xlsx`, "-o", "new.xlsx", "--force");
    expect(code).toBe(0);
    if (format === "html") return;
    const figures = figuresOf(await readWorkbook(readFileSync("new.xlsx")));
    expect(figures).toEqual(figuresOf(await readWorkbook(readFileSync("expected.xlsx"))));
  });
});
