import type { CellAddress } from "../../workbook/cellAddress";
import type { LeftOverKind, ReplacementKind } from "./textUpdate";

/** A change of the plain text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly kind: ReplacementKind;
  readonly cells: readonly CellAddress[];
  readonly why: string;
}

export interface Note {
  readonly from: number;
  readonly to: number;
  readonly kind: LeftOverKind;
  readonly why: string;
}

/** A clause that is written anew is one change: what stands inside of it goes with it. */
export function withoutInner(edits: readonly Edit[]): readonly Edit[] {
  const wide = [...edits].sort((one, other) => one.from - other.from || other.to - one.to);
  const kept: Edit[] = [];
  for (const edit of wide) {
    const last = kept.at(-1);
    if (!last || edit.from >= last.to) kept.push(edit);
  }
  return kept;
}
