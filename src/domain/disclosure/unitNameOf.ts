import type { Disclosure } from "./disclosure";

/** The full name on the cover, else the one that most tables print; empty where none does. */
export function unitNameOf({ coverUnitName, texts }: Disclosure): string {
  if (coverUnitName) return coverUnitName.text;
  const names = [...texts.values()].flatMap(({ unitName }) => unitName?.text ?? []);
  const times = (name: string) => names.filter((other) => other === name).length;
  return names.reduce((most, name) => (times(name) > times(most) ? name : most), names[0] ?? "");
}
