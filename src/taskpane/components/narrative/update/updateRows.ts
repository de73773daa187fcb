import type {
  LeftOver,
  Replacement,
  TextUpdate,
} from "../../../../domain/narrative/update/textUpdate";

export type UpdatePart = "replaced" | "left";

/** The replacements and what was left over as one flat list, of which only what can be seen is drawn. */
export type UpdateRow =
  | {
      readonly kind: "part";
      readonly key: string;
      readonly part: UpdatePart;
      readonly count: number;
    }
  | {
      readonly kind: "replacement";
      readonly key: string;
      readonly index: number;
      readonly replacement: Replacement;
    }
  | { readonly kind: "leftOver"; readonly key: string; readonly leftOver: LeftOver };

export function updateRows(
  { replacements, leftOvers }: TextUpdate,
  folded: ReadonlySet<UpdatePart>,
): readonly UpdateRow[] {
  const replaced = replacements.map((replacement, index): UpdateRow => {
    return { kind: "replacement", key: `replaced ${String(index)}`, index, replacement };
  });
  const left = leftOvers.map((leftOver, index): UpdateRow => {
    return { kind: "leftOver", key: `left ${String(index)}`, leftOver };
  });
  return [...rowsOf("replaced", replaced, folded), ...rowsOf("left", left, folded)];
}

function rowsOf(
  part: UpdatePart,
  rows: readonly UpdateRow[],
  folded: ReadonlySet<UpdatePart>,
): readonly UpdateRow[] {
  if (rows.length === 0) return [];
  return [{ kind: "part", key: part, part, count: rows.length }, ...(folded.has(part) ? [] : rows)];
}
