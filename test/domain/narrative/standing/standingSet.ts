import { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";
import { judgeWords } from "../../../../src/application/judgeWords";
import { standingNarrative } from "../../../../src/application/standingNarrative";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import type { Disclosure } from "../../../../src/domain/disclosure/disclosure";
import {
  stateOf,
  type ParagraphState,
  type StandingParagraph,
  type StandingSection,
} from "../../../../src/domain/narrative/standing/standingParagraph";
import { typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import type { Golden } from "../../../support/goldenText";
import { layOutGolden, shippedTemplate } from "../../../support/native";

export const template = shippedTemplate();
export const SHEET = template.structure.definition.narrative.sheetName;
export const LINES = "说明计算";

const filled = new Map<Golden, ReturnType<typeof layOutGolden>>();

export function laidOut(golden = quanbiaoyoushu): MemoryWorkbook {
  const plan = filled.get(golden) ?? layOutGolden(golden, template);
  filled.set(golden, plan);
  return MemoryWorkbook.fromPlan(plan);
}

export const withoutReason = typeInto("补充资料", "D4", "")(quanbiaoyoushu);
export const withoutLastYear = typeInto("补充资料", "C3", "")(quanbiaoyoushu);

export interface Stood {
  readonly disclosure: Disclosure;
  readonly sections: readonly StandingSection[];
}

export async function stand(workbook: MemoryWorkbook, by = template): Promise<Stood> {
  const disclosure = recognise(await workbook.read(), by.structure);
  const judge = (sections: readonly StandingSection[]) =>
    Promise.resolve(judgeWords(sections, disclosure));
  return { disclosure, sections: await standingNarrative(disclosure, by, judge) };
}

export const paragraphs = ({ sections }: Stood): StandingParagraph[] =>
  sections.flatMap((section) => section.paragraphs);

export function paragraph(stood: Stood, key: string): StandingParagraph {
  const found = paragraphs(stood).find((each) => each.key === key);
  if (!found) throw new Error(`no paragraph ${key}`);
  return found;
}

/** All but those that are as the figures write them. */
export function states(stood: Stood): Readonly<Record<string, ParagraphState>> {
  return Object.fromEntries(
    paragraphs(stood)
      .map((each) => [each.key, stateOf(each)] as const)
      .filter(([, state]) => state !== "automatic"),
  );
}

/** What a person types over the paragraph of that key. */
export async function retype(
  workbook: MemoryWorkbook,
  key: string,
  change: (text: string) => string | null,
): Promise<void> {
  const { cell, text } = paragraph(await stand(workbook), key);
  if (!cell) throw new Error(`${key} has no cell`);
  await workbook.writeCells([{ ...cell, value: change(text) }]);
}
