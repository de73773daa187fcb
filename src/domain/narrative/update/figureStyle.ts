import { Decimal } from "decimal.js";
import type { Figure } from "../prose/figures";

/** How a text prints its figures: decimals by unit, whether zeros at the end are dropped, commas. */
export class FigureStyle {
  private readonly decimals = new Map<string, number>();
  private readonly padded = new Set<string>();
  private readonly hasCommas: boolean;
  private readonly hasPlainZero = new Set<string>();

  constructor(figures: readonly Figure[]) {
    for (const { unit, decimals } of figures) {
      this.decimals.set(unit, Math.max(this.decimals.get(unit) ?? 0, decimals));
    }
    for (const { unit, decimals, shown, value } of figures) {
      if (decimals > 0 && decimals === this.decimals.get(unit) && shown.endsWith("0")) {
        this.padded.add(unit);
      }
      if (value?.isZero() === true && decimals === 0) this.hasPlainZero.add(unit);
    }
    this.hasCommas = figures.some(({ shown }) => shown.includes(","));
  }

  /** In the words' unit: money comes in 元. */
  print(value: Decimal, { unit, scale, kind }: Figure): string {
    const isMoney = kind === "money";
    const decimals = this.decimalsOf(unit, isMoney);
    const size = value.div(isMoney ? scale : 1).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
    if (size.isZero()) return this.hasPlainZero.has(unit) ? "0" : this.padZero(unit, decimals);
    const digits = this.padded.has(unit) ? size.toFixed(decimals) : size.toFixed();
    return this.hasCommas ? withCommas(digits) : digits;
  }

  private padZero(unit: string, decimals: number): string {
    return this.padded.has(unit) ? new Decimal(0).toFixed(decimals) : "0";
  }

  /** A text whose amounts all end in whole numbers prints 75 where others print 75.40: two decimals it is. */
  private decimalsOf(unit: string, isMoney: boolean): number {
    const found = this.decimals.get(unit) ?? 0;
    return isMoney && unit === "万元" ? Math.max(found, 2) : found;
  }

  /** 不足0.1%: a change is never called 0 %. */
  least(unit: string): string {
    return new Decimal(10).pow(-(this.decimals.get(unit) ?? 0)).toFixed();
  }
}

function withCommas(digits: string): string {
  const [whole = "", ...rest] = digits.split(".");
  return [whole.replace(/\B(?=(?:[0-9]{3})+$)/gu, ","), ...rest].join(".");
}
