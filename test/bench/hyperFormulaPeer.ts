import { HyperFormula, type RawCell } from "hyperformula";
import type { State, Verdict } from "../../src/domain/checking/verdict";
import type { Expression } from "../../src/domain/expression/expression";
import { bind, figuresOf, type Scope } from "../../src/domain/expression/scope";
import { formatPosition, quoteSheetName } from "../../src/domain/workbook/cellAddress";
import type { CellAddress } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";

const VERDICTS = "verdicts";

/** A workbook and one formula for each instance of a relation, ready to be handed over. */
export type PeerSheets = Record<string, RawCell[][]>;

/** Writing the formulas is not the peer's work, so it is done before anything is measured. */
export function peerSheets(
  { sheets }: WorkbookSnapshot,
  verdicts: readonly Verdict[],
  scope: Scope,
): PeerSheets {
  const formulas = verdicts.map((verdict, index) => verdictRow(verdict, index + 1, scope));
  return {
    ...Object.fromEntries(
      sheets.map(({ name, values }) => [name, values.map((row) => row.map(rawCell))]),
    ),
    [VERDICTS]: formulas,
  };
}

/** The same verdicts from HyperFormula. */
export class HyperFormulaPeer {
  private readonly engine: HyperFormula;
  private readonly verdictSheet: number;
  private readonly count: number;

  constructor(sheets: PeerSheets) {
    this.engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3" });
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

interface Term {
  readonly sign: "+" | "-";
  readonly cell: CellAddress;
}

/**
 * Two cells, the cheapest found that give all five states: what both sides lie apart (a text in it is an error), and the
 * state. Sums and differences compared by = or ≤ are all that the relations of the package are.
 */
function verdictRow({ relation, binding }: Verdict, row: number, scope: Scope): RawCell[] {
  const bound = bind(scope, binding);
  const { left, comparison, right } = relation.comparing;
  if (relation.when || relation.allowed || (comparison !== "=" && comparison !== "≤")) {
    throw new Error(`${relation.code} is not a plain relation`);
  }
  const terms = [...termsOf(left, "+", bound), ...termsOf(right, "-", bound)];
  if (terms.length === 0) return [null, "notApplicable"];
  const sum = terms.map(({ sign, cell }) => `${sign}${addressOf(cell)}`).join("");
  const difference = `A${String(row)}`;
  const gap = comparison === "=" ? `ABS(${difference})` : difference;
  const nonzero = terms.map(({ cell }) => `(${addressOf(cell)}<>0)`).join("+");
  const tail = `INT(MAX(0,${nonzero}-1)/2)/${String(10 ** scope.decimals)}`;
  const filled = `COUNT(${ranges(terms.map(({ cell }) => cell)).join(",")})`;
  const holds = comparison === "=" ? `${difference}=0` : `${difference}<=0`;
  const equal = `IF(${filled}=0,"notApplicable","passed")`;
  const unequal = `IF(${gap}<=${tail},"roundingTail","failed")`;
  return [
    `=ROUND(${sum},6)`,
    `=IF(ISERROR(${difference}),"undetermined",IF(${holds},${equal},${unequal}))`,
  ];
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
    case "reference":
      return figuresOf(side.reference, scope).flatMap(({ cell }) => (cell ? [{ sign, cell }] : []));
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
