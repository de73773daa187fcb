import { checkDisclosure } from "../../../src/domain/checking/checkDisclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { readinessOf } from "../../../src/domain/publication/readiness";
import type { ReadinessInput, Topic } from "../../../src/domain/publication/readinessLine";
import { formatAddress } from "../../../src/domain/workbook/cellAddress";
import type { WorkbookExtras } from "../../../src/domain/workbook/workbookExtras";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import type { Damage } from "../../golden/damages";
import type { Golden } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate("hunan-2020");

/** Told everything, and nothing was there. */
export const CLEAN: WorkbookExtras = {
  sheets: [],
  sources: [],
  properties: {},
  untold: new Map(),
};

/** The golden as it would be published: without 补充资料. */
export const PUBLISHED: Golden = {
  ...quanbiaoyoushu,
  sheets: quanbiaoyoushu.sheets.filter(({ name }) => !name.endsWith("补充资料")),
};

export function snapshotWith(...damages: readonly Damage[]): WorkbookSnapshot {
  return snapshotOf(damages.reduce((golden, damage) => damage(golden), PUBLISHED));
}

/** A sheet of texts, one a row: cells of a row are parted by a bar. */
export function withTexts(...rows: readonly string[]): Damage {
  return (golden) => ({
    ...golden,
    sheets: [...golden.sheets, { name: "情况说明", rows: rows.map((row) => row.split("|")) }],
  });
}

export interface TopicLine {
  readonly state: string;
  readonly what: string;
  readonly cells: readonly string[];
}

export function topicLines(
  topic: Topic,
  snapshot: WorkbookSnapshot,
  extras: Partial<WorkbookExtras> = {},
  more: Pick<ReadinessInput, "year"> = {},
): TopicLine[] {
  const disclosure = recognise(snapshot, template.structure);
  const report = checkDisclosure(disclosure, template);
  return readinessOf({ disclosure, report, extras: { ...CLEAN, ...extras }, ...more })
    .filter((line) => line.topic === topic)
    .map(({ state, what, cells }) => ({ state, what, cells: cells.map(formatAddress) }));
}
