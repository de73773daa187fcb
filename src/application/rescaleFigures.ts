import { judgeSafely, scopeOf } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import { explainVerdict } from "../domain/checking/explainVerdict";
import { relationReferences } from "../domain/checking/relation";
import type { Disclosure } from "../domain/disclosure/disclosure";
import type { Unit } from "../domain/rescaling/figureBook";
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

export function rescaleFigures(
  template: Template,
  disclosure: Disclosure,
  unitOf: (table: string) => Unit,
): RescaledFigures {
  const rescaling = rescale(template, disclosure, unitOf);
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
  const { structure, relations } = template;
  const tables = new Map(
    [...structure.tables].filter(([, { definition }]) => definition.role === "disclosure"),
  );
  return {
    structure: {
      ...structure,
      tables,
      definition: { ...structure.definition, moneyUnit: "元" },
    },
    relations: relations.filter(({ comparing }) =>
      relationReferences(comparing).every(({ table }) => tables.has(table.key)),
    ),
    computed: [],
    sections: [],
    previousYear: [],
  };
}

function wordsOf(
  { relation, binding }: Pick<Unequal, "relation" | "binding">,
  source: Disclosure,
  template: Template,
): string {
  const scope = scopeOf(source, template);
  const finding = explainVerdict(judgeSafely(relation, binding, scope), scope);
  return finding?.explanation ?? relation.formula;
}
