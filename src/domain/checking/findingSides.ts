import type { Expression } from "../expression/expression";
import { referencesOf } from "../expression/expression";
import { termsOf, type FigureTerm, type Scope } from "../expression/scope";
import { tableWords } from "../expression/write";
import { PlaceWords, shortName } from "./placeWords";
import type { CellAddress } from "../workbook/cellAddress";
import { cellsOf, isTelling } from "./explainVerdict";
import type { Verdict } from "./verdict";

/** One side of a comparison as a person looks for it in the sheets. */
export interface FindingSide {
  /** 公开03表“合计”基本支出; without the table where that is `within`. */
  readonly words: string;
  readonly cells: readonly CellAddress[];
  /** Of many figures those that say something. */
  readonly terms: readonly FigureTerm[];
}

export interface FindingSides {
  readonly left: FindingSide;
  readonly right: FindingSide;
}

/** `within` is the title of the table under which the finding is shown. */
export function findingSides(
  { relation, binding }: Verdict,
  scope: Scope,
  within?: string,
): FindingSides {
  const bound: Scope = { ...scope, binding };
  const side = (expression: Expression): FindingSide => {
    const places = new PlaceWords(bound, {
      nameOf: (table) => (tableWords(table) === within ? "" : shortName(table)),
    });
    const references = referencesOf(expression);
    const terms = references.flatMap((reference) => termsOf(reference, bound));
    const telling = cellsOf([expression], bound);
    return {
      words: places.say(expression),
      // Of blanks and zeros alone none says more than another: the first one stands for them.
      cells: telling.length > 0 ? telling : terms.flatMap(({ cell }) => cell ?? []).slice(0, 1),
      terms: terms.length > 1 ? terms.filter(({ figure }) => isTelling(figure)) : terms,
    };
  };
  const { left, right } = relation.comparing;
  return { left: side(left), right: side(right) };
}
