import type { MoneyUnit } from "../domain/money/moneyUnit";
import { judgeSafely, scopeOf } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import { explainVerdict } from "../domain/checking/explainVerdict";
import { relationReferences, type Relation } from "../domain/checking/relation";
import type { Disclosure } from "../domain/disclosure/disclosure";
import type { Limits } from "../domain/rescaling/balance";
import { recognise } from "../domain/disclosure/recognise";
import { FreshTotals } from "../domain/layout/freshTotals";
import { detailedTables } from "../domain/rescaling/detailedTables";
import {
  originalsOf,
  readOriginals,
  RESCALED,
  type Originals,
} from "../domain/rescaling/originals";
import { shareDifferences, type ShareDifference } from "../domain/rescaling/printedShares";
import {
  rescale,
  type Rescaling,
  type Unbalanced,
  type Unequal,
} from "../domain/rescaling/rescale";
import type { ReadState, StateSections } from "../domain/workbook/stateSheet";

/** A set in 万元 that adds up, in words where something is left to say. */
export interface RescaledFigures {
  /** The set with its amounts in 万元. */
  readonly figures: Disclosure;
  readonly rescaling: Rescaling;
  /** Percentages that differ from those computed from 元. */
  readonly shares: readonly ShareDifference[];
  readonly unbalanced: readonly (Unbalanced & { readonly words: string })[];
  readonly unequal: readonly (Unequal & { readonly words: string })[];
  /** The figures in 元, to be kept with the set. */
  readonly originals: Originals;
}

/** Whether anything is in 元, or in 万元 with more digits than are printed. */
export function needsRounding(
  disclosure: Disclosure,
  unitOf: (table: string) => MoneyUnit,
): boolean {
  const isInYuan = [...disclosure.placement.tables.keys()].some((key) => unitOf(key) === "元");
  return isInYuan || detailedTables(disclosure, unitOf).size > 0;
}

export function rescaleFigures(
  template: Template,
  workbook: Disclosure,
  unitOf: (table: string) => MoneyUnit,
  limits?: Limits,
): RescaledFigures {
  const disclosure = withUnroundedTotals(template, workbook, unitOf);
  const rescaling = rescale(template, disclosure, unitOf, limits);
  const figures: Disclosure = { ...disclosure, figuresAt: rescaling.figuresAt };
  const inYuan = templateInYuan(template);
  return {
    figures,
    rescaling,
    shares: shareDifferences(template, disclosure, rescaling.figuresAt, unitOf),
    unbalanced: rescaling.unbalanced.map((each) => ({
      ...each,
      words: wordsOf(each, figures, template),
    })),
    unequal: rescaling.unequal.map((each) => ({
      ...each,
      words: wordsOf(each, disclosure, inYuan),
    })),
    originals: originalsOf(disclosure, unitOf),
  };
}

/** Decimals of 万元 that are 元 to the 分. */
const EXACT_DECIMALS = 6;

/** Above figures with more digits than are printed, the formulas of our own sets round: what they add up is not. */
function withUnroundedTotals(
  template: Template,
  disclosure: Disclosure,
  unitOf: (table: string) => MoneyUnit,
): Disclosure {
  const { structure } = template;
  if (detailedTables(disclosure, unitOf).size === 0) return disclosure;
  const definition = { ...structure.definition, decimals: EXACT_DECIMALS };
  const totals = new FreshTotals({ ...template, structure: { ...structure, definition } });
  return recognise(totals.of(disclosure), structure);
}

/** Nothing is left of them in a set whose figures are restored. */
export function withoutOriginals(sections: StateSections): StateSections {
  return Object.fromEntries(Object.entries(sections).filter(([name]) => name !== RESCALED));
}

/** Into what a set keeps already: originals of other tables stay. Nothing where that cannot be read. */
export function originalsWith(state: ReadState, originals: Originals): StateSections | undefined {
  const before = readOriginals(state);
  if (before.kind === "damaged" || before.kind === "newer") return undefined;
  const known = before.kind === "originals" ? before.originals.tables : {};
  const tables = { ...known, ...originals.tables };
  const sections = state.kind === "state" ? state.sections : {};
  return { ...sections, [RESCALED]: { ...originals, tables } };
}

/** The published tables alone: sentences, 补充资料 and 自评表 speak of 万元. */
export function templateInYuan(template: Template): Template {
  const { structure, relations, totals } = template;
  const tables = new Map(
    [...structure.tables].filter(([, { definition }]) => definition.role === "disclosure"),
  );
  const isPublished = ({ comparing }: Relation) =>
    relationReferences(comparing).every(({ table }) => tables.has(table.key));
  return {
    structure: {
      ...structure,
      tables,
      definition: { ...structure.definition, moneyUnit: "元" },
    },
    relations: relations.filter(isPublished),
    totals: totals.filter(isPublished),
    computed: [],
    answers: [],
    sections: [],
    publication: { title: "", parts: [], reports: [] },
    previousYear: [],
  };
}

export function wordsOf(
  { relation, binding }: Pick<Unequal, "relation" | "binding">,
  source: Disclosure,
  template: Template,
): string {
  const scope = scopeOf(source, template);
  const finding = explainVerdict(judgeSafely(relation, binding, scope), scope);
  return finding?.explanation ?? relation.formula;
}
