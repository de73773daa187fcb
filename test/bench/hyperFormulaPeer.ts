import { HyperFormula, type RawCell } from "hyperformula";
import type { Relation } from "../../src/domain/checking/relation";
import type { State, Verdict } from "../../src/domain/checking/verdict";
import type { Expression } from "../../src/domain/expression/expression";
import { bind, figuresOf, type Scope } from "../../src/domain/expression/scope";
import { formatPosition, quoteSheetName } from "../../src/domain/workbook/cellAddress";
import type { CellAddress } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";

const VERDICTS = "verdicts";
const CONDITIONS = "conditions";
const MOST_ROWS = 200_000;

/** A workbook and one formula for each instance of a relation, ready to be handed over. */
export type PeerSheets = Record<string, RawCell[][]>;

/** Writing the formulas is not the peer's work, so it is done before anything is measured. */
export function peerSheets(
  { sheets }: WorkbookSnapshot,
  verdicts: readonly Verdict[],
  scope: Scope,
): PeerSheets {
  const conditions = new Conditions();
  const formulas = verdicts.map((verdict, index) =>
    verdictRow(verdict, index + 1, scope, conditions),
  );
  return {
    ...Object.fromEntries(
      sheets.map(({ name, values }) => [name, values.map((row) => row.map(rawCell))]),
    ),
    [VERDICTS]: formulas,
    [CONDITIONS]: conditions.rows,
  };
}

/** The same verdicts from HyperFormula. */
export class HyperFormulaPeer {
  private readonly engine: HyperFormula;
  private readonly verdictSheet: number;
  private readonly count: number;

  constructor(sheets: PeerSheets) {
    this.engine = HyperFormula.buildFromSheets(sheets, {
      licenseKey: "gpl-v3",
      maxRows: MOST_ROWS,
    });
    this.verdictSheet = this.sheetId(VERDICTS);
    this.count = sheets[VERDICTS]?.length ?? 0;
  }

  /** Cell by cell: twice as fast as the whole sheet at once. */
  states(): readonly State[] {
    const states: State[] = [];
    for (let row = 0; row < this.count; row += 1) {
      states.push(this.engine.getCellValue({ sheet: this.verdictSheet, row, col: 1 }) as State);
    }
    return states;
  }

  edit({ sheet, row, column }: CellAddress, value: number): void {
    this.engine.setCellContents(
      { sheet: this.sheetId(sheet), row: row - 1, col: column - 1 },
      value,
    );
  }

  stop(): void {
    this.engine.destroy();
  }

  private sheetId(name: string): number {
    const id = this.engine.getSheetId(name);
    if (id === undefined) throw new Error(`no sheet ${name}`);
    return id;
  }
}

function rawCell(value: CellValue): RawCell {
  if (typeof value === "string") return `'${value}`;
  return typeof value === "number" ? value : null;
}

/** What relations ask for first, each computed once however many instances ask. */
class Conditions {
  readonly rows: string[][] = [];
  private readonly known = new Map<string, string>();

  addressOf(formula: string): string {
    const known = this.known.get(formula);
    if (known !== undefined) return known;
    this.rows.push([formula]);
    const address = `${CONDITIONS}!A${String(this.rows.length)}`;
    this.known.set(formula, address);
    return address;
  }
}

interface Term {
  readonly sign: "+" | "-";
  readonly cell: CellAddress;
}

const PLAIN: ReadonlySet<string> = new Set(["=", "≤", "≥"]);

/** Sums and differences compared by =, ≤ or ≥, where need be under conditions: what the peer can be given. */
export function isPlainRelation({ comparing, allowed, when }: Relation): boolean {
  return !allowed && PLAIN.has(comparing.comparison) && (!when || isPlainCondition(when));
}

function isPlainCondition(condition: Expression): boolean {
  if (condition.kind === "binary") {
    const { operator, left, right } = condition;
    return operator === "=" && left.kind !== "text" && right.kind !== "text";
  }
  if (condition.kind !== "call") return false;
  return (
    condition.name === "有数" ||
    (condition.name === "AND" && condition.args.every(isPlainCondition))
  );
}

/**
 * Two cells, the cheapest found that give all five states: what both sides lie apart (a text in it is an error), and the
 * state. Sums and differences compared by =, ≤ or ≥ are all that the relations of the package are.
 */
function verdictRow(
  { relation, binding }: Verdict,
  row: number,
  scope: Scope,
  conditions: Conditions,
): RawCell[] {
  const bound = bind(scope, binding);
  const { left, comparison, right } = relation.comparing;
  if (relation.allowed || !PLAIN.has(comparison)) {
    throw new Error(`${relation.code} is not a plain relation`);
  }
  const isMore = comparison === "≥";
  const [more, less] = isMore ? [right, left] : [left, right];
  const terms = [...termsOf(more, "+", bound), ...termsOf(less, "-", bound)];
  const sum = sumOf(terms);
  const difference = `A${String(row)}`;
  const gap = comparison === "=" ? `ABS(${difference})` : difference;
  const holds = comparison === "=" ? `${difference}=0` : `${difference}<=0`;
  const nonzero = terms.map(({ cell }) => `(${addressOf(cell)}<>0)`).join("+");
  const tail = `INT(MAX(0,${nonzero}-1)/2)/${String(10 ** scope.decimals)}`;
  const filled = `COUNT(${ranges(terms.map(({ cell }) => cell)).join(",")})`;
  const equal = `IF(${filled}=0,"notApplicable","passed")`;
  const unequal = `IF(${gap}<=${tail},"roundingTail","failed")`;
  const state = `IF(ISERROR(${difference}),"undetermined",IF(${holds},${equal},${unequal}))`;
  const compared = terms.length === 0 ? `"notApplicable"` : state;
  const apart = terms.length === 0 ? null : `=${sum}`;
  if (!relation.when) return [apart, `=${compared}`];
  const condition = conditions.addressOf(`=${conditionOf(relation.when, bound)}`);
  const asked = `IF(ISERROR(${condition}),"undetermined",IF(${condition},${compared},"notApplicable"))`;
  return [apart, `=${asked}`];
}

function sumOf(terms: readonly Term[]): string {
  if (terms.length === 0) return "0";
  return `ROUND(${terms.map(({ sign, cell }) => `${sign}${addressOf(cell)}`).join("")},6)`;
}

/** An error where a text stands in the way. */
function conditionOf(condition: Expression, scope: Scope): string {
  if (condition.kind === "binary" && condition.operator === "=") {
    const { left, right } = condition;
    return `(${sumOf([...termsOf(left, "+", scope), ...termsOf(right, "-", scope)])}=0)`;
  }
  if (condition.kind === "call") {
    const { name, args } = condition;
    if (name === "AND") return `AND(${args.map((arg) => conditionOf(arg, scope)).join(",")})`;
    if (name === "有数") {
      const terms = args.flatMap((arg) => termsOf(arg, "+", scope));
      const filled = `COUNT(${ranges(terms.map(({ cell }) => cell)).join(",")})>0`;
      return `IF(ISERROR(${sumOf(terms)}),${sumOf(terms)},${filled})`;
    }
  }
  throw new Error(`a ${condition.kind} is no condition`);
}

function addressOf(cell: CellAddress): string {
  return `${quoteSheetName(cell.sheet)}!${formatPosition(cell)}`;
}

/** Neighbours in a row as one range. */
function ranges(cells: readonly CellAddress[]): string[] {
  const found: { first: CellAddress; last: CellAddress }[] = [];
  for (const cell of cells) {
    const run = found.at(-1);
    const isNext =
      run?.last.sheet === cell.sheet &&
      run.last.row === cell.row &&
      run.last.column + 1 === cell.column;
    if (isNext) run.last = cell;
    else found.push({ first: cell, last: cell });
  }
  return found.map(({ first, last }) =>
    first === last ? addressOf(first) : `${addressOf(first)}:${formatPosition(last)}`,
  );
}

function termsOf(side: Expression, sign: Term["sign"], scope: Scope): Term[] {
  const opposite = sign === "+" ? "-" : "+";
  switch (side.kind) {
    case "number":
      if (side.value.isZero()) return [];
      break;
    case "reference":
      return figuresOf(side.reference, scope).flatMap(({ figure, cell }) => {
        if (figure.kind === "missing") throw new Error(`${side.reference.text} is missing`);
        return cell ? [{ sign, cell }] : [];
      });
    case "negate":
      return termsOf(side.operand, opposite, scope);
    case "call":
      if (side.name === "SUM") return side.args.flatMap((arg) => termsOf(arg, sign, scope));
      break;
    case "binary":
      if (side.operator === "+" || side.operator === "-") {
        const second = side.operator === "+" ? sign : opposite;
        return [...termsOf(side.left, sign, scope), ...termsOf(side.right, second, scope)];
      }
  }
  throw new Error(`a ${side.kind} is no sum of cells`);
}
