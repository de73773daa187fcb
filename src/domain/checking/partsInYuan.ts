import type { Decimal } from "decimal.js";
import type { Disclosure } from "../disclosure/disclosure";
import { bind, figuresOf, type Scope } from "../expression/scope";
import { referencesOf, type Expression } from "../expression/expression";
import { ZERO } from "../money/amount";
import { formatAddress } from "../workbook/cellAddress";
import { addendsOf } from "./addends";
import { bindingsOf } from "./instances";
import type { Relation } from "./relation";
import { stepsOfWan, WAN } from "./sharedFigures";

/** Too small to tell, in whichever unit. */
const SMALL = 0.1;

interface Part {
  readonly value: Decimal;
  readonly cell: string | undefined;
}

interface Side {
  readonly value: Decimal;
  readonly parts: readonly Part[];
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
        const inYuan = step === 1 ? largeIn(parts, total) : step === -1 ? total.parts : [];
        return inYuan.flatMap(({ cell }) => cell ?? []);
      }),
    );
  return new Set(found);
}

/** One part alone may be in 元: then the others fit the total as they are. */
function largeIn({ parts }: Side, total: Side): readonly Part[] {
  const large = parts.filter(({ value }) => value.abs().greaterThan(total.value.abs()));
  const others = parts.filter((part) => !large.includes(part));
  const off = (inYuan: readonly Part[], inWan: readonly Part[]) =>
    sum(inYuan).div(WAN).plus(sum(inWan)).minus(total.value).abs();
  return off(large, others).lessThan(off(parts, [])) ? large : parts;
}

function sum(parts: readonly Part[]): Decimal {
  return parts.reduce((total, { value }) => total.plus(value), ZERO);
}

function isPublished(side: Expression): boolean {
  return referencesOf(side).every(({ table }) => table.definition.role === "disclosure");
}

/** Undefined where something cannot be read, or is taken away. */
function sideOf(side: Expression, scope: Scope): Side | undefined {
  const parts: Part[] = [];
  for (const { sign, of } of addendsOf(side, "＋")) {
    if (of.kind !== "reference" || sign === "－") return undefined;
    for (const { figure, cell } of figuresOf(of.reference, scope)) {
      if (figure.kind === "unreadable" || figure.kind === "error") return undefined;
      if (figure.kind !== "amount") continue;
      parts.push({ value: figure.value, cell: cell && formatAddress(cell) });
    }
  }
  const value = sum(parts);
  return value.abs().lessThan(SMALL) ? undefined : { value, parts };
}
