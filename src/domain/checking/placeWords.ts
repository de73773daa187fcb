import type { Block, Table } from "../template/template";
import type { Expression, Operator, Reference } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import { termsOf, type Scope } from "../expression/scope";
import { isMany } from "../expression/write";
import { addendsOf, joined, type Addend } from "./addends";
import { titled } from "./checks/formWords";

const SIGNS: Partial<Record<Operator, string>> = { "+": "＋", "-": "－" };
/** From here on the first addend and how many there are say enough. */
const MANY_ADDENDS = 4;

export interface WordsOptions {
  readonly nameOf: (table: Table) => string;
  /** Sums by their first addend, where there is no room for all. */
  readonly isBrief?: boolean;
}

/** 公开01表, else the title. */
export function shortName(table: Table): string {
  const { definition } = table;
  return definition.number ?? titled(table);
}

/** Figures in the words of the sheet, in reading order: table, half and row are said when they change. */
export class PlaceWords {
  private table: Table | undefined;
  private block: Block | undefined;
  private row: string | undefined;

  constructor(
    private readonly scope: Scope,
    private readonly options: WordsOptions,
  ) {}

  /** One side of a relation: 公开03表“合计”基本支出＋项目支出. */
  say(side: Expression): string {
    const addends = addendsOf(side, "＋");
    const [first, ...rest] = addends;
    if (!first || (rest.length === 0 && first.sign === "＋")) return this.sayOne(side);
    const references = addends.flatMap(({ of }) => (of.kind === "reference" ? [of.reference] : []));
    if (addends.length >= MANY_ADDENDS || this.options.isBrief === true) {
      return `${this.sayOne(first.of)}等 ${String(addends.length)} 个数之和`;
    }
    if (references.length < addends.length || references.some(({ row }) => isMany(row))) {
      return joined(addends, ({ of }) => this.sayOne(of));
    }
    return this.sayCells(addends, references);
  }

  /** What they share is said once: the row, else the column. */
  private sayCells(addends: readonly Addend[], references: readonly Reference[]): string {
    const [first, ...rest] = references;
    if (!first) return "";
    const shares = (of: (reference: Reference) => unknown) =>
      rest.every(
        (each) =>
          each.block === first.block && JSON.stringify(of(each)) === JSON.stringify(of(first)),
      );
    const words = (of: (reference: Reference) => string) =>
      joined(addends, (_addend, index) => of(references[index] ?? first));
    const isRecord = first.block.definition.kind === "record";
    if (!isRecord && shares(({ row }) => row)) {
      const where = this.where(first) + this.rowWords(first);
      return where + words((each) => this.columnWords(each));
    }
    if (!isRecord && shares(({ column }) => column)) {
      const where = this.where(first) + this.columnIfSeveral(first);
      return where + words((each) => this.rowWords(each));
    }
    return words((each) => this.sayCell(each));
  }

  private sayOne(expression: Expression): string {
    switch (expression.kind) {
      case "number":
        return expression.value.toFixed();
      case "text":
        return expression.value;
      case "year":
        return String(this.scope.year ?? expression.value);
      case "item":
        return expression.word;
      case "negate":
        return `－${this.sayOne(expression.operand)}`;
      case "reference":
        return this.sayCell(expression.reference);
      case "binary": {
        const { operator, left, right } = expression;
        const sign = SIGNS[operator] ?? operator;
        return `${this.sayOne(left)}${sign}${this.sayOne(right)}`;
      }
      case "call": {
        const args = expression.args.map((arg) => this.sayOne(arg));
        return expression.name === "SUM"
          ? args.join("＋")
          : `${expression.name}（${args.join("，")}）`;
      }
    }
  }

  private sayCell(reference: Reference): string {
    const where = this.where(reference);
    if (reference.block.definition.kind === "record") return where + this.recordColumn(reference);
    const unlisted = unlistedCode(reference, this.scope);
    if (unlisted !== undefined) return `${where}没有 ${unlisted} 科目`;
    if (isMany(reference.row)) return where + this.sumWords(reference);
    return where + this.rowWords(reference) + this.columnIfSeveral(reference);
  }

  private where({ table, block, year }: Reference): string {
    const isSame = table === this.table;
    const half = block.definition.name;
    const isSameHalf = block === this.block;
    this.table = table;
    this.block = block;
    if (!isSameHalf) this.row = undefined;
    const last = year === "previous" ? "上年" : "";
    const side = half === undefined || isSameHalf ? "" : `${half}方`;
    return `${isSame ? "" : `${last}${this.options.nameOf(table)}`}${side}`;
  }

  private rowWords(reference: Reference): string {
    const name = rowName(reference, this.scope, this.options.isBrief === true);
    if (name === this.row) return "";
    this.row = name;
    return `“${name}”`;
  }

  /** 各类本年支出合计之和（3 项）: those that are not zero. */
  private sumWords(reference: Reference): string {
    const filled = termsOf(reference, this.scope).filter(
      ({ figure }) => figure.kind === "amount" && !figure.published.isZero(),
    ).length;
    const count = filled === 0 ? "" : `（${String(filled)} 项）`;
    const column = this.columnIfSeveral(reference);
    return `${manyWords(reference, this.scope)}${column}之和${count}`;
  }

  private columnIfSeveral(reference: Reference): string {
    return reference.block.figureColumns.length < 2 ? "" : this.columnWords(reference);
  }

  private columnWords(reference: Reference): string {
    return columnHeading(reference, keyOf(reference, this.scope));
  }

  /** 决算数“公务接待费”: the whole path only where the last heading is not enough. */
  private recordColumn(reference: Reference): string {
    const { block } = reference;
    const key = keyOf(reference, this.scope);
    const path = headingsOf(block, key);
    const [top = "", leaf = ""] = [path[0], path.at(-1)];
    const alike = block.columns.filter(({ definition: { heading } }) => {
      return heading[0] === top && heading.at(-1) === leaf;
    });
    const inner = alike.length > 1 ? path.slice(1).join("·") : leaf;
    return path.length < 2 ? `“${leaf}”` : `${top}“${inner}”`;
  }
}

export function columnHeading({ block }: Reference, key: string | undefined): string {
  return headingsOf(block, key).at(-1) ?? "";
}

function headingsOf({ columns }: Block, key: string | undefined): readonly string[] {
  return columns.find((each) => each.key === key)?.definition.heading ?? [];
}

function keyOf({ column }: Reference, { binding }: Scope): string | undefined {
  return column.kind === "column" ? column.key : binding?.columnKey;
}

/** The code of a row that the table does not list. */
export function unlistedCode(reference: Reference, scope: Scope): string | undefined {
  if (isMany(reference.row)) return undefined;
  const [term, another] = termsOf(reference, scope);
  if (!term || another || term.figure.kind !== "nothing") return undefined;
  return term.rowId.startsWith("#") ? term.rowId.slice(1) : undefined;
}

/** As the sheet prints it; of a table that is not there, as the template does. */
function rowName(reference: Reference, scope: Scope, isBrief: boolean): string {
  const { block, row, text } = reference;
  const [term] = termsOf(reference, scope);
  const id = term === undefined || term.rowId === "" ? idOf(row, scope.binding?.code) : term.rowId;
  const own = block.rows.find((each) => each.id === id);
  const printed = term && term.label !== text ? term.label.trim() : own?.definition.label;
  // A code that nobody has named yet is its own name.
  const label = (printed === undefined || printed === "" ? (id ?? "") : printed).replace(/^#/u, "");
  if (isBrief) return label;
  const isAlone = block.rows.filter(({ path }) => path.at(-1) === own?.path.at(-1)).length < 2;
  const parent = own?.path.at(-2);
  return isAlone || parent === undefined || own?.definition.of === undefined
    ? label
    : `${parent}／${label}`;
}

function idOf(row: Reference["row"], boundCode: string | undefined): string | undefined {
  if (row.kind === "row") return row.id;
  const code = row.kind === "code" ? row.code : boundCode;
  return code === undefined ? undefined : `#${code}`;
}

function manyWords({ row }: Reference, { binding }: Scope): string {
  switch (row.kind) {
    case "group":
      return row.name;
    case "roots":
      return "各类";
    case "listed":
      return "各行";
    case "children":
      return `科目 ${row.code ?? binding?.code ?? ""} 各下级`;
    default:
      return "";
  }
}

/** The tables of an expression, by key. */
export function tablesIn(expressions: readonly Expression[]): ReadonlyMap<string, Table> {
  return new Map(expressions.flatMap(referencesOf).map(({ table }) => [table.key, table]));
}
