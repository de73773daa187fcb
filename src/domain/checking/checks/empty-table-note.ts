import type { Disclosure, FormText } from "../../disclosure/disclosure";
import { declaresNothing } from "../../disclosure/emptyTable";
import type { PlacedTable } from "../../disclosure/placement";
import { readFigure } from "../../disclosure/readFigure";
import { normaliseLabel } from "../../template/labels";
import type { Table } from "../../template/template";
import { disclosedTables, figureCellsOf } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { titled } from "./formWords";

export const emptyTableNote: FormCheck = {
  meta: {
    id: "empty-table-note",
    kind: "form",
    title: "空表说明",
    why: "没有数的表也要公开，并说明本单位没有这项收支；有数的表不能这样写",
  },
  check(disclosure) {
    return disclosedTables(disclosure).flatMap((placed): FormReport[] => {
      const { emptyNote } = placed.table.definition;
      return emptyNote === undefined ? [] : checkNote(disclosure, placed, emptyNote);
    });
  },
};

type Filling = "filled" | "empty" | "unknown";

function checkNote(disclosure: Disclosure, placed: PlacedTable, emptyNote: string): FormReport[] {
  const { table } = placed;
  const texts = disclosure.texts.get(table.key);
  const filling = fillingOf(disclosure, placed);
  if (!texts || filling === "unknown") return [];
  if (filling === "empty") {
    const isSaid =
      texts.notes.some(({ text }) => declaresNothing(text)) || saysSoInside(disclosure, placed);
    if (isSaid) return [];
    const year = String(disclosure.year ?? disclosure.structure.definition.year);
    const wording = emptyNote.replaceAll("{年度}", year);
    return [
      {
        explanation: `${titled(table)}没有数，表下也没有说明。请在表下注明，如：“${wording}”`,
        cells: [texts.title.cell],
      },
    ];
  }
  const contradiction = texts.notes.find((note) => deniesWhole(note, table));
  return contradiction
    ? [
        {
          explanation: `${titled(table)}有数，表下却写着“${contradiction.text.trim()}”。请删去这句话，或核对数字。`,
          cells: [contradiction.cell],
        },
      ]
    : [];
}

function fillingOf(disclosure: Disclosure, placed: PlacedTable): Filling {
  const { decimals } = disclosure.structure.definition;
  let filling: Filling = "empty";
  for (const { value } of figureCellsOf(disclosure, placed)) {
    const figure = readFigure(value, decimals);
    if (figure.kind === "amount" && !figure.published.isZero()) return "filled";
    if (figure.kind === "error") filling = "unknown";
    if (figure.kind === "unreadable" && !declaresNothing(figure.text)) filling = "unknown";
  }
  return filling;
}

/** Some write 本单位无三公经费支出 into the empty row itself. */
function saysSoInside(disclosure: Disclosure, placed: PlacedTable): boolean {
  return figureCellsOf(disclosure, placed).some(
    ({ value }) => typeof value === "string" && value.trim().length > 2 && declaresNothing(value),
  );
}

/** What the table's title says besides what all titles say: 三公, 政府性基金, 国有资本经营. */
function subjectOf(table: Table): string {
  return normaliseLabel(table.definition.title).replace(
    /一般公共预算|财政拨款|预算|收入|支出|决算|明细|经费|总?表/gu,
    "",
  );
}

const GENERAL_RULE = /如|若|凡|的部门|的单位|应当/u;
const OF_THE_TABLE = /无数据|空表|表为空/u;

/** 没有因公出国费 in a filled 07, or 没有收入 in an 08 that spends its carry-over, denies a part only. */
function deniesWhole({ text }: FormText, table: Table): boolean {
  return text.split(/[。；;！\n]/u).some((sentence) => {
    const plain = normaliseLabel(sentence);
    if (!declaresNothing(plain) || GENERAL_RULE.test(plain)) return false;
    if (OF_THE_TABLE.test(plain)) return true;
    const isWhole =
      /支出|收支/u.test(plain) && !/出国|接待|用车|购置|基本|项目|结转|结余/u.test(plain);
    return isWhole && plain.includes(subjectOf(table));
  });
}
