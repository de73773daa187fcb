import type { Template } from "../../src/domain/checking/compileTemplate";
import { readShippedJson } from "../assets/readShippedTemplate";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import type { Golden } from "./goldenText";
import { shippedTemplate } from "./native";

/** By package: a set in which every table has figures and every relation holds. */
const FULL_SETS: Readonly<Record<string, Golden>> = { "hunan-2020": quanbiaoyoushu };

export interface ShippedPackage {
  readonly id: string;
  readonly template: Template;
  readonly full: Golden;
}

/** Every package of the catalogue. One without a full set cannot be tested, and must be. */
export function shippedPackages(): readonly ShippedPackage[] {
  const { packages } = readShippedJson("catalog.json") as {
    readonly packages: readonly { readonly id: string }[];
  };
  return packages.map(({ id }) => {
    const full = FULL_SETS[id];
    if (!full) throw new Error(`${id} has no golden set with figures in every table`);
    return { id, template: shippedTemplate(id), full };
  });
}
