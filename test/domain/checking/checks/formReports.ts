import type { FormCheck } from "../../../../src/domain/checking/checks/formCheck";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import { formatAddress } from "../../../../src/domain/workbook/cellAddress";
import { shippedTemplate } from "../../../support/native";
import type { Damage } from "../../../golden/damages";
import type { Golden } from "../../../support/goldenText";
import { snapshotOf } from "../../../support/goldenWorkbook";

const template = shippedTemplate("hunan-2020");

interface Report {
  readonly title?: string;
  readonly explanation: string;
  readonly cells: readonly string[];
  readonly level?: "advice";
}

/** What a check says of a golden, after some changes to it. */
export function reportsOf(
  check: FormCheck,
  golden: Golden,
  ...damages: readonly Damage[]
): Report[] {
  const damaged = damages.reduce((before, damage) => damage(before), golden);
  return check
    .check(recognise(snapshotOf(damaged), template.structure), template)
    .map((report) => ({ ...report, cells: report.cells.map(formatAddress) }));
}

export function explanationsOf(
  check: FormCheck,
  golden: Golden,
  ...damages: readonly Damage[]
): string[] {
  return reportsOf(check, golden, ...damages).map(({ explanation }) => explanation);
}
