import type { XmlAttributes } from "../guard/xmlWalk";

/** What is no text of the document: properties, as they were before a change, and what is drawn. */
export const ASIDE: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "pPr",
  "sectPr",
  "tblPr",
  "tblPrEx",
  "tblGrid",
  "rPrChange",
  "tcPrChange",
  "trPrChange",
  "drawing",
  "pict",
  "object",
  "Fallback",
  "rt",
]);

/** A property that is there by its name alone, unless it says otherwise. */
export function isOn(attributes: XmlAttributes): boolean {
  return !["0", "false", "off"].includes(attributes.get("val") ?? "");
}
