import type { Disclosure, FormText } from "../../disclosure/disclosure";
import { normaliseLabel } from "../../template/labels";
import type { Table } from "../../template/template";
import { disclosedTables } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { listed, titled } from "./formWords";

interface Numbered {
  readonly table: Table;
  readonly wanted: string;
  readonly printed?: FormText;
}

export const tableNumber: FormCheck = {
  meta: {
    id: "table-number",
    kind: "form",
    title: "表号",
    why: "表号由这一版规定，一张表一个号，不能重复",
  },
  check(disclosure) {
    const tables = numberedTables(disclosure);
    return [...wrongNumbers(tables), ...missingNumbers(tables)];
  },
};

function numberedTables(disclosure: Disclosure): Numbered[] {
  return disclosedTables(disclosure).flatMap(({ table }): Numbered[] => {
    const { number: wanted } = table.definition;
    if (wanted === undefined) return [];
    const printed = disclosure.texts.get(table.key)?.number;
    return [{ table, wanted, ...(printed ? { printed } : {}) }];
  });
}

function wrongNumbers(tables: readonly Numbered[]): FormReport[] {
  return tables.flatMap(({ table, wanted, printed }): FormReport[] => {
    if (!printed || sameNumber(printed.text, wanted)) return [];
    const owner = tables.find((other) => sameNumber(printed.text, other.wanted));
    const taken = owner ? `，那是${titled(owner.table)}的表号` : "";
    return [
      {
        explanation: `${titled(table)}的表号印成“${printed.text}”${taken}。应为“${wanted}”，请改正。`,
        cells: [printed.cell],
      },
    ];
  });
}

function missingNumbers(tables: readonly Numbered[]): FormReport[] {
  const missing = tables.filter(({ printed }) => !printed);
  if (missing.length === 0) return [];
  const names = missing.map(({ table, wanted }) => `${titled(table)}（${wanted}）`);
  return [
    {
      explanation: `${listed(names, "张表")}没有印表号。请在表的右上方补上。`,
      cells: [],
      level: "advice",
    },
  ];
}

const NUMBER = /([0-9]{1,2})(?:-[0-9]+)?表/u;

/** 公开 06-1 表 is a part of 06, 公开7表 is 07. */
function sameNumber(printed: string, wanted: string): boolean {
  const [own, other] = [printed, wanted].map((text) => NUMBER.exec(normaliseLabel(text))?.[1]);
  return own !== undefined && other !== undefined && Number(own) === Number(other);
}
