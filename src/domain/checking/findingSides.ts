import type { Expression } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import { termsOf, type FigureTerm, type Scope } from "../expression/scope";
import { tableWords } from "../expression/write";
import type { CellAddress } from "../workbook/cellAddress";
import { cellsOf, isTelling, sideWords } from "./explainVerdict";
import type { Verdict } from "./verdict";

/** One side of a comparison as a person looks for it in the sheets. */
export interface FindingSide {
  /** Several where the side adds figures of several tables. */
  readonly tables: readonly string[];
  /** 功能科目合计 */
  readonly words: string;
  readonly cells: readonly CellAddress[];
  /** Of many figures those that say something. */
  readonly terms: readonly FigureTerm[];
}

export interface FindingSides {
  readonly left: FindingSide;
  readonly right: FindingSide;
}

export function findingSides({ relation, binding }: Verdict, scope: Scope): FindingSides {
  const bound: Scope = { ...scope, binding };
  const side = (expression: Expression): FindingSide => {
    const references = referencesOf(expression);
    const terms = references.flatMap((reference) => termsOf(reference, bound));
    return {
      tables: [...new Set(references.map(({ table }) => tableWords(table)))],
      words: sideWords(expression, binding, bound),
      cells: cellsOf([expression], bound),
      terms: terms.length > 1 ? terms.filter(({ figure }) => isTelling(figure)) : terms,
    };
  };
  const { left, right } = relation.comparing;
  return { left: side(left), right: side(right) };
}
