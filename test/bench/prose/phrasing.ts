/**
 * `open`: whoever mends the reader may look at them. `heldBack`: a tenth of the tables. `closing`: of others who had
 * not seen the reader; of them only totals are shown.
 */
export type PhrasingSet = "open" | "heldBack" | "closing";

/**
 * One way to write a kind of sentence. Held back is the last of every ten of a table, and of what is left if that
 * is five or more: about a tenth.
 */
export type Phrasing = string | { readonly heldBack: string };

/** Kept from the reader's author until the close, so that the last measurement is of phrasings nobody tuned for. */
export const held = (heldBack: string): Phrasing => ({ heldBack });

export interface PhrasingTable {
  readonly kind: string;
  readonly phrasings: readonly Phrasing[];
  /** Of a later day; held back by the same count, begun anew. */
  readonly added?: readonly Phrasing[];
}

export const isHeldBack = (phrasing: Phrasing): boolean => typeof phrasing !== "string";
export const wordingOf = (phrasing: Phrasing): string =>
  typeof phrasing === "string" ? phrasing : phrasing.heldBack;

export const allOf = ({ phrasings, added = [] }: PhrasingTable): readonly Phrasing[] => [
  ...phrasings,
  ...added,
];
