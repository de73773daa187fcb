import type { CellAddress } from "../../workbook/cellAddress";
import type { TextSpan } from "../prose/claim";

export type ReplacementKind =
  "amount" | "count" | "change" | "percent" | "direction" | "phrase" | "year";

/** Words of last year's text and what stands there for this year. */
export interface Replacement extends TextSpan {
  readonly kind: ReplacementKind;
  readonly from: string;
  readonly to: string;
  readonly cells: readonly CellAddress[];
  /** 公开02表“合计 财政拨款收入”，上年的数相符，字句相同 */
  readonly why: string;
}

export type LeftOverKind =
  | "amount"
  | "count"
  | "percent"
  | "year"
  | "reason"
  | "level"
  | "name"
  | "ambiguous"
  | "missing"
  | "gone"
  | "conflict";

/** What a person has to look at: it stays as it was. */
export interface LeftOver extends TextSpan {
  readonly kind: LeftOverKind;
  readonly quote: string;
  readonly why: string;
}

export interface TextUpdate {
  readonly source: string;
  /** In the order in which they stand there; none overlaps another. */
  readonly replacements: readonly Replacement[];
  readonly leftOvers: readonly LeftOver[];
}

export type UpdatePiece =
  | { readonly kind: "kept"; readonly text: string }
  | { readonly kind: "replaced"; readonly index: number; readonly replacement: Replacement };

export function piecesOf({ source, replacements }: TextUpdate): readonly UpdatePiece[] {
  let at = 0;
  const pieces = replacements.flatMap((replacement, index): UpdatePiece[] => {
    const text = source.slice(at, replacement.start);
    at = replacement.end;
    const replaced: UpdatePiece = { kind: "replaced", index, replacement };
    return text === "" ? [replaced] : [{ kind: "kept", text }, replaced];
  });
  return at < source.length ? [...pieces, { kind: "kept", text: source.slice(at) }] : pieces;
}

/** The new text; what was revoked stays as it was. */
export function applyUpdate(update: TextUpdate, revoked: ReadonlySet<number> = new Set()): string {
  return piecesOf(update)
    .map((piece) => {
      if (piece.kind === "kept") return piece.text;
      return revoked.has(piece.index) ? piece.replacement.from : piece.replacement.to;
    })
    .join("");
}
