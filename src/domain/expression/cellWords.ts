import type { Decimal } from "decimal.js";
import type { BinaryExpression, Expression } from "./expression";
import { termsOf, type FigureTerm, type Scope } from "./scope";

/** As a cell in general format shows it: 100, 42.1. */
export function plainNumber(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}

/** What a text cell holds, as typed; nothing where it has no words: blank, an error value, not there. */
export function typedWords({ figure }: Pick<FigureTerm, "figure">): string | undefined {
  switch (figure.kind) {
    case "unreadable":
    case "notApplicable":
      return figure.text;
    case "amount":
      return plainNumber(figure.value);
    default:
      return undefined;
  }
}

/** Blanks of either width do not count, as in the printed formula. */
export function withoutBlanks(text: string): string {
  return text.replace(/[ \u3000]/gu, "");
}

/** Whether both sides say the same, or the cells that cannot be read. */
export function comparedWords(
  { operator, left, right }: BinaryExpression,
  scope: Scope,
): boolean | readonly FigureTerm[] {
  const unread: FigureTerm[] = [];
  const wordsOf = (side: Expression): string => {
    if (side.kind === "text") return withoutBlanks(side.value);
    const [term] = side.kind === "reference" ? termsOf(side.reference, scope) : [];
    if (term?.figure.kind === "error" || term?.figure.kind === "missing") unread.push(term);
    return withoutBlanks(term === undefined ? "" : (typedWords(term) ?? ""));
  };
  const isSame = wordsOf(left) === wordsOf(right);
  return unread.length > 0 ? unread : isSame === (operator === "=");
}
