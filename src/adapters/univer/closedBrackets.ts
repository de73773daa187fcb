import { LexerTreeBuilder } from "@univerjs/engine-formula";

/** What we use of the grid's own way to cut a formula into words. */
interface Lexer {
  _squareBracketState: number;
  _tableBracketState: boolean;
  _openBracketNormalIndexStack: number[];
  _resetTemp: (this: Lexer) => void;
}

/**
 * The grid forgets quotes and parentheses of the text that it read before, but not square brackets. Whatever stands in
 * the cell that is selected it reads as a formula; after one text with an open bracket, such as `{"a":["b`, every
 * formula with an operator would be an error until the page is loaded anew.
 */
export function closeBrackets(): void {
  const lexer = LexerTreeBuilder.prototype as unknown as Lexer;
  if (lexer._resetTemp.name === "resetWhole") return;
  const reset = lexer._resetTemp;
  lexer._resetTemp = function resetWhole() {
    reset.call(this);
    this._squareBracketState = 0;
    this._tableBracketState = false;
    this._openBracketNormalIndexStack = [];
  };
}
