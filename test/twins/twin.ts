import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { State } from "../../src/domain/checking/verdict";
import { parseExpression } from "../../src/domain/expression/parse";
import type { Reference } from "../../src/domain/expression/expression";
import type { Table, TemplateStructure } from "../../src/domain/template/template";
import { typeInto } from "../golden/damages";
import { parseTsv, type Golden, type GoldenSheet } from "../support/goldenText";
import { tinySheet, type TypedCell } from "./tinySheet";

/**
 * A file of this folder, called as its code: a tiny workbook, one column for each case. Under 情形 the cases, under
 * 结果 what must come out, and then the cells, as formulas call them, with what is typed there in each case.
 */
export interface TwinCase {
  readonly code: string;
  readonly name: string;
  readonly result: Result;
  /** Other codes that the same mistake breaks. */
  readonly cascade: readonly string[];
  /** What the finding says. */
  readonly words: readonly string[];
  readonly workbook: Golden;
}

export const RESULTS = {
  通过: "passed",
  尾差: "roundingTail",
  不符: "failed",
  数据不足: "undetermined",
  不适用: "notApplicable",
  /** A check in code says nothing of what it cannot tell. */
  不下结论: "passed",
} as const satisfies Record<string, State>;
export type Result = keyof typeof RESULTS;

/** The same as in the case at its left. */
const DITTO = "〃";
const ABSENT = "没有";
const TWICE = "两张";
const FOLDER = __dirname;

export function twinCodes(): string[] {
  return readdirSync(FOLDER).flatMap((file) => /^(K[0-9]{3})\.tsv$/u.exec(file)?.[1] ?? []);
}

export function readTwin(code: string, structure: TemplateStructure): TwinCase[] {
  const lines = rowsOf(code);
  const [names, ...rest] = lines;
  if (names?.[0] !== "情形") throw new Error(`${code}.tsv does not begin with 情形`);
  return names.slice(1).map((name, index) => {
    const at = (label: string) => rest.find(([first]) => first === label)?.[index + 1] ?? "";
    const result = at("结果");
    if (!Object.hasOwn(RESULTS, result)) throw new Error(`${code} ${name}: 结果 ${result}`);
    const cells = rest
      .filter(([first = ""]) => !["结果", "连带", "说法"].includes(first))
      .map(([first = "", ...texts]) => [first, texts[index] ?? ""] as const);
    return {
      code,
      name,
      result: result as Result,
      cascade: at("连带").split("、").filter(Boolean),
      words: at("说法").split("；").filter(Boolean),
      workbook: tinyWorkbook(`${code} ${name}`, cells, structure),
    };
  });
}

/** The lines of a file, every 〃 written out. */
function rowsOf(name: string): string[][] {
  const lines = parseTsv(readFileSync(join(FOLDER, `${name}.tsv`), "utf8"));
  const cases = lines.find(([first]) => first === "情形")?.length ?? 2;
  return lines
    .filter(([first = ""]) => first !== "")
    .map((line) => {
      const row: string[] = [];
      for (let index = 0; index < Math.max(cases, line.length); index += 1) {
        const text = line[index] ?? "";
        row.push(text === DITTO ? (row[index - 1] ?? "") : text);
      }
      return row;
    });
}

export type Line = readonly [place: string, text: string];

/** A workbook of these cells, as the lines of a twin name them. */
export function tinyWorkbook(
  name: string,
  lines: readonly Line[],
  structure: TemplateStructure,
): Golden {
  const base = lines.flatMap(([place, text]) => (place === "用" ? baseOf(text) : []));
  const absent = lines.flatMap(([place, text]) => (text === ABSENT ? [place] : []));
  const twice = lines.flatMap(([place, text]) => (text === TWICE ? [place] : []));
  const cells = new Map<string, TypedCell>();
  const typed: [sheet: string, address: string, text: string][] = [];
  for (const [place, text] of [...base.flatMap(({ lines: own }) => own), ...lines]) {
    const address = /^([^![\]]+)!([A-Z]+[0-9]+)/u.exec(place);
    if (address) typed.push([address[1] ?? "", address[2] ?? "", text]);
    else if (place.includes("[") && text !== ABSENT) {
      for (const cell of cellsOf(place, text, structure)) {
        const { table, block, rowId, columnKey } = cell;
        cells.set(`${table.key} ${String(block.index)} ${rowId} ${columnKey}`, cell);
      }
    }
  }
  const tables = new Set([...cells.values()].map(({ table }) => table));
  const drawn = [...tables].map((table) =>
    tinySheet(
      table,
      [...cells.values()].filter((cell) => cell.table === table),
      sheetNameOf(table),
    ),
  );
  const sheets = [...base.flatMap(({ sheets: own }) => own), ...drawn].filter(
    (sheet) => !absent.includes(sheet.name),
  );
  const copies = sheets
    .filter((sheet) => twice.includes(sheet.name))
    .map((sheet) => ({ ...sheet, name: `${sheet.name} (2)` }));
  return typed
    .filter(([sheet]) => !absent.includes(sheet))
    .reduce<Golden>((golden, [sheet, address, text]) => typeInto(sheet, address, text)(golden), {
      name,
      sheets: [...sheets, ...copies],
    });
}

/** A workbook that several twins begin with: lines like theirs, or a sheet as it is printed. */
function baseOf(name: string): { lines: readonly Line[]; sheets: readonly GoldenSheet[] }[] {
  if (name === "") return [];
  const rows = rowsOf(name);
  const isLines = rows.some(([first = ""]) => /^[^\s[\]]+\[.*\]$/u.test(first));
  return isLines
    ? [{ lines: rows.map(([place = "", text = ""]) => [place, text]), sheets: [] }]
    : [
        {
          lines: [],
          sheets: [{ name, rows: parseTsv(readFileSync(join(FOLDER, `${name}.tsv`), "utf8")) }],
        },
      ];
}

function sheetNameOf({ definition: { number, sheetName } }: Table): string {
  return number ?? sheetName;
}

/** A group, 每行 or 每类 stands for all of its printed rows. */
function cellsOf(place: string, text: string, structure: TemplateStructure): TypedCell[] {
  const expression = parseExpression(place, structure);
  if (expression.kind !== "reference") throw new Error(`${place} is no reference`);
  const { reference } = expression;
  return idsOf(reference).flatMap((rowId) =>
    keysOf(reference).map((columnKey) => ({
      table: reference.table,
      block: reference.block,
      rowId,
      columnKey,
      text,
    })),
  );
}

function idsOf({ row, block, text }: Reference): readonly string[] {
  switch (row.kind) {
    case "row":
      return [row.id];
    case "code":
      return [`#${row.code}`];
    case "group":
      return row.ids;
    case "each":
      return block.rows
        .filter(
          ({ path, definition }) => path.length > 0 && (row.scope === "rows" || definition.code),
        )
        .map(({ id }) => id);
    default:
      throw new Error(`${text} stands for no printed rows`);
  }
}

function keysOf({ column, block }: Reference): readonly string[] {
  return column.kind === "column" ? [column.key] : block.figureColumns.map(({ key }) => key);
}
