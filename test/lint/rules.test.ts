import { execFileSync } from "node:child_process";
import { join } from "node:path";

interface Snippet {
  filePath: string;
  code: string;
}

function lint(snippets: Snippet[], typed: boolean): string[][] {
  const output = execFileSync(process.execPath, [join(__dirname, "lintSnippets.mjs")], {
    input: JSON.stringify({ typed, snippets }),
    encoding: "utf8",
  });
  return JSON.parse(output) as string[][];
}

const imports = "@typescript-eslint/no-restricted-imports";
const syntax = "no-restricted-syntax";
const globals = "no-restricted-globals";

const planted: [filePath: string, code: string, rule: string | undefined][] = [
  ["src/domain/money/a.ts", 'import { Decimal } from "decimal.js"; new Decimal(1);', undefined],
  ["src/domain/money/a.ts", 'import { b } from "../workbook/b"; b();', undefined],
  ["src/domain/money/a.ts", 'import { b } from "../../ports/b"; b();', imports],
  ["src/domain/money/a.ts", 'import { b } from "../../adapters/xlsx/b"; b();', imports],
  ["src/domain/money/a.ts", 'import { readFileSync } from "node:fs"; readFileSync("a");', imports],
  ["src/domain/money/a.ts", 'export { Workbook } from "exceljs";', imports],
  ["src/domain/money/a.ts", 'import t from "../../../assets/templates/t.json"; t();', imports],
  ["src/domain/money/a.ts", 'export const b = import("../../ports/b");', syntax],
  ["src/domain/money/a.ts", "export const today = new Date();", syntax],
  ["src/domain/money/a.ts", "export const day = (serial: number) => new Date(serial);", undefined],
  ["src/domain/money/a.ts", "export const now = Date.now();", syntax],
  ["src/domain/money/a.ts", "export const dice = Math.random();", syntax],
  ["src/domain/money/a.ts", 'export const home = process.env["HOME"];', globals],
  ["src/ports/a.ts", 'export type { B } from "../domain/workbook/b";', undefined],
  ["src/ports/a.ts", 'import { b } from "../domain/workbook/b"; b();', imports],
  ["src/ports/a.ts", 'import { b } from "../application/b"; b();', imports],
  ["src/application/a.ts", 'import { b } from "../domain/checking/b"; b();', undefined],
  ["src/application/a.ts", 'import { b } from "../ports/b"; b();', undefined],
  ["src/application/a.ts", 'import { b } from "../adapters/memory/b"; b();', imports],
  ["src/application/a.ts", 'import { useState } from "react"; useState();', imports],
  ["src/application/a.ts", 'import { readFileSync } from "node:fs"; readFileSync("a");', imports],
  ["src/application/a.ts", "export const title = document.title;", globals],
  ["src/adapters/xlsx/a.ts", 'import exceljs from "exceljs"; exceljs();', undefined],
  ["src/adapters/xlsx/a.ts", 'import { b } from "../guard/b"; b();', undefined],
  ["src/adapters/xlsx/a.ts", 'import { b } from "../../ports/b"; b();', undefined],
  ["src/adapters/xlsx/a.ts", 'import { b } from "../../domain/workbook/b"; b();', undefined],
  ["src/adapters/xlsx/a.ts", 'import { b } from "../../domain/checking/b"; b();', imports],
  ["src/adapters/xlsx/a.ts", 'import { b } from "../memory/b"; b();', imports],
  ["src/adapters/xlsx/a.ts", 'import { b } from "../../application/b"; b();', imports],
  [
    "src/adapters/excel/a.ts",
    "for (const sheet of sheets) await context.sync();",
    "office-addins/no-context-sync-in-loop",
  ],
  ["src/adapters/memory/a.ts", 'import exceljs from "exceljs"; exceljs();', imports],
  ["src/adapters/memory/a.ts", 'export const b = import("exceljs");', syntax],
  ["src/cli/check.ts", 'import { b } from "../application/b"; b();', undefined],
  ["src/cli/check.ts", 'import { readFileSync } from "node:fs"; readFileSync("a");', undefined],
  ["src/cli/check.ts", 'import { b } from "../adapters/xlsx/b"; b();', imports],
  ["src/cli/check.ts", 'import { b } from "../taskpane/b"; b();', imports],
  ["src/cli/main.ts", 'import { b } from "../adapters/xlsx/b"; b();', undefined],
  ["src/cli/main.ts", 'export const b = import("../adapters/xlsx/b");', undefined],
  ["src/taskpane/components/A.tsx", 'import { useState } from "react"; useState();', undefined],
  ["src/taskpane/components/A.tsx", 'import { b } from "../../adapters/excel/b"; b();', imports],
  [
    "src/taskpane/components/A.tsx",
    'import { readFileSync } from "node:fs"; readFileSync("a");',
    imports,
  ],
  ["src/workbench/a.ts", 'import { B } from "../taskpane/components/B"; B();', undefined],
  ["src/workbench/a.ts", 'import { b } from "../taskpane/b"; b();', imports],
  ["src/commands/a.ts", 'import { useState } from "react"; useState();', imports],
];

test("planted imports across the layers are reported, and allowed ones are not", () => {
  const found = lint(
    planted.map(([filePath, code]) => ({ filePath, code })),
    false,
  );
  const expected = planted.map(([, , rule]) => (rule === undefined ? [] : [rule]));
  expect(planted.map((line, index) => [line[0], line[1], found[index]])).toEqual(
    planted.map((line, index) => [line[0], line[1], expected[index]]),
  );
});

const amounts =
  'import { Decimal } from "decimal.js"; const a = new Decimal(9), b = new Decimal(10);';
const compared: [code: string, reported: number][] = [
  ["export const c = a < b;", 1],
  ["export const c = a >= b;", 1],
  ["export const c = a === b;", 1],
  ["export const c = (d?: Decimal) => d === a;", 1],
  ["export const c = a > 0;", 1],
  ["export const c = [a, b].sort();", 1],
  ["export const c = a.lessThan(b);", 0],
  ["export const c = a.comparedTo(b) < 0;", 0],
  ["export const c = (d?: Decimal) => d === undefined;", 0],
  ["export const c = (d: Decimal | null) => d !== null;", 0],
  ["export const c = [a, b].sort((x, y) => x.comparedTo(y));", 0],
  ["export const c = a.decimalPlaces() > 2;", 0],
];

test("operators between amounts are reported, methods are not", () => {
  const found = lint(
    compared.map(([code]) => ({ filePath: __filename, code: `${amounts} ${code}` })),
    true,
  );
  expect(compared.map(([code], index) => [code, found[index]?.length])).toEqual(compared);
});
