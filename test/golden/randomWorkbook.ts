import type { Golden } from "../support/goldenText";
import { randomUnit } from "./randomUnit";
import { workbookOf } from "./unitWorkbook";

/** A consistent set of a made-up unit, the same for the same seed. */
export function randomWorkbook(seed: number): Golden {
  return { ...workbookOf(randomUnit(seed)), name: `random ${seed.toString()}` };
}
