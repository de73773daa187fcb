import { Decimal } from "decimal.js";
import { normaliseLabel } from "../template/labels";

export interface DimensionHeading {
  readonly name: string;
  readonly weight?: Decimal;
}

const WITH_POINTS = /^(.*?)\(([0-9]+(?:\.[0-9]+)?)分?\)$/u;

/** 产出 指标（50 分） → 产出指标, 50 */
export function readDimension(text: string): DimensionHeading {
  const normal = normaliseLabel(text);
  const [, name, points] = WITH_POINTS.exec(normal) ?? [];
  if (name === undefined || points === undefined) return { name: normal };
  return { name, weight: new Decimal(points) };
}

/** Broken before the points, as the form prints it. */
export function printDimension({ name, weight }: DimensionHeading): string {
  return weight === undefined ? name : `${name}\n（${weight.toFixed()}分）`;
}
