/** Which of the sheets to be added are there already. */
export type Presence =
  | { readonly kind: "free" }
  | { readonly kind: "present" }
  | { readonly kind: "taken"; readonly names: readonly string[] };

/** Sheet names ignore case, as in Excel. */
export function presence(wanted: readonly string[], existing: readonly string[]): Presence {
  const there = new Set(existing.map((name) => name.toLowerCase()));
  const names = wanted.filter((name) => there.has(name.toLowerCase()));
  if (names.length === 0) return { kind: "free" };
  return names.length === wanted.length ? { kind: "present" } : { kind: "taken", names };
}
