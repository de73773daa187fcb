import { Decimal } from "decimal.js";
import { scopeOf } from "../../src/domain/checking/checkDisclosure";
import type { Template } from "../../src/domain/checking/compileTemplate";
import { explainVerdict } from "../../src/domain/checking/explainVerdict";
import type { Finding } from "../../src/domain/checking/finding";
import { bindingsOf } from "../../src/domain/checking/instances";
import { relationReferences, type Relation } from "../../src/domain/checking/relation";
import { judge, type Verdict } from "../../src/domain/checking/verdict";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { referencesOf } from "../../src/domain/expression/expression";
import { termsOf, type FigureTerm } from "../../src/domain/expression/scope";
import type { CellAddress } from "../../src/domain/workbook/cellAddress";
import type { CellValue, WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";

/** Something typed over one figure of a relation that holds. */
export interface Move {
  readonly relation: Relation;
  readonly cell: CellAddress;
  readonly value: CellValue;
}

const CENT = new Decimal("0.01");

export function cellKey({ sheet, row, column }: CellAddress): string {
  return `${sheet}!${String(row)},${String(column)}`;
}

export function typed(snapshot: WorkbookSnapshot, ...moves: readonly Move[]): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const own = moves.filter(({ cell }) => cell.sheet === sheet.name);
      if (own.length === 0) return sheet;
      const values = sheet.values.map((row) => [...row]);
      for (const { cell, value } of own) values[cell.row - 1]![cell.column - 1] = value;
      return { ...sheet, values };
    }),
  };
}

export function verdictsOf(
  relation: Relation,
  disclosure: Disclosure,
  template: Template,
): Verdict[] {
  const scope = scopeOf(disclosure, template);
  return bindingsOf(relation, disclosure).map((binding) => judge(relation, binding, scope));
}

export function findingsOf(
  relation: Relation,
  disclosure: Disclosure,
  template: Template,
): Finding[] {
  const scope = scopeOf(disclosure, template);
  return verdictsOf(relation, disclosure, template).flatMap(
    (verdict) => explainVerdict(verdict, scope) ?? [],
  );
}

/** Every cell that the relation looks at, in whichever of its instances. */
export function cellsRead(
  relation: Relation,
  disclosure: Disclosure,
  template: Template,
): ReadonlySet<string> {
  const scope = scopeOf(disclosure, template);
  const terms = bindingsOf(relation, disclosure).flatMap((binding) =>
    relationReferences(relation.comparing).flatMap((reference) =>
      termsOf(reference, { ...scope, binding }),
    ),
  );
  return new Set(terms.flatMap(({ cell }) => (cell ? [cellKey(cell)] : [])));
}

/** One figure of each side that has any; of many instances the one that adds up most, with figures on both sides. */
class Instance {
  private readonly left: FigureTerm;
  /** None where the relation has a fixed number there. */
  private readonly right: FigureTerm | undefined;
  private readonly difference: Decimal;
  readonly allowed: Decimal;

  constructor(
    private readonly relation: Relation,
    disclosure: Disclosure,
    template: Template,
  ) {
    const scope = scopeOf(disclosure, template);
    const isFixed = referencesOf(relation.comparing.right).length === 0;
    const figureOf = (side: "left" | "right", { binding }: Verdict) =>
      referencesOf(relation.comparing[side])
        .flatMap((reference) => termsOf(reference, { ...scope, binding }))
        .find(({ figure }) => figure.kind === "amount" && (isFixed || !figure.published.isZero()));
    const instances = verdictsOf(relation, disclosure, template).flatMap((verdict) => {
      const [left, right] = [figureOf("left", verdict), figureOf("right", verdict)];
      return left && (right || isFixed) ? [{ verdict, left, right }] : [];
    });
    const [most] = instances.sort((a, b) => (b.verdict.terms ?? 0) - (a.verdict.terms ?? 0));
    const { difference, allowed } = most?.verdict ?? {};
    if (!most || !difference || !allowed) {
      throw new Error(`${relation.code} has no instance with figures on both sides`);
    }
    this.left = most.left;
    this.right = most.right;
    this.difference = difference;
    this.allowed = allowed;
  }

  /** Each side's figure moved until both sides are so far apart. */
  apart(distance: Decimal): Move[] {
    const delta = this.broken(distance).minus(this.difference);
    const { left, right } = this;
    return [
      this.type(left, amountOf(left).plus(delta).toNumber()),
      ...(right ? [this.type(right, amountOf(right).minus(delta).toNumber())] : []),
    ];
  }

  /** A difference so far from what holds; the nearest one where any difference will do. */
  private broken(distance: Decimal): Decimal {
    switch (this.relation.comparing.comparison) {
      case "≥":
        return distance.neg();
      case "<":
      case ">":
      case "≠":
        return new Decimal(0);
      default:
        return distance;
    }
  }

  texts(): Move[] {
    const terms = this.right ? [this.left, this.right] : [this.left];
    return terms.map((term) => this.type(term, "见附件"));
  }

  private type({ cell }: FigureTerm, value: CellValue): Move {
    if (!cell) throw new Error(`${this.relation.code}: a figure without a cell`);
    return { relation: this.relation, cell, value };
  }
}

function amountOf({ figure }: FigureTerm): Decimal {
  if (figure.kind !== "amount") throw new Error("not an amount");
  return figure.published;
}

export interface Moves {
  readonly relation: Relation;
  /** One cent past what printing explains, on the left and on the right. */
  readonly beyond: readonly Move[];
  /** Exactly what printing explains; none where nothing is. */
  readonly atBound: readonly Move[];
  readonly texts: readonly Move[];
}

/** The set in which the relation applies. */
export function applicableIn(
  relation: Relation,
  disclosures: readonly Disclosure[],
  template: Template,
): Disclosure {
  const found = disclosures.find((disclosure) =>
    verdictsOf(relation, disclosure, template).some(({ state }) => state !== "notApplicable"),
  );
  if (!found) throw new Error(`${relation.code} applies in none of the sets`);
  return found;
}

export function movesOf(relation: Relation, disclosure: Disclosure, template: Template): Moves {
  const instance = new Instance(relation, disclosure, template);
  const { allowed } = instance;
  return {
    relation,
    beyond: instance.apart(allowed.plus(CENT)),
    atBound: allowed.isZero() ? [] : instance.apart(allowed),
    texts: instance.texts(),
  };
}
