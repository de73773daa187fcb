import type { CellAddress } from "../workbook/cellAddress";

/** A piece of a paragraph: plain words, what is missing there, or a figure with the cells that it comes from. */
export type TextPiece = WordsPiece | GapPiece | FigurePiece;

export interface WordsPiece {
  readonly kind: "words";
  readonly text: string;
  /** Where somebody typed these words: a reason in 补充资料. */
  readonly cell?: CellAddress;
}

export interface GapPiece {
  readonly kind: "gap";
  /** 上年收入支出总计 */
  readonly label: string;
  /** Where it is filled in; none where the workbook lacks the table. */
  readonly cell?: CellAddress;
}

export interface FigurePiece {
  readonly kind: "figure";
  /** As printed: 1234.50, 42.1% or 3. */
  readonly text: string;
  /** Of a percentage, the part: both years where it is a growth. */
  readonly cells: readonly CellAddress[];
  /** Of a percentage: what it is a part of, or last year. */
  readonly base?: readonly CellAddress[];
}

export function pieceText(piece: TextPiece): string {
  return piece.kind === "gap" ? gapWords(piece.label) : piece.text;
}

/** 【缺：上年收入支出总计】 */
export function gapWords(label: string): string {
  return `【缺：${label}】`;
}

/** Neighbouring words that nobody typed, in one. */
export function joinWords(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "words" && piece.text === "") continue;
    const last = joined.at(-1);
    if (piece.kind === "words" && last?.kind === "words" && !piece.cell && !last.cell) {
      joined[joined.length - 1] = { kind: "words", text: last.text + piece.text };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}
