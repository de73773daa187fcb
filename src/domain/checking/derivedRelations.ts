import { bareLabel } from "../template/labels";
import type { Block, Column, Row, Table, TemplateStructure } from "../template/template";
import type { SumCode } from "../template/templatePackage";
import type {
  ColumnSelector,
  Comparing,
  Expression,
  Reference,
  RowSelector,
} from "../expression/expression";
import { writeComparing, writeReference } from "../expression/write";
import { quantifiersOf, type Relation } from "./relation";

/** What rows, columns and trees of the tables say they add up, as relations. */
export function derivedRelations(structure: TemplateStructure): Relation[] {
  const relations: Relation[] = [];
  for (const table of structure.tables.values()) {
    for (const block of table.blocks) {
      const maker = new SumMaker(structure, table, block);
      relations.push(...maker.rowSums(), ...maker.columnSums(), ...maker.treeSums());
    }
  }
  return relations;
}

class SumMaker {
  private readonly everyColumn: ColumnSelector;

  constructor(
    private readonly structure: TemplateStructure,
    private readonly table: Table,
    private readonly block: Block,
  ) {
    const [only, another] = block.figureColumns;
    this.everyColumn = only && !another ? { kind: "column", key: only.key } : { kind: "each" };
  }

  rowSums(): Relation[] {
    return this.block.rows.flatMap((row) => {
      const { sum, childSum, code } = row.definition;
      const total = this.cell({ kind: "row", id: row.id });
      const relations: Relation[] = [];
      if (sum) {
        relations.push(
          relation(
            sum,
            total,
            signedSum(sum.of, (name) => this.rowsNamed(name)),
          ),
        );
      }
      if (childSum && code !== undefined) {
        relations.push(relation(childSum, total, this.cell({ kind: "children", code })));
      }
      return relations;
    });
  }

  columnSums(): Relation[] {
    const rows: RowSelector =
      this.block.definition.kind === "record"
        ? { kind: "row", id: "" }
        : { kind: "each", scope: "rows" };
    return this.block.columns.flatMap((column) => {
      const { sum } = column.definition;
      if (!sum) return [];
      const total = this.cell(rows, { kind: "column", key: column.key });
      const right = signedSum(sum.of, (name) =>
        this.cell(rows, { kind: "column", key: this.columnNamed(name, column).key }),
      );
      return [relation(sum, total, right)];
    });
  }

  treeSums(): Relation[] {
    const { tree } = this.block.definition;
    const total = this.block.rows[0];
    if (!tree || !total) return [];
    return [
      relation(
        tree.totalSum,
        this.cell({ kind: "row", id: total.id }),
        this.cell({ kind: "roots" }),
      ),
      relation(
        tree.childSum,
        this.cell({ kind: "each", scope: "codes" }),
        this.cell({ kind: "children" }),
      ),
    ];
  }

  private cell(
    row: RowSelector,
    column: ColumnSelector = this.everyColumn,
    block = this.block,
  ): Expression {
    const reference: Omit<Reference, "text"> = {
      year: "current",
      table: this.table,
      block,
      row,
      column,
    };
    return { kind: "reference", reference: { ...reference, text: writeReference(reference) } };
  }

  /** A label, a group or a #code: in this block, else wherever the table has it (06 adds up over two blocks). */
  private rowsNamed(name: string): Expression {
    const wanted = this.structure.canonical(bareLabel(name));
    const blocks = [this.block, ...this.table.blocks.filter((block) => block !== this.block)];
    const parts = blocks.flatMap((block) => {
      const selector = this.selectRows(block, name, wanted);
      return selector ? [{ block, selector }] : [];
    });
    const own = parts.filter(
      ({ block, selector }) => block === this.block && selector.kind !== "group",
    );
    const chosen = own.length > 0 ? own : parts;
    const cells = chosen.map(({ block, selector }) =>
      this.cell(selector, sameColumn(this.everyColumn, block), block),
    );
    const [first, ...rest] = cells;
    if (!first) throw new Error(`${this.table.key}: no row or group ${name}`);
    return rest.length === 0 ? first : { kind: "call", name: "SUM", args: cells };
  }

  private selectRows(block: Block, name: string, wanted: string): RowSelector | undefined {
    const is = (label: string) => this.structure.canonical(bareLabel(label)) === wanted;
    const grouped = block.rows.filter((row) => (row.definition.groups ?? []).some(is));
    if (grouped.length > 0) {
      return { kind: "group", name, ids: grouped.map(({ id }) => id) };
    }
    const matching = block.rows.filter(
      (row: Row) =>
        row.id === name || (row.path.length > 0 && is(row.path.at(-1) ?? "") && !row.definition.of),
    );
    return matching[0] ? { kind: "row", id: matching[0].id } : undefined;
  }

  private columnNamed(name: string, total: Column): Column {
    const wanted = name.split("/").map((part) => this.structure.canonical(bareLabel(part)));
    const found = this.block.columns.filter((column) => {
      const path = column.path.map((part) => this.structure.canonical(bareLabel(part)));
      return (
        column !== total && wanted.every((part, index) => path.at(index - wanted.length) === part)
      );
    });
    if (!found[0] || found[1]) {
      throw new Error(`${this.table.key}: ${name} names ${String(found.length)} columns`);
    }
    return found[0];
  }
}

function sameColumn(column: ColumnSelector, block: Block): ColumnSelector {
  if (column.kind === "each") return column;
  const own = block.figureColumns.find(({ key }) => key === column.key) ?? block.figureColumns[0];
  if (!own) throw new Error("a block without figures cannot be added up");
  return { kind: "column", key: own.key };
}

function signedSum(names: readonly string[], term: (name: string) => Expression): Expression {
  return names.reduce<Expression | undefined>((sum, name) => {
    const minus = name.startsWith("-");
    const operand = term(minus ? name.slice(1) : name);
    if (!sum) return minus ? { kind: "negate", operand } : operand;
    return { kind: "binary", operator: minus ? "-" : "+", left: sum, right: operand };
  }, undefined) as Expression;
}

/** The parts stand on the left, the printed total on the right. */
function relation(sum: SumCode, total: Expression, parts: Expression): Relation {
  const comparing: Comparing = { left: parts, comparison: "=", right: total };
  return {
    code: sum.code,
    id: sum.id,
    level: sum.level ?? "must-hold",
    formula: writeComparing(comparing),
    comparing,
    why: sum.why ?? "",
    authority: { kind: "house" },
    each: quantifiersOf(comparing),
    definesTotal: true,
  };
}
