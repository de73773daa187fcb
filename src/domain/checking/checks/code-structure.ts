import type { Disclosure } from "../../disclosure/disclosure";
import { parentCode } from "../../disclosure/codeTree";
import type { PlacedRow, PlacedTable } from "../../disclosure/placement";
import type { CellAddress } from "../../workbook/cellAddress";
import { bareLabel } from "../../template/labels";
import { disclosedTables } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { listed, titled } from "./formWords";

type Classification = "functional" | "economic";

/** A row whose code is printed, and the cell it is printed in. */
interface Coded {
  readonly code: string;
  readonly name: string;
  readonly row: number;
  readonly cell: CellAddress;
}

interface CodedTable {
  readonly placed: PlacedTable;
  readonly classification: Classification;
  readonly codes: readonly Coded[];
}

const LENGTHS: Readonly<Record<Classification, readonly number[]>> = {
  functional: [3, 5, 7],
  economic: [3, 5],
};

export const codeStructure: FormCheck = {
  meta: {
    id: "code-structure",
    kind: "form",
    title: "科目编码",
    why: "类、款、项靠编码位数相连，位数、重复或缺上级都会使合计对不上",
  },
  check(disclosure) {
    const tables = disclosedTables(disclosure).flatMap(codedTable);
    return [
      ...tables.flatMap((table) => [
        ...wrongLengths(table),
        ...duplicates(table),
        ...missingParents(table),
      ]),
      ...differentNames(tables, disclosure),
    ];
  },
};

function codedTable(placed: PlacedTable): CodedTable[] {
  const blocks = placed.blocks.filter(({ block }) => codeColumn(block.columns) !== undefined);
  const codes = blocks.flatMap(({ block, columns, rows }) => {
    const key = codeColumn(block.columns)?.key ?? "";
    return rows.flatMap((row) => coded(row, placed.sheet, (row.columns ?? columns).get(key)));
  });
  const [first] = blocks;
  if (!first || codes.length === 0) return [];
  const { tree } = first.block.definition;
  return [{ placed, classification: tree?.classification ?? "economic", codes }];
}

function codeColumn<T extends { definition: { role: string } }>(columns: readonly T[]) {
  return columns.find(({ definition }) => definition.role === "code");
}

function coded(row: PlacedRow, sheet: string, column: number | undefined): Coded[] {
  if (row.code === undefined || column === undefined) return [];
  const cell = { sheet, row: row.row, column };
  return [{ code: row.code, name: row.label, row: row.row, cell }];
}

function report(codes: readonly Coded[], explanation: string): FormReport {
  return { explanation, cells: codes.map(({ cell }) => cell) };
}

function wrongLengths({ placed, classification, codes }: CodedTable): FormReport[] {
  const lengths = LENGTHS[classification];
  const wrong = codes.filter(({ code }) => !lengths.includes(code.length));
  if (wrong.length === 0) return [];
  const words = listed(
    wrong.map(({ code, row }) => `“${code}”（第 ${String(row)} 行）`),
    "个",
  );
  return [
    report(
      wrong,
      `${titled(placed.table)}的编码${words}位数不对，应为 ${lengths.join("、")} 位。请改正。`,
    ),
  ];
}

function duplicates({ placed, codes }: CodedTable): FormReport[] {
  const byCode = groupBy(codes, ({ code }) => code);
  const twice = [...byCode].filter(([, rows]) => rows.length > 1);
  if (twice.length === 0) return [];
  const words = listed(
    twice.map(
      ([code, rows]) => `“${code}”（第 ${rows.map(({ row }) => String(row)).join("、")} 行）`,
    ),
    "个",
  );
  return [
    report(
      twice.flatMap(([, rows]) => rows),
      `${titled(placed.table)}的编码${words}出现不止一次。请合并成一行，或改正编码。`,
    ),
  ];
}

/** A print that leaves a whole level out (only 项, or 类 and 项) is complete without it. */
function missingParents({ placed, classification, codes }: CodedTable): FormReport[] {
  const known = new Set(codes.map(({ code }) => code));
  const levels = new Set([...known].map((code) => code.length));
  const orphans = codes.filter(({ code }) => {
    if (!LENGTHS[classification].includes(code.length)) return false;
    for (let up = parentCode(code); up !== undefined; up = parentCode(up)) {
      if (levels.has(up.length)) return !known.has(up);
    }
    return false;
  });
  if (orphans.length === 0) return [];
  const words = listed(
    orphans.map(({ code, row }) => `“${code}”（第 ${String(row)} 行）`),
    "个",
  );
  return [
    report(
      orphans,
      `${titled(placed.table)}的编码${words}上面没有所属的类或款。请补上这一行，或改正编码。`,
    ),
  ];
}

interface NamedCode extends Coded {
  readonly placed: PlacedTable;
}

/** One code has one name in all tables; a name that is cut off is the same one. */
function differentNames(tables: readonly CodedTable[], disclosure: Disclosure): FormReport[] {
  const { canonical } = disclosure.structure;
  const firsts = new Map<string, NamedCode>();
  const others = new Map<string, NamedCode>();
  for (const { placed, codes } of tables) {
    for (const each of codes) {
      if (each.name.trim() === "") continue;
      const first = firsts.get(each.code);
      if (!first) firsts.set(each.code, { placed, ...each });
      else if (each.name !== first.name && !others.has(each.code)) {
        const [one, other] = [first, each].map(({ name }) => canonical(bareLabel(name)));
        if (!sameName(one ?? "", other ?? "")) others.set(each.code, { placed, ...each });
      }
    }
  }
  const differing = [...firsts].flatMap(([code, first]) => {
    const other = others.get(code);
    return other ? [{ code, first, other }] : [];
  });
  const [example] = differing;
  if (!example) return [];
  const { code, first, other } = example;
  const more = differing.length > 1 ? `等 ${String(differing.length)} 个编码` : "";
  return [
    {
      explanation: `编码“${code}”${more}在各表的名称不一样：${titled(first.placed.table)}是“${first.name}”，${titled(other.placed.table)}是“${other.name}”。请统一。`,
      cells: differing.flatMap((each) => [each.first.cell, each.other.cell]),
      level: "advice",
    },
  ];
}

function sameName(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
