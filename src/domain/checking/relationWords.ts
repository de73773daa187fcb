import type { Expression, Reference } from "../expression/expression";
import { isMany, tableWords } from "../expression/write";
import type { Relation } from "./relation";

const SIGNS: Readonly<Record<string, string>> = {
  "+": "＋",
  "-": "－",
  "=": "＝",
  "<": "＜",
  ">": "＞",
};
/** What a quantified formula holds for, and how one of them is called inside it. */
const SCOPES = {
  rows: { all: "每一行", one: "" },
  codes: { all: "每个科目", one: "本科目" },
  class: { all: "每一类", one: "该类" },
  section: { all: "每一款", one: "该款" },
  item: { all: "每一项", one: "该项" },
} as const;
const TIGHT = new Set(["×", "÷"]);

/** The relation as accountants would say it; a table is named once on its way through the formula. */
export function relationWords({ comparing, each }: Relation): string {
  const speaker = new Speaker();
  const left = speaker.say(comparing.left);
  const right = speaker.say(comparing.right);
  const every = [
    ...(each.rows === undefined ? [] : [SCOPES[each.rows].all]),
    ...(each.columns ? ["每一列"] : []),
  ].join("、");
  const sign = SIGNS[comparing.comparison] ?? comparing.comparison;
  return `${every === "" ? "" : `${every}：`}${left} ${sign} ${right}`;
}

class Speaker {
  private table: string | undefined;

  say(expression: Expression): string {
    switch (expression.kind) {
      case "number":
        return expression.value.toFixed();
      case "text":
        return `“${expression.value}”`;
      case "year":
        return String(expression.value);
      case "item":
        return expression.word;
      case "reference":
        return this.figure(expression.reference);
      case "negate":
        return `－${this.say(expression.operand)}`;
      case "binary": {
        const { operator, left, right } = expression;
        const words = this.operand(left, TIGHT.has(operator));
        const sign = SIGNS[operator] ?? operator;
        return `${words} ${sign} ${this.operand(right, operator !== "+")}`;
      }
      case "call": {
        const args = expression.args.map((arg) => this.say(arg));
        return expression.name === "SUM"
          ? args.join(" ＋ ")
          : `${expression.name}（${args.join("，")}）`;
      }
    }
  }

  private operand(expression: Expression, isTight: boolean): string {
    const words = this.say(expression);
    return isTight && expression.kind === "binary" ? `（${words}）` : words;
  }

  private figure(reference: Reference): string {
    const year = reference.year === "previous" ? "上年" : "";
    const table = `${year}《${tableWords(reference.table)}》`;
    const named = table === this.table ? "" : table;
    this.table = table;
    const row = rowWords(reference);
    const column = columnWords(reference);
    const sum = isMany(reference.row) ? "之和" : "";
    return `${named}${[row, column].filter((part) => part !== "").join("的")}${sum}`;
  }
}

function rowWords({ row, block }: Reference): string {
  const side = block.definition.name === undefined ? "" : `${block.definition.name}方`;
  switch (row.kind) {
    case "row": {
      const path = block.rows.find(({ id }) => id === row.id)?.path ?? [];
      const own = block.definition.name === undefined ? path : path.slice(1);
      return own.length === 0 ? "" : `${side}“${inFullWidth(own.join("／"))}”`;
    }
    case "code": {
      const label = block.rows.find(({ id }) => id === `#${row.code}`)?.definition.label;
      return label === undefined ? `科目 ${row.code}` : `“${row.code} ${label}”`;
    }
    case "group":
      return `${side}“${row.name}”各项`;
    case "each":
      return `${side}${SCOPES[row.scope].one}`;
    case "children":
      return row.code === undefined ? "各下级" : `科目 ${row.code} 的各下级`;
    case "roots":
      return "各类";
    case "listed":
      return "各行";
  }
}

/** Labels are compared in half width; the forms print 因公出国（境）费. */
function inFullWidth(label: string): string {
  return label.replaceAll("(", "（").replaceAll(")", "）");
}

/** The column is said only where the block has several. */
function columnWords({ column, block }: Reference): string {
  if (column.kind === "each") return "";
  if (block.figureColumns.length < 2) return "";
  const heading = block.columns.find(({ key }) => key === column.key)?.definition.heading ?? [];
  return `“${heading.join("／")}”`;
}
