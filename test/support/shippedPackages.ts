import type { Template } from "../../src/domain/checking/compileTemplate";
import { readShippedJson } from "../assets/readShippedTemplate";
import { fiscalOnly, generalOnly } from "../golden/fiscalOnly";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import type { Golden } from "./goldenText";
import { shippedTemplate } from "./native";

/** By package: sets in which every relation holds. The first has figures in every table. */
const FULL_SETS: Readonly<Record<string, readonly [Golden, ...Golden[]]>> = {
  "hunan-2020": [quanbiaoyoushu, fiscalOnly, generalOnly],
};

export interface ShippedPackage {
  readonly id: string;
  readonly template: Template;
  readonly full: Golden;
  /** `full`, and what else it takes for every relation to apply somewhere. */
  readonly sets: readonly Golden[];
}

/** Every package of the catalogue. One without a full set cannot be tested, and must be. */
export function shippedPackages(): readonly ShippedPackage[] {
  const { packages } = readShippedJson("catalog.json") as {
    readonly packages: readonly { readonly id: string }[];
  };
  return packages.map(({ id }) => {
    const sets = FULL_SETS[id];
    if (!sets) throw new Error(`${id} has no golden set with figures in every table`);
    return { id, template: shippedTemplate(id), full: sets[0], sets };
  });
}
