import type { Disclosure } from "../disclosure/disclosure";
import { bind, figuresOf, type Scope } from "../expression/scope";
import { referencesOf, type Expression } from "../expression/expression";
import { ZERO } from "../money/amount";
import { formatAddress } from "../workbook/cellAddress";
import { addendsOf } from "./addends";
import { bindingsOf } from "./instances";
import type { Relation } from "./relation";
import { stepsOfWan } from "./sharedFigures";

/** Too small to tell, in whichever unit. */
const SMALL = 0.1;

interface Side {
  readonly value: typeof ZERO;
  readonly cells: readonly string[];
}

/** Addresses of figures that add up to 10,000 times their total, and of totals that are so much larger than their parts. */
export function partsInYuan(
  disclosure: Disclosure,
  relations: readonly Relation[],
): ReadonlySet<string> {
  const { decimals, percentDecimals } = disclosure.structure.definition;
  const scope: Scope = { source: disclosure, decimals, percentDecimals };
  const found = relations
    .filter(({ definesTotal, comparing }) => definesTotal && isPublished(comparing.right))
    .flatMap((relation) =>
      bindingsOf(relation, disclosure).flatMap((binding): readonly string[] => {
        const bound = bind(scope, binding);
        const parts = sideOf(relation.comparing.left, bound);
        const total = sideOf(relation.comparing.right, bound);
        if (!parts || !total) return [];
        const step = stepsOfWan(parts.value, total.value);
        return step === 1 ? parts.cells : step === -1 ? total.cells : [];
      }),
    );
  return new Set(found);
}

function isPublished(side: Expression): boolean {
  return referencesOf(side).every(({ table }) => table.definition.role === "disclosure");
}

/** Undefined where something cannot be read, or is taken away. */
function sideOf(side: Expression, scope: Scope): Side | undefined {
  let value = ZERO;
  const cells: string[] = [];
  for (const { sign, of } of addendsOf(side, "＋")) {
    if (of.kind !== "reference" || sign === "－") return undefined;
    for (const { figure, cell } of figuresOf(of.reference, scope)) {
      if (figure.kind === "unreadable" || figure.kind === "error") return undefined;
      if (figure.kind !== "amount") continue;
      value = value.plus(figure.value);
      if (cell) cells.push(formatAddress(cell));
    }
  }
  return value.abs().lessThan(SMALL) ? undefined : { value, cells };
}
