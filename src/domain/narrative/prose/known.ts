import type { Decimal } from "decimal.js";
import type { Figure } from "./figures";
import type { Role } from "./roles";

/** An amount of a workbook, in 元. */
export interface KnownAmount {
  readonly value: Decimal;
  /** 公开03表“基本支出” */
  readonly words: string;
  /** What texts call it; undefined where its words are those of a column of many rows. */
  readonly name?: string;
  /** This year's, the budget's or last year's. */
  readonly role: Role;
  /** One of the totals that every 部门决算 has once. */
  readonly total?: string;
}

/** This year's, the budget's or last year's figure of a total; undefined where the workbook has none, or two. */
export function knownTotal(
  known: readonly KnownAmount[],
  total: string,
  role: Role,
): KnownAmount | undefined {
  return onlyOne(known.filter((each) => each.total === total && each.role === role));
}

/** The figure that all of them agree on. */
export function onlyOne(amounts: readonly KnownAmount[]): KnownAmount | undefined {
  const [first, ...others] = amounts;
  return first && others.every(({ value }) => value.eq(first.value)) ? first : undefined;
}

/** 75.4 万元 stands for 75.40, and in a text without decimals 75 万元 for 75.40. */
export function isPrinted({ value, half }: Figure, known: Decimal): boolean {
  return value !== undefined && value.minus(known).abs().lte(half);
}

export function inUnit(value: Decimal, { scale, decimals }: Figure): string {
  return value.div(scale).toFixed(Math.max(decimals, scale === 1 ? 0 : 2));
}
